import type { Document, TokenRange } from '../language/document.ts';
import { findDemonymAt } from './demonyms.ts';
import { pennTag, relation, tokenText, universalTag } from '../language/tags.ts';
import { isRelation, type Tree } from '../language/tree.ts';
import type { DraftMention } from './drafts.ts';
import { HEADS, OFFICES, PERSON_NOUNS } from './lexicon/offices.ts';
import { findLead, whoIsAsked } from './lead.ts';
import { mostSalient, note, type Recent, sentenceOf } from './salience.ts';
import { ORGANISATION_NOUNS } from './lexicon/organisation-words.ts';
import type { EntityType, OrganisationKind } from './reading.ts';

/** What anaphora knows of each entity named in the article. */
export interface Referent {
  readonly type: EntityType;
  readonly gender: 'FEMALE' | 'MALE' | 'EITHER';
  /** The titles of a person, in lower case, as words. */
  readonly titles: readonly (readonly string[])[];
  /** Codes of the countries that a person's offices, or an organisation, belong to. */
  readonly countries: ReadonlySet<string>;
  readonly organisationKind: OrganisationKind | null;
  readonly placeKind: string | null;
}

/** How many names behind a pronoun may be whom it means. */
const NAMES_AHEAD = 3;

const SHE = new Set(['she', 'her', 'hers', 'herself']);
const HE = new Set(['he', 'him', 'his', 'himself']);
const IT = new Set(['its', 'itself']);
const DEFINITE = /^(?:the|this|that)$/i;
/**
 * Pronouns and descriptions that refer to the entities that are named, in text order. `names` are the mentions by name, in text order. One walk through the text
 * keeps what was mentioned last: a pronoun takes the most salient person that its gender allows (subjects before others, near before far), and a description such as
 * `the Russian defence chief` the person whose office, country or kind fits it best.
 */
export function resolveAnaphora(document: Document, tree: Tree, names: readonly DraftMention[], referents: readonly Referent[]): DraftMention[] {
  const found: DraftMention[] = [];
  const recent: Recent = { last: new Map(), subjects: new Set(), weight: new Map() };
  const inferred = new Map<number, 'FEMALE' | 'MALE'>();
  const lead = findLead(document, tree, names, referents);
  let next = 0;
  for (let token = 0; token < document.tokens.count; token += 1) {
    const name = names[next];
    const isLead = lead !== null && token === lead.first;
    if (name && name.first === token && !isLead) {
      note(document, recent, name);
      next += 1;
      token = name.last;
      continue;
    }
    const mention =
      (isLead ? lead : null) ?? readPronoun(document, tree, token, recent, referents, inferred, names, next) ?? readNominal(document, tree, token, names[next] ?? null, recent, referents);
    if (!mention || (!isLead && name && name.first <= mention.head && name.last >= mention.head)) continue;
    found.push(mention);
    note(document, recent, mention);
    token = mention.last;
    for (let inside = names[next]; inside && inside.first <= token; inside = names[next]) {
      note(document, recent, inside);
      next += 1;
    }
  }
  return found;
}

function readPronoun(
  document: Document,
  tree: Tree,
  token: number,
  recent: Recent,
  referents: readonly Referent[],
  inferred: Map<number, 'FEMALE' | 'MALE'>,
  names: readonly DraftMention[],
  next: number,
): DraftMention | null {
  const word = tokenText(document, token).toLowerCase();
  const tag = pennTag(document, token);
  if (tag !== 'PRP' && tag !== 'PRP$') return null;
  if (SHE.has(word) || HE.has(word)) {
    const gender = SHE.has(word) ? 'FEMALE' : 'MALE';
    const asked = names
      .slice(next, next + NAMES_AHEAD)
      .map((name) => whoIsAsked(document, token, name, referents, gender))
      .find((cluster) => cluster >= 0);
    if (asked !== undefined) return { first: token, last: token, head: token, kind: 'PRONOUN', cluster: asked };
    const sayer = sayerOf(document, tree, token);
    const cluster = mostSalient(document, tree, token, recent, (entity) => {
      const referent = referents[entity];
      if (referent?.type !== 'PERSON') return -1;
      const known = referent.gender === 'EITHER' ? inferred.get(entity) : referent.gender;
      if (known !== undefined && known !== gender) return -1;
      return (known === undefined ? 0 : 0.3) + (recent.last.get(entity) === sayer ? SAYER : 0);
    });
    if (cluster < 0) return readBySayer(token, sayer, recent, referents);
    if (referents[cluster]?.gender === 'EITHER') inferred.set(cluster, gender);
    return { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
  }
  const speaks =
    word === 'it' && isRelation(relation(document, token), 'nsubj', 'obj') && (saysSomething(document, document.tokens.heads[token] ?? -1) || isReported(document, document.tokens.heads[token] ?? -1));
  if (IT.has(word) || speaks) {
    const beneficiary = /^for$/i.test(tokenText(document, token - 1)) ? token - 2 : -1;
    const sayer = speaks ? sayerOf(document, tree, token) : -1;
    const isNamed = sayer < 0 || /^PRP/.test(pennTag(document, sayer)) || [...recent.last.values()].includes(sayer);
    if (!isNamed) return null;
    const cluster = mostSalient(document, tree, token, recent, (entity) => {
      if (sayer >= 0 && recent.last.get(entity) === sayer) return SAYER + 0.6;
      const fit = referents[entity]?.type === 'ORGANISATION' ? 0.6 : referents[entity]?.placeKind === 'COUNTRY' ? 0.5 : -1;
      return fit > 0 && recent.last.get(entity) === beneficiary ? fit + BENEFICIARY : fit;
    });
    return cluster < 0 ? null : { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
  }
  return null;
}

/** `Nino Kapanadze said she had been beaten`: who says it is meant, though the given name speaks for the other sex elsewhere, where nobody else can be. */
function readBySayer(token: number, sayer: number, recent: Recent, referents: readonly Referent[]): DraftMention | null {
  const cluster = sayer < 0 ? undefined : [...recent.last].find(([entity, last]) => last === sayer && referents[entity]?.type === 'PERSON')?.[0];
  return cluster === undefined ? null : { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
}

const SAYING = /^(?:say|deny|add|announce|accuse|warn|claim|report|tell|reject|plan|expect|agree|confirm|promise|pledge|vow|insist|admit|acknowledge|declare)$/;

function saysSomething(document: Document, verb: number): boolean {
  return SAYING.test(document.tokens.lemmas[verb] ?? '');
}

/** `Norvane said it would cut jobs`: the subject of what is said is mostly who says it. */
function isReported(document: Document, verb: number): boolean {
  return verb >= 0 && isRelation(relation(document, verb), 'ccomp', 'xcomp') && saysSomething(document, document.tokens.heads[verb] ?? -1);
}

/** How much more likely `its` in `to Sudan for its war` is the one named right before. */
const BENEFICIARY = 1.5;

/** How much more likely the subject of what somebody said is that person than another. */
const SAYER = 0.8;

/** `Roe said she would resign`: the subject of the verb of saying above a pronoun that is the subject of what is said; -1 where there is none. */
function sayerOf(document: Document, tree: Tree, pronoun: number): number {
  const verb = document.tokens.heads[pronoun] ?? -1;
  return isRelation(relation(document, pronoun), 'nsubj') && isReported(document, verb) ? tree.childBy(document.tokens.heads[verb] ?? -1, 'nsubj') : -1;
}

/** A definite description that begins at an article: a person by office or noun, an organisation or a place by kind. */
function readNominal(document: Document, tree: Tree, token: number, nextName: DraftMention | null, recent: Recent, referents: readonly Referent[]): DraftMention | null {
  if (!DEFINITE.test(tokenText(document, token)) || universalTag(document, token) === 'PRON') return null;
  const phrase = readPhrase(document, token, nextName?.first ?? Number.POSITIVE_INFINITY);
  if (!phrase) return null;
  const head = phrase.last;
  const lemma = (document.tokens.lemmas[head] ?? '').toLowerCase();
  const noun = /year-old$/i.test(tokenText(document, head)) || (/^old$/i.test(tokenText(document, head)) && /^-?year-?$/i.test(tokenText(document, head - 2))) ? 'year-old' : lemma;
  if (pennTag(document, head) === 'NNS' || ((noun in ORGANISATION_NOUNS || /^(?:city|town|country)$/.test(noun)) && tokenText(document, head + 1) === 'of')) return null;
  let cluster = nextName && isApposition(document, phrase, nextName) && fitsNoun(referents[nextName.cluster], noun) ? nextName.cluster : -1;
  if (cluster >= 0) return { first: token, last: head, head, kind: 'NOMINAL', cluster };
  if (OFFICES.has(noun) || noun in PERSON_NOUNS) cluster = bestPerson(document, phrase, noun, recent, referents);
  else if (noun in ORGANISATION_NOUNS) cluster = bestOrganisation(document, tree, token, noun, recent, referents);
  if (cluster < 0 && (noun === 'country' || noun === 'city' || noun === 'nation')) {
    const kind = noun === 'city' ? 'CITY' : 'COUNTRY';
    cluster = phrase.last - phrase.first > 1 ? -1 : mostSalient(document, tree, token, recent, (entity) => (referents[entity]?.placeKind === kind ? 0.5 : -1));
  }
  return cluster < 0 ? null : { first: token, last: head, head, kind: 'NOMINAL', cluster };
}

/** `the rail operator, EFE Sur, said`: a name between two commas right behind a description. */
function isApposition(document: Document, phrase: TokenRange, name: DraftMention): boolean {
  return name.first === phrase.last + 2 && tokenText(document, phrase.last + 1) === ',' && /^[,.;:)]$/.test(tokenText(document, name.last + 1));
}

function fitsNoun(referent: Referent | undefined, noun: string): boolean {
  if (referent?.type === 'PERSON') return OFFICES.has(noun) || noun in PERSON_NOUNS;
  return referent?.type === 'ORGANISATION' && noun in ORGANISATION_NOUNS;
}

/** The words of a description up to its noun: adjectives, nouns and hyphens, ending before a name, a preposition or a verb. */
function readPhrase(document: Document, token: number, nextName: number): TokenRange | null {
  let last = token;
  for (let at = token + 1; at < token + 8 && at < document.tokens.count; at += 1) {
    const tag = pennTag(document, at);
    if (!/^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|HYPH|CD|VBN|AFX|POS)$/.test(tag)) break;
    if (tag === 'VBN' && /^NN/.test(pennTag(document, at - 1))) break;
    if (at >= nextName && /^NNP/.test(tag) && !findDemonymAt(document, at) && !findDemonymAt(document, at - 1)) return null;
    last = at;
  }
  const tag = pennTag(document, last);
  if (last === token || !(/^NN/.test(tag) || /^(?:JJ|CD)$/.test(tag))) return null;
  if (/^NNP/.test(pennTag(document, last + 1)) && !/^[,.;:]$/.test(tokenText(document, last + 1))) return null;
  return { first: token, last };
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['chief', 'head'],
  ['leader', 'head'],
  ['boss', 'head'],
  ['ceo', 'executive'],
  ['pm', 'minister'],
  ['premier', 'minister'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['spokesman', 'spokesperson'],
  ['spokeswoman', 'spokesperson'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['chairperson', 'chair'],
  ['cofounder', 'founder'],
  ['co-founder', 'founder'],
  ['attorney', 'lawyer'],
]);

function normal(word: string): string {
  return SYNONYMS.get(word) ?? word;
}

function bestPerson(document: Document, phrase: TokenRange, noun: string, recent: Recent, referents: readonly Referent[]): number {
  const modifiers: string[] = [];
  let country: string | null = null;
  for (let token = phrase.first + 1; token < phrase.last; token += 1) {
    const word = tokenText(document, token).toLowerCase();
    const demonym = findDemonymAt(document, token);
    if (demonym && demonym.last < phrase.last) {
      country = demonym.code;
      token = demonym.last;
    } else if (!/^(?:-|former|late|then|veteran|senior|'s|’s)$/.test(word)) modifiers.push(normal(word));
  }
  const here = sentenceOf(document, phrase.first);
  const general = noun in PERSON_NOUNS && !OFFICES.has(noun);
  const gender = PERSON_NOUNS[noun] ?? 'EITHER';
  let best = -1;
  let highest = 0;
  for (const [entity, last] of recent.last) {
    const referent = referents[entity];
    if (referent?.type !== 'PERSON') continue;
    if (gender !== 'EITHER' && referent.gender !== 'EITHER' && referent.gender !== gender) continue;
    const distance = here - sentenceOf(document, last);
    let score = general && country === null && modifiers.length <= 3 ? 1 - 0.2 * distance : 0;
    for (const title of referent.titles) score = Math.max(score, scoreTitle(title, noun, modifiers, country, referent.countries) - 0.04 * Math.min(distance, 20));
    if (score > highest + 1e-9) {
      highest = score;
      best = entity;
    }
  }
  return highest >= 0.75 ? best : -1;
}

/** How well a description fits a title: the same noun or another head of an institution, the modifiers among its words, the same country. */
function scoreTitle(title: readonly string[], noun: string, modifiers: readonly string[], country: string | null, countries: ReadonlySet<string>): number {
  const words = title.map(normal);
  const head = normal(noun);
  const isSameNoun = words.includes(head);
  const isHead = HEADS.has(noun) && title.some((word) => HEADS.has(word));
  if (!isSameNoun && !isHead) return 0;
  if (country !== null && countries.size > 0 && !countries.has(country)) return 0;
  const matched = modifiers.filter((modifier) => words.includes(modifier)).length;
  const unmatched = modifiers.length - matched;
  if (!isSameNoun && matched === 0 && country === null) return 0;
  return (isSameNoun ? 1.2 : 0.5) + 0.6 * matched - 0.5 * unmatched + (country !== null && countries.has(country) ? 0.6 : 0);
}

function bestOrganisation(document: Document, tree: Tree, token: number, noun: string, recent: Recent, referents: readonly Referent[]): number {
  const kinds = ORGANISATION_NOUNS[noun] ?? [];
  return mostSalient(document, tree, token, recent, (entity) => {
    const referent = referents[entity];
    if (referent?.type !== 'ORGANISATION' || !referent.organisationKind) return -1;
    return kinds.length === 0 || kinds.includes(referent.organisationKind) ? 1 : -1;
  });
}
