import { DatelineError } from '../errors.ts';
import { type IdKind, kindOfId } from '../store/ids.ts';

/** What an id stands for. Throws INVALID_INPUT where it is none. */
export function readId(id: string): IdKind {
  const kind = kindOfId(id);
  if (kind === null) throw new DatelineError('INVALID_INPUT', `"${id.slice(0, 60)}" is not an id.`, 'Use an id that a query has given.');
  return kind;
}
