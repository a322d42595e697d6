import type { TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { universalTag } from '../../language/tags.ts';
import type { Mention } from '../reading.ts';

/** A mention by its tokens, before the reading gives it its characters. */
export type TokenMention = Omit<Mention, 'span'>;

/** The first word of some that hangs on a word outside of them: the one that tells their part in the sentence. */
export function headOfMention({ document, phrases }: Grammar, { first, last }: TokenRange): number {
  for (let token = first; token <= last; token += 1) {
    const { governor } = phrases.at(token);
    if ((governor < first || governor > last) && universalTag(document, token) !== 'PUNCT') return token;
  }
  return last;
}
