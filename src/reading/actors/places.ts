import type { Gazetteer, GazetteerPlace } from '../../language/naming/gazetteer.ts';
import { PLACE_KIND_WORDS } from '../lexicon/place-words.ts';
import type { NameCluster } from '../names/same-names.ts';
import type { PlaceKind } from '../reading.ts';

/** How many places of one name are compared. */
const MOST_HOMONYMS = 12;

/**
 * The place that each entity is, where the gazetteer knows it. A name that several places share (`Georgia`, `Paris`) is
 * the one in the country that the article's other places speak for.
 */
export function locate(clusters: readonly NameCluster[], gazetteer: Gazetteer): (GazetteerPlace | null)[] {
  const known = clusters.map(({ type, name }) => (type === 'PLACE' ? gazetteer.findPlaces(name) : []));
  const support = new Map<string, number>();
  for (const [number, [first, ...others]] of known.entries()) {
    const isSure = first && (others.length === 0 || (first.kind !== 'COUNTRY' && first.population > 1000));
    if (isSure && first.countryCode)
      support.set(first.countryCode, (support.get(first.countryCode) ?? 0) + (clusters[number]?.names.length ?? 0));
  }
  return known.map((places) => mostSupported(places.slice(0, MOST_HOMONYMS), support));
}

function mostSupported(places: readonly GazetteerPlace[], support: ReadonlyMap<string, number>): GazetteerPlace | null {
  const [first] = places;
  if (!first) return null;
  const votesFor = (place: GazetteerPlace): number => support.get(place.countryCode ?? '') ?? 0;
  const best = places.reduce((left, right) => (votesFor(right) > votesFor(left) ? right : left), first);
  const isFamous = first.kind === 'COUNTRY' || first.population > 500;
  if (!isFamous) return best;
  const total = [...support.values()].reduce((sum, count) => sum + count, 0);
  const isOutvoted = votesFor(best) > 0.6 * total && votesFor(best) >= 3 && votesFor(first) === 0;
  return isOutvoted && best.kind === 'REGION' ? best : first;
}

/** The kind of a place: as the gazetteer knows it, or else as the words of its name tell. */
export function kindOfPlace({ words }: NameCluster, place: GazetteerPlace | null): PlaceKind {
  if (place) return place.kind;
  const [opening = ''] = words;
  const ending = words.at(-1) ?? '';
  return (
    PLACE_KIND_WORDS.find(({ openings, endings }) => openings.has(opening) || endings.has(ending))?.kind ?? 'OTHER'
  );
}
