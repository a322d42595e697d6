import { rangesWithin } from '../../language/ranges.ts';
import type { NamedSpan } from '../../language/document.ts';
import { isRelativePronoun } from '../../language/clause-subjects.ts';
import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import { isFiniteTag } from '../../language/tags.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import type { VerbCue } from './cue.ts';
import { issuerOf } from './media.ts';
import { endOfParts, isNoun, isPart, startOfParts } from './noun-phrases.ts';
import { hasFiniteVerb, isMark, isQuoteMark, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { Source } from './source.ts';
import { isPlural } from './source-words.ts';

/** The `by` phrase of a passive. */
export function agentOf(page: Page, cue: VerbCue): Source | null {
  const [agent] = page.clauses.at(cue.verb).agents;
  return agent === undefined ? null : drawWords(page, cue, agent);
}

/**
 * The subject of a verb, its own or whom its clause leaves it to. For `who` the words are `who` and the noun is what it
 * stands for.
 */
export function subjectOf(page: Page, cue: VerbCue): Source | null {
  const { clauses } = page;
  const own = clauses.at(cue.verb).ownSubjects.filter((subject) => canSpeak(page, cue, subject));
  const subject = own.findLast((one) => one < cue.head) ?? own[0];
  if (subject !== undefined && !isRelativePronoun(page.document, subject)) return drawWords(page, cue, subject);
  const { source, heads } = clauses.subjectsOf(cue.verb);
  const [noun] = heads;
  if (noun === undefined || source === 'OWN') return null;
  const pronoun = source === 'DESCRIBED' ? (subject ?? pronounOf(page, cue.verb)) : -1;
  if (pronoun >= 0) {
    const isOver = wordAt(page, cue.range.first - 1) === ',' && pronoun < cue.range.first - 2;
    const described = isOver ? describedBefore(page, cue) : null;
    return described ?? { range: { first: pronoun, last: pronoun }, head: noun, isInverted: false };
  }
  const issuer = source === 'DESCRIBED' ? issuerOf(page, noun) : -1;
  return isAble(page, cue, noun) ? drawWords(page, cue, issuer >= 0 ? issuer : noun) : null;
}

/** The relative pronoun that is subject of a verb or of the one that it goes on from; -1 where none is. */
function pronounOf({ document, clauses }: Page, verb: number): number {
  let clause = clauses.at(verb);
  for (let steps = 0; steps < 5; steps += 1) {
    const found = clause.ownSubjects.find((subject) => isRelativePronoun(document, subject));
    if (found !== undefined) return found;
    if (clause.ownSubjects.length > 0 || clause.governor < 0) return -1;
    clause = clauses.at(clause.governor);
  }
  return -1;
}

/** Neither marks nor days speak, nor does anybody inside of a quotation that the cue stands outside of. */
function isAble(page: Page, cue: VerbCue, noun: number): boolean {
  const quotation = page.quoteAt[noun] ?? -1;
  if (quotation >= 0 && quotation !== (page.quoteAt[cue.head] ?? -1)) return false;
  return !isMark(page, noun) && !TIME_WORDS.has(wordAt(page, noun));
}

function canSpeak(page: Page, cue: VerbCue, noun: number): boolean {
  return isAble(page, cue, noun) && (noun < cue.head || isAfterSaid(page, cue));
}

/** Whether what was said stands before a verb, so that who says it may follow. */
function isAfterSaid(page: Page, cue: VerbCue): boolean {
  const before = cue.range.first - 1;
  if (isQuoteMark(page, before) || before < sentenceOf(page, cue.head).first) return true;
  return /^[,–—-]$/.test(wordAt(page, before)) && page.tagOf(before) !== 'HYPH';
}

/**
 * Who a cue goes on from: the subject above a participle after a comma (`…, adding that …`) or a verb after `and`.
 * Above what somebody says stands who says it.
 */
export function subjectAbove(page: Page, cue: VerbCue): Source | null {
  const { clauses, document } = page;
  const { first } = cue.range;
  if (!goesOn(page, first)) return null;
  let found = -1;
  for (let below = cue.verb, steps = 0; steps < 8; steps += 1) {
    const { link, governor } = clauses.at(below);
    if (governor < 0) break;
    const subjects = governor > first ? [] : clauses.at(governor).ownSubjects;
    const subject = subjects.find((one) => one < first && canSpeak(page, cue, one));
    const readings = link === 'CONTENT' ? (REPORTING_VERBS.get(document.tokens.lemmas[governor] ?? '') ?? []) : [];
    const isSaid = readings.some((reading) => !reading.isThought && reading.frames.has('CLAUSE'));
    if (subject !== undefined && (found < 0 || isSaid)) found = subject;
    below = governor;
  }
  return found < 0 ? null : drawWords(page, cue, found);
}

/** Whether a cue goes on from another clause: a participle after a comma or a dash, a verb after `and` or `but`. */
function goesOn(page: Page, first: number): boolean {
  const before = page.tagOf(first - 1) === 'RB' ? first - 2 : first - 1;
  if (page.tagOf(first) === 'VBG') return /^[,–—-]$/.test(wordAt(page, before)) || isQuoteMark(page, before);
  return /^(?:and|but|then)$/.test(wordAt(page, before)) && /^VB[DZPN]$/.test(page.tagOf(first));
}

/** `“…,” said Roe`: the noun right after a verb that follows what was said, where the tree made it an object. */
export function nounAfter(page: Page, cue: VerbCue): Source | null {
  const takesWhom = cue.readings.some((reading) => reading.frames.has('ADDRESSEE'));
  if (cue.isPassive || takesWhom || !isAfterSaid(page, cue)) return null;
  const said = { first: sentenceOf(page, cue.head).first, last: cue.range.first - 1 };
  if (
    !isQuoteMark(page, said.last) &&
    !(hasFiniteVerb(page, said) && cue.readings.some((reading) => reading.frames.has('CLAUSE')))
  )
    return null;
  const next = cue.range.last + 1;
  const [object = -1] = page.clauses.at(cue.verb).objects;
  if (object >= 0 && object - next <= 8) return drawWords(page, cue, object);
  const last = page.tagOf(next) === 'PRP' ? next : endOfParts(page, next, sentenceOf(page, cue.head).last);
  return last >= next && isNoun(page, last) && !isFiniteTag(page.tagOf(last + 1)) ? drawWords(page, cue, last) : null;
}

/** Where the tree gives no subject: the noun phrase right before the cue, with what describes it between commas. */
export function nounBefore(page: Page, cue: VerbCue): Source | null {
  const before = beforeTime(page, cue.range.first - 1);
  const limit = sentenceOf(page, cue.head).first;
  if (wordAt(page, before) === ',') return describedBefore(page, cue);
  const isEnd =
    isNoun(page, before) ||
    isPlural(page, before) ||
    (isPart(page, before) && isFiniteTag(page.tagOf(cue.range.first)));
  if (before < limit || page.tagOf(cue.verb) === 'VBG' || !isEnd) return null;
  const first = page.tagOf(before) === 'PRP' ? before : startOfParts(page, before, limit);
  return { range: { first, last: before }, head: before, isInverted: false };
}

/** `the aide | last night denied`: the token before a day that leads up to a cue. */
function beforeTime(page: Page, token: number): number {
  let before = token;
  while (TIME_WORDS.has(wordAt(page, before))) before -= 1;
  return before < token && wordAt(page, before) === 'on' ? before - 1 : before;
}

const DESCRIBES = /^(?:who|whose|which|an?|the|one|now|\d+|himself|herself|formerly|former)$/;

/** `Roe, whose party lost the vote, said`: the noun phrase before a description between commas, with that. */
function describedBefore(page: Page, cue: VerbCue): Source | null {
  const comma = cue.range.first - 1;
  const limit = sentenceOf(page, cue.head).first;
  if (cue.isPassive || !/^VB[DZP]$/.test(page.tagOf(cue.range.first))) return null;
  for (let token = comma - 1; token > limit && comma - token < 40; token -= 1) {
    if (wordAt(page, token) !== ',' || (page.quoteAt[token] ?? -1) >= 0 || !isNoun(page, token - 1)) continue;
    const opens =
      DESCRIBES.test(wordAt(page, token + 1)) ||
      /^VB[NG]$/.test(page.tagOf(token + 1)) ||
      (comma - token <= 5 && !hasFiniteVerb(page, { first: token, last: comma }));
    const first = startOfParts(page, token - 1, limit);
    if (opens) return { range: { first, last: comma - 1 }, head: token - 1, isInverted: false };
  }
  return null;
}

/** How many words a name may have on either side of a token. */
const LONGEST_NAME = 10;

/**
 * The words of a noun on its side of the cue, without prepositions before it, out of quotations and with whole names.
 */
function drawWords(page: Page, cue: VerbCue, noun: number): Source | null {
  const { whole, prepositions } = page.phrases.at(noun);
  const sentence = sentenceOf(page, cue.head);
  const isInverted = noun > cue.head;
  const limit = noun < cue.range.first ? cue.range.first - 1 : sentence.last;
  let first = Math.max(whole.first, isInverted ? cue.range.last + 1 : sentence.first);
  const last = isInverted ? beforeSaid(page, noun, Math.min(whole.last, limit)) : Math.min(whole.last, limit);
  while (prepositions.includes(first)) first += 1;
  const isOutside = (token: number): boolean =>
    isQuoteMark(page, token) && (page.quoteAt[token] ?? -1) !== (page.quoteAt[noun] ?? -1);
  for (let token = noun; token >= first; token -= 1) if (isOutside(token)) first = token + 1;
  const name = nameAfter(page, last);
  const isCut = name !== undefined && last - noun <= 1 && name.last <= limit;
  const range = trimMarks(page, { first, last: isCut ? name.last : last });
  const own = nameAfter(page, noun);
  return range && { range, head: own && own.last <= range.last ? own.last : noun, isInverted };
}

/** `Said Roe: “It is over”`: nobody's words reach over a colon to what is said. */
function beforeSaid(page: Page, noun: number, last: number): number {
  for (let token = noun + 1; token <= last; token += 1) if (wordAt(page, token) === ':') return token - 1;
  return last;
}

/** The name that goes on after a token or begins right after it: the tree may have cut it off a title. */
function nameAfter(page: Page, token: number): NamedSpan | undefined {
  const near = rangesWithin(page.document.names, { first: token - LONGEST_NAME, last: token + LONGEST_NAME });
  return near.find(({ first, last }) => first <= token + 1 && token < last);
}
