import { CARRYING_VERBS, REPORTING_ADVERBS } from '../lexicon/report-words.ts';
import { DOUBTFUL_VERBS, REPORTING_VERBS, type ReportingVerb } from '../lexicon/speech-acts.ts';
import type { VerbCue } from './cue.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';
import { closesQuotation, sayingOf, standsAtQuotation } from './quoting-verbs.ts';

/** A verb that may report something, with its auxiliaries and its particle; null where a token is none. */
export function readVerbCue(page: Page, token: number): VerbCue | null {
  const { clauses } = page;
  if (!page.tagOf(token).startsWith('VB') || isQuotedAs(page, token - 2)) return null;
  const clause = clauses.at(token);
  const isClosing = closesQuotation(page, token);
  if (/^(?:MODIFIER|WORD)$/.test(clause.link) && !isClosing) return null;
  const readings = readingsOf(page, token);
  const [reading] = readings;
  if (!reading) return null;
  const quoted = isQuotedAs(page, token);
  const auxiliaries = clause.auxiliaries.filter((auxiliary) => auxiliary < token && !isCutOff(page, auxiliary, token));
  const isBare = auxiliaries.length === 0;
  const isParticiple = page.tagOf(token) === 'VBN' && isBare && clause.ownSubjects.length === 0;
  const isPassive =
    (clause.voice === 'PASSIVE' && !(isBare && isClosing)) ||
    (isParticiple && clause.link === 'ADVERBIAL' && !isClosing);
  const support = supportOf(page, token);
  const first = support >= 0 ? support : Math.min(token, ...auxiliaries);
  return {
    kind: 'VERB',
    range: {
      first: first === token ? startOfAdverb(page, token) : first,
      last: token + (quoted ? 2 : reading.particle ? 1 : 0),
    },
    head: token,
    verb: token,
    readings,
    isPassive: isPassive || quoted,
    isNegated: [token, support].some((verb) => isDenied(page, verb, token)),
  };
}

/**
 * What a verb can report by its lemma, its particle and a quotation beside it; of `quoted as saying` what `say` can.
 */
function readingsOf(page: Page, token: number): readonly ReportingVerb[] {
  const { lemmas } = page.document.tokens;
  const lemma = lemmas[token] ?? '';
  const listed = (REPORTING_VERBS.get(lemma) ?? []).filter(
    ({ particle }) => particle === null || [1, 2].some((step) => wordAt(page, token + step) === particle),
  );
  const speaks = listed.some(({ frames }) => frames.has('QUOTE') || frames.has('CLAUSE'));
  const readings = !speaks && standsAtQuotation(page, token, lemma) ? [...listed, sayingOf(lemma)] : listed;
  const particled = readings.filter(({ particle }) => particle !== null);
  if (particled.length > 0 || !isQuotedAs(page, token)) return particled.length > 0 ? particled : readings;
  return REPORTING_VERBS.get(lemmas[token + 2] ?? '') ?? readings;
}

/** `quoted as saying`: one cue, whose subject speaks. */
function isQuotedAs(page: Page, token: number): boolean {
  return (
    /^(?:quoted|cited|reported|recorded|described|heard)$/.test(wordAt(page, token)) &&
    wordAt(page, token + 1) === 'as' &&
    /^(?:saying|telling|having)$/.test(wordAt(page, token + 2))
  );
}

/** Whether a mark or `and` parts an auxiliary from its verb: it belongs to another clause (`“She did,” said Roe`). */
function isCutOff(page: Page, auxiliary: number, verb: number): boolean {
  for (let token = auxiliary + 1; token < verb; token += 1)
    if (isQuoteMark(page, token) || page.tagOf(token) === 'CC') return true;
  return wordAt(page, verb - 1) === ',' || (page.quoteAt[auxiliary] ?? -1) !== (page.quoteAt[verb] ?? -1);
}

/** `declined to say`, `went on to add`: the verb before a bare one, where both are one cue; -1 where there is none. */
function supportOf(page: Page, token: number): number {
  const { link, governor, openers } = page.clauses.at(token);
  const isInfinitive = openers.some((opener) => page.tagOf(opener) === 'TO') && page.tagOf(token) === 'VB';
  const isNear = token - governor <= 4 && governor >= 0;
  return link === 'OPEN' && isInfinitive && isNear && CARRYING_VERBS.has(page.document.tokens.lemmas[governor] ?? '')
    ? governor
    : -1;
}

/** `later said`: the cue begins at the adverb right before it. */
function startOfAdverb(page: Page, token: number): number {
  return page.tagOf(token - 1) === 'RB' && REPORTING_ADVERBS.has(wordAt(page, token - 1)) ? token - 1 : token;
}

function isDenied(page: Page, verb: number, cue: number): boolean {
  const { negation } = page.clauses.at(verb);
  return negation >= 0 && negation < cue;
}

/** Whether a verb reports only with a quotation or a `that` clause. */
export function isDoubtful(cue: VerbCue): boolean {
  return cue.readings.every(({ particle, lemma }) => particle === null && DOUBTFUL_VERBS.has(lemma));
}
