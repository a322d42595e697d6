import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { ACTOR_VERBS } from '../lexicon/actor-verbs.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import type { Rule } from '../rule.ts';
import type { AnaphoraContext, KnownGender } from './context.ts';
import { isSubject, mostSalient } from './salience.ts';

const GENDERS: ReadonlyMap<string, KnownGender> = new Map([
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'FEMALE'] as const),
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'MALE'] as const),
]);

export function isPronoun(document: Document, token: number): boolean {
  return /^PRP/.test(pennTag(document, token));
}

/** The gender of `she` and `he` and their forms; undefined for every other word. */
export function genderOfPronoun(document: Document, token: number): KnownGender | undefined {
  return GENDERS.get(tokenText(document, token).toLowerCase());
}

/** How many names after a pronoun may be whom it means. */
const NAMES_AHEAD = 3;

/** How much more likely the subject of what somebody said is that person than another. */
const SAYER = 0.8;

/** Whom or what a pronoun means: the first of these that finds an entity. */
export const PRONOUN_RULES: readonly Rule<readonly [AnaphoraContext, number], number>[] = [
  {
    name: 'actors/pronoun/who is asked',
    examples: [
      'Ana Poe spoke first. Asked whether she would dismiss Pike, Jane Holloway said no.',
      'Pressed on whether he would resign, Peter Brandt walked off.',
    ],
    nearMisses: [
      'Ana Poe spoke first. She would dismiss Pike, Jane Holloway said.',
      'Jane Holloway asked whether she would dismiss Pike.',
    ],
    apply: (context, token) => {
      const { document, names, nextName, referents } = context;
      const gender = genderOfPronoun(document, token);
      const sentence = document.sentences[rangeHolding(document.sentences, token)];
      if (!gender || !sentence) return null;
      const opener = sentence.first + (/^when$/i.test(tokenText(document, sentence.first)) ? 1 : 0);
      if (!/^(?:asked|pressed|questioned|quizzed)$/i.test(tokenText(document, opener))) return null;
      const asked = names.slice(nextName, nextName + NAMES_AHEAD).find((name) => {
        const isAfterComma = name.last <= sentence.last && tokenText(document, name.first - 1) === ',';
        const referent = referents[name.entity];
        return isAfterComma && referent?.type === 'PERSON' && [gender, 'EITHER'].includes(referent.gender);
      });
      return asked?.entity ?? null;
    },
  },
  {
    name: 'actors/pronoun/he or she',
    examples: ['Jane Holloway met Peter Brandt. She thanked him.', 'Peter Brandt resigned. His deputy will take over.'],
    nearMisses: ['The rain fell on Monday. He was not there.', 'Peter Brandt resigned. They will take over.'],
    apply: (context, token) => {
      const gender = genderOfPronoun(context.document, token);
      return gender ? mostSalientPerson(context, token, gender) : null;
    },
  },
  {
    name: 'actors/pronoun/its',
    examples: ['Calder Holdings closed its plant.', 'The European Union acted. Its envoy flew home.'],
    nearMisses: ['Jane Holloway closed its lid.', 'Calder Holdings closed the plant.'],
    apply: (context, token) =>
      /^(?:its|itself)$/i.test(tokenText(context.document, token)) ? mostSalientBody(context, token) : null,
  },
  {
    name: 'actors/pronoun/it that speaks',
    examples: [
      'Calder Airlines said on Monday that it had paid fees to agents.',
      'Germany sent troops. It said they would stay for a year.',
    ],
    nearMisses: [
      'Calder Holdings closed the plant. Grace Oduya said it was sad.',
      'Germany sent troops. It was raining on Monday.',
    ],
    apply: (context, token) => {
      const { document, phrases, recent, referents } = context;
      const { role, governor } = phrases.at(token);
      if (!/^it$/i.test(tokenText(document, token)) || role !== 'SUBJECT') return null;
      const sayer = sayerOf(context, token);
      if (sayer < 0)
        return ACTOR_VERBS.has(document.tokens.lemmas[governor] ?? '') ? mostSalientBody(context, token) : null;
      const sayers = [...recent.last].flatMap(([entity, last]) => (last === sayer ? [entity] : []));
      return sayers.some((entity) => referents[entity]?.type === 'PERSON') ? null : (sayers[0] ?? null);
    },
  },
];

/** The most salient person of a gender, mostly who says it, and nobody who speaks the quotation it stands in. */
function mostSalientPerson(context: AnaphoraContext, token: number, gender: KnownGender): number | null {
  const { recent, referents, speakers, inferred } = context;
  const sayer = sayerOf(context, token);
  const entity = mostSalient(context, token, recent, (candidate) => {
    const referent = referents[candidate];
    const known = referent?.gender === 'EITHER' ? inferred.get(candidate) : referent?.gender;
    if (referent?.type !== 'PERSON' || candidate === speakers[token]) return -1;
    if (known !== undefined && known !== gender) return -1;
    return (known === undefined ? 0 : 0.3) + (recent.last.get(candidate) === sayer ? SAYER : 0);
  });
  return entity < 0 ? null : entity;
}

/** The most salient organisation or country. */
function mostSalientBody(context: AnaphoraContext, token: number): number | null {
  const entity = mostSalient(context, token, context.recent, (candidate) => {
    const referent = context.referents[candidate];
    return referent?.type === 'ORGANISATION' ? 0.6 : referent?.placeKind === 'COUNTRY' ? 0.5 : -1;
  });
  return entity < 0 ? null : entity;
}

/**
 * `Roe said she would resign`: the subject of the verb of saying above a pronoun that is the subject of what is said;
 * -1 where there is none.
 */
function sayerOf({ document, phrases, clauses }: Grammar, pronoun: number): number {
  if (!isSubject({ phrases }, pronoun)) return -1;
  const { link, governor } = clauses.at(phrases.at(pronoun).governor);
  const isSaid = (link === 'CONTENT' || link === 'OPEN') && REPORTING_VERBS.has(document.tokens.lemmas[governor] ?? '');
  return isSaid ? (clauses.at(governor).ownSubjects[0] ?? -1) : -1;
}
