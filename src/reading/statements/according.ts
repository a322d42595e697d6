import type { TokenRange } from '../../language/document.ts';
import { pennTag, relation } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { hasFiniteVerb, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { AccordingCue } from './cue.ts';
import type { Draft } from './draft.ts';

/**
 * `according to X` at either end of a sentence or inside it: X said the rest, or behind a relative pronoun the rest of
 * its clause. Right behind a statement that has a speaker already (`he claimed according to Interfax`) it is the
 * medium: then the draft of that statement is replaced in `drafts`.
 */
export function draftAccording(page: Page, cue: AccordingCue, drafts: Draft[]): void {
  const sentence = sentenceOf(page, cue.head);
  const first = cue.range.last + 1;
  const last = endOfAccording(page, first, sentence.last);
  const source = trimMarks(page, { first, last });
  if (!source) return;
  const previous = saidBefore(drafts, cue.head, sentence.first);
  const earlier = drafts[previous];
  if (earlier) {
    drafts[previous] = { ...earlier, via: source };
    return;
  }
  const before = trimMarks(page, { first: sentence.first, last: cue.head - 1 });
  const after = restBehind(page, last + 1, sentence.last);
  const opensSentence = cue.head - sentence.first <= 2;
  const comma = wordAt(page, cue.head - 1) === ',' ? 1 : 0;
  const isWhere = /^W/.test(page.tagOf(cue.head - 1 - comma)) && page.tagOf(cue.head - 2 - comma) === 'IN';
  const isRelative =
    isWhere || (/^W/.test(page.tagOf(cue.head - 1)) && /^(?:which|who|that)$/.test(wordAt(page, cue.head - 1)));
  const parts: TokenRange[] = [];
  if (isRelative && after && hasFiniteVerb(page, after))
    parts.push(
      isWhere
        ? { first: cue.head - 2 - comma, last: cue.head - 1 - comma }
        : { first: cue.head - 1, last: cue.head - 1 },
      after,
    );
  else if (!opensSentence && before) parts.push(before);
  if (
    !isRelative &&
    after &&
    (opensSentence || (before && !hasFiniteVerb(page, before)) || !opensSentence) &&
    after.last - after.first >= 1 &&
    (opensSentence || wordAt(page, last + 1) === ',')
  )
    parts.push(after);
  const [part] = parts;
  if (!part) return;
  drafts.push({
    act: 'SAY',
    isThought: false,
    lemma: 'according',
    way: 'ACCORDING',
    cue: cue.range,
    head: cue.head,
    source,
    sourceHead: headOf(page, source),
    content: parts,
    addressee: -1,
    via: null,
    isNegated: false,
  });
}

/** How far behind a cue its medium may be named, in tokens. */
const NEAR = 12;

/**
 * The number of the first draft near before a token, in its sentence, that has a source and reports words before its
 * cue; -1 where there is none. The drafts stand in the order of their cues.
 */
function saidBefore(drafts: readonly Draft[], token: number, sentence: number): number {
  let found = -1;
  for (let number = drafts.length - 1; number >= 0; number -= 1) {
    const draft = drafts[number];
    if (!draft || draft.head < sentence || token - draft.head > NEAR) break;
    if (draft.cue && draft.source && draft.head < token && draft.content.some((part) => part.last < draft.head))
      found = number;
  }
  return found;
}

/**
 * What goes on behind a source, without `however,` before it; null where it is another clause (`, but its authors …`).
 */
function restBehind(page: Page, first: number, limit: number): TokenRange | null {
  const range = trimMarks(page, { first, last: limit });
  if (!range || /^(?:and|but|who|which|while|though|although)$/.test(wordAt(page, range.first))) return null;
  const isAside = page.tagOf(range.first) === 'RB' && wordAt(page, range.first + 1) === ',';
  return isAside ? trimMarks(page, { first: range.first + 2, last: range.last }) : range;
}

/** The phrase after `according to` ends at a comma that no name or apposition goes on behind, or with the sentence. */
function endOfAccording(page: Page, first: number, last: number): number {
  const { document, tree } = page;
  let head = first;
  while (
    head < last &&
    (/^(?:DT|JJ|JJS|JJR|RBS|NN|NNS|NNP|NNPS|POS|CD|HYPH|PRP\$|VBN)$/.test(pennTag(document, head + 1)) ||
      wordAt(page, head + 1) === '/')
  )
    head += 1;
  let top = head;
  while (
    isRelation(relation(document, top), 'flat', 'compound') &&
    (document.tokens.heads[top] ?? -1) >= first &&
    (document.tokens.heads[top] ?? -1) < top
  )
    top = document.tokens.heads[top] ?? top;
  const subtree = tree.subtreeOf(top);
  const end = Math.min(last, Math.max(head, subtree.first >= first - 2 ? subtree.last : head));
  for (let token = first; token <= end; token += 1) {
    if (
      wordAt(page, token) === ',' &&
      token > head &&
      !/^(?:a|an|the|who|which|whose)$/.test(wordAt(page, token + 1)) &&
      !isRelation(relation(document, token + 1), 'appos', 'amod', 'compound', 'det')
    )
      return token - 1;
  }
  return end;
}

function headOf(page: Page, range: TokenRange): number {
  for (let token = range.first; token <= range.last; token += 1) {
    const head = page.document.tokens.heads[token] ?? -1;
    if ((head < range.first || head > range.last) && /^(?:NN|NNS|NNP|NNPS|PRP|CD)$/.test(pennTag(page.document, token)))
      return token;
  }
  return range.last;
}
