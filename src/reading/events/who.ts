import { FIGHTERS, SETTLEMENTS, STATE_NOUNS } from '../lexicon/event-words.ts';
import { tokensOf } from '../../language/ranges.ts';
import { COUNTRIES } from '../../language/lexicon/countries.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { Mention } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';

const CODE_BY_WORD: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ code, name, aliases, demonyms }) =>
    [...demonyms, name, ...aliases].map((word) => [word.toLowerCase(), code] as const),
  ),
);

/** The number of the entity that a noun without a mention of its own is; null for nobody by name. */
export function whoIs(scene: Scene, head: number): number | null {
  return applyFirst(WHO, scene.ledger, scene, head);
}

/** The number of the entity whose deeds and sufferings are those of a noun: `Azeri forces`; or null. */
export function whomItStandsFor(scene: Scene, head: number): number | null {
  return applyFirst(STANDS_FOR, scene.ledger, scene, head);
}

/** Who is meant by a noun or a pronoun that names nobody. */
export const WHO: readonly Rule<[Scene, number], number>[] = [
  {
    name: 'events/who/whoever speaks',
    examples: [
      '“We lose elections in towns,” Helen Marlowe said.',
      '“How often do we lose elections?” Helen Marlowe asked.',
    ],
    nearMisses: ['They lose elections in towns.'],
    apply: ({ document, word, statements, saidAt }, pronoun) => {
      const statement = /^(?:i|me|we|us|it|they)$/.test(word(pronoun)) ? statements[saidAt(pronoun)] : undefined;
      const [speaker] = statement?.speakers ?? [];
      if (!statement || speaker === undefined || statement.speakers.length > 1) return null;
      const isQuoted = statement.kind !== 'INDIRECT' && /^(?:i|me|we|us)$/.test(word(pronoun));
      const opens = tokensOf(document, statement.content[0] ?? { start: 0, end: 0 }).first;
      const isOpening = statement.kind === 'INDIRECT' && /^(?:it|they)$/.test(word(pronoun)) && pronoun - opens <= 1;
      return isQuoted || isOpening ? speaker : null;
    },
  },
  {
    name: 'events/who/name in apposition',
    examples: [
      'The owner of the mall, Vicente Go, was arrested.',
      'One hostage, the Filipino cook Ramon Dizon, was wounded.',
    ],
    nearMisses: ['The owner of the mall was arrested.'],
    apply: (scene, noun) => {
      const { phrases, index, entityAt } = scene;
      const { appositions } = phrases.at(noun);
      const name = appositions.find((other) => (entityAt(other)?.type ?? 'PLACE') !== 'PLACE');
      if (name !== undefined) return index.entityAt(name);
      const [beside] = appositions.flatMap((other) => nameBeside(scene, other) ?? []);
      return beside?.entity ?? null;
    },
  },
  {
    name: 'events/who/whom an apposition describes',
    examples: ['Thandeka Moyo, a judge who was jailed in 2016, won.', 'Jan Mraz, a banker convicted in 2019, left.'],
    nearMisses: ['A judge who was jailed in 2016 won.'],
    apply: ({ phrases, index, entityAt }, noun) => {
      const { role, governor } = phrases.at(noun);
      const type = role === 'APPOSITION' ? entityAt(governor)?.type : undefined;
      return type === 'PERSON' || type === 'ORGANISATION' ? index.entityAt(governor) : null;
    },
  },
];

/** What a noun for a part of something, or for those who serve it, stands for. */
export const STANDS_FOR: readonly Rule<[Scene, number], number>[] = [
  {
    name: 'events/who/town of that name',
    examples: ['Jets bombed the town of Idlib.', 'Rebels attacked the city of Aleppo on Sunday.'],
    nearMisses: ['Jets bombed the outskirts of Idlib.'],
    apply: ({ phrases, index, entityAt, lemma, preposition }, noun) => {
      if (!SETTLEMENTS.words.has(lemma(noun))) return null;
      const name = phrases.at(noun).complements.find((other) => preposition(other) === 'of');
      return name !== undefined && entityAt(name)?.type === 'PLACE' ? index.entityAt(name) : null;
    },
  },
  {
    name: 'events/who/forces of a state',
    examples: ['Russia said nothing. Russian forces shelled the town.', 'Hezbollah fighters attacked the base.'],
    nearMisses: ['Russian traders attacked the base.'],
    apply: ({ phrases, index, entityAt, lemma, word }, noun) => {
      const isState = STATE_NOUNS.words.has(lemma(noun));
      if (!isState && !FIGHTERS.words.has(lemma(noun))) return null;
      const { adjectives, nouns, owner, complements } = phrases.at(noun);
      for (const other of [...adjectives, ...nouns, owner, ...complements]) {
        const type = entityAt(other)?.type;
        if (type === 'ORGANISATION' || (isState && type === 'PLACE')) return index.entityAt(other);
        const code = isState ? CODE_BY_WORD.get(word(other)) : undefined;
        if (code !== undefined && index.countryBy(code) >= 0) return index.countryBy(code);
      }
      return null;
    },
  },
];

/** The person whose name an office stands beside without a comma: `Railways Minister Khalid Bhutto`. */
export function nameBeside(scene: Scene, head: number): Mention | undefined {
  const { phrases, index, lemma, tag } = scene;
  const { first } = phrases.at(head);
  const nameAt = (token: number): Mention | undefined => {
    const mention = index.mentions[index.mentionAt(token)];
    return mention?.kind === 'NAME' ? mention : undefined;
  };
  for (let token = head; token <= head + LONGEST_TITLE; token += 1) {
    if (token === head + 1 && scene.word(token) === 'of' && OFFICES.has(lemma(head))) continue;
    const name = nameAt(token);
    if (name)
      return name.first > Math.max(first, head) && index.entities[name.entity]?.type === 'PERSON' ? name : undefined;
    if (!/^(?:NN|NNP|NNPS|JJ|HYPH)$/.test(tag(token))) return undefined;
  }
  return undefined;
}

/** How far after the head of a title its name may begin, in tokens. */
const LONGEST_TITLE = 5;
