import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { DOUBTFUL_VERBS } from '../lexicon/speech-acts.ts';
import type { Draft } from './draft.ts';
import { tieOf } from './end-features.ts';
import type { FeatureList, Template } from './feature-list.ts';
import { countIn, hasFiniteVerb, isQuoteMark, type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import { complementOf, isPlausible, isStrongInside } from './plausible.ts';

/** Room for the features of a draft, and of one that is kept. */
export const DRAFT_FEATURES = 96;

/** In how many contents a cue stands: more than two count as two. */
const DEEPEST = 2;

/** What is put together to features: the order is part of what the weights mean. */
const TEMPLATES = [
  [],
  ['way'],
  ['lemma'],
  ['lemma', 'way'],
  ['lemma', 'tag'],
  ['way', 'tag'],
  ['way', 'source'],
  ['source', 'lemma'],
  ['source', 'tag', 'way'],
  ['act', 'way'],
  ['plausible', 'way'],
  ['plausible', 'thought'],
  ['plausible', 'source'],
  ['opening', 'way'],
  ['openingTag', 'way'],
  ['openingTag', 'lemma'],
  ['opening', 'lemma'],
  ['length', 'way'],
  ['quoted', 'way'],
  ['quoted', 'length'],
  ['tie', 'way'],
  ['tie', 'tag', 'source'],
  ['governor', 'tie'],
  ['governorTag', 'tie', 'way'],
  ['before'],
  ['before', 'way'],
  ['opener', 'auxiliary', 'way'],
  ['finite', 'way'],
  ['finite', 'quoted', 'way'],
  ['nested', 'way'],
  ['nested', 'lemma'],
  ['nested', 'source', 'tag'],
  ['sourceLemma'],
  ['sourceLemma', 'way'],
  ['object'],
  ['object', 'lemma'],
  ['doubtful', 'way'],
  ['doubtful', 'way', 'quoted'],
  ['doubtful', 'source', 'way'],
  ['place', 'way'],
  ['distance', 'way'],
  ['distance', 'source'],
  ['negated', 'way'],
  ['negated', 'lemma'],
  ['thought', 'way'],
  ['thought', 'source', 'tag'],
  ['addressed', 'way', 'act'],
  ['after', 'way'],
  ['after', 'lemma'],
  ['modality', 'way'],
  ['modality', 'source'],
  ['plausible', 'doubtful', 'way'],
  ['act', 'quoted'],
  ['sourceTag', 'way'],
  ['complement', 'way'],
  ['complement', 'lemma', 'way'],
  ['complement', 'act', 'quoted'],
  ['voice', 'way', 'source'],
] as const satisfies readonly Template<string>[];

type DraftSign = (typeof TEMPLATES)[number][number];

/**
 * Writes the features of a draft: its cue, source and content, and where they stand; `inside` says in how many contents
 * its cue stands.
 */
export function readDraft(page: Page, draft: Draft, inside: number, into: FeatureList): void {
  const { lemmas } = page.document.tokens;
  const { head, cue, source, sourceHead, content } = draft;
  const first = content[0]?.first ?? head;
  const { governor, voice } = page.clauses.at(head);
  const isPlain = inside === 0 || isStrongInside(draft);
  const seen: Readonly<Record<DraftSign, number>> = {
    way: hashWord(draft.way),
    act: hashWord(draft.act),
    lemma: hashWord(draft.lemma),
    tag: hashWord(page.tagOf(head)),
    tie: hashWord(tieOf(page, head)),
    voice: hashWord(voice),
    governor: governor >= 0 ? hashWord(lemmas[governor] ?? '') : 0,
    governorTag: governor >= 0 ? hashWord(page.tagOf(governor)) : 0,
    before: cue ? hashWord(wordAt(page, cue.first - 1)) : 0,
    opener: cue ? hashWord(wordAt(page, cue.first)) : 0,
    auxiliary: cue && cue.first < head ? 1 : 0,
    after: hashWord(wordAt(page, head + 1)),
    place: placeOf(page, draft),
    modality: modalityOf(page, draft),
    negated: draft.isNegated ? 1 : 0,
    thought: draft.isThought ? 1 : 0,
    doubtful: DOUBTFUL_VERBS.has(draft.lemma) ? 1 : 0,
    plausible: isPlausible(page, draft) ? (isPlain ? 2 : 1) : 0,
    nested: Math.min(inside, DEEPEST),
    source: sourceClass(page, draft),
    sourceLemma: sourceHead >= 0 ? hashWord(lemmas[sourceHead] ?? '') : 0,
    sourceTag: source ? hashWord(page.tagOf(source.first)) : 0,
    distance: distanceOf(draft),
    addressed: draft.addressee >= 0 ? 1 : 0,
    opening: hashWord(wordAt(page, first)),
    openingTag: hashWord(page.tagOf(first)),
    length: lengthOf(content),
    quoted: quotedShare(page, content),
    finite: content.some((part) => hasFiniteVerb(page, part)) ? 1 : 0,
    object: contentNoun(page, draft),
    complement: complementOf(page, content),
  };
  into.clear();
  into.addAll(FIRST_OF_DRAFTS, TEMPLATES, seen);
}

/** The number of the first template of a draft. */
const FIRST_OF_DRAFTS = 101;

/** What a source may be in one word: the author or reader, a thing, somebody named before, a relative pronoun. */
const ONE_WORD_SOURCES: readonly RegExp[] = [
  /^(?:i|we|you)$/,
  /^(?:it|this|that|which|these|those)$/,
  /^(?:he|she|they|him|her|them)$/,
  /^who$/,
];

/**
 * What kind of words name the source: nobody, a pronoun by its kind, a name, one thing, several, a number, all else.
 */
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
