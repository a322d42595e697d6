import type { Document } from '../language/document.ts';
import { numberOfPenn, numberOfRelation, pennTag, relation, tokenText, universalTag } from '../language/tags.ts';
import { isRelation } from '../language/tree.ts';
import { type Draft, isAt } from './draft-trees.ts';

const NSUBJ = numberOfRelation('nsubj');
const OBLIQUE = numberOfRelation('obl');
const ADVERBIAL = numberOfRelation('advcl');
const CLAUSE = numberOfRelation('acl');
const MARK = numberOfRelation('mark');
const TITLE = numberOfRelation('nmod:desc');
const CONTENT = numberOfRelation('ccomp');
const CONJUNCTION = numberOfPenn('IN');
const PARTICIPLE = numberOfPenn('VBN');

/** From the last word of a name to the first, which carries it. */
export function climbNames(document: Document, last: number): number {
  let at = last;
  while (
    isRelation(relation(document, at), 'flat', 'compound') &&
    universalTag(document, document.tokens.heads[at] ?? -1) === 'PROPN'
  )
    at = document.tokens.heads[at] ?? -1;
  return at;
}

/**
 * `after an outbreak of cholera killed 86`: a verb that the parser gave the subject of the clause above, though a noun
 * that hangs on no verb stands right before it. That noun, behind a word that opens a clause, is its subject.
 */
export function findLostSubjects({ document, heads, relations, penn }: Draft): void {
  const subjects = new Set<number>();
  for (let token = 0; token < document.tokens.count; token += 1)
    if (isRelation(relation(document, token), 'nsubj', 'csubj')) subjects.add(heads[token] ?? -1);
  for (let verb = 2; verb < document.tokens.count; verb += 1) {
    if (
      !/^(?:VBD|VBZ)$/.test(pennTag(document, verb)) ||
      subjects.has(verb) ||
      !isRelation(relation(document, verb), 'advcl', 'conj')
    )
      continue;
    if (!/^(?:NOUN|PROPN)$/.test(universalTag(document, verb - 1)) || universalTag(document, verb) !== 'VERB') continue;
    let noun = verb - 1;
    for (
      let steps = 0;
      steps < 6 &&
      universalTag(document, heads[noun] ?? -1) !== 'VERB' &&
      (heads[noun] ?? -1) >= 0 &&
      (heads[noun] ?? -1) < verb;
      steps += 1
    )
      noun = heads[noun] ?? -1;
    const opener = openerOf(document, noun);
    if (opener < 0 && isReducedRelative(document, verb) && !hangsOn(heads, verb - 1, verb)) {
      heads[verb] = verb - 1;
      relations[verb] = CLAUSE;
      penn[verb] = PARTICIPLE;
    }
    if (opener < 0 || !isRelation(relation(document, noun), 'obl', 'nmod')) continue;
    heads[noun] = verb;
    relations[noun] = NSUBJ;
    heads[opener] = verb;
    relations[opener] = MARK;
    relations[verb] = ADVERBIAL;
  }
}

/**
 * `approved an amnesty for 400 people convicted over the bid`: a participle in `-ed` right behind a plural and before a
 * preposition tells of those it stands behind.
 */
function isReducedRelative(document: Document, verb: number): boolean {
  return (
    pennTag(document, verb) === 'VBD' &&
    pennTag(document, verb - 1) === 'NNS' &&
    /ed$/.test(tokenText(document, verb)) &&
    /^(?:over|of|by|in|with|for|at|from|during|on)$/i.test(tokenText(document, verb + 1))
  );
}

/** The word before a noun phrase that can open a clause as well: `after`, `before`, `since`, `until`, `as`. */
function openerOf(document: Document, noun: number): number {
  for (let token = noun - 1; token >= 0 && noun - token <= 5; token -= 1) {
    if (/^(?:after|before|since|until|as|because|when|while)$/i.test(tokenText(document, token))) return token;
    if (!/^(?:DT|JJ|JJR|JJS|NN|NNS|NNP|CD|PRP\$|HYPH|POS|VBN)$/.test(pennTag(document, token))) return -1;
  }
  return -1;
}

const DAYS = /^(?:today|yesterday|tomorrow|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/i;

/**
 * `Chad today threatened to …`: a name right before a day is no part of it, but the subject of a verb that has no
 * other.
 */
export function freeSubjects({ document, heads, relations }: Draft): void {
  const hasSubject = new Uint8Array(document.tokens.count);
  for (let token = 0; token < document.tokens.count; token += 1)
    if (isRelation(relation(document, token), 'nsubj', 'csubj') && !DAYS.test(tokenText(document, token)))
      hasSubject[heads[token] ?? -1] = 1;
  for (let token = 1; token < document.tokens.count; token += 1) {
    const verb = heads[token] ?? -1;
    if (
      !DAYS.test(tokenText(document, token)) ||
      verb <= token ||
      universalTag(document, verb) !== 'VERB' ||
      hasSubject[verb] === 1
    )
      continue;
    const name = climbNames(document, token - 1);
    if (heads[name] !== token || !/^(?:PROPN|NOUN)$/.test(universalTag(document, name))) continue;
    heads[name] = verb;
    relations[name] = NSUBJ;
    relations[token] = OBLIQUE;
    hasSubject[verb] = 1;
  }
}

/**
 * `ordered the guard to free the ship and accused the owners`: a finite verb is coordinated with a finite one, not with
 * an infinitive.
 */
export function liftFiniteConjuncts({ document, heads }: Draft): void {
  for (let verb = 0; verb < document.tokens.count; verb += 1) {
    if (
      !/^(?:VBD|VBZ)$/.test(pennTag(document, verb)) ||
      !isRelation(relation(document, verb), 'conj') ||
      pennTag(document, heads[verb] ?? -1) !== 'VB'
    )
      continue;
    let above = heads[verb] ?? -1;
    for (let steps = 0; steps < 4 && above >= 0 && !/^(?:VBD|VBZ|VBP)$/.test(pennTag(document, above)); steps += 1)
      above = heads[above] ?? -1;
    if (above >= 0 && above < verb && /^(?:VBD|VBZ|VBP)$/.test(pennTag(document, above))) heads[verb] = above;
  }
}

/**
 * `“It is late,” Otieno told them`: a name right before a finite verb that it hangs on is its subject, where the verb
 * has no other.
 */
export function makeSubjects({ document, heads, relations }: Draft): void {
  const hasSubject = new Uint8Array(document.tokens.count);
  for (let token = 0; token < document.tokens.count; token += 1)
    if (isAt({ relations }, token, 'nsubj', 'csubj')) hasSubject[heads[token] ?? -1] = 1;
  for (let verb = 1; verb < document.tokens.count; verb += 1) {
    if (
      !/^(?:VBD|VBZ)$/.test(pennTag(document, verb)) ||
      hasSubject[verb] === 1 ||
      universalTag(document, verb) !== 'VERB'
    )
      continue;
    const name = climbNames(document, verb - 1);
    if (heads[name] === verb && universalTag(document, name) === 'PROPN' && !DAYS.test(tokenText(document, name)))
      relations[name] = NSUBJ;
  }
}

/**
 * `The Houthi-linked group Ansar al-Bahr released …`: of a noun and a name right behind it that are both subjects of a
 * verb, the noun says what the name is.
 */
export function joinTitles({ document, heads, relations }: Draft): void {
  for (let name = 1; name < document.tokens.count; name += 1) {
    const noun = name - 1;
    const areSubjects = [noun, name].every((token) => isAt({ relations }, token, 'nsubj'));
    if (
      !areSubjects ||
      heads[name] !== heads[noun] ||
      universalTag(document, name) !== 'PROPN' ||
      !/^NNS?$/.test(pennTag(document, noun))
    )
      continue;
    heads[noun] = name;
    relations[noun] = TITLE;
  }
}

/**
 * `in a deal mediated by Oman`: a participle before `by` tells of the noun right before it, which a preposition keeps
 * from being its subject.
 */
export function turnParticiplesBack({ document, heads, relations }: Draft): void {
  for (let verb = 2; verb < document.tokens.count; verb += 1) {
    const noun = verb - 1;
    if (
      pennTag(document, verb) !== 'VBN' ||
      tokenText(document, verb + 1) !== 'by' ||
      heads[noun] !== verb ||
      universalTag(document, noun) !== 'NOUN'
    )
      continue;
    const preposition = prepositionOf(document, heads, noun);
    if (preposition < 0 || !isAt({ relations }, noun, 'obl')) continue;
    const above = heads[verb] ?? -1;
    for (let token = preposition - 1; token >= 0 && token > above; token -= 1)
      if (heads[token] === verb) heads[token] = above;
    heads[noun] = above;
    heads[verb] = noun;
    relations[verb] = CLAUSE;
  }
}

function prepositionOf(document: Document, heads: Int32Array, noun: number): number {
  for (let token = noun - 1; token >= 0 && noun - token <= 6; token -= 1)
    if (heads[token] === noun && pennTag(document, token) === 'IN') return token;
  return -1;
}

/**
 * `Rovers captain Sean Devlin admitted …`: where the parser hangs an office and a person on the organisation or place
 * before them as one name, the person is the subject, and the organisation belongs to it.
 */
export function raisePeople({ document, heads, relations }: Draft): void {
  const others = new Set<number>();
  for (const name of document.names)
    if (name.type === 'ORGANISATION' || name.type === 'PLACE')
      for (let token = name.first; token <= name.last; token += 1) others.add(token);
  for (const { first, last, type } of document.names) {
    const verb = last + 1;
    if (type !== 'PERSON' || !/^(?:VBD|VBZ|MD|VBP)$/.test(pennTag(document, verb))) continue;
    const top = topOfName(heads, first, last);
    let above = heads[top] ?? -1;
    for (
      let steps = 0;
      steps < 4 && above >= 0 && above < first && isAt({ relations }, above, 'flat', 'compound');
      steps += 1
    )
      above = heads[above] ?? -1;
    if (
      above < 0 ||
      above >= first ||
      !others.has(above) ||
      !isAt({ relations }, above, 'nsubj') ||
      (heads[above] ?? -1) <= last ||
      !isOneName(document, above, first)
    )
      continue;
    heads[top] = heads[above] ?? -1;
    relations[top] = relations[above] ?? NSUBJ;
    heads[above] = top;
    relations[above] = TITLE;
    for (let token = above + 1; token <= last; token += 1) {
      if (token === top || heads[token] !== above) continue;
      heads[token] = top;
      if (token < first) relations[token] = TITLE;
    }
  }
}

/** The token of a name that carries it: its head lies outside. */
function topOfName(heads: Int32Array, first: number, last: number): number {
  for (let token = first; token <= last; token += 1)
    if ((heads[token] ?? -1) < first || (heads[token] ?? -1) > last) return token;
  return first;
}

/** Whether nothing but nouns and adjectives stands between two tokens. */
function isOneName(document: Document, from: number, to: number): boolean {
  for (let token = from + 1; token < to; token += 1)
    if (!/^(?:NN|NNP|NNPS|NNS|JJ|HYPH|VBG)$/.test(pennTag(document, token))) return false;
  return true;
}

/** Verbs that take whom one tells and a clause with `that`. */
const TELLING = /^(?:tell|inform|warn|assure|remind|notify)$/;

/**
 * `told analysts on a call that she expected …`: behind whom somebody tells, `that` opens what is told, not a clause
 * about the call.
 */
export function freeContents({ document, heads, relations, penn }: Draft): void {
  for (let that = 3; that < document.tokens.count - 1; that += 1) {
    if (
      tokenText(document, that) !== 'that' ||
      pennTag(document, that) !== 'WDT' ||
      !/^(?:PRP|DT|NNP|NNS|PRP\$)$/.test(pennTag(document, that + 1))
    )
      continue;
    const clause = heads[that] ?? -1;
    const noun = heads[clause] ?? -1;
    const verb = heads[noun] ?? -1;
    const isAboutNoun =
      clause > that && noun === that - 1 && isAt({ relations }, clause, 'acl') && isAt({ relations }, noun, 'obl');
    if (!isAboutNoun || verb < 0 || !TELLING.test(document.tokens.lemmas[verb] ?? '')) continue;
    heads[clause] = verb;
    relations[clause] = CONTENT;
    relations[that] = MARK;
    penn[that] = CONJUNCTION;
  }
}

/** Whether a token hangs on another, however far below it. */
function hangsOn(heads: Int32Array, token: number, above: number): boolean {
  let at = token;
  for (let steps = 0; at >= 0 && steps < 100; steps += 1, at = heads[at] ?? -1) if (at === above) return true;
  return false;
}
