import type { Document } from '../language/document.ts';
import { lemmaOf } from '../language/tagging/lemmatise.ts';
import { rangeHolding } from '../language/ranges.ts';
import { isFiniteTag, numberOfPenn, numberOfUniversal, pennTag, relation, tokenText } from '../language/tags.ts';
import { isRelation } from '../language/tree.ts';
import { OFFICES } from './lexicon/offices.ts';
import { REPORTING_VERBS } from './lexicon/speech-acts.ts';

/** What a surname alone is taken for where the tagger does not know it. */
const NO_NAME = /^(?:FW|UH|NN|VB|VBP|SYM|LS|ADD)$/;
const PARTICIPLE = numberOfPenn('VBN');
/** How sure a name must be to make its word a proper noun. */
const SURE_NAME = 0.5;

/**
 * The document with tags put right that the tagger took for something else: past tenses, an irregular one for a present
 * tense (`stole`), one in `-ed` for an adjective, though it has a subject and no
 * `be` (`when a train derailed`); a verb of saying for a plural (`The chair, Jane Roe, points out that …`); an office
 * before a name for a verb (`Rovers boss Tom Hale has resigned`); and surnames that it does not know, which the
 * recogniser does.
 */
export function mendTags(document: Document): Document {
  const { tokens } = document;
  const penn = tokens.penn.slice();
  const universal = tokens.universal.slice();
  const lemmas = [...tokens.lemmas];
  const makePast = (token: number): void => {
    penn[token] = numberOfPenn('VBD');
    universal[token] = numberOfUniversal('VERB');
    lemmas[token] = lemmaOf(tokenText(document, token), 'VBD');
  };
  const makePresent = (token: number): void => {
    penn[token] = numberOfPenn('VBZ');
    universal[token] = numberOfUniversal('VERB');
    lemmas[token] = lemmaOf(tokenText(document, token), 'VBZ');
  };
  const opensSentence = new Uint8Array(tokens.count);
  for (const { first } of document.sentences) opensSentence[first] = 1;
  const subjects = new Uint8Array(tokens.count);
  const copulas = new Uint8Array(tokens.count);
  for (let token = 0; token < tokens.count; token += 1) {
    const head = tokens.heads[token] ?? -1;
    if (head < 0) continue;
    if (isRelation(relation(document, token), 'nsubj') && token < head) subjects[head] = 1;
    if (isRelation(relation(document, token), 'cop', 'aux')) copulas[head] = 1;
  }
  for (let token = 0; token < tokens.count; token += 1) {
    const word = tokenText(document, token);
    const tag = pennTag(document, token);
    const isPresent = tag === 'VBP' && !word.endsWith('ed') && lemmaOf(word, 'VBD') !== word.toLowerCase();
    const isAdjective = tag === 'JJ' && subjects[token] === 1 && copulas[token] === 0 && /^\p{Ll}{3,}ed$/u.test(word);
    const isPlural =
      tag === 'NNS' && subjects[token] === 1 && copulas[token] === 0 && REPORTING_VERBS.has(lemmaOf(word, 'VBZ'));
    if (isPlural && /^(?:out|that|to)$/i.test(tokenText(document, token + 1))) makePresent(token);
    // `when a train derailed`: a participle with a subject of its own has an auxiliary.
    const isParticiple = tag === 'VBN' && subjects[token] === 1 && copulas[token] === 0 && isClause(document, token);
    if (isPresent || isAdjective || isParticiple) makePast(token);
    if (
      tag === 'VBD' &&
      opensSentence[token] === 1 &&
      subjects[token] === 0 &&
      isRelation(relation(document, token), 'advcl')
    )
      penn[token] = PARTICIPLE;
  }
  for (const { first, last, type } of document.names) {
    const office = first - 1;
    if (type !== 'PERSON' || !/^VBP?$/.test(pennTag(document, office)) || !OFFICES.has(tokenText(document, office)))
      continue;
    if (!/^NN/.test(pennTag(document, office - 1)) || !/^(?:VBD|VBZ)$/.test(pennTag(document, last + 1))) continue;
    penn[office] = numberOfPenn('NN');
    universal[office] = numberOfUniversal('NOUN');
    lemmas[office] = tokenText(document, office);
  }
  for (const { first, last, type, confidence } of document.names) {
    if (
      type !== 'PERSON' ||
      first !== last ||
      confidence < SURE_NAME ||
      !NO_NAME.test(pennTag(document, first)) ||
      !/^\p{Lu}\p{Ll}/u.test(tokenText(document, first))
    )
      continue;
    penn[first] = numberOfPenn('NNP');
    universal[first] = numberOfUniversal('PROPN');
    lemmas[first] = tokenText(document, first);
  }
  return { ...document, tokens: { ...tokens, penn, universal, lemmas } };
}

/**
 * Whether a participle can only be the verb of its clause: one at the root is, where no finite verb stands behind it
 * (`The trial of the man accused of theft will begin`).
 */
function isClause(document: Document, token: number): boolean {
  if (!isRelation(relation(document, token), 'root'))
    return isRelation(relation(document, token), 'advcl', 'ccomp', 'parataxis', 'acl:relcl');
  const { last } = document.sentences[rangeHolding(document.sentences, token)] ?? { last: token };
  for (let at = token + 1; at <= last; at += 1)
    if (isFiniteTag(pennTag(document, at)) && document.tokens.heads[at] !== token) return false;
  return true;
}
