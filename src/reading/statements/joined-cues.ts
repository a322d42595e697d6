import { relation, tokenText } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { DOUBTFUL_VERBS, REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { isMark, isQuoteMark, type Page, sentenceOf, wordAt } from './page.ts';

const FINITE = /^VB[DZP]$/;

/**
 * The reporting verb that goes on from an earlier one, at a conjunction: `added` at the `and` of `said A and added B`,
 * `has accused` of `has denied it and has accused him`. It has the form of the earlier verb and no subject of its own.
 * -1 where the conjunction joins anything else.
 */
export function verbJoinedAt(page: Page, conjunction: number, earlier: number): number {
  if (
    !/^(?:and|but|or|then)$/.test(wordAt(page, conjunction)) ||
    (page.quoteAt[conjunction] ?? -1) !== (page.quoteAt[earlier] ?? -1)
  )
    return -1;
  let first = conjunction + 1;
  while (page.tagOf(first) === 'RB' || wordAt(page, first) === 'then') first += 1;
  const finite = finiteOf(page, earlier);
  if (
    (page.tagOf(first) !== page.tagOf(finite) && !(page.tagOf(finite) === 'VBD' && isActive(page, first))) ||
    !hasTense(page, first)
  )
    return -1;
  const verb = finite === earlier ? verbBehindDo(page, first) : participleBehind(page, first);
  const lemma = lemmaOfMistaken(page, verb) ?? page.document.tokens.lemmas[verb] ?? '';
  const readings = REPORTING_VERBS.get(lemma) ?? [];
  const isSure = !DOUBTFUL_VERBS.has(lemma) || (lemma === 'call' && /^(?:on|for)$/.test(wordAt(page, verb + 1)));
  return readings.some((reading) => !reading.isThought) && isSure ? verb : -1;
}

/** `said it was near but did not say when`: the verb behind a form of `do`, else the word itself. */
function verbBehindDo(page: Page, first: number): number {
  if (page.document.tokens.lemmas[first] !== 'do') return first;
  let verb = first + 1;
  while (page.tagOf(verb) === 'RB') verb += 1;
  return page.tagOf(verb) === 'VB' ? verb : first;
}

/**
 * Whether a verb has a tense: a finite form, or what the tagger took for a participle though an object follows at once
 * (`and accused him`).
 */
function hasTense(page: Page, verb: number): boolean {
  return FINITE.test(page.tagOf(verb)) || isActive(page, verb);
}

function isActive(page: Page, verb: number): boolean {
  const takes =
    opensObject(page, verb + 1) ||
    /^(?:called (?:on|for)|appealed (?:to|for))$/.test(`${wordAt(page, verb)} ${wordAt(page, verb + 1)}`);
  return (
    (page.tagOf(verb) === 'VBN' || lemmaOfMistaken(page, verb) !== null) &&
    takes &&
    page.tree.childrenBy(verb, 'aux', 'aux:pass').every((child) => child > verb)
  );
}

function opensObject(page: Page, token: number): boolean {
  return /^(?:NNP|NNPS|NNS|PRP|PRP\$|DT)$/.test(page.tagOf(token)) || /^\p{Lu}/u.test(tokenText(page.document, token));
}

/**
 * The lemma of a reporting verb in the past that the tagger took for an adjective or an infinitive: `and accused Roe of
 * lying`. Null where a token is none.
 */
export function lemmaOfMistaken(page: Page, token: number): string | null {
  const word = wordAt(page, token);
  if (
    !/^(?:JJ|VB)$/.test(page.tagOf(token)) ||
    !word.endsWith('ed') ||
    page.tagOf(token - 1) !== 'CC' ||
    !opensObject(page, token + 1)
  )
    return null;
  return (
    [word.slice(0, -1), word.slice(0, -2)].find((lemma) => REPORTING_VERBS.has(lemma) && !DOUBTFUL_VERBS.has(lemma)) ??
    null
  );
}

/** The verb that bears the tense: `has` of `has denied`, else the verb itself. */
function finiteOf(page: Page, verb: number): number {
  return page.tree.childrenBy(verb, 'aux').find((child) => child < verb && FINITE.test(page.tagOf(child))) ?? verb;
}

function participleBehind(page: Page, auxiliary: number): number {
  let verb = auxiliary + 1;
  while (page.tagOf(verb) === 'RB') verb += 1;
  return /^VB[NG]$/.test(page.tagOf(verb)) ? verb : auxiliary;
}

/**
 * The noun that is subject of a cue without a subject of its own, because it goes on from another clause: of a
 * participle behind a comma (`…, adding that …`) or at the start of a sentence (`Conceding that …, he said`), and of a
 * verb behind a conjunction (`… and accused him of …`). Above what somebody says stands who says it. -1 where the cue
 * does not go on.
 */
export function subjectOfJoined(page: Page, first: number, verb: number): number {
  const before =
    page.tagOf(first - 1) === 'RB' && !/^(?:not|n't|n’t)$/.test(wordAt(page, first - 1)) ? first - 2 : first - 1;
  const isParticiple = page.tagOf(first) === 'VBG';
  const sentence = sentenceOf(page, verb);
  if (
    isParticiple &&
    (first <= sentence.first ||
      (before === sentence.first && /^(?:after|while|by|in|without|before)$/.test(wordAt(page, before))))
  )
    return subjectBehind(page, verb);
  const goesOn = isParticiple
    ? /^(?:,|–|—|-)$/.test(wordAt(page, before)) || isQuoteMark(page, before)
    : /^(?:and|but|then)$/.test(wordAt(page, before)) && hasTense(page, first);
  return goesOn ? subjectAbove(page, first, verb) : -1;
}

/** The subject of the main clause that a participle opens. */
function subjectBehind(page: Page, verb: number): number {
  const { heads } = page.document.tokens;
  let head = heads[verb] ?? -1;
  for (let steps = 0; head >= 0 && steps < 3; steps += 1, head = heads[head] ?? -1) {
    const subject = page.tree.childrenBy(head, 'nsubj', 'nsubj:pass').find((child) => child > verb);
    if (subject !== undefined) return subject;
  }
  return -1;
}

function subjectAbove(page: Page, first: number, verb: number): number {
  const { heads, lemmas } = page.document.tokens;
  let found = -1;
  let below = verb;
  for (let steps = 0; steps < 8; steps += 1) {
    const at = heads[below] ?? -1;
    if (at < 0) break;
    const subject =
      at > first
        ? -1
        : (page.tree
            .childrenBy(at, 'nsubj', 'nsubj:pass')
            .find((child) => child < first && !isMark(page, child) && !isQuotedAway(page, child, verb)) ?? -1);
    const says =
      isRelation(relation(page.document, below), 'ccomp') &&
      (REPORTING_VERBS.get(lemmas[at] ?? '') ?? []).some(
        (reading) => !reading.isThought && reading.frames.has('CLAUSE'),
      );
    const isPastRelative = found >= 0 && at > found && /^(?:who|which|that)$/.test(wordAt(page, found));
    if (subject >= 0 && (found < 0 || says || isPastRelative)) found = subject;
    below = at;
  }
  return found >= 0 && isClosedRelative(page, found, first) ? antecedentOf(page, found) : found;
}

/**
 * `growers, who count their losses, welcomed it but criticised …`: a relative clause between two commas, with a finite
 * verb behind it, is over before the cue.
 */
function isClosedRelative(page: Page, pronoun: number, cue: number): boolean {
  if (!/^(?:who|which)$/.test(wordAt(page, pronoun)) || wordAt(page, pronoun - 1) !== ',') return false;
  for (let token = pronoun + 2; token < cue - 1; token += 1)
    if (wordAt(page, token) === ',' && /^VB[DZPN]$|^MD$/.test(page.tagOf(token + 1))) return true;
  return false;
}

function antecedentOf(page: Page, pronoun: number): number {
  const { heads } = page.document.tokens;
  const noun = heads[heads[pronoun] ?? -1] ?? -1;
  return noun >= 0 && noun < pronoun ? noun : pronoun;
}

/** Who speaks never stands inside the quotation: a subject that the parser finds there belongs to what was said. */
export function isQuotedAway(page: Page, noun: number, cue: number): boolean {
  const quotation = page.quoteAt[noun] ?? -1;
  return quotation >= 0 && quotation !== (page.quoteAt[cue] ?? -1);
}
