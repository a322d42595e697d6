import type { TokenRange } from '../../language/document.ts';
import type { AccordingCue } from './cue.ts';
import type { Draft } from './draft.ts';
import { endOfParts, isNoun } from './noun-phrases.ts';
import { hasFiniteVerb, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** How far after a statement its medium may be named, in tokens. */
const NEAR = 12;

/**
 * `according to X` at either end of a sentence or inside it: X said the rest, or after a relative pronoun the rest of
 * its clause. Right after a statement that has a speaker already (`he claimed according to Interfax`) it is the medium:
 * then the draft of that statement is replaced in `drafts`.
 */
export function draftAccording(page: Page, cue: AccordingCue, drafts: Draft[]): void {
  const sentence = sentenceOf(page, cue.head);
  const last = endOfSource(page, cue, sentence.last);
  const source = trimMarks(page, { first: cue.range.last + 1, last });
  if (!source) return;
  const number = saidBefore(drafts, cue.head, sentence.first);
  const earlier = drafts[number];
  if (earlier) {
    drafts[number] = { ...earlier, via: source };
    return;
  }
  const content = contentOf(page, cue, last, sentence);
  if (content.length === 0) return;
  drafts.push({
    act: 'SAY',
    isThought: false,
    lemma: 'according',
    way: 'ACCORDING',
    cue: cue.range,
    head: cue.head,
    source,
    sourceHead: headOf(page, source),
    content,
    addressee: -1,
    via: null,
    isNegated: false,
  });
}

/** The phrase after `according to` ends at a comma that nothing which describes it follows, or with the phrase. */
function endOfSource(page: Page, cue: AccordingCue, limit: number): number {
  const first = cue.range.last + 1;
  const head = Math.max(first, endOfParts(page, first, limit));
  const { governor } = page.phrases.at(cue.head);
  const end = Math.min(limit, Math.max(head, governor > cue.head ? page.phrases.at(governor).whole.last : head));
  for (let token = head + 1; token <= end; token += 1)
    if (wordAt(page, token) === ',' && !/^(?:an?|the|who|which|whose)$/.test(wordAt(page, token + 1))) return token - 1;
  return end;
}

/** What stands before the cue and, after a comma, after the source; of a relative clause its pronoun and the rest. */
function contentOf(page: Page, cue: AccordingCue, last: number, sentence: TokenRange): TokenRange[] {
  const before = trimMarks(page, { first: sentence.first, last: cue.head - 1 });
  const after = restAfter(page, last + 1, sentence.last);
  const opens = cue.head - sentence.first <= 2;
  const pronoun = wordAt(page, cue.head - 1) === ',' ? cue.head - 2 : cue.head - 1;
  if (/^(?:which|who|that)$/.test(wordAt(page, pronoun)) && after && hasFiniteVerb(page, after)) {
    const first = page.tagOf(pronoun - 1) === 'IN' ? pronoun - 1 : pronoun;
    return [{ first, last: pronoun }, after];
  }
  const goesOn = after && after.last > after.first && (opens || wordAt(page, last + 1) === ',');
  return [...(before && !opens ? [before] : []), ...(goesOn ? [after] : [])];
}

/** What follows a source, without `however,` before it; null where it is another clause (`, but its authors …`). */
function restAfter(page: Page, first: number, limit: number): TokenRange | null {
  const range = trimMarks(page, { first, last: limit });
  if (!range || /^(?:and|but|who|which|while|though|although)$/.test(wordAt(page, range.first))) return null;
  const isAside = page.tagOf(range.first) === 'RB' && wordAt(page, range.first + 1) === ',';
  return isAside ? trimMarks(page, { first: range.first + 2, last: range.last }) : range;
}

/** The number of the first draft near before a token, in its sentence, whose words stand before its cue; or -1. */
function saidBefore(drafts: readonly Draft[], token: number, sentence: number): number {
  let found = -1;
  for (let number = drafts.length - 1; number >= 0; number -= 1) {
    const draft = drafts[number];
    if (!draft || draft.head < sentence || token - draft.head > NEAR) break;
    if (draft.cue && draft.source && draft.content.some((part) => part.last < draft.head)) found = number;
  }
  return found;
}

/** The first noun of some words that hangs on none of them. */
function headOf(page: Page, { first, last }: TokenRange): number {
  for (let token = first; token <= last; token += 1) {
    const { governor } = page.phrases.at(token);
    if ((governor < first || governor > last) && (isNoun(page, token) || page.tagOf(token) === 'CD')) return token;
  }
  return last;
}
