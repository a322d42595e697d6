import { DatelineError } from '../errors.ts';
import type { Value } from './database.ts';

/**
 * An opaque cursor: the order it belongs to and the sort key of its row, so that it stays where it is when rows come
 * and go.
 */
export function encodeCursor(order: string, key: readonly Value[]): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/** The sort key in a cursor. Throws INVALID_INPUT where it is none of ours, or belongs to another order. */
export function decodeCursor(cursor: string, order: string, length: number): Value[] {
  const fail = (): DatelineError =>
    new DatelineError(
      'INVALID_INPUT',
      `"${cursor.slice(0, 80)}" is not a cursor of this list.`,
      'Use a cursor that the same list, in the same order, has given.',
    );
  if (!/^[A-Za-z0-9_-]{4,2000}$/.test(cursor)) throw fail();
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw fail();
  }
  if (!Array.isArray(parts) || parts[0] !== order || parts.length !== length + 1) throw fail();
  const key: Value[] = [];
  for (const part of parts.slice(1)) {
    if (typeof part !== 'string' && typeof part !== 'number' && part !== null) throw fail();
    key.push(part);
  }
  return key;
}
