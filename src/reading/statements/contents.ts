import type { TokenRange } from '../../language/document.ts';
import { pennTag } from '../../language/tags.ts';
import { type Frame, REPORTING_VERBS, type ReportingVerb } from '../lexicon/speech-acts.ts';
import { addresseeOf, endOfAddressee } from './addressees.ts';
import { isAdjunctStart, readAside } from './asides.ts';
import { clauseRight } from './clauses.ts';
import { chooseEnd } from './ends.ts';
import { isDoubtful, type VerbCue } from './cues.ts';
import { findLoosely } from './loose.ts';
import { hasFiniteVerb, isMark, isQuoteMark, type Page, paragraphOf, sentenceOf, trimMarks, withMarks, wordAt } from './page.ts';
import { readRelative, readSomething } from './relatives.ts';
import type { Source } from './sources.ts';

/** What a cue reports. */
export interface Content {
  readonly parts: readonly TokenRange[];
  readonly reading: ReportingVerb;
  /** The noun of the addressee, or -1. */
  readonly addressee: number;
  /** How the content was found: the ways differ in how often they are right. */
  readonly way: 'LEFT_QUOTE' | 'LEFT' | 'RIGHT_QUOTE' | 'CLAUSE' | 'INFINITIVE' | 'WHOLE' | 'OBJECT' | 'PREPOSITION' | 'LOOSE_CLAUSE' | 'LOOSE_OBJECT' | 'LOOSE_PHRASE';
}

/**
 * What a verb cue reports: words before it that end in a quotation mark or a comma (`“…,” she said`, `the plan, he said, …`), or after it a quotation, a clause, an infinitive, an object with its
 * complement or a phrase, as the verb's frames allow, up to where the sentence turns to something else. Null where it reports nothing.
 */
export function findContent(page: Page, cue: VerbCue, source: Source | null): Content | null {
  const bounds = boundsOf(page, cue.head);
  const group = { first: cue.range.first, last: cue.range.last };
  const isNear = source && source.range.last < cue.range.first && cue.range.first - source.range.last <= 8;
  if (isNear && !hasFiniteVerb(page, { first: source.range.last + 1, last: cue.range.first - 1 })) group.first = Math.min(group.first, source.range.first);
  if (source?.isInverted) group.last = Math.max(group.last, source.range.last);
  const speaks = cue.readings.find((reading) => reading.frames.has('CLAUSE') || reading.frames.has('QUOTE'));
  const isParticiple = pennTag(page.document, cue.verb) === 'VBG';
  if (isParticiple) group.first = cue.range.first;
  const saysBehind = isParticiple && (wordAt(page, group.last + 1) === 'that' || page.tree.childrenBy(cue.verb, 'ccomp').some((child) => child > group.last));
  const aside = speaks ? readAside(page, cue, group, bounds) : null;
  if (aside && speaks) return { parts: aside, reading: speaks, addressee: addresseeOf(page, cue), way: 'LEFT' };
  const something = readSomething(page, cue, group, bounds);
  const [reported] = cue.readings;
  if (something && reported) return { parts: [something], reading: speaks ?? reported, addressee: -1, way: 'OBJECT' };
  const relative = speaks?.frames.has('CLAUSE') && !source?.isInverted ? readRelative(page, cue, group, bounds) : null;
  if (relative && speaks) return { parts: relative, reading: speaks, addressee: -1, way: 'CLAUSE' };
  const left = speaks && !saysBehind && (!isParticiple || isQuoteMark(page, group.first - 1)) ? readLeft(page, cue, group, bounds, speaks) : null;
  if (left) return left;
  return (source && !source.isInverted) || cue.isPassive || pennTag(page.document, cue.verb) === 'VBG' || !source ? readRight(page, cue, bounds) : readRight(page, { ...cue, range: group }, bounds);
}

/** Over how many tokens a quotation that is interrupted may go on. */
const LONGEST_INTERRUPTION = 30;

/** A cue inside a quotation reports within it; any other within its sentence. */
export function boundsOf(page: Page, cue: number): TokenRange {
  const sentence = sentenceOf(page, cue);
  const quotation = page.quotations[page.quoteAt[cue] ?? -1];
  return quotation ? { first: Math.max(sentence.first, quotation.first), last: Math.min(sentence.last, quotation.last) } : sentence;
}

function readLeft(page: Page, cue: VerbCue, group: TokenRange, bounds: TokenRange, reading: ReportingVerb): Content | null {
  const before = group.first - 1;
  if (before < bounds.first) return readSentenceBefore(page, cue, group, bounds, reading);
  const addressee = addresseeOf(page, cue);
  if (isQuoteMark(page, before) && isTitleInPhrase(page, before, group, bounds)) return null;
  if (isQuoteMark(page, before) && (page.quoteAt[before] ?? -1) !== (page.quoteAt[cue.head] ?? -1)) {
    const quotation = page.quotations[page.quoteAt[before] ?? -1];
    if (!quotation) return null;
    const range = withMarks(page.document, quotation);
    if (isOfSubordinate(page, bounds.first, range.first - 1)) return null;
    const first = range.first > bounds.first && hasWords(page, bounds.first, range.first - 1) ? clauseStart(page, bounds.first, range.first) : range.first;
    const isSubject = !hasFiniteVerb(page, range) && wordAt(page, group.last + 1) === ',' && /^(?:VBD|VBZ|VBP|MD)$/.test(page.tagOf(group.last + 2));
    const remainder = isSubject ? rightRemainder(page, group, bounds, cue.verb) : quotedRemainder(page, group, bounds);
    return { parts: [{ first, last: range.last }, ...remainder], reading, addressee, way: 'LEFT_QUOTE' };
  }
  if ((wordAt(page, before) !== ',' && !/^[–—-]$/.test(wordAt(page, before))) || /^(?:who|which|whose)$/.test(wordAt(page, group.first))) return null;
  const start = clauseStart(page, bounds.first, before);
  const range = trimMarks(page, { first: start, last: before - 1 });
  if (!range) {
    const behind = reading.frames.has('CLAUSE') && wordAt(page, group.last + 1) === ',' ? rightRemainder(page, group, bounds, cue.verb) : [];
    return behind.length > 0 ? { parts: behind, reading, addressee, way: 'LEFT' } : null;
  }
  const quotation = page.quotations[page.quoteAt[range.last] ?? -1];
  if (quotation && (page.quoteAt[cue.head] ?? -1) < 0) {
    const whole = withMarks(page.document, quotation);
    if (isOfSubordinate(page, bounds.first, whole.first - 1)) return null;
    return { parts: [{ first: Math.min(start, whole.first), last: whole.last }, ...quotedRemainder(page, group, bounds)], reading, addressee, way: 'LEFT_QUOTE' };
  }
  const rightClause =
    (wordAt(page, group.last + 1) !== ',' && page.tree.childrenBy(cue.verb, 'ccomp').some((child) => child > cue.verb)) ||
    /^(?:that|whether|:)$/.test(wordAt(page, group.last + 1)) ||
    isQuoteMark(page, group.last + 1) ||
    (wordAt(page, group.last + 1) === ',' && isQuoteMark(page, group.last + 2));
  if (rightClause || !reading.frames.has('CLAUSE')) return null;
  const told = { first: group.first, last: endOfAddressee(page, cue, group.last) };
  const isParenthesis = /^[,.–—)]$|^$/.test(wordAt(page, told.last + 1)) || isAdjunctStart(page, told.last + 1);
  if (!isParenthesis) return null;
  const telling = hasFiniteVerb(page, range) ? told : { first: told.first, last: endOfAdjunct(page, told.last, bounds.last) };
  const remainder = rightRemainder(page, telling, bounds, cue.verb);
  if (!hasFiniteVerb(page, range) && (remainder.length === 0 || wordAt(page, telling.last + 1) !== ',')) return null;
  return { parts: [range, ...remainder], reading, addressee, way: 'LEFT' };
}

/** `The lake, she told me over the cake, is tired`: the end of when or where it was said, before the comma behind which what was said goes on with its verb. */
function endOfAdjunct(page: Page, last: number, limit: number): number {
  for (let token = last + 1; token < Math.min(limit, last + 8); token += 1) if (wordAt(page, token) === ',') return /^(?:VBD|VBZ|VBP|MD)$/.test(page.tagOf(token + 1)) ? token - 1 : last;
  return last;
}

/** `“Why now?” Roe asked.`: a question or a shout ends its sentence inside the marks; the next one names who said it and says nothing else. */
function readSentenceBefore(page: Page, cue: VerbCue, group: TokenRange, bounds: TokenRange, reading: ReportingVerb): Content | null {
  const mark = group.first - 1;
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (
    !quotation ||
    mark < 1 ||
    !isQuoteMark(page, mark) ||
    !/^(?:[?!…]+|\.\.\.|[–—-]+)$/.test(wordAt(page, mark - 1).replace(/^\.$/, endsSentence(page, group.last) ? '…' : '.')) ||
    paragraphOf(page, mark).first !== paragraphOf(page, cue.head).first
  )
    return null;
  const saysMore = page.tree.childrenBy(cue.verb, 'ccomp', 'obj').some((child) => child > group.last) || wordAt(page, group.last + 1) === 'that';
  if (saysMore || (page.quoteAt[group.last + 1] ?? -1) >= 0) return null;
  return { parts: [withMarks(page.document, quotation), ...rightRemainder(page, group, bounds, cue.verb)], reading, addressee: addresseeOf(page, cue), way: 'LEFT_QUOTE' };
}

/** Whether nothing but a stop follows a token in its sentence: `“It is lost.” Roe said.` */
function endsSentence(page: Page, token: number): boolean {
  return token + 1 >= sentenceOf(page, token).last;
}

/** `Speaking on “This Week,” she said that …`: a short quotation that ends an opening phrase without a finite verb, before a cue that has its own content behind it. */
function isTitleInPhrase(page: Page, mark: number, group: TokenRange, bounds: TokenRange): boolean {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (!quotation || quotation.last - quotation.first > 5) return false;
  const opening = withMarks(page.document, quotation).first;
  if (opening <= bounds.first || hasFiniteVerb(page, { first: bounds.first, last: mark })) return false;
  return hasFiniteVerb(page, { first: Math.min(group.last + 1, bounds.last), last: bounds.last });
}

/** `When a man shouted “Liar!”, the judge said …`: a quotation that ends a clause with its own verb, opened by a conjunction, is of that clause. */
function isOfSubordinate(page: Page, first: number, last: number): boolean {
  return /^(?:when|as|after|while|before|because|since|if|although|though)$/.test(wordAt(page, first)) && hasFiniteVerb(page, { first, last });
}

function hasWords(page: Page, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1) if (!isMark(page, token)) return true;
  return false;
}

/** Where the clause that ends before a cue begins: the sentence, without a conjunction at its start. */
function clauseStart(page: Page, first: number, before: number): number {
  let at = first;
  while (at < before && (/^(?:and|but|so|still|yet|however)$/.test(wordAt(page, at)) || (isMark(page, at) && !isQuoteMark(page, at)))) at += 1;
  return at;
}

/** After `“A,” she said,` or `the plan, he said,`: what goes on behind the second comma within the sentence. */
function rightRemainder(page: Page, group: TokenRange, bounds: TokenRange, verb: number): TokenRange[] {
  let at = group.last + 1;
  for (let steps = 0; at <= bounds.last && steps < 14; steps += 1, at += 1) {
    if (isQuoteMark(page, at)) {
      const quotation = page.quotations[page.quoteAt[at] ?? -1];
      if (!quotation || (page.quoteAt[group.first] ?? -1) === (page.quoteAt[at] ?? -1)) return [];
      return [withMarks(page.document, quotation)];
    }
    if (wordAt(page, at) === ',' || /^[–—]$/.test(wordAt(page, at))) break;
  }
  if (at >= bounds.last || !(wordAt(page, at) === ',' || /^[–—]$/.test(wordAt(page, at)))) return [];
  if (isQuoteMark(page, at + 1)) {
    const quotation = page.quotations[page.quoteAt[at + 1] ?? -1];
    return quotation ? [withMarks(page.document, quotation)] : [];
  }
  if (pennTag(page.document, at + 1) === 'VBG' || (/^(?:who|which|while|and|but|according|as|when|whose|after|a|an|in|at)$/.test(wordAt(page, at + 1)) && at > group.last + 1)) return [];
  if (at !== group.last + 1) return [];
  if (pennTag(page.document, at + 1) === 'VBG' || /^(?:who|which|and|but|according)$/.test(wordAt(page, at + 1))) return [];
  const range = trimMarks(page, { first: at + 1, last: chooseEnd(page, { first: at + 1, bounds, verb }) });
  const isInfinitive = range !== null && page.tagOf(range.first) === 'TO' && page.tagOf(range.first + 1) === 'VB';
  return range && range.last > range.first && (isInfinitive || hasFiniteVerb(page, range)) ? [range] : [];
}

/** Behind a quotation and its cue only a quotation goes on: `“A,” said Roe, who runs the mill, “B”`; what is not quoted there is the article's own. */
function quotedRemainder(page: Page, group: TokenRange, bounds: TokenRange): TokenRange[] {
  for (let token = group.last + 1; token <= Math.min(bounds.last, group.last + LONGEST_INTERRUPTION); token += 1) {
    if (page.tagOf(token).startsWith('VB') && REPORTING_VERBS.has(page.document.tokens.lemmas[token] ?? '')) return [];
    if (!isQuoteMark(page, token) || (page.quoteAt[token] ?? -1) === (page.quoteAt[group.first] ?? -1)) continue;
    const quotation = page.quotations[page.quoteAt[token] ?? -1];
    return quotation && (token === group.last + 1 || /^[,:–—]$/.test(wordAt(page, token - 1))) ? [withMarks(page.document, quotation)] : [];
  }
  return [];
}

function frameOf(readings: readonly ReportingVerb[], frame: Frame): ReportingVerb | undefined {
  return readings.find((reading) => reading.frames.has(frame));
}

function readRight(page: Page, cue: VerbCue, bounds: TokenRange): Content | null {
  const { document, tree } = page;
  const { readings } = cue;
  const clause = frameOf(readings, 'CLAUSE');
  const quoting = frameOf(readings, 'QUOTE') ?? clause;
  const addressee = addresseeOf(page, cue);
  const make = (first: number, reading: ReportingVerb, way: Content['way'], last = chooseEnd(page, { first, bounds, verb: cue.verb })): Content | null => {
    const range = trimMarks(page, { first, last });
    return range && range.first > cue.head ? { parts: [range], reading, addressee, way } : null;
  };
  const doubtful = isDoubtful(cue);
  const quote = quoting ? openingQuote(page, cue, bounds, addressee) : -1;
  if (quote >= 0 && quoting) {
    const quotation = page.quotations[page.quoteAt[quote] ?? -1];
    const last = quotation ? Math.max(chooseEnd(page, { first: quote, bounds, verb: cue.verb }), withMarks(document, quotation).last) : bounds.last;
    return make(quote, quoting, 'RIGHT_QUOTE', last);
  }
  if (clause && !(cue.isPassive && page.tagOf(cue.range.last + 1) === 'TO')) {
    const start = clauseRight(page, cue, bounds, doubtful, addressee);
    if (start >= 0) return make(start, clause, 'CLAUSE');
  }
  const infinitive = frameOf(readings, 'INFINITIVE');
  if (infinitive) {
    const start = infinitiveRight(page, cue, bounds);
    const whom = infinitive.act === 'URGE' && !cue.isPassive ? cue.range.last + 1 : start;
    if (start >= 0) return make(whom, infinitive, 'INFINITIVE');
  }
  const preposition = prepositionRight(page, cue);
  if (preposition) return make(preposition.first, preposition.reading, 'PREPOSITION');
  const whole = frameOf(readings, 'WHOLE');
  const object = tree.childrenBy(cue.verb, 'obj', 'iobj').find((child) => child > cue.range.last) ?? -1;
  if (whole && !cue.isPassive) {
    const first = object >= 0 ? tree.subtreeOf(object).first : cue.range.last + 1;
    const last = chooseEnd(page, { first: Math.max(first, cue.range.last + 1), bounds, verb: cue.verb });
    if (first > cue.head && isComplemented(page, whole, cue, first, last)) return make(Math.max(first, cue.range.last + 1), whole, 'WHOLE', last);
  }
  if (whole && cue.isPassive) {
    const agentStart = cue.range.last + 1;
    if (/^(?:of|for|as)$/.test(wordAt(page, agentStart))) return make(agentStart, whole, 'WHOLE');
  }
  const taking = frameOf(readings, 'OBJECT');
  if (taking && object > cue.verb && !doubtful && !cue.isPassive) return make(Math.max(cue.range.last + 1, tree.subtreeOf(object).first), taking, 'OBJECT');
  return findLoosely(page, cue, bounds, addressee);
}

/** `accused Tehran of supplying`, `called it “a joke”`, `described … as`: without its complement the verb means something else. */
function isComplemented(page: Page, reading: ReportingVerb, cue: VerbCue, first: number, last: number): boolean {
  if (reading.act === 'ACCUSE' || reading.act === 'PRAISE' || reading.act === 'CRITICISE' || reading.act === 'THANK') {
    if (!isDoubtful(cue)) return true;
  }
  for (let token = first; token <= last; token += 1)
    if (/^(?:as|of|for)$/.test(wordAt(page, token)) || (reading.act === 'CRITICISE' && wordAt(page, token) === 'over') || isQuoteMark(page, token)) return true;
  if (page.tree.childrenBy(cue.verb, 'xcomp', 'ccomp').some((child) => child > first)) return true;
  return /^(?:call|label|dub|brand|deem|term)$/.test(reading.lemma) && /^(?:an?|the)$/.test(wordAt(page, endOfPhrase(page, first) + 1));
}

/** The last word of the noun phrase that begins at a token. */
function endOfPhrase(page: Page, first: number): number {
  let last = first;
  while (/^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ)$/.test(page.tagOf(last + 1)) && page.tagOf(last) !== 'PRP') last += 1;
  return last;
}

/** The opening mark of a quotation that the cue takes: right behind it, or behind its addressee, an adverbial, a comma or a colon. */
function openingQuote(page: Page, cue: VerbCue, bounds: TokenRange, addressee: number): number {
  const limit = Math.min(bounds.last, Math.max(cue.range.last + 12, addressee >= 0 ? page.tree.subtreeOf(addressee).last + 3 : 0));
  for (let token = cue.range.last + 1; token <= limit; token += 1) {
    if (isQuoteMark(page, token)) {
      const previous = wordAt(page, token - 1);
      const isDirect = token === cue.range.last + 1 || previous === ',' || previous === ':' || isBehindAdjunct(page, cue, token);
      return isDirect ? token : -1;
    }
    const tag = pennTag(page.document, token);
    if (/^(?:VBD|VBZ|VBP|MD|WDT|WP)$/.test(tag) || wordAt(page, token) === 'that') return -1;
  }
  return -1;
}

/** `acknowledged in a forum on Monday “it will be hard”`: nothing but where and when between a verb and a quotation that is a clause. */
function isBehindAdjunct(page: Page, cue: VerbCue, mark: number): boolean {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (!quotation || !/^(?:in|on|at|during)$/.test(wordAt(page, cue.range.last + 1)) || !cue.readings.some((reading) => reading.frames.has('CLAUSE'))) return false;
  return quotation.last - quotation.first >= 3 && hasFiniteVerb(page, { first: quotation.first, last: Math.min(quotation.last, quotation.first + 6) });
}

function infinitiveRight(page: Page, cue: VerbCue, bounds: TokenRange): number {
  for (let token = cue.range.last + 1; token <= Math.min(bounds.last, cue.range.last + 10); token += 1) {
    const tag = pennTag(page.document, token);
    if (wordAt(page, token) === 'to' && /^VB$/.test(pennTag(page.document, token + 1).slice(0, 2)) && pennTag(page.document, token + 1) === 'VB') return token;
    if (wordAt(page, token) === 'to' && isQuoteMark(page, token + 1)) return token;
    if (wordAt(page, token) === 'not' && wordAt(page, token + 1) === 'to') return token;
    if (/^(?:VBD|VBZ|VBP|MD|VBG|,|\.|:)$/.test(tag)) return -1;
  }
  return -1;
}

function prepositionRight(page: Page, cue: VerbCue): { first: number; reading: ReportingVerb } | null {
  const next = cue.range.last + 1;
  const reading = cue.readings.find((candidate) => candidate.prepositions.has(wordAt(page, next)));
  return reading ? { first: next + (reading.act === 'DEMAND' || reading.act === 'URGE' ? 1 : 0), reading } : null;
}
