import type { Sentence } from '../language/document.ts';
import { FORM_BASE, FORM_PARTICIPLE, loadLexicalClasses } from '../language/tagging/lexical-classes.ts';
import {
  isFiniteTag,
  numberOfPenn,
  numberOfRelation,
  numberOfUniversal,
  pennTag,
  tokenText,
} from '../language/tags.ts';
import { hashWord } from '../language/tagging/word-features.ts';
import { childNow, isAt, isNounOrPronoun, makeVerb, rootOf, tagNow, type Draft } from './draft-trees.ts';

const NSUBJ = numberOfRelation('nsubj');
const ROOT = numberOfRelation('root');
const OBJ = numberOfRelation('obj');
const AUX = numberOfRelation('aux');
const MARK = numberOfRelation('mark');
const CLAUSE = numberOfRelation('acl');
const CONTENT = numberOfRelation('ccomp');
const CONJUNCT = numberOfRelation('conj');
const COUNT = numberOfRelation('nummod');
const CONJUNCTION = numberOfPenn('IN');

function hasForm({ document }: Draft, token: number, form: number): boolean {
  const lexicon = loadLexicalClasses();
  return (lexicon.forms(lexicon.find(hashWord(tokenText(document, token).toLowerCase()))) & form) !== 0;
}

/** Verbs that take `that` and a clause in the base form (the mandative subjunctive: Huddleston and Pullum 2002). */
const DEMANDING =
  /^(?:demand|insist|request|recommend|propose|suggest|ask|order|require|urge|move|rule|stipulate|plead|advise|direct|command|instruct)$/;

/**
 * `demanded that the minister resign`: the last word of a phrase behind `that`, where no finite verb follows, is the
 * verb, and the noun before it its subject.
 */
export function makeSubjunctives(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let that = sentence.first + 1; that < sentence.last; that += 1) {
      const demand = that - 1;
      if (
        tokenText(document, that) !== 'that' ||
        !DEMANDING.test(draft.lemmas[demand] ?? '') ||
        !/^VB/.test(tagNow(draft, demand))
      )
        continue;
      const verb = findBase(draft, that + 1, sentence.last);
      if (verb < 0) continue;
      const subject = verb - 1;
      for (let token = that + 1; token < subject; token += 1) if (heads[token] === verb) heads[token] = subject;
      for (let token = verb + 1; token <= sentence.last; token += 1)
        if (heads[token] === demand && /^RP$|^RB$/.test(tagNow(draft, token)) && token === verb + 1)
          heads[token] = verb;
      heads[subject] = verb;
      relations[subject] = NSUBJ;
      heads[that] = verb;
      relations[that] = MARK;
      draft.penn[that] = CONJUNCTION;
      heads[verb] = demand;
      relations[verb] = CONTENT;
      makeVerb(draft, verb, 'VB');
    }
  }
}

/** `demanded that she resign`: a present tense that does not agree with its subject is a base form. */
export function bareDemands({ document, heads, relations, penn }: Draft): void {
  for (let verb = 2; verb < document.tokens.count; verb += 1) {
    if (
      pennTag(document, verb) !== 'VBP' ||
      !isAt({ relations }, verb, 'ccomp') ||
      !DEMANDING.test(document.tokens.lemmas[heads[verb] ?? -1] ?? '')
    )
      continue;
    const subject = verb - 1;
    if (
      heads[subject] === verb &&
      (/^(?:he|she|it)$/i.test(tokenText(document, subject)) || /^NNP?$/.test(pennTag(document, subject)))
    )
      penn[verb] = numberOfPenn('VB');
  }
}

/**
 * A noun that can be a base form, whose modifier the noun right before it is, before anything that could be the verb
 * instead; -1 where there is none.
 */
function findBase(draft: Draft, first: number, last: number): number {
  for (let token = first + 1; token <= last; token += 1) {
    const tag = tagNow(draft, token);
    if (isFiniteTag(tag) || /^(?:,|\.|CC|WDT|WP|WRB|VB)$/.test(tag)) return -1;
    if (
      tag !== 'NN' ||
      !isNounOrPronoun(draft, token - 1) ||
      draft.heads[token - 1] !== token ||
      isNounOrPronoun(draft, token + 1)
    )
      continue;
    return hasForm(draft, token, FORM_BASE) ? token : -1;
  }
  return -1;
}

/**
 * `The gunman had shot two officers`: what stands between `had` and the article or number of its object is a
 * participle.
 */
export function makePerfects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let had = sentence.first; had < sentence.last; had += 1) {
      const verb = had + 1;
      if (
        !/^(?:had|has|have)$/.test(tokenText(document, had)) ||
        draft.lemmas[had] !== 'have' ||
        heads[verb] !== had ||
        !isAt(draft, verb, 'obj')
      )
        continue;
      if (
        !/^(?:NN|JJ)$/.test(tagNow(draft, verb)) ||
        !/^(?:DT|CD|PRP|PRP\$|NNP)$/.test(tagNow(draft, verb + 1)) ||
        !hasForm(draft, verb, FORM_PARTICIPLE)
      )
        continue;
      for (let token = sentence.first; token <= sentence.last; token += 1)
        if (heads[token] === had && token !== verb) heads[token] = verb;
      for (let token = verb + 1; token <= sentence.last; token += 1)
        if (
          heads[token] === verb &&
          isAt(draft, token, 'nmod:unmarked', 'appos', 'nummod') &&
          isNounOrPronoun(draft, token)
        )
          relations[token] = OBJ;
      heads[verb] = heads[had] ?? -1;
      relations[verb] = relations[had] ?? ROOT;
      heads[had] = verb;
      relations[had] = AUX;
      makeVerb(draft, verb, 'VBN');
    }
  }
}

/**
 * `At least 23 people died`: a clause that the parser hung on the number before its own subject stands where the number
 * stood, which counts the subject.
 */
export function freeCountedSubjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let subject = sentence.first + 1; subject <= sentence.last; subject += 1) {
      const count = subject - 1;
      const verb = heads[subject] ?? -1;
      if (
        !isAt(draft, subject, 'nsubj') ||
        verb <= subject ||
        heads[verb] !== count ||
        tagNow(draft, count) !== 'CD' ||
        !isAt(draft, verb, 'acl')
      )
        continue;
      const above = heads[count] ?? -1;
      for (let token = sentence.first; token <= sentence.last; token += 1)
        if (heads[token] === count && token !== verb) heads[token] = token < count ? count : verb;
      heads[verb] = above;
      relations[verb] = above < 0 ? ROOT : CONTENT;
      heads[count] = subject;
      relations[count] = COUNT;
    }
  }
}

/**
 * `imported from Kenya and Nairobi retaliated`: a noun that the parser coordinated with the one before, right before a
 * finite verb without a subject, is that verb's.
 */
export function freeCoordinatedSubjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let verb = sentence.first + 3; verb <= sentence.last; verb += 1) {
      const noun = verb - 1;
      const and = noun - 1;
      if (
        !/^(?:VBD|VBZ)$/.test(tagNow(draft, verb)) ||
        draft.universal[verb] !== numberOfUniversal('VERB') ||
        childNow(draft, verb, sentence, 'nsubj', 'csubj', 'aux:pass') >= 0
      )
        continue;
      if (!isAt(draft, noun, 'conj') || heads[and] !== noun || tagNow(draft, and) !== 'CC' || heads[verb] === noun)
        continue;
      const other = heads[noun] ?? -1;
      if (other < 0 || !isNounOrPronoun(draft, other) || heads[verb] === other || heads[other] === verb) continue;
      heads[noun] = verb;
      relations[noun] = NSUBJ;
      heads[and] = verb;
      if ((heads[verb] ?? -1) >= 0 && (heads[verb] ?? -1) < other) relations[verb] = CONJUNCT;
    }
  }
}

const TIME_NOUNS =
  /^(?:second|minute|hour|day|week|month|year|morning|afternoon|evening|night|weekend|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

/**
 * `Last week a guard was stabbed`: a noun that the parser coordinated with the time before it, without a word that
 * joins the two, is the subject of the verb that the time tells of.
 */
export function freeSubjectsBehindTimes(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let noun = sentence.first + 1; noun <= sentence.last; noun += 1) {
      const time = heads[noun] ?? -1;
      const verb = heads[time] ?? -1;
      if (
        time < 0 ||
        time > noun ||
        verb < noun ||
        !isAt(draft, noun, 'conj', 'appos') ||
        !isNounOrPronoun(draft, noun) ||
        !TIME_NOUNS.test(tokenText(document, time))
      )
        continue;
      if (
        !isAt(draft, time, 'obl', 'nsubj') ||
        childNow(draft, noun, sentence, 'cc') >= 0 ||
        TIME_NOUNS.test(tokenText(document, noun))
      )
        continue;
      const subject = childNow(draft, verb, sentence, 'nsubj', 'csubj');
      if (subject >= 0 && subject !== time) continue;
      heads[noun] = verb;
      relations[noun] = childNow(draft, verb, sentence, 'aux:pass') >= 0 ? numberOfRelation('nsubj:pass') : NSUBJ;
      relations[time] = numberOfRelation('obl:unmarked');
      for (let token = noun + 1; token <= sentence.last; token += 1) if (heads[token] === time) heads[token] = verb;
    }
  }
}

/** A group of verbs: where it begins and which token carries its clause. */
interface VerbGroup {
  readonly first: number;
  readonly carrier: number;
}

/**
 * `Her claim that the plant is safe has angered the town`: where a noun is all that the parser found at the root and
 * the clause with `that` behind it runs into a second finite verb without a joining word, that verb is the sentence's,
 * and the noun its subject.
 */
export function raiseSecondVerbs(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    const noun = rootOf(draft, sentence);
    if (noun < 0 || !/^NNS?$/.test(tagNow(draft, noun)) || childNow(draft, noun, sentence, 'cop') >= 0) continue;
    const that = findThat(draft, noun, sentence);
    if (that < 0) continue;
    const [inner, outer] = findGroups(draft, that + 1, sentence);
    if (!inner || !outer || inner.first - that < 2) continue;
    const { carrier: content } = inner;
    const { carrier: verb } = outer;
    for (let token = that; token < outer.first; token += 1)
      if (heads[token] === verb && token !== content) heads[token] = content;
    for (let token = outer.first; token <= sentence.last; token += 1)
      if (token !== verb && (heads[token] === content || heads[token] === noun)) heads[token] = verb;
    heads[verb] = -1;
    relations[verb] = ROOT;
    heads[noun] = verb;
    relations[noun] = childNow(draft, verb, sentence, 'aux:pass') >= 0 ? numberOfRelation('nsubj:pass') : NSUBJ;
    heads[content] = noun;
    relations[content] = CLAUSE;
    heads[that] = content;
    relations[that] = MARK;
    draft.penn[that] = CONJUNCTION;
  }
}

/** The `that` behind a noun, with no comma or verb between. */
function findThat(draft: Draft, noun: number, { last }: Sentence): number {
  for (let token = noun + 1; token < last; token += 1) {
    if (tokenText(draft.document, token) === 'that') return token;
    if (/^(?:,|VB|VBD|VBZ|VBP|VBN|MD|CC|-LRB-)$/.test(tagNow(draft, token))) return -1;
  }
  return -1;
}

/** The groups of finite verbs from a token on, when there are exactly two and nothing joins or parts them. */
function findGroups(draft: Draft, first: number, { last }: Sentence): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let token = first; token <= last; token += 1) {
    const tag = tagNow(draft, token);
    if (groups.length === 1 && /^(?:,|CC|WDT|WP|WRB|:)$/.test(tag)) return [];
    if (!isFiniteTag(tag)) continue;
    const carrier = isAt(draft, token, 'aux', 'cop') ? (draft.heads[token] ?? token) : token;
    groups.push({ first: token, carrier });
    while (
      token < last &&
      /^(?:VB|VBN|VBG|VBD|RB)$/.test(tagNow(draft, token + 1)) &&
      isWithin(draft, token + 1, carrier)
    )
      token += 1;
  }
  return groups.length === 2 ? groups : [];
}

/** Whether a token is the carrier of a group of verbs or one of its auxiliaries and adverbs. */
function isWithin(draft: Draft, token: number, carrier: number): boolean {
  return token === carrier || (draft.heads[token] === carrier && token < carrier);
}
