import type { NameType } from '../document.ts';

/**
 * What a token is to a name: outside, or the begin, inside, last or only (unit) token of a name of a type (BILOU,
 * Ratinov and Roth 2009).
 */
export const NAME_LABELS = [
  'O',
  'B-PERSON',
  'I-PERSON',
  'L-PERSON',
  'U-PERSON',
  'B-ORGANISATION',
  'I-ORGANISATION',
  'L-ORGANISATION',
  'U-ORGANISATION',
  'B-PLACE',
  'I-PLACE',
  'L-PLACE',
  'U-PLACE',
] as const;

export const LEARNED_TYPES: readonly NameType[] = ['PERSON', 'ORGANISATION', 'PLACE'];

const BEGIN = 0;
const INSIDE = 1;
const LAST = 2;
const UNIT = 3;

/** Whether a label may follow another; `before` is 0 at the start of a sentence. */
export function mayFollow(before: number, label: number): boolean {
  const open = before > 0 && ((before - 1) & 3) <= INSIDE;
  if (label === 0) return !open;
  const part = (label - 1) & 3;
  if (part === BEGIN || part === UNIT) return !open;
  return open && (before - 1) >> 2 === (label - 1) >> 2;
}

/** Whether a sentence may end with a label. */
export function mayEnd(label: number): boolean {
  return label === 0 || ((label - 1) & 3) >= LAST;
}

/** The number in `LEARNED_TYPES` of a label's type plus one; 0 for O. */
export function typeOfLabel(label: number): number {
  return label === 0 ? 0 : ((label - 1) >> 2) + 1;
}

/** Writes the labels of a name into a column of labels. */
export function writeLabels(labels: Uint8Array, first: number, last: number, type: number): void {
  const base = 1 + type * 4;
  if (first === last) labels[first] = base + UNIT;
  else {
    labels[first] = base + BEGIN;
    for (let token = first + 1; token < last; token += 1) labels[token] = base + INSIDE;
    labels[last] = base + LAST;
  }
}

/** The names in a column of labels: their tokens and the number of their type. */
export function readLabels(
  labels: Uint8Array,
  first: number,
  last: number,
): { first: number; last: number; type: number }[] {
  const names: { first: number; last: number; type: number }[] = [];
  let opened = -1;
  for (let token = first; token <= last; token += 1) {
    const label = labels[token] ?? 0;
    if (label === 0) continue;
    const part = (label - 1) & 3;
    if (part === BEGIN) opened = token;
    else if (part === UNIT) names.push({ first: token, last: token, type: (label - 1) >> 2 });
    else if (part === LAST && opened >= 0) names.push({ first: opened, last: token, type: (label - 1) >> 2 });
  }
  return names;
}
