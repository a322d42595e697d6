import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { DOUBTFUL_VERBS } from '../lexicon/speech-acts.ts';
import type { Draft } from './draft.ts';
import { tieOf } from './end-features.ts';
import type { FeatureList } from './feature-list.ts';
import { countIn, hasFiniteVerb, isQuoteMark, type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import { isPlausible, isStrongInside } from './plausible.ts';

/** Room for the features of a draft, and of one that is kept. */
export const DRAFT_FEATURES = 96;

/** In how many contents a cue stands: more than two count as two. */
const DEEPEST = 2;

/**
 * Writes the features of a draft: its cue, source and content, and where they stand; `inside` says in how many contents
 * its cue stands. The numbers of the templates are part of what the weights mean.
 */
export function readDraft(page: Page, draft: Draft, inside: number, into: FeatureList): void {
  const { lemmas } = page.document.tokens;
  const { head, cue } = draft;
  into.clear();
  const way = hashWord(draft.way);
  const lemma = hashWord(draft.lemma);
  const tag = hashWord(page.tagOf(head));
  const source = sourceClass(page, draft);
  const act = hashWord(draft.act);
  const first = draft.content[0]?.first ?? head;
  const opening = hashWord(wordAt(page, first));
  const openingTag = hashWord(page.tagOf(first));
  const length = lengthOf(draft.content);
  const quoted = quotedShare(page, draft.content);
  const clause = page.clauses.at(head);
  const tie = hashWord(tieOf(page, head));
  const governor = clause.governor >= 0 ? hashWord(lemmas[clause.governor] ?? '') : 0;
  const governorTag = clause.governor >= 0 ? hashWord(page.tagOf(clause.governor)) : 0;
  const before = cue ? hashWord(wordAt(page, cue.first - 1)) : 0;
  const opener = cue ? hashWord(wordAt(page, cue.first)) : 0;
  const auxiliary = cue && cue.first < head ? 1 : 0;
  const after = hashWord(wordAt(page, head + 1));
  const finite = draft.content.some((part) => hasFiniteVerb(page, part)) ? 1 : 0;
  const plausible = isPlausible(page, draft) ? (inside === 0 || isStrongInside(draft) ? 2 : 1) : 0;
  const nested = Math.min(inside, DEEPEST);
  const sourceLemma = draft.sourceHead >= 0 ? hashWord(lemmas[draft.sourceHead] ?? '') : 0;
  const sourceTag = draft.source ? hashWord(page.tagOf(draft.source.first)) : 0;
  const object = contentNoun(page, draft);
  const doubtful = DOUBTFUL_VERBS.has(draft.lemma) ? 1 : 0;
  const place = placeOf(page, draft);
  const distance = distanceOf(draft);
  const negated = draft.isNegated ? 1 : 0;
  const thought = draft.isThought ? 1 : 0;
  const modality = modalityOf(page, draft);
  const complement = complementOf(page, draft.content);
  into.add(101);
  into.add(102, way);
  into.add(103, lemma);
  into.add(104, lemma, way);
  into.add(105, lemma, tag);
  into.add(106, way, tag);
  into.add(107, way, source);
  into.add(108, source, lemma);
  into.add(109, source, tag, way);
  into.add(110, act, way);
  into.add(111, plausible, way);
  into.add(112, plausible, thought);
  into.add(113, plausible, source);
  into.add(114, opening, way);
  into.add(115, openingTag, way);
  into.add(116, openingTag, lemma);
  into.add(117, opening, lemma);
  into.add(118, length, way);
  into.add(119, quoted, way);
  into.add(120, quoted, length);
  into.add(121, tie, way);
  into.add(122, tie, tag, source);
  into.add(123, governor, tie);
  into.add(124, governorTag, tie, way);
  into.add(125, before);
  into.add(126, before, way);
  into.add(127, opener, auxiliary, way);
  into.add(128, finite, way);
  into.add(129, finite, quoted, way);
  into.add(130, nested, way);
  into.add(131, nested, lemma);
  into.add(132, nested, source, tag);
  into.add(133, sourceLemma);
  into.add(134, sourceLemma, way);
  into.add(135, object);
  into.add(136, object, lemma);
  into.add(137, doubtful, way);
  into.add(138, doubtful, way, quoted);
  into.add(139, doubtful, source, way);
  into.add(140, place, way);
  into.add(141, distance, way);
  into.add(142, distance, source);
  into.add(143, negated, way);
  into.add(144, negated, lemma);
  into.add(145, thought, way);
  into.add(146, thought, source, tag);
  into.add(147, draft.addressee >= 0 ? 1 : 0, way, act);
  into.add(148, after, way);
  into.add(149, after, lemma);
  into.add(150, modality, way);
  into.add(151, modality, source);
  into.add(152, plausible, doubtful, way);
  into.add(153, act, quoted);
  into.add(154, sourceTag, way);
  into.add(155, complement, way);
  into.add(156, complement, lemma, way);
  into.add(157, complement, act, quoted);
  into.add(158, hashWord(clause.voice), way, source);
}

/** What a source may be in one word: the author or reader, a thing, somebody named before, a relative pronoun. */
const ONE_WORD_SOURCES: readonly RegExp[] = [
  /^(?:i|we|you)$/,
  /^(?:it|this|that|which|these|those)$/,
  /^(?:he|she|they|him|her|them)$/,
  /^who$/,
];

/** What kind of words name the source: nobody, a pronoun by its kind, a name, one thing, several, a number, all else. */
function sourceClass(page: Page, { source, sourceHead }: Draft): number {
  if (!source || sourceHead < 0) return 0;
  if (source.first === source.last) {
    const word = wordAt(page, source.last);
    const kind = ONE_WORD_SOURCES.findIndex((pattern) => pattern.test(word));
    if (kind >= 0) return kind + 1;
  }
  const tag = page.tagOf(sourceHead);
  if (tag.startsWith('NNP')) return 5;
  return tag === 'NNS' ? 6 : tag === 'NN' ? 7 : tag === 'CD' ? 8 : 9;
}

function lengthOf(content: readonly TokenRange[]): number {
  const words = content.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return words <= 4 ? words : words <= 7 ? 5 : words <= 12 ? 6 : words <= 20 ? 7 : words <= 35 ? 8 : 9;
}

/** How much of a content stands in quotation marks: nothing, a little, much, all. */
function quotedShare(page: Page, content: readonly TokenRange[]): number {
  let words = 0;
  let quoted = 0;
  for (const { first, last } of content) {
    words += Math.max(0, last - first + 1);
    quoted += countIn(page, 'quoted', first, last);
  }
  const share = words > 0 ? quoted / words : 0;
  return share === 0 ? 0 : share < 0.5 ? 1 : share < 0.95 ? 2 : 3;
}

/** Whether a content holds `as`, `of`, `for` or `over`, as in `accused Tehran of …`, `called it “a joke”`. */
function complementOf(page: Page, [part]: readonly TokenRange[]): number {
  if (!part) return 0;
  const last = Math.min(part.last, part.first + LONGEST_OBJECT);
  for (let token = part.first; token <= last; token += 1) {
    const kind = ['as', 'of', 'for', 'over'].indexOf(wordAt(page, token));
    if (kind >= 0) return kind + 1;
    if (token > part.first && isQuoteMark(page, token)) return 5;
  }
  return 0;
}

/** Within how many tokens an object has its complement. */
const LONGEST_OBJECT = 20;

/** The noun that a short content is about: `denied the accusations`, `declared bankruptcy`. */
function contentNoun(page: Page, { head, content }: Draft): number {
  const object = page.clauses
    .at(head)
    .objects.find((child) => content.some(({ first, last }) => first <= child && child <= last));
  return object === undefined ? 0 : hashWord(page.document.tokens.lemmas[object] ?? '');
}

/** How many words a source stands before its cue; 7 where it stands after it, 8 where there is none. */
function distanceOf({ source, head }: Draft): number {
  if (!source) return 8;
  return source.first > head ? 7 : Math.min(6, Math.max(0, head - source.last));
}

/** Whether the cue opens a sentence, or follows a quotation, a comma or a word; and whether it stands in a headline. */
function placeOf(page: Page, { cue, head }: Draft): number {
  const paragraph = paragraphOf(page, head);
  const isHeadline = !/^[.!?…”"]$/.test(wordAt(page, paragraph.last)) && paragraph.last - paragraph.first < 25;
  const start = cue?.first ?? head;
  const isOpening = start === sentenceOf(page, head).first;
  const before = isOpening ? 1 : isQuoteMark(page, start - 1) ? 2 : wordAt(page, start - 1) === ',' ? 3 : 4;
  return before + (isHeadline ? 8 : 0);
}

/** Whether the saying is real, or only to come, possible or meant, by the verb group and what opens its clause. */
function modalityOf(page: Page, { head }: Draft): number {
  const { modality, tense, openers } = page.clauses.at(head);
  const [opener] = openers;
  if (opener !== undefined && opener < head) return hashWord(wordAt(page, opener)) | 1;
  if (tense === 'FUTURE') return 2;
  return modality === 'NONE' ? 0 : 4;
}
