import type { TokenRange } from '../../language/document.ts';
import { rangesWithin } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { DOUBTFUL_VERBS, REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { lemmaOfMistaken } from './joined-cues.ts';
import { MEDIA_NOUNS } from './media.ts';
import { isNounAt, readNoun } from './noun-cues.ts';
import { closesQuotation, sayingOf, standsAtQuotation } from './quoting-verbs.ts';
import { hasFiniteVerb, isQuoteMark, type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import type { Cue, VerbCue } from './cue.ts';

/** Every word that may report something, in text order. Whether it does is decided by what it takes. */
export function findCues(page: Page): Cue[] {
  const { document } = page;
  const cues: Cue[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    const mistaken = lemmaOfMistaken(page, token);
    const lemma = mistaken ?? document.tokens.lemmas[token] ?? '';
    const tag = mistaken === null ? pennTag(document, token) : 'VBD';
    if (isNounAt(page, token)) {
      const report = readNoun(page, token);
      if (report) cues.push({ kind: 'NOUN', range: report.cue, head: token, report });
    } else if (tag.startsWith('VB')) {
      const cue = toVerbCue(page, token, lemma, tag);
      if (cue) cues.push(cue);
      else if (lemma === 'accord' && wordAt(page, token + 1) === 'to')
        cues.push({ kind: 'ACCORDING', range: { first: token, last: token + 1 }, head: token });
    } else if (wordAt(page, token) === 'according' && wordAt(page, token + 1) === 'to') {
      cues.push({ kind: 'ACCORDING', range: { first: token, last: token + 1 }, head: token });
    } else if (
      /^in the (?:view|words|opinion|estimation|judgment|judgement|assessment) of$/.test(
        [0, 1, 2, 3].map((step) => wordAt(page, token + step)).join(' '),
      )
    ) {
      cues.push({ kind: 'ACCORDING', range: { first: token, last: token + 3 }, head: token });
    } else if (isSignatureDash(page, token)) {
      cues.push({ kind: 'DASH', range: { first: token, last: token }, head: token });
    } else if (tokenText(document, token) === ':' && isSpeakerColon(page, token)) {
      cues.push({ kind: 'COLON', range: { first: token, last: token }, head: token });
    }
  }
  return cues;
}

function toVerbCue(page: Page, token: number, lemma: string, tag: string): VerbCue | null {
  const { document, tree } = page;
  const listed = (REPORTING_VERBS.get(lemma) ?? []).filter(
    (reading) => reading.particle === null || [1, 2].some((step) => wordAt(page, token + step) === reading.particle),
  );
  const quotes = listed.some((reading) => reading.frames.has('QUOTE') || reading.frames.has('CLAUSE'));
  const readings = !quotes && standsAtQuotation(page, token, lemma) ? [...listed, sayingOf(lemma)] : listed;
  if (
    readings.length === 0 ||
    (isRelation(relation(document, token), 'amod', 'compound', 'aux', 'cop', 'case', 'fixed', 'mark') &&
      !closesQuotation(page, token))
  )
    return null;
  const particled = readings.filter((reading) => reading.particle !== null);
  const asSaying =
    /^(?:quoted|cited|reported|recorded|described|heard)$/.test(wordAt(page, token)) &&
    wordAt(page, token + 1) === 'as' &&
    /^(?:saying|telling|having)$/.test(wordAt(page, token + 2));
  const chosen =
    particled.length > 0
      ? particled
      : asSaying
        ? (REPORTING_VERBS.get(document.tokens.lemmas[token + 2] ?? '') ?? readings)
        : readings;
  if (tag === 'VBG' && wordAt(page, token - 1) === 'as' && /^(?:quoted|cited|reported)$/.test(wordAt(page, token - 2)))
    return null;
  const auxiliaries = tree
    .childrenBy(token, 'aux', 'aux:pass')
    .filter((child) => isAuxiliary(page, child, token) && !isCutOff(page, child, token));
  const hasBe = auxiliaries.some((child) =>
    /^(?:be|is|are|was|were|been|being|am|'s|’s|'re|’re|get|gets|got)$/.test(wordAt(page, child)),
  );
  const isPassive =
    /^VB[DN]$/.test(tag) &&
    !(auxiliaries.length === 0 && closesQuotation(page, token)) &&
    (hasBe ||
      (tag === 'VBN' &&
        auxiliaries.length === 0 &&
        tree.childBy(token, 'nsubj') < 0 &&
        isRelation(relation(document, token), 'acl', 'advcl')));
  let first = Math.min(token, ...auxiliaries);
  if (
    /^(?:also|later|then|still|repeatedly|reportedly|once|never|previously|consistently|immediately|recently|initially|finally|further|publicly|privately|repeatedly|flatly|strongly|quickly|simply)$/.test(
      wordAt(page, first - 1),
    ) &&
    first === token &&
    pennTag(document, first - 1) === 'RB'
  )
    first -= 1;
  let last = token + (particled[0] ? 1 : 0) + (asSaying ? 2 : 0);
  const support = controllingVerb(page, token);
  if (support >= 0) first = support;
  last = mediumAfter(page, last);
  const negations = new Set(['not', "n't", 'n’t', 'never']);
  const isNegated = [token, support].some(
    (verb) => verb >= 0 && tree.childrenOf(verb).some((child) => negations.has(wordAt(page, child)) && child < token),
  );
  return {
    kind: 'VERB',
    range: { first, last },
    head: token,
    verb: token,
    readings: chosen,
    isPassive: isPassive || asSaying,
    isNegated,
  };
}

const AUXILIARIES = new Set(
  "be have do will would can could may might must shall should ought get 's ’s 'd ’d 'll ’ll 've ’ve 're ’re wo ca to".split(
    ' ',
  ),
);

/** `will say`, `has said`; but `Will says` and `Aides said` have subjects that the parser took for auxiliaries. */
function isAuxiliary(page: Page, child: number, verb: number): boolean {
  return (
    child < verb &&
    verb - child <= 6 &&
    page.tagOf(verb) !== 'VBZ' &&
    AUXILIARIES.has(page.document.tokens.lemmas[child] ?? '')
  );
}

/**
 * Whether a comma, a conjunction or a quotation mark stands between an auxiliary and its verb: then it belongs to
 * another clause (`“She did,” said Roe`).
 */
function isCutOff(page: Page, auxiliary: number, verb: number): boolean {
  for (let token = auxiliary + 1; token < verb; token += 1)
    if (isQuoteMark(page, token) || page.tagOf(token) === 'CC') return true;
  return wordAt(page, verb - 1) === ',' || (page.quoteAt[auxiliary] ?? -1) !== (page.quoteAt[verb] ?? -1);
}

/**
 * `declined to say`, `refused to comment`, `went on to say`: the verb that a bare reporting verb hangs on, where both
 * are one cue.
 */
function controllingVerb(page: Page, token: number): number {
  const { document } = page;
  const particle = page.tagOf(token - 1) === 'RB' ? token - 2 : token - 1;
  if (
    pennTag(document, token) !== 'VB' ||
    wordAt(page, particle) !== 'to' ||
    !isRelation(relation(document, token), 'xcomp')
  )
    return -1;
  const head = document.tokens.heads[token] ?? -1;
  return head >= 0 &&
    token - head <= 4 &&
    /^(?:decline|refuse|go|continue|fail|want|seek|appear|seem)$/.test(document.tokens.lemmas[head] ?? '')
    ? head
    : -1;
}

/** `said in a statement`: the medium right behind the verb belongs to the cue. */
function mediumAfter(page: Page, last: number): number {
  if (!/^(?:in|on|via|by)$/.test(wordAt(page, last + 1))) return last;
  for (let token = last + 2; token <= last + 5; token += 1) {
    if (MEDIA_NOUNS.has(page.document.tokens.lemmas[token] ?? ''))
      return pennTag(page.document, token).startsWith('NN') ? token : last;
    if (
      !/^(?:a|an|the|his|her|their|its|recent|joint|brief|written|series|of)$/.test(wordAt(page, token)) &&
      !/^JJ|^NN/.test(pennTag(page.document, token))
    )
      return last;
  }
  return last;
}

/**
 * `SMITH: …`, `Q: …` and `Minister: no new tax`: a short name or noun at the start of a paragraph, before a colon; a
 * quoted transcript may open with a quotation mark.
 */
function isSpeakerColon(page: Page, token: number): boolean {
  const paragraph = paragraphOf(page, token);
  const first = isQuoteMark(page, paragraph.first) ? paragraph.first + 1 : paragraph.first;
  const length = token - first;
  if (length < 1 || length > 5 || token >= paragraph.last || isDateline(page, paragraph, token)) return false;
  const name = tokenText(page.document, token - 1);
  if (length === 1 && /^[\p{Lu}][\p{Lu}.'’-]*$/u.test(name)) return true;
  if (sentenceOf(page, token).first !== paragraph.first) return false;
  for (let at = first; at < token; at += 1)
    if (!/^(?:NN|NNS|NNP|NNPS|JJ|POS)$/.test(pennTag(page.document, at))) return false;
  return (
    /^NNPS?$/.test(pennTag(page.document, token - 1)) ||
    /^(?:poll|report|study|official|minister|police|source|expert|analyst|judge|survey)s?$/i.test(name)
  );
}

/**
 * `Quito: The president said …`: a place before the colon of a whole paragraph of prose is where the article was filed;
 * before a headline without a stop it speaks.
 */
function isDateline(page: Page, paragraph: TokenRange, colon: number): boolean {
  if (
    !/^[.!?”"]$/.test(wordAt(page, paragraph.last)) ||
    !hasFiniteVerb(page, { first: colon + 1, last: paragraph.last })
  )
    return false;
  return rangesWithin(page.document.names, { first: paragraph.first, last: colon - 1 }).some(
    (name) => name.type === 'PLACE' && name.first === paragraph.first,
  );
}

const HEADLINE_SOURCES =
  /^(?:poll|report|study|official|officials|minister|ministry|police|source|sources|expert|experts|analyst|analysts|judge|survey|army|military|lawyer|lawyers|president|pm|watchdog|union|charity|researchers|scientists|doctors)$/;

/** A dash near the end of a headline, before who says it. */
function isSignatureDash(page: Page, token: number): boolean {
  if (!/^[–—-]$/.test(wordAt(page, token))) return false;
  const paragraph = paragraphOf(page, token);
  const length = paragraph.last - token;
  if (length < 1 || length > 4 || token - paragraph.first < 3) return false;
  for (let at = token + 1; at <= paragraph.last; at += 1)
    if (!/^(?:NN|NNS|NNP|NNPS|JJ|POS)$/.test(pennTag(page.document, at))) return false;
  return HEADLINE_SOURCES.test(wordAt(page, paragraph.last));
}

/** Whether a verb reports only with a quotation or a `that` clause. */
export function isDoubtful(cue: VerbCue): boolean {
  return cue.readings.every((reading) => reading.particle === null && DOUBTFUL_VERBS.has(reading.lemma));
}
