import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { DOUBTFUL_VERBS } from '../lexicon/speech-acts.ts';
import { FeatureList } from './feature-list.ts';
import { probabilityOf } from './model.ts';
import { countIn, hasFiniteVerb, isQuoteMark, type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import { isPlausible, isStrongInside } from './plausible.ts';
import type { Draft } from './draft.ts';

/**
 * From which probability on a draft is kept: what the rules find likely nearly always, the rest only where much speaks
 * for it.
 */
const KEEP_LIKELY = 0.1;
const KEEP_UNLIKELY = 0.8;

const features = new FeatureList(96);

/**
 * The drafts that the article likely reports as statements. Rules about what a report looks like have their say as
 * features; what was learned weighs them against the verb, its source, its content and what stands around. Inside a
 * quotation, where the articles seldom mean to report, the rules alone decide.
 */
export function keepLikely(page: Page, drafts: readonly Draft[]): Draft[] {
  const inside = countInside(page, drafts);
  return drafts.filter((draft, number) => {
    const isLikely = isPlausible(page, draft) && (inside[number] === 0 || isStrongInside(draft));
    if ((page.quoteAt[draft.head] ?? -1) >= 0 || draft.way === 'COLON') return isLikely;
    if ((draft.isThought || (draft.way === 'INFINITIVE' && (inside[number] ?? 0) > 0)) && !isLikely) return false;
    readDraft(page, draft, inside[number] ?? 0, features);
    return probabilityOf(page.model.reports.weigh(features)) >= (isLikely ? KEEP_LIKELY : KEEP_UNLIKELY);
  });
}

/** For each draft in how many contents of likely drafts its cue stands. Linear in the tokens. */
export function countInside(page: Page, drafts: readonly Draft[]): number[] {
  const change = new Int32Array(page.document.tokens.count + 2);
  for (const draft of drafts) {
    if (!isPlausible(page, draft)) continue;
    for (const part of draft.content) {
      change[part.first] = (change[part.first] ?? 0) + 1;
      change[part.last + 1] = (change[part.last + 1] ?? 0) - 1;
    }
  }
  for (let token = 1; token < change.length; token += 1)
    change[token] = (change[token] ?? 0) + (change[token - 1] ?? 0);
  return drafts.map(
    (draft) =>
      (change[draft.head] ?? 0) -
      (draft.content.some((part) => part.first <= draft.head && draft.head <= part.last) ? 1 : 0),
  );
}

/**
 * Writes the features of a draft: its cue, source and content, and where they stand. The numbers of the templates are
 * part of what the weights mean.
 */
export function readDraft(page: Page, draft: Draft, inside: number, into: FeatureList): void {
  into.clear();
  const way = hashWord(draft.way);
  const lemma = hashWord(draft.lemma);
  const tag = hashWord(page.tagOf(draft.head));
  const source = sourceClass(page, draft);
  const act = hashWord(draft.act);
  const first = draft.content[0]?.first ?? draft.head;
  const opening = hashWord(wordAt(page, first));
  const openingTag = hashWord(page.tagOf(first));
  const words = draft.content.reduce((sum, part) => sum + part.last - part.first + 1, 0);
  const length = words <= 4 ? words : words <= 7 ? 5 : words <= 12 ? 6 : words <= 20 ? 7 : words <= 35 ? 8 : 9;
  const quoted = quotedShare(page, draft.content);
  const relation = hashWord(page.relationOf(draft.head));
  const governor = page.document.tokens.heads[draft.head] ?? -1;
  const before = draft.cue ? hashWord(wordAt(page, draft.cue.first - 1)) : 0;
  const opener = draft.cue ? hashWord(wordAt(page, draft.cue.first)) : 0;
  const auxiliary = draft.cue && draft.cue.first < draft.head ? 1 : 0;
  const finite = draft.content.some((part) => hasFiniteVerb(page, part)) ? 1 : 0;
  const plausible = isPlausible(page, draft) ? (inside === 0 || isStrongInside(draft) ? 2 : 1) : 0;
  const nested = Math.min(inside, 2);
  const sourceLemma = draft.sourceHead >= 0 ? hashWord(page.document.tokens.lemmas[draft.sourceHead] ?? '') : 0;
  const object = contentNoun(page, draft);
  const doubtful = DOUBTFUL_VERBS.has(draft.lemma) ? 1 : 0;
  const place = placeOf(page, draft);
  const distance = draft.source
    ? draft.source.first > draft.head
      ? 7
      : Math.min(6, Math.max(0, draft.head - draft.source.last))
    : 8;
  const negated = draft.isNegated ? 1 : 0;
  const thought = draft.isThought ? 1 : 0;
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
  into.add(121, relation, way);
  into.add(122, relation, tag, source);
  into.add(123, governor >= 0 ? hashWord(page.document.tokens.lemmas[governor] ?? '') : 0, relation);
  into.add(124, governor >= 0 ? hashWord(page.tagOf(governor)) : 0, relation, way);
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
  into.add(148, hashWord(wordAt(page, draft.head + 1)), way);
  into.add(149, hashWord(wordAt(page, draft.head + 1)), lemma);
  into.add(150, modality(page, draft), way);
  into.add(151, modality(page, draft), source);
  into.add(152, plausible, doubtful, way);
  into.add(153, act, quoted);
  into.add(154, sourceTag(page, draft), way);
}

/**
 * What kind of words name the source: nobody, the author or reader, a thing, a pronoun, `who`, a name, one thing or
 * several.
 */
function sourceClass(page: Page, draft: Draft): number {
  if (!draft.source || draft.sourceHead < 0) return 0;
  const isOneWord = draft.source.first === draft.source.last;
  const word = wordAt(page, draft.source.last);
  if (isOneWord && /^(?:i|we|you)$/.test(word)) return 1;
  if (isOneWord && /^(?:it|this|that|which|these|those)$/.test(word)) return 2;
  if (isOneWord && /^(?:he|she|they|him|her|them)$/.test(word)) return 3;
  if (isOneWord && word === 'who') return 4;
  const tag = page.tagOf(draft.sourceHead);
  if (tag.startsWith('NNP')) return 5;
  return tag === 'NNS' ? 6 : tag === 'NN' ? 7 : tag === 'CD' ? 8 : 9;
}

function sourceTag(page: Page, draft: Draft): number {
  return draft.source ? hashWord(page.tagOf(draft.source.first)) : 0;
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

/** The noun that a short content is about: `denied the accusations`, `declared bankruptcy`. */
function contentNoun(page: Page, draft: Draft): number {
  const object = page.tree
    .childrenBy(draft.head, 'obj')
    .find((child) => draft.content.some((part) => part.first <= child && child <= part.last));
  return object === undefined ? 0 : hashWord(page.document.tokens.lemmas[object] ?? '');
}

/** Whether the cue stands in a headline, opens a sentence, or follows a comma or a quotation. */
function placeOf(page: Page, draft: Draft): number {
  const paragraph = paragraphOf(page, draft.head);
  const isHeadline = !/^[.!?…”"]$/.test(wordAt(page, paragraph.last)) && paragraph.last - paragraph.first < 25;
  const start = draft.cue?.first ?? draft.head;
  const before =
    start === sentenceOf(page, draft.head).first
      ? 1
      : isQuoteMark(page, start - 1)
        ? 2
        : wordAt(page, start - 1) === ','
          ? 3
          : 4;
  return before + (isHeadline ? 8 : 0);
}

/** Whether the saying is real, or only wished, possible or meant: `would say`, `to say`, `if he said`. */
function modality(page: Page, draft: Draft): number {
  const sentence = sentenceOf(page, draft.head);
  for (let token = draft.head - 1; token >= Math.max(sentence.first, draft.head - 4); token -= 1) {
    if (page.tagOf(token) === 'MD') return /^(?:will|'ll|’ll)$/.test(wordAt(page, token)) ? 2 : 1;
    if (page.tagOf(token) === 'TO') return 3;
  }
  const clause = page.tree.childrenBy(draft.head, 'mark')[0];
  return clause !== undefined && clause < draft.head ? 4 + (hashWord(wordAt(page, clause)) & 0xffff) : 0;
}
