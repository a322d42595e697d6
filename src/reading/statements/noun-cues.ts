import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag, relation } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { REPORTING_NOUNS, REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { chooseEnd } from './ends.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import { isPart, startOfParts } from './noun-phrases.ts';
import type { NounReport } from './cue.ts';

/** `Her claim that …`: behind a possessive a word is a noun, even where the tagger took it for a verb. */
function isNounAt(page: Page, token: number): boolean {
  const tag = page.tagOf(token);
  return /^NNS?$/.test(tag) || (/^VB[PZ]?$/.test(tag) && /^(?:PRP\$|POS)$/.test(page.tagOf(token - 1)));
}

/** Nouns whose infinitive is what was said: `a promise to cut fees`. */
const WITH_INFINITIVE =
  /^(?:promise|pledge|vow|threat|offer|demand|call|refusal|claim|request|plea|appeal|proposal|order)$/;

/** Nouns of which a phrase with `for`, `of` or `about` is what was said, where it is told whose they are. */
const WITH_FOR = /^(?:call|demand|plea|appeal|request)$/;
const WITH_OF = /^(?:accusation|allegation|warning|criticism|condemnation|denial|rejection|prediction)$/;
const WITH_ABOUT = /^(?:claim|statement|remark|comment|warning|complaint|question)$/;

/** Verbs that do no more than utter a noun. */
const UTTERING = /^(?:make|issue|give|deliver|send|sound|renew|offer|level|raise|put|release|lodge|voice|utter|air)$/;

/** What a noun reports, or null. An infinitive or a phrase is reported only where it is told whose words they are. */
export function readNoun(page: Page, noun: number): NounReport | null {
  const lemma = page.document.tokens.lemmas[noun] ?? '';
  const listed = isNounAt(page, noun) ? REPORTING_NOUNS.get(lemma) : undefined;
  if (!listed || isRelation(relation(page.document, noun), 'compound', 'amod')) return null;
  const bounds = sentenceOf(page, noun);
  if (isOccasion(page, noun)) return null;
  const agent = agentBehind(page, noun, bounds.last);
  const opening = (agent?.last ?? noun) + 1;
  const owner = agent ?? ownerOf(page, noun, bounds.first);
  const uttering = owner ? -1 : utteringVerb(page, noun);
  const subject =
    uttering >= 0 ? (page.tree.childrenBy(uttering, 'nsubj').find((child) => child < uttering) ?? -1) : -1;
  const source = owner ?? (subject >= 0 ? trimMarks(page, page.tree.subtreeOf(subject)) : null);
  const first = firstOfContent(page, noun, lemma, opening, source !== null);
  if (first < 0 || first >= bounds.last) return null;
  const content = trimMarks(page, { first, last: endOfContent(page, noun, first, bounds) });
  if (!content || content.last <= content.first) return null;
  const sourceHead = owner ? headOf(page, owner) : subject;
  return {
    noun: listed,
    cue: { first: source && uttering >= 0 ? uttering : noun, last: first > opening ? opening : noun },
    source,
    sourceHead: source ? sourceHead : -1,
    content,
  };
}

/**
 * `said in her opening remarks that …`: a noun that tells where a reporting verb was spoken leaves what was said to the
 * verb.
 */
function isOccasion(page: Page, noun: number): boolean {
  const { heads, lemmas } = page.document.tokens;
  const isInside = page.tree
    .childrenBy(noun, 'case')
    .some((preposition) => /^(?:in|during|at|on|after)$/.test(wordAt(page, preposition)));
  return (
    isInside &&
    (REPORTING_VERBS.get(lemmas[heads[noun] ?? -1] ?? '') ?? []).some((reading) => reading.frames.has('CLAUSE'))
  );
}

/**
 * Where what was said begins: at `that` or `to`, or behind `for`, `of` and `about`; -1 where nothing of the kind
 * follows the noun.
 */
function firstOfContent(page: Page, noun: number, lemma: string, opening: number, isOwned: boolean): number {
  const word = wordAt(page, opening);
  if (/^(?:that|whether)$/.test(word)) {
    const isSubject = /^(?:VBD|VBZ|VBP|MD|VBN)$/.test(page.tagOf(opening + 1)) && !isFiniteTag(page.tagOf(opening + 2));
    const isClause =
      page.tagOf(opening) === 'IN' ||
      (isOwned && !isSubject) ||
      isRelation(relation(page.document, opening), 'mark') ||
      /^(?:PRP|DT|NNP|PRP\$|EX)$/.test(page.tagOf(opening + 1));
    return isClause && (isOwned || hasClause(page, noun)) ? opening : -1;
  }
  if (!isOwned) return -1;
  if (word === 'to') return WITH_INFINITIVE.test(lemma) && page.tagOf(opening + 1) === 'VB' ? opening : -1;
  const isPhrase =
    (word === 'for' && WITH_FOR.test(lemma)) ||
    (word === 'of' && WITH_OF.test(lemma)) ||
    (word === 'about' && WITH_ABOUT.test(lemma));
  return isPhrase ? opening + 1 : -1;
}

function hasClause(page: Page, noun: number): boolean {
  return page.tree
    .childrenBy(noun, 'acl', 'ccomp')
    .some(
      (clause) =>
        clause > noun &&
        page.tree
          .childrenBy(clause, 'mark')
          .some((mark) => /^(?:that|whether)$/.test(wordAt(page, mark)) && mark > noun && mark - noun <= 3),
    );
}

/** The end of the phrase that hangs on the noun; where the noun is a subject, before its verb. */
function endOfContent(page: Page, noun: number, first: number, bounds: TokenRange): number {
  const { heads } = page.document.tokens;
  const clause = page.tree
    .childrenBy(noun, 'acl', 'ccomp', 'nmod')
    .findLast((child) => child >= first && page.tree.subtreeOf(child).first <= first + 1);
  const last = clause === undefined ? chooseEnd(page, { first, bounds, verb: noun }) : page.tree.subtreeOf(clause).last;
  const governor = heads[noun] ?? -1;
  if (governor <= first || !isRelation(relation(page.document, noun), 'nsubj')) return Math.min(last, bounds.last);
  const verb = Math.min(
    governor,
    ...page.tree.childrenBy(governor, 'aux', 'aux:pass', 'cop', 'advmod').filter((child) => child > first),
  );
  return Math.min(last, verb - 1, bounds.last);
}

/**
 * `by the ministry`, `from doctors`: a phrase right behind the noun that names whose words they are, before what was
 * said.
 */
function agentBehind(page: Page, noun: number, limit: number): TokenRange | null {
  if (!/^(?:by|from)$/.test(wordAt(page, noun + 1))) return null;
  let last = noun + 1;
  while (last < limit && (isPart(page, last + 1) || page.tagOf(last + 1) === 'PRP')) last += 1;
  const isNoun = last > noun + 1 && /^(?:NN|PRP)/.test(page.tagOf(last));
  return isNoun ? { first: noun + 2, last } : null;
}

/** `Roe’s`, `her`, `the ministry’s`: whose words a noun means, with adjectives between. */
function ownerOf(page: Page, noun: number, limit: number): TokenRange | null {
  let at = noun - 1;
  while (at > limit && /^(?:JJ|JJR|JJS|VBN|VBG|RB|CD|NN)$/.test(page.tagOf(at)) && noun - at < 5) at -= 1;
  if (page.tagOf(at) === 'PRP$') return /^(?:my|our|your)$/.test(wordAt(page, at)) ? null : { first: at, last: at };
  if (!/^['’]s?$/.test(wordAt(page, at)) || at <= limit) return null;
  return /^NN/.test(page.tagOf(at - 1)) ? { first: startOfParts(page, at - 1, limit), last: at - 1 } : null;
}

/** The verb that utters the noun as its object: `issued a warning that …`; -1 where none does. */
function utteringVerb(page: Page, noun: number): number {
  const verb = page.document.tokens.heads[noun] ?? -1;
  return verb >= 0 &&
    verb < noun &&
    noun - verb <= 6 &&
    isRelation(relation(page.document, noun), 'obj') &&
    UTTERING.test(page.document.tokens.lemmas[verb] ?? '')
    ? verb
    : -1;
}

function headOf(page: Page, { first, last }: TokenRange): number {
  let head = last;
  for (let token = first; token < last; token += 1)
    if (page.tagOf(token).startsWith('NN') && wordAt(page, token + 1) === 'of') return token;
  while (head > first && !/^(?:NN|PRP)/.test(page.tagOf(head))) head -= 1;
  return head;
}
