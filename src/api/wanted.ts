import type { Wanted } from '../store/columns.ts';

/** What a query asks of the records that a field gives, so that the store reads nothing else. */
export interface Asked {
  readonly fields: Wanted;
  /** Identifies the fields: batches that read different ones have different keys. */
  readonly key: string;
}

const EVERYTHING: Asked = { fields: null, key: '*' };

/**
 * What is asked of the records of a field, by the `info` that its resolver gets: Dateline's executor says; for any
 * other it is everything.
 */
export function askedOf(info: object): Asked {
  return 'asked' in info && isAsked(info.asked) ? info.asked : EVERYTHING;
}

function isAsked(asked: unknown): asked is Asked {
  return typeof asked === 'object' && asked !== null && 'fields' in asked && 'key' in asked;
}
