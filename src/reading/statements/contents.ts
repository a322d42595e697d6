import type { TokenRange } from '../../language/document.ts';
import { pennTag } from '../../language/tags.ts';
import type { Frame, ReportingVerb } from '../lexicon/speech-acts.ts';
import { addresseeOf } from './addressees.ts';
import { readAside } from './asides.ts';
import { clauseRight } from './clauses.ts';
import { chooseEnd } from './ends.ts';
import { isDoubtful } from './verb-cues.ts';
import { findLoosely } from './loose.ts';
import { hasFiniteVerb, isQuoteMark, type Page, sentenceOf, trimMarks, withMarks, wordAt } from './page.ts';
import { readLeft } from './contents-before.ts';
import { readRelative, readSomething } from './relatives.ts';
import type { Content } from './content.ts';
import type { VerbCue } from './cue.ts';
import type { Source } from './source.ts';

/**
 * What a verb cue reports: words before it that end in a quotation mark or a comma (`“…,” she said`, `the plan, he
 * said, …`), or after it a quotation, a clause, an infinitive, an object with its complement or a phrase, as the verb's
 * frames allow, up to where the sentence turns to something else. Null where it reports nothing.
 */
export function findContent(page: Page, cue: VerbCue, source: Source | null): Content | null {
  const bounds = boundsOf(page, cue.head);
  const group = { first: cue.range.first, last: cue.range.last };
  const isNear = source && source.range.last < cue.range.first && cue.range.first - source.range.last <= 8;
  if (isNear && !hasFiniteVerb(page, { first: source.range.last + 1, last: cue.range.first - 1 }))
    group.first = Math.min(group.first, source.range.first);
  if (source?.isInverted) group.last = Math.max(group.last, source.range.last);
  const speaks = cue.readings.find((reading) => reading.frames.has('CLAUSE') || reading.frames.has('QUOTE'));
  const isParticiple = pennTag(page.document, cue.verb) === 'VBG';
  if (isParticiple) group.first = cue.range.first;
  const saysBehind =
    isParticiple &&
    (wordAt(page, group.last + 1) === 'that' ||
      page.tree.childrenBy(cue.verb, 'ccomp').some((child) => child > group.last));
  const aside = speaks ? readAside(page, cue, group, bounds) : null;
  if (aside && speaks) return { parts: aside, reading: speaks, addressee: addresseeOf(page, cue), way: 'LEFT' };
  const something = readSomething(page, cue, group, bounds);
  const [reported] = cue.readings;
  if (something && reported) return { parts: [something], reading: speaks ?? reported, addressee: -1, way: 'OBJECT' };
  const relative = speaks?.frames.has('CLAUSE') && !source?.isInverted ? readRelative(page, cue, group, bounds) : null;
  if (relative && speaks) return { parts: relative, reading: speaks, addressee: -1, way: 'CLAUSE' };
  const left =
    speaks && !saysBehind && (!isParticiple || isQuoteMark(page, group.first - 1))
      ? readLeft(page, cue, group, bounds, speaks)
      : null;
  if (left) return left;
  return (source && !source.isInverted) || cue.isPassive || pennTag(page.document, cue.verb) === 'VBG' || !source
    ? readRight(page, cue, bounds)
    : readRight(page, { ...cue, range: group }, bounds);
}

/** A cue inside a quotation reports within it; any other within its sentence. */
export function boundsOf(page: Page, cue: number): TokenRange {
  const sentence = sentenceOf(page, cue);
  const quotation = page.quotations[page.quoteAt[cue] ?? -1];
  return quotation
    ? { first: Math.max(sentence.first, quotation.first), last: Math.min(sentence.last, quotation.last) }
    : sentence;
}

/** Verbs whose gerund is what was said: `denied shelling a market`. */
const WITH_GERUND = /^(?:deny|admit|acknowledge|recall|recommend|propose|suggest|regret)$/;

function frameOf(readings: readonly ReportingVerb[], frame: Frame): ReportingVerb | undefined {
  return readings.find((reading) => reading.frames.has(frame));
}

function readRight(page: Page, cue: VerbCue, bounds: TokenRange): Content | null {
  const { document, tree } = page;
  const { readings } = cue;
  const clause = frameOf(readings, 'CLAUSE');
  const quoting = frameOf(readings, 'QUOTE') ?? clause;
  const addressee = addresseeOf(page, cue);
  const make = (
    first: number,
    reading: ReportingVerb,
    way: Content['way'],
    last = chooseEnd(page, { first, bounds, verb: cue.verb }),
  ): Content | null => {
    const range = trimMarks(page, { first, last });
    return range && range.first > cue.head ? { parts: [range], reading, addressee, way } : null;
  };
  const doubtful = isDoubtful(cue);
  const quote = quoting ? openingQuote(page, cue, bounds, addressee) : -1;
  if (quote >= 0 && quoting) {
    const quotation = page.quotations[page.quoteAt[quote] ?? -1];
    const end = quotation ? chooseEnd(page, { first: quote, bounds, verb: cue.verb }) : bounds.last;
    // A stray mark inside the quotation that the cue stands in opens nothing that goes on over sentences.
    const isStray = (page.quoteAt[cue.head] ?? -1) === (page.quoteAt[quote] ?? -1);
    const last = quotation && !isStray ? Math.max(end, withMarks(document, quotation).last) : end;
    return make(quote, quoting, 'RIGHT_QUOTE', last);
  }
  const gerund = frameOf(readings, 'OBJECT') ?? clause;
  if (gerund && !cue.isPassive && page.tagOf(cue.range.last + 1) === 'VBG' && WITH_GERUND.test(gerund.lemma))
    return make(cue.range.last + 1, gerund, 'CLAUSE');
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
    if (first > cue.head && isComplemented(page, whole, cue, first, last))
      return withRelative(page, cue, bounds, make(Math.max(first, cue.range.last + 1), whole, 'WHOLE', last));
  }
  if (whole && cue.isPassive) {
    const agentStart = cue.range.last + 1;
    if (/^(?:of|for|as)$/.test(wordAt(page, agentStart))) return make(agentStart, whole, 'WHOLE');
  }
  const taking = frameOf(readings, 'OBJECT');
  const behindParticle =
    taking?.particle && object < 0 && /^(?:DT|PRP\$|NN|NNS|NNP|JJ)$/.test(page.tagOf(cue.range.last + 1))
      ? cue.range.last + 1
      : -1;
  if (taking && behindParticle >= 0 && !cue.isPassive) return make(behindParticle, taking, 'OBJECT');
  if (taking && object > cue.verb && !doubtful && !cue.isPassive)
    return make(Math.max(cue.range.last + 1, tree.subtreeOf(object).first), taking, 'OBJECT');
  return findLoosely(page, cue, bounds, addressee);
}

/** `the move, which he described as “a sign”`: what is described stands before the verb, as a relative pronoun. */
function withRelative(page: Page, cue: VerbCue, bounds: TokenRange, content: Content | null): Content | null {
  const [part] = content?.parts ?? [];
  if (!content || !part || wordAt(page, part.first) !== 'as') return content;
  const pronoun = [cue.range.first - 2, cue.range.first - 3].find(
    (token) => token > bounds.first && /^(?:which|whom)$/.test(wordAt(page, token)),
  );
  return pronoun === undefined ? content : { ...content, parts: [{ first: pronoun, last: pronoun }, part] };
}

/**
 * `accused Tehran of supplying`, `called it “a joke”`, `described … as`: without its complement the verb means
 * something else.
 */
function isComplemented(page: Page, reading: ReportingVerb, cue: VerbCue, first: number, last: number): boolean {
  if (reading.act === 'ACCUSE' || reading.act === 'PRAISE' || reading.act === 'CRITICISE' || reading.act === 'THANK') {
    if (!isDoubtful(cue)) return true;
  }
  for (let token = first; token <= last; token += 1)
    if (
      /^(?:as|of|for)$/.test(wordAt(page, token)) ||
      (reading.act === 'CRITICISE' && wordAt(page, token) === 'over') ||
      isQuoteMark(page, token)
    )
      return true;
  if (page.tree.childrenBy(cue.verb, 'xcomp', 'ccomp').some((child) => child > first)) return true;
  return (
    /^(?:call|label|dub|brand|deem|term)$/.test(reading.lemma) &&
    /^(?:an?|the)$/.test(wordAt(page, endOfPhrase(page, first) + 1))
  );
}

/** The last word of the noun phrase that begins at a token. */
function endOfPhrase(page: Page, first: number): number {
  let last = first;
  while (/^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ)$/.test(page.tagOf(last + 1)) && page.tagOf(last) !== 'PRP') last += 1;
  return last;
}

/**
 * The opening mark of a quotation that the cue takes: right behind it, or behind its addressee, an adverbial, a comma
 * or a colon.
 */
function openingQuote(page: Page, cue: VerbCue, bounds: TokenRange, addressee: number): number {
  const limit = Math.min(
    bounds.last,
    Math.max(cue.range.last + 12, addressee >= 0 ? page.tree.subtreeOf(addressee).last + 3 : 0),
  );
  for (let token = cue.range.last + 1; token <= limit; token += 1) {
    if (isQuoteMark(page, token)) {
      const previous = wordAt(page, token - 1);
      const isDirect =
        token === cue.range.last + 1 || previous === ',' || previous === ':' || isBehindAdjunct(page, cue, token);
      return isDirect ? token : -1;
    }
    const tag = pennTag(page.document, token);
    if (/^(?:VBD|VBZ|VBP|MD|WDT|WP)$/.test(tag) || wordAt(page, token) === 'that') return -1;
  }
  return -1;
}

/**
 * `acknowledged in a forum on Monday “it will be hard”`: nothing but where and when between a verb and a quotation that
 * is a clause.
 */
function isBehindAdjunct(page: Page, cue: VerbCue, mark: number): boolean {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (
    !quotation ||
    !/^(?:in|on|at|during)$/.test(wordAt(page, cue.range.last + 1)) ||
    !cue.readings.some((reading) => reading.frames.has('CLAUSE'))
  )
    return false;
  return (
    quotation.last - quotation.first >= 3 &&
    hasFiniteVerb(page, { first: quotation.first, last: Math.min(quotation.last, quotation.first + 6) })
  );
}

function infinitiveRight(page: Page, cue: VerbCue, bounds: TokenRange): number {
  for (let token = cue.range.last + 1; token <= Math.min(bounds.last, cue.range.last + 10); token += 1) {
    const tag = pennTag(page.document, token);
    if (
      wordAt(page, token) === 'to' &&
      /^VB$/.test(pennTag(page.document, token + 1).slice(0, 2)) &&
      pennTag(page.document, token + 1) === 'VB'
    )
      return token;
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
