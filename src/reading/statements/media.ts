import type { TokenRange } from '../../language/document.ts';
import type { Draft } from './drafts.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** Nouns of what people speak or write through. */
export const MEDIA_NOUNS: ReadonlySet<string> = new Set(
  'statement interview tweet letter email e-mail post report speech memo release message note blog video briefing filing affidavit op-ed column essay text telegram address'.split(' '),
);

/** How far from its cue a medium may stand, in tokens. */
const NEAR = 14;

/**
 * The medium that a reporting clause names: `in a tweet`, `in an interview with El Norte`, `via email`. The words run from the article to the noun, and on to whom an interview or a
 * letter was given. Null where it names none.
 */
export function mediumOf(page: Page, draft: Draft): TokenRange | null {
  if (!draft.cue) return null;
  const sentence = sentenceOf(page, draft.head);
  const isOutside = (token: number): boolean =>
    !draft.content.some((part) => part.first <= token && token <= part.last) && !(draft.source && draft.source.first <= token && token <= draft.source.last);
  for (let token = Math.max(sentence.first, draft.head - NEAR); token < Math.min(sentence.last, draft.head + NEAR); token += 1) {
    if (!/^(?:in|via|on|through|by)$/.test(wordAt(page, token)) || !isOutside(token)) continue;
    const last = endOfMedium(page, token + 1, sentence.last);
    if (last < 0 || !isOutside(last)) continue;
    return trimMarks(page, { first: token + 1, last: endOfReceiver(page, last, sentence.last) });
  }
  return null;
}

function endOfMedium(page: Page, first: number, limit: number): number {
  for (let token = first; token <= Math.min(limit, first + 5); token += 1) {
    if (MEDIA_NOUNS.has(page.document.tokens.lemmas[token] ?? '') && page.tagOf(token).startsWith('NN')) return token;
    if (!/^(?:DT|PRP\$|JJ|NN|NNP|CD|POS|VBN|HYPH)$/.test(page.tagOf(token))) return -1;
  }
  return -1;
}

/** `with El Norte`, `to the Guardian`: a name right behind the medium. */
function endOfReceiver(page: Page, last: number, limit: number): number {
  if (!/^(?:with|to|on|for)$/.test(wordAt(page, last + 1))) return last;
  let end = last + 1;
  while (end < limit && /^(?:DT|NNP|NNPS|JJ|POS|HYPH)$/.test(page.tagOf(end + 1))) end += 1;
  return page.tagOf(end).startsWith('NNP') ? end : last;
}
