import type { Document, Sentence } from '../language/document.ts';
import {
  isFiniteTag,
  numberOfPenn,
  numberOfRelation,
  numberOfUniversal,
  pennTag,
  tokenText,
  universalTag,
} from '../language/tags.ts';
import {
  boundsOf,
  childrenIn,
  hasSubject,
  isAt,
  isNominal,
  isSubject,
  makeVerb,
  rootOf,
  type Draft,
} from './draft-trees.ts';

const ROOT = numberOfRelation('root');
const NSUBJ = numberOfRelation('nsubj');
const OBJ = numberOfRelation('obj');
const OBLIQUE = numberOfRelation('obl');
const CONJUNCT = numberOfRelation('conj');
const ADVERBIAL = numberOfRelation('advcl');
const ADJECTIVE = numberOfRelation('amod');
const CONTENT = numberOfRelation('ccomp');
const MARK = numberOfRelation('mark');

/**
 * Puts right verbs that the tagger took for nouns or adjectives, and adjectives that it took for verbs, with what hangs
 * on them.
 */
export function mendMistagged(draft: Draft): void {
  straightenNeighbours(draft);
  raiseShots(draft);
  raiseDeadly(draft);
  raiseNouns(draft);
  raiseBursts(draft);
  freePeople(draft);
  raisePredicates(draft);
}

/**
 * `accused neighbouring Sudan of arming rebels`: no verb, what is behind it is the object and takes over what hangs on
 * it.
 */
function straightenNeighbours(draft: Draft): void {
  const { document, heads, relations, penn, universal } = draft;
  for (let token = 1; token < document.tokens.count - 1; token += 1) {
    if (
      !/^neighbou?ring$/i.test(tokenText(document, token)) ||
      pennTag(document, token) !== 'VBG' ||
      heads[token + 1] !== token
    )
      continue;
    const above = heads[token] ?? -1;
    for (const child of childrenIn(draft, token))
      heads[child] = child === token + 1 || above < 0 ? above : child > token ? above : token + 1;
    heads[token + 1] = above;
    relations[token + 1] = OBJ;
    heads[token] = token + 1;
    relations[token] = ADJECTIVE;
    penn[token] = numberOfPenn('JJ');
    universal[token] = numberOfUniversal('ADJ');
  }
}

/** `police shot and killed two men`: `shot` before `and killed` is a verb, and the noun before it its subject. */
function raiseShots(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let shot = 1; shot < document.tokens.count - 2; shot += 1) {
    const verb = shot + 2;
    const isPair =
      tokenText(document, shot) === 'shot' &&
      tokenText(document, shot + 1) === 'and' &&
      /^(?:killed|wounded|injured)$/.test(tokenText(document, verb));
    if (!isPair || pennTag(document, shot) !== 'NN' || heads[verb] === shot) continue;
    const subject = shot - 1;
    heads[shot] = heads[verb] ?? -1;
    relations[shot] = relations[verb] ?? ROOT;
    heads[verb] = shot;
    relations[verb] = CONJUNCT;
    heads[subject] = shot;
    relations[subject] = NSUBJ;
    makeVerb(draft, shot, 'VBD');
  }
}

/**
 * `Police in Uganda shot dead four protesters`: `shot` before `dead` is a verb; what stands before it is its subject,
 * what stands behind `dead` its object.
 */
function raiseDeadly(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let shot = 1; shot < document.tokens.count - 3; shot += 1) {
    if (
      tokenText(document, shot) !== 'shot' ||
      tokenText(document, shot + 1) !== 'dead' ||
      pennTag(document, shot) !== 'NN'
    )
      continue;
    const above = heads[shot] ?? -1;
    const subject = above >= 0 && above < shot ? above : shot - 1;
    let object = shot + 2;
    while (object < boundsOf(document, shot).last && /^(?:CD|DT|JJ|NNP?S?|HYPH)$/.test(pennTag(document, object + 1)))
      object += 1;
    if (!isNominal(document, subject) || !isNominal(document, object)) continue;
    const carried = [...childrenIn(draft, subject), ...childrenIn(draft, shot), ...childrenIn(draft, object)].filter(
      (child) => child > object,
    );
    const verb = subject === above ? (heads[subject] ?? -1) : above;
    heads[shot] = verb;
    relations[shot] = verb < 0 ? ROOT : isSubject(draft, subject) ? CONTENT : (relations[subject] ?? ROOT);
    for (const child of childrenIn(draft, shot)) if (child < shot && child !== subject) heads[child] = subject;
    heads[subject] = shot;
    relations[subject] = NSUBJ;
    heads[object] = shot;
    relations[object] = OBJ;
    heads[shot + 1] = shot;
    relations[shot + 1] = numberOfRelation('xcomp');
    for (const child of carried) heads[child] = shot;
    if (pennTag(document, subject + 1) === 'IN' && subject + 2 === shot - 1) {
      heads[subject + 1] = shot - 1;
      heads[shot - 1] = subject;
      relations[shot - 1] = numberOfRelation('nmod');
    }
    makeVerb(draft, shot, 'VBD');
  }
}

/** Past tenses that are nouns as well. */
const NOUN_LIKE = /^(?:shot|hit|cut|set|shut|bid|cast|split)$/;

/**
 * `The air force hit three targets`: in a sentence without a finite verb, a noun that is a past tense as well, between
 * a noun and an object or a particle, is its verb.
 */
function raiseNouns(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    const verb = rootOf(draft, sentence);
    const subject = verb - 1;
    if (
      !NOUN_LIKE.test(tokenText(document, verb)) ||
      pennTag(document, verb) !== 'NN' ||
      heads[subject] !== verb ||
      !/^NN/.test(pennTag(document, subject))
    )
      continue;
    const isObject =
      /^(?:DT|CD|NNPS?|RP|PRP|PRP\$)$/.test(pennTag(document, verb + 1)) ||
      /^(?:at|down)$/.test(tokenText(document, verb + 1));
    if (!isObject || hasFiniteVerb(document, sentence)) continue;
    for (const child of childrenIn(draft, verb)) {
      const particle = childrenIn(draft, child).find((own) => pennTag(document, own) === 'RP');
      if (child < subject) heads[child] = subject;
      else if (child > verb && isAt(draft, child, 'nmod')) {
        relations[child] =
          particle === undefined && childrenIn(draft, child).some((own) => isAt(draft, own, 'case')) ? OBLIQUE : OBJ;
        if (particle !== undefined) heads[particle] = verb;
        if (particle !== undefined) relations[particle] = numberOfRelation('compound:prt');
      }
    }
    relations[subject] = NSUBJ;
    makeVerb(draft, verb, 'VBD');
  }
}

/**
 * `before a dam burst above the town and sent …`: what can burst is the subject of `burst`, which is no noun behind it.
 */
function raiseBursts(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let burst = 1; burst < document.tokens.count; burst += 1) {
    const subject = burst - 1;
    if (
      tokenText(document, burst) !== 'burst' ||
      pennTag(document, burst) !== 'NN' ||
      heads[subject] !== burst ||
      !/^(?:dam|levee|dyke|dike|embankment|pipe|pipeline|tank|reservoir|tyre|tire|river|canal|boiler)s?$/i.test(
        tokenText(document, subject),
      )
    )
      continue;
    const above = heads[burst] ?? -1;
    for (const child of childrenIn(draft, burst)) {
      const isOpener = child < burst && /^(?:before|after|when|as|until|since)$/i.test(tokenText(document, child));
      if (isOpener) relations[child] = MARK;
      else if (child < subject) heads[child] = subject;
      else if (child > burst && isAt(draft, child, 'nmod')) relations[child] = OBLIQUE;
    }
    relations[subject] = NSUBJ;
    if (above >= 0) relations[burst] = ADVERBIAL;
    makeVerb(draft, burst, 'VBD');
    for (const child of childrenIn(draft, above))
      if (
        child > burst &&
        isAt(draft, child, 'conj') &&
        /^VBD$/.test(pennTag(document, child)) &&
        !hasSubject(draft, child)
      )
        heads[child] = burst;
  }
}

const CAPTIVES =
  /^(?:prisoners|hostages|detainees|captives|inmates|dissidents|slaves|suspects|sailors|journalists|activists|men|women|people)$/i;

/** `to repeal the law and to free political prisoners`: behind `to`, `free` is what is done to captives. */
function freePeople(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let free = 2; free < document.tokens.count; free += 1) {
    const noun = heads[free] ?? -1;
    if (
      tokenText(document, free) !== 'free' ||
      pennTag(document, free) !== 'JJ' ||
      noun <= free ||
      !CAPTIVES.test(tokenText(document, noun)) ||
      !/^to$/i.test(tokenText(document, free - 1))
    )
      continue;
    let above = heads[noun] ?? -1;
    for (let steps = 0; steps < 4 && above >= 0 && universalTag(document, above) !== 'VERB'; steps += 1)
      above = heads[above] ?? -1;
    if (above < 0 || above > free) continue;
    const isListed = isAt(draft, noun, 'conj');
    for (const child of childrenIn(draft, noun)) if (child < free) heads[child] = free;
    relations[free - 1] = MARK;
    heads[free] = above;
    relations[free] = isListed ? CONJUNCT : numberOfRelation('xcomp');
    heads[noun] = free;
    relations[noun] = OBJ;
    makeVerb(draft, free, 'VB');
  }
}

/**
 * `The judge acquitted Ana Ruiz`: what looks like an adjective behind the noun that a sentence without a verb begins
 * with, before a name or an article, is its verb.
 */
function raisePredicates(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    const top = rootOf(draft, sentence);
    const verb = top + 1;
    const isShaped =
      top >= 0 &&
      /^NNP?S?$/.test(pennTag(document, top)) &&
      /^JJ$/.test(pennTag(document, verb)) &&
      /^\p{Ll}{3,}ed$/u.test(tokenText(document, verb)) &&
      heads[verb] === top &&
      isAt(draft, verb, 'amod');
    if (
      !isShaped ||
      !/^(?:NNP|NNPS|DT|PRP|PRP\$|CD)$/.test(pennTag(document, verb + 1)) ||
      hasFiniteVerb(document, sentence)
    )
      continue;
    heads[verb] = -1;
    relations[verb] = ROOT;
    heads[top] = verb;
    relations[top] = NSUBJ;
    for (const child of childrenIn(draft, top)) if (child > verb) heads[child] = verb;
    const object = childrenIn(draft, verb).find(
      (child) =>
        child > verb && isAt(draft, child, 'obl') && childrenIn(draft, child).every((own) => !isAt(draft, own, 'case')),
    );
    if (object !== undefined) relations[object] = OBJ;
    makeVerb(draft, verb, 'VBD');
  }
}

function hasFiniteVerb(document: Document, { first, last }: Sentence): boolean {
  for (let token = first; token <= last; token += 1) if (isFiniteTag(pennTag(document, token))) return true;
  return false;
}
