import type { Document, Sentence } from '../language/document.ts';
import { rangeHolding, rangesWithin } from '../language/ranges.ts';
import {
  isFiniteTag,
  numberOfPenn,
  numberOfRelation,
  numberOfUniversal,
  pennTag,
  relation,
  tokenText,
  universalTag,
} from '../language/tags.ts';
import { isRelation } from '../language/tree.ts';
import { findFiling } from './dateline.ts';
import { closeInterruptions, freeRelatives, turnSpeakers } from './mend-speech.ts';
import {
  bareDemands,
  freeCoordinatedSubjects,
  freeCountedSubjects,
  freeSubjectsBehindTimes,
  makePerfects,
  makeSubjunctives,
  raiseSecondVerbs,
} from './mend-verbs.ts';
import {
  climbNames,
  findLostSubjects,
  freeContents,
  freeSubjects,
  joinTitles,
  liftFiniteConjuncts,
  makeSubjects,
  raisePeople,
  turnParticiplesBack,
} from './mend-clauses.ts';
import { type Draft, isAt, makeVerb, undoKnots } from './draft-trees.ts';
import { mendArguments } from './mend-arguments.ts';
import { mendCoordination } from './mend-coordination.ts';
import { mendMistagged } from './mend-mistagged.ts';

const NSUBJ = numberOfRelation('nsubj');
const OBJ = numberOfRelation('obj');
const OBLIQUE = numberOfRelation('obl');
const ROOT = numberOfRelation('root');
const PARATAXIS = numberOfRelation('parataxis');
const ADVERBIAL = numberOfRelation('advcl');
const TITLE = numberOfRelation('nmod:desc');
const MODIFIER = numberOfRelation('nmod');
const GERUND = numberOfPenn('VBG');

/**
 * The document with trees put right where news wording leads the parser astray, one pattern after the other: verbs that
 * it hid (`The council on Tuesday imposed sanctions`), clauses and subjects hung on the wrong word, speakers behind
 * their verb, subjects taken for a part of the dateline before them (`Abuja — President Ana Ruiz has …`). All other
 * trees stay as they are, and a sentence whose mends tie a knot gets its first tree back.
 */
export function mendTrees(document: Document): Document {
  const { tokens } = document;
  const draft: Draft = {
    document,
    heads: tokens.heads.slice(),
    relations: tokens.relations.slice(),
    penn: tokens.penn.slice(),
    universal: tokens.universal.slice(),
    lemmas: [...tokens.lemmas],
  };
  for (const sentence of document.sentences) {
    const verb = findHiddenVerb(document, sentence);
    if (verb >= 0) raiseVerb(draft, sentence, verb);
  }
  makeSubjunctives(draft);
  bareDemands(draft);
  makePerfects(draft);
  raiseSecondVerbs(draft);
  freeCountedSubjects(draft);
  freeCoordinatedSubjects(draft);
  freeSubjectsBehindTimes(draft);
  freeRelatives(draft);
  turnSpeakers(draft);
  closeInterruptions(draft);
  freeSubjects(draft);
  makeSubjects(draft);
  joinTitles(draft);
  raisePeople(draft);
  freeContents(draft);
  findLostSubjects(draft);
  liftFiniteConjuncts(draft);
  cutOffDateline(draft);
  turnParticiplesBack(draft);
  hangParticiplesOnVerbs(draft);
  mendMistagged(draft);
  mendArguments(draft);
  mendCoordination(draft);
  undoKnots(draft);
  return {
    ...document,
    tokens: {
      ...tokens,
      heads: draft.heads,
      relations: draft.relations,
      penn: draft.penn,
      universal: draft.universal,
      lemmas: draft.lemmas,
    },
  };
}

/**
 * The participle that is the verb of a sentence without one: it modifies the noun behind it, and stands behind a noun,
 * a date or a comma, where no adjective can. -1 where there is none.
 */
function findHiddenVerb(document: Document, sentence: Sentence): number {
  let hidden = -1;
  const dates = rangesWithin(document.names, sentence).filter((name) => name.type === 'DATE');
  for (let token = sentence.first; token <= sentence.last; token += 1) {
    const isModifier = isRelation(relation(document, token), 'amod');
    const goesOn = hidden >= 0 && /^(?:and|but)$/.test(tokenText(document, token - 1));
    if (goesOn) return hidden;
    if (isFiniteTag(pennTag(document, token)) && !isModifier && !isInRelativeClause(document, token)) return -1;
    if (hidden < 0 && isParticiple(document, token) && isBehindSubject(document, sentence, token, dates))
      hidden = token;
  }
  return hidden;
}

/**
 * Verbs that take no object: behind a comma their participle can only be their past tense (`The director, Jane Roe,
 * resigned`), as that of other verbs before an object (`Jane Roe, blamed the referee`).
 */
const WITHOUT_OBJECT = /^(?:resigned|died|arrived|collapsed|retired|emerged|survived|apologised|apologized)$/;

/** What is hardly ever a passive: `Jane Roe, a former diplomat, called on both sides`. */
const WITH_INFINITIVE =
  /^(?:called (?:on|for)|appealed (?:to|for)|(?:pledged|promised|vowed|agreed|refused|threatened|declined|offered|decided|failed|wanted|hoped|managed|tried) to)$/;

function isParticiple(document: Document, token: number): boolean {
  const head = document.tokens.heads[token] ?? -1;
  if (!/^(?:VBN|VBD|JJ)$/.test(pennTag(document, token)) || !/^\p{Ll}{2,}ed$/u.test(tokenText(document, token)))
    return false;
  if (isRelation(relation(document, token), 'amod'))
    return head > token && head - token <= (pennTag(document, token) === 'VBD' ? 14 : 6);
  const isBehind = /^(?:,|NN|NNS|NNP|NNPS)$/.test(pennTag(document, token - 1));
  const takesNext = isBehind && /^(?:NNP|NNPS|DT|PRP|PRP\$|CD)$|^(?:NN|NNS|JJ)$/.test(pennTag(document, token + 1));
  const willsNext =
    tokenText(document, token - 1) === ',' &&
    WITH_INFINITIVE.test(`${tokenText(document, token)} ${tokenText(document, token + 1)}`);
  return (
    isRelation(relation(document, token), 'acl') &&
    (takesNext || willsNext || isWholeSentence(document, token) || WITHOUT_OBJECT.test(tokenText(document, token)))
  );
}

/** `The play bombed.`: nothing but an article, a noun and the word. */
function isWholeSentence(document: Document, token: number): boolean {
  const isFirst = document.sentences[rangeHolding(document.sentences, token)]?.first === token - 2;
  return (
    isFirst &&
    pennTag(document, token - 2) === 'DT' &&
    pennTag(document, token - 1) === 'NN' &&
    tokenText(document, token + 1) === '.'
  );
}

function isBehindSubject(
  document: Document,
  sentence: Sentence,
  token: number,
  dates: readonly { readonly last: number }[],
): boolean {
  const before = token - 1;
  if (before < sentence.first) return false;
  if (dates.some((date) => date.last === before)) return true;
  const tag = pennTag(document, before);
  if (tag === ',') return firstComma(document, sentence, before) >= 0;
  const isWhole = tokenText(document, sentence.last) === '.' && isRelation(relation(document, token), 'acl');
  return /^(?:NNS|NNP|NNPS)$/.test(tag) || (tag === 'NN' && isWhole);
}

function firstComma(document: Document, sentence: Sentence, end: number): number {
  for (let token = sentence.first + 1; token < end; token += 1) if (tokenText(document, token) === ',') return token;
  return -1;
}

/** Whether a verb belongs to a clause behind `who`, `which` or `that` that a comma or the next verb ends. */
function isInRelativeClause(document: Document, verb: number): boolean {
  for (let token = verb - 1; token >= 0 && verb - token <= 4; token -= 1) {
    if (/^(?:who|which|that|whose|where|as|when|while|after|before)$/i.test(tokenText(document, token))) return true;
    if (/^[,.;]$/.test(tokenText(document, token))) return false;
  }
  return false;
}

/** Makes a participle the root: what it modified is its object, the noun before it its subject. */
function raiseVerb(draft: Draft, sentence: Sentence, verb: number): void {
  const { document, heads, relations, penn } = draft;
  const modified = document.tokens.heads[verb] ?? -1;
  const object = modified > verb ? endOfPhrase(document, verb + 1, modified) : -1;
  const top = topOf(document, sentence.first, verb);
  const subject = top >= 0 ? top : climbNames(document, verb - 2);
  if (subject < sentence.first) return;
  let root = verb;
  for (let steps = 0; (heads[root] ?? -1) >= 0 && steps < sentence.last - sentence.first + 2; steps += 1)
    root = heads[root] ?? -1;
  for (let token = sentence.first; token <= sentence.last; token += 1)
    if (heads[token] === verb && isRelation(relation(document, token), 'nsubj')) relations[token] = OBLIQUE;
  if (root !== verb) {
    heads[root] = verb;
    relations[root] = pennTag(document, root) === 'VBG' ? ADVERBIAL : PARATAXIS;
  }
  heads[verb] = -1;
  relations[verb] = ROOT;
  if (object >= 0) {
    if (object !== modified && heads[modified] !== object && modified !== root) {
      heads[modified] = object;
      relations[modified] = MODIFIER;
    }
    heads[object] = verb;
    relations[object] = OBJ;
  }
  for (let token = verb + 1; token <= sentence.last; token += 1) {
    if (
      heads[token] === verb &&
      isRelation(relation(document, token), 'xcomp') &&
      /^(?:NOUN|PROPN)$/.test(universalTag(document, token))
    )
      relations[token] = OBJ;
  }
  if (subject !== object) {
    heads[subject] = verb;
    relations[subject] = NSUBJ;
    // What the parser hung on the noun though it stands behind the verb and its object tells of the verb.
    for (let token = Math.max(verb, object) + 1; token <= sentence.last; token += 1) {
      if (heads[token] !== subject) continue;
      heads[token] = verb;
      if (isAt(draft, token, 'nmod')) relations[token] = OBLIQUE;
      else if (penn[token] === GERUND) relations[token] = ADVERBIAL;
    }
  }
  makeVerb(draft, verb, 'VBD');
}

/**
 * `shelled positions near the village, killing two`: a participle behind a comma tells of the verb, not of the noun
 * that the parser hung it on.
 */
function hangParticiplesOnVerbs(draft: Draft): void {
  const { document, heads, relations, penn, universal } = draft;
  const verbTag = numberOfUniversal('VERB');
  for (let token = 1; token < document.tokens.count; token += 1) {
    if (penn[token] !== GERUND || tokenText(document, token - 1) !== ',' || !isAt(draft, token, 'acl')) continue;
    let at = heads[token] ?? -1;
    let isSubject = false;
    for (let steps = 0; at >= 0 && universal[at] !== verbTag && steps < 6; steps += 1) {
      isSubject ||= isAt(draft, at, 'nsubj', 'conj');
      at = heads[at] ?? -1;
    }
    if (at < 0 || at > token || isSubject || universal[at] !== verbTag) continue;
    heads[token] = at;
    relations[token] = ADVERBIAL;
  }
}

/** The first noun or name from a token on whose head lies outside the words before `end`; -1 where there is none. */
function topOf(document: Document, first: number, end: number): number {
  for (let token = first; token < end; token += 1) {
    const head = document.tokens.heads[token] ?? -1;
    if ((head < first || head >= end) && /^(?:NOUN|PROPN|PRON)$/.test(universalTag(document, token))) return token;
  }
  return -1;
}

/** The last noun of the phrase that begins at a token, at most `limit`. */
function endOfPhrase(document: Document, first: number, limit: number): number {
  for (let token = first; token < limit; token += 1) {
    const isNoun = /^(?:NOUN|PROPN)$/.test(universalTag(document, token));
    if (
      isNoun &&
      /^(?:ADP|VERB|AUX|CCONJ|PUNCT|DET)$/.test(universalTag(document, token + 1)) &&
      pennTag(document, token + 1) !== 'HYPH'
    )
      return token;
  }
  return limit;
}

/** Gives the verb behind a dateline the subject that stands before it, and what hung on the dateline to that verb. */
function cutOffDateline(draft: Draft): void {
  const { document, heads, relations } = draft;
  const places = new Set(document.names.filter((name) => name.type === 'PLACE').map((name) => name.first));
  const filing = findFiling(document, (token) => places.has(token));
  if (!filing) return;
  const { first, last: dash } = filing;
  const sentence = document.sentences.find((candidate) => candidate.first <= first && candidate.last >= first);
  if (!sentence || dash >= sentence.last) return;
  const isFiled = (token: number): boolean => token >= first && token <= dash;
  const verb = findVerb(document, dash + 1, sentence.last, isFiled);
  if (verb < 0) {
    const hidden = findHiddenVerb(document, { ...sentence, first: dash + 1 });
    if (hidden >= 0) raiseVerb(draft, { ...sentence, first: dash + 1 }, hidden);
    return;
  }
  const group = startOfVerbGroup(document, verb, dash + 1);
  const hasSubject = Array.from({ length: group - dash - 1 }, (_, place) => dash + 1 + place).some(
    (token) => heads[token] === verb && isRelation(relation(document, token), 'nsubj') && !isFiled(token),
  );
  let subject = -1;
  if (!hasSubject && /^(?:NOUN|PROPN|PRON)$/.test(universalTag(document, group - 1))) {
    subject = group - 1;
    for (let head = heads[subject] ?? -1; head > dash && head < group; head = heads[subject] ?? -1) subject = head;
  }
  for (let token = dash + 1; token <= sentence.last; token += 1) {
    if (token === verb || token === subject || !isFiled(heads[token] ?? -1)) continue;
    const isBefore = subject >= 0 && token < subject;
    heads[token] = isBefore ? subject : verb;
    relations[token] = isBefore ? TITLE : PARATAXIS;
  }
  if (isFiled(heads[verb] ?? -1) || (heads[verb] ?? -1) < 0) {
    heads[verb] = -1;
    relations[verb] = ROOT;
  }
  for (let token = first; token <= dash; token += 1) {
    if (isFiled(heads[token] ?? -1)) continue;
    heads[token] = verb;
    relations[token] = PARATAXIS;
  }
  if (subject < 0) return;
  heads[subject] = verb;
  relations[subject] =
    draft.document.tokens.relations[first] === numberOfRelation('nsubj:pass') ? numberOfRelation('nsubj:pass') : NSUBJ;
}

/** The root behind a dateline, or else the first verb that hangs on it. */
function findVerb(document: Document, first: number, last: number, isFiled: (token: number) => boolean): number {
  const isVerb = (token: number): boolean => universalTag(document, token) === 'VERB';
  for (let token = first; token <= last; token += 1) {
    const head = document.tokens.heads[token] ?? -1;
    if (isVerb(token) && (head < 0 || isFiled(head))) return token;
  }
  return -1;
}

/** The first of the auxiliaries and adverbs right before a verb, or the verb. */
function startOfVerbGroup(document: Document, verb: number, limit: number): number {
  let first = verb;
  while (first > limit && /^(?:VBD|VBZ|VBP|VBN|MD|RB)$/.test(pennTag(document, first - 1))) first -= 1;
  return first;
}
