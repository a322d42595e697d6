import type { PlaceKind } from '../reading.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** First and last words of places' names that tell what kind of place it is. Lower case. */
export const PLACE_KIND_WORDS: readonly {
  readonly kind: PlaceKind;
  readonly openings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
}[] = [
  {
    kind: 'FACILITY',
    openings: new Set(),
    endings: words(`
street road avenue airport bridge stadium arena square station park prison hall tower hotel building center centre camp
palace boulevard base
`),
  },
  {
    kind: 'NATURAL',
    openings: words('mount lake river'),
    endings: words('river lake sea ocean mountain mountains valley bay desert forest strait gulf'),
  },
  {
    kind: 'REGION',
    openings: new Set(),
    endings: words('county province region state district peninsula island islands'),
  },
];
