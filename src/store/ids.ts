import { createHash } from 'node:crypto';
import { DatelineError } from '../errors.ts';
import type { EntityType } from '../reading/reading.ts';

/** What an id stands for, by its first letters. */
export const ID_KINDS = {
  art: 'ARTICLE',
  per: 'PERSON',
  org: 'ORGANISATION',
  plc: 'PLACE',
  stm: 'STATEMENT',
  evt: 'EVENT',
  ent: 'ENTITY',
  pos: 'POSITION',
} as const;
export type IdPrefix = keyof typeof ID_KINDS;
export type IdKind = (typeof ID_KINDS)[IdPrefix];

export const PREFIX_OF_TYPE: Readonly<Record<EntityType, IdPrefix>> = {
  PERSON: 'per',
  ORGANISATION: 'org',
  PLACE: 'plc',
};

const PATTERN = /^(art|per|org|plc|stm|evt)_[A-Za-z0-9_-]{16}$/;

/** An id made of what it stands for: the same parts always give the same id (96 bits of SHA-256). */
export function makeId(prefix: IdPrefix, ...parts: readonly string[]): string {
  return `${prefix}_${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)}`;
}

/** What a public id stands for. Throws INVALID_INPUT where it is no id of ours. */
export function readId(id: string): IdKind {
  const prefix = PATTERN.exec(id)?.[1];
  if (prefix === undefined || !isPrefix(prefix))
    throw new DatelineError('INVALID_INPUT', `"${id.slice(0, 60)}" is not an id.`, 'Use an id that a query has given.');
  return ID_KINDS[prefix];
}

function isPrefix(text: string): text is IdPrefix {
  return text in ID_KINDS;
}
