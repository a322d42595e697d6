import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { readDescriptions, type Referent } from './descriptions.ts';
import type { DraftMention } from './drafts.ts';
import { findLead, whoIsAsked } from './lead.ts';
import { type QuotedSpeakers, quotedSpeakers } from '../positions/named-speakers.ts';
import { isSubject, mostSalient, note, type Recent } from './salience.ts';

/** How many names behind a pronoun may be whom it means. */
const NAMES_AHEAD = 3;

type Gender = 'FEMALE' | 'MALE';

const SHE = new Set(['she', 'her', 'hers', 'herself']);
const HE = new Set(['he', 'him', 'his', 'himself']);
const IT = new Set(['its', 'itself']);
/**
 * Pronouns and descriptions that refer to the entities that are named, in text order. `names` are the mentions by name,
 * in text order. One walk through the text keeps what was mentioned last: a pronoun takes the most salient person that
 * its gender allows (subjects before others, near before far), and a description such as
 * `the Russian defence chief` the person whose office, country or kind fits it best.
 */
export function resolveAnaphora(
  grammar: Grammar,
  names: readonly DraftMention[],
  referents: readonly Referent[],
): DraftMention[] {
  const { document } = grammar;
  const found: DraftMention[] = [];
  const recent: Recent = { last: new Map(), subjects: new Set(), weight: new Map() };
  const inferred = new Map<number, Gender>();
  const lead = findLead(grammar, names, referents);
  const speakers = quotedSpeakers(grammar, names);
  let next = 0;
  for (let token = 0; token < document.tokens.count; token += 1) {
    const name = names[next];
    const isLead = lead !== null && token === lead.first;
    if (name && name.first === token && !isLead) {
      note(grammar, recent, name);
      next += 1;
      token = name.last;
      continue;
    }
    const pronoun = isLead ? null : readPronoun(grammar, token, recent, referents, inferred, speakers, names, next);
    const read =
      isLead && lead
        ? [lead]
        : pronoun
          ? [pronoun]
          : readDescriptions(grammar, token, names[next] ?? null, recent, referents);
    const mentions = read.filter(
      (mention) => isLead || !(name && name.first <= mention.head && name.last >= mention.head),
    );
    if (mentions.length === 0) continue;
    for (const mention of mentions) {
      found.push(mention);
      note(grammar, recent, mention);
      token = Math.max(token, mention.last);
    }
    for (let inside = names[next]; inside && inside.first <= token; inside = names[next]) {
      note(grammar, recent, inside);
      next += 1;
    }
  }
  return found;
}

function genderOfPronoun(document: Document, token: number): Gender | undefined {
  const word = token < 0 ? '' : tokenText(document, token).toLowerCase();
  return SHE.has(word) ? 'FEMALE' : HE.has(word) ? 'MALE' : undefined;
}

function readPronoun(
  grammar: Grammar,
  token: number,
  recent: Recent,
  referents: readonly Referent[],
  inferred: Map<number, Gender>,
  speakers: QuotedSpeakers,
  names: readonly DraftMention[],
  next: number,
): DraftMention | null {
  const { document } = grammar;
  const word = tokenText(document, token).toLowerCase();
  const tag = pennTag(document, token);
  if (tag !== 'PRP' && tag !== 'PRP$') return null;
  if (SHE.has(word) || HE.has(word)) {
    const gender: Gender = SHE.has(word) ? 'FEMALE' : 'MALE';
    const asked = names
      .slice(next, next + NAMES_AHEAD)
      .map((name) => whoIsAsked(document, token, name, referents, gender))
      .find((cluster) => cluster >= 0);
    if (asked !== undefined) return { first: token, last: token, head: token, kind: 'PRONOUN', cluster: asked };
    const sayer = sayerOf(grammar, token);
    const genderOf = (entity: number): Gender | undefined => {
      const own = referents[entity]?.gender;
      return own === 'FEMALE' || own === 'MALE' ? own : inferred.get(entity);
    };
    const isPerson = (entity: number): boolean => referents[entity]?.type === 'PERSON';
    const other = genderOfPronoun(document, speakers.pronoun[token] ?? -1);
    // `“He knows,” she said`: whom `she` will most likely mean is not `he`.
    const speaker =
      other === undefined || other === gender
        ? -1
        : mostSalient(grammar, token, recent, (entity) =>
            isPerson(entity) && (genderOf(entity) ?? other) === other ? 0 : -1,
          );
    const cluster = mostSalient(grammar, token, recent, (entity) => {
      const known = genderOf(entity);
      if (!isPerson(entity) || entity === speakers.named[token] || (entity === speaker && known === undefined))
        return -1;
      if (known !== undefined && known !== gender) return -1;
      return (known === undefined ? 0 : 0.3) + (recent.last.get(entity) === sayer ? SAYER : 0);
    });
    if (cluster < 0) return readBySayer(token, sayer, recent, referents);
    if (referents[cluster]?.gender === 'EITHER') inferred.set(cluster, gender);
    return { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
  }
  const speaks = word === 'it' && isSpeakerOrHearer(grammar, token);
  if (IT.has(word) || speaks) {
    const beneficiary = /^for$/i.test(tokenText(document, token - 1)) ? token - 2 : -1;
    const sayer = speaks ? sayerOf(grammar, token) : -1;
    const isNamed = sayer < 0 || /^PRP/.test(pennTag(document, sayer)) || [...recent.last.values()].includes(sayer);
    const isByPerson =
      sayer >= 0 &&
      (/^PRP/.test(pennTag(document, sayer)) ||
        [...recent.last].some(([entity, last]) => last === sayer && referents[entity]?.type === 'PERSON'));
    if (!isNamed || (isByPerson && !isActing(grammar, token))) return null;
    const cluster = mostSalient(grammar, token, recent, (entity) => {
      if (sayer >= 0 && recent.last.get(entity) === sayer && referents[entity]?.type !== 'PERSON') return SAYER + 0.6;
      const fit =
        referents[entity]?.type === 'ORGANISATION' ? 0.6 : referents[entity]?.placeKind === 'COUNTRY' ? 0.5 : -1;
      return fit > 0 && recent.last.get(entity) === beneficiary ? fit + BENEFICIARY : fit;
    });
    return cluster < 0 ? null : { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
  }
  return null;
}

/**
 * `Nino Kapanadze said she had been beaten`: who says it is meant, though the given name speaks for the other sex
 * elsewhere, where nobody else can be.
 */
function readBySayer(
  token: number,
  sayer: number,
  recent: Recent,
  referents: readonly Referent[],
): DraftMention | null {
  const cluster =
    sayer < 0
      ? undefined
      : [...recent.last].find(([entity, last]) => last === sayer && referents[entity]?.type === 'PERSON')?.[0];
  return cluster === undefined ? null : { first: token, last: token, head: token, kind: 'PRONOUN', cluster };
}

/**
 * Whether `it` will do what only somebody does: in `Tate said it would sell` a firm is meant, in `Tate said it was sad`
 * nobody is.
 */
function isActing({ document, phrases }: Grammar, token: number): boolean {
  const verb = phrases.at(token).governor;
  const isPlan = /^(?:would|will|had)$/.test(tokenText(document, token + 1));
  return (
    isPlan &&
    /^VB/.test(pennTag(document, verb)) &&
    !/^(?:be|happen|take|seem|appear|depend|mean|cost|come|work|help|hurt|become)$/.test(
      document.tokens.lemmas[verb] ?? '',
    )
  );
}

/** Verbs of saying that take whom they address or speak of as object: `told it`, not `denied it`. */
const ADDRESSING = /^(?:tell|accuse|warn)$/;

/** Whether `it` says something, is the subject of what is said, or is spoken to: an organisation, mostly. */
function isSpeakerOrHearer(grammar: Grammar, token: number): boolean {
  const { document, phrases } = grammar;
  const { role, governor } = phrases.at(token);
  const lemma = document.tokens.lemmas[governor] ?? '';
  if (role === 'OBJECT' || role === 'INDIRECT_OBJECT') return ADDRESSING.test(lemma);
  return isSubject(grammar, token) && (SAYING.test(lemma) || ACTING.test(lemma) || sayingAbove(grammar, governor) >= 0);
}

const SAYING =
  /^(?:say|deny|add|announce|accuse|warn|claim|report|tell|reject|plan|expect|agree|confirm|promise|pledge|vow|insist|admit|acknowledge|declare)$/;

/** Verbs whose subject can only be somebody: `It threatened to close the pipeline`. */
const ACTING =
  /^(?:threaten|demand|refuse|urge|condemn|denounce|criticise|criticize|offer|ask|want|seek|vow|impose|acquire|buy|hire|sue|appoint|sack|recall|expel|invade|withdraw|sign|veto|propose|apologise|apologize)$/;

/** What things are said in: `said in a statement that it had paid`. */
const SAID_IN =
  /^(?:statement|letter|interview|post|report|tweet|note|message|filing|memo|email|speech|article|release)$/;

/**
 * The verb of saying that a verb tells the content of, also through what it is said in; -1 where there is none.
 * `Norvane said it would cut jobs`: the subject of what is said is mostly who says it.
 */
function sayingAbove({ document, phrases, clauses }: Grammar, verb: number): number {
  const { link, governor } = clauses.at(verb);
  const says = (above: number): boolean => SAYING.test(document.tokens.lemmas[above] ?? '');
  if (governor < 0) return -1;
  if (link === 'CONTENT' || link === 'OPEN') return says(governor) ? governor : -1;
  const isInside = link === 'REDUCED' && SAID_IN.test(document.tokens.lemmas[governor] ?? '');
  const saying = isInside ? phrases.at(governor).governor : -1;
  return saying >= 0 && says(saying) ? saying : -1;
}

/** How much more likely `its` in `to Sudan for its war` is the one named right before. */
const BENEFICIARY = 1.5;

/** How much more likely the subject of what somebody said is that person than another. */
const SAYER = 0.8;

/**
 * `Roe said she would resign`: the subject of the verb of saying above a pronoun that is the subject of what is said;
 * -1 where there is none.
 */
function sayerOf(grammar: Grammar, pronoun: number): number {
  const saying = isSubject(grammar, pronoun) ? sayingAbove(grammar, grammar.phrases.at(pronoun).governor) : -1;
  return saying < 0 ? -1 : (grammar.clauses.at(saying).ownSubjects[0] ?? -1);
}
