import type { Clause } from '../../language/clause.ts';
import {
  ALLEGATIONS,
  ALLEGED,
  ALLEGING,
  ATTEMPTS,
  BEGINNING,
  BYGONE,
  DENYING,
  INTENTIONS,
  LASTING,
  ONGOING,
  PLANNED,
  PLANNING,
  SUPPOSED,
  SUPPOSING,
  type WordList,
} from '../lexicon/event-words.ts';
import type { EventStatus } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

type StatusRule = Rule<[Scene, number], EventStatus>;

/**
 * Whether an event happened, by the grammar around its trigger: tense, modals, negation, and what it is embedded under.
 * What no rule of the lists speaks against has happened.
 */
export function statusByGrammar(scene: Scene, { token, isNoun }: Trigger): EventStatus {
  return isNoun ? (applyFirst(NOUN_STATUS, scene.ledger, scene, token) ?? 'OCCURRED') : statusOfVerb(scene, token);
}

function statusOfVerb(scene: Scene, verb: number): EventStatus {
  return applyFirst(VERB_STATUS, scene.ledger, scene, verb) ?? 'OCCURRED';
}

/** What the verb group of a clause says; null where it lets the clause stand. */
function statusOfGroup({ tense, modality }: Clause): EventStatus | null {
  if (tense === 'FUTURE') return 'PLANNED';
  return modality === 'NONE' ? null : 'HYPOTHETICAL';
}

/** What the words before a noun say of what it names, in order of strength. */
const STATUS_OF_WORDS: readonly (readonly [WordList, EventStatus])[] = [
  [ALLEGED, 'ALLEGED'],
  [SUPPOSED, 'HYPOTHETICAL'],
  [PLANNED, 'PLANNED'],
  [ONGOING, 'ONGOING'],
];

const NEGATION: StatusRule = {
  name: 'events/status/negation',
  examples: ['The rebels did not attack the town.', 'No attack on the town was reported.'],
  nearMisses: ['The rebels attacked the town, not the port.'],
  apply: ({ clauses }, head) => (clauses.at(head).negation >= 0 ? 'DENIED' : null),
};

export const VERB_STATUS: readonly StatusRule[] = [
  {
    name: 'events/status/condition',
    examples: ['The union will be glad if the mayor resigns.', 'Nobody knows whether rebels attacked the town.'],
    nearMisses: ['The union was glad because the mayor resigned.'],
    apply: ({ clauses, word }, verb) =>
      clauses.at(verb).openers.some((opener) => /^(?:if|unless|whether|lest)$/.test(word(opener)))
        ? 'HYPOTHETICAL'
        : null,
  },
  NEGATION,
  {
    name: 'events/status/reported future',
    examples: ['Oman said it would sell its ferries.', 'The minister said that Oman would send monitors.'],
    nearMisses: ['Oman would sell its ferries.'],
    apply: ({ clauses }, verb) => {
      const { modality, link } = clauses.at(verb);
      return modality === 'WOULD' && /^(?:CONTENT|MEMBER|ASIDE)$/.test(link) ? 'PLANNED' : null;
    },
  },
  {
    name: 'events/status/future and modals',
    examples: ['The union will call off the march.', 'The rebels may attack the town.'],
    nearMisses: ['The rebels attacked the town.'],
    apply: ({ clauses }, verb) => statusOfGroup(clauses.at(verb)),
  },
  {
    name: 'events/status/words above',
    examples: ['Oman plans to send monitors to the border.', 'He was held on suspicion of murdering a guard.'],
    nearMisses: ['Oman managed to send monitors to the border.'],
    apply: (scene, verb) => statusFromAbove(scene, verb),
  },
  {
    name: 'events/status/going on',
    examples: ['The army is shelling the town.', 'Thousands have been protesting in Lima.'],
    nearMisses: ['The army was shelling the town.'],
    apply: ({ clauses }, verb) => {
      const { isProgressive, tense } = clauses.at(verb);
      return isProgressive && tense !== 'PAST' ? 'ONGOING' : null;
    },
  },
];

/** How many clauses upwards words are looked for that say whether an event happened. */
const MOST_STEPS = 4;

/** What the words say that an event is embedded under; null where they let it stand. */
function statusFromAbove(scene: Scene, verb: number): EventStatus | null {
  const { clauses, lemma } = scene;
  let clause = clauses.at(verb);
  for (let steps = 0; steps < MOST_STEPS && clause.governor >= 0; steps += 1) {
    const above = lemma(clause.governor);
    if (clause.link === 'CONTENT')
      return isBaseForm(scene, clause) && SUPPOSING.words.has(above) ? 'HYPOTHETICAL' : null;
    if (clause.link !== 'MEMBER') {
      if (!isEmbedded(scene, clause)) return null;
      const said = applyFirst(STATUS_ABOVE, scene.ledger, scene, clause);
      if (said !== null) return said;
    }
    clause = clauses.at(clause.governor);
  }
  return null;
}

/** `demanded that she resign`: after a past tense a present without an auxiliary is a base form too. */
function isBaseForm({ tag }: Scene, { head, governor, auxiliaries }: Clause): boolean {
  return tag(head) === 'VB' || (tag(head) === 'VBP' && auxiliaries.length === 0 && tag(governor) === 'VBD');
}

/** An infinitive, a gerund or a participle that hangs on a verb or describes a noun. */
function isEmbedded({ clauses, tag }: Scene, clause: Clause): boolean {
  if (!/^(?:OPEN|ADVERBIAL|REDUCED|SUBJECT)$/.test(clause.link)) return false;
  const isBare = clause.auxiliaries.length === 0 || !clauses.at(clause.head).isFinite;
  return (
    tag(clause.head) === 'VB' ||
    (tag(clause.head) === 'VBG' && isBare) ||
    (tag(clause.head) === 'VBN' && clause.ownSubjects.length === 0)
  );
}

/** What the word right above an infinitive, a gerund or a participle says of it. */
export const STATUS_ABOVE: readonly Rule<[Scene, Clause], EventStatus>[] = [
  {
    name: 'events/status/alleged',
    examples: ['Rebels are accused of attacking the town.', 'He was held on suspicion of murdering a guard.'],
    nearMisses: ['Chad thanked its neighbour for arming rebels.'],
    apply: ({ lemma }, { governor }) =>
      ALLEGING.words.has(lemma(governor)) || ALLEGATIONS.words.has(lemma(governor)) ? 'ALLEGED' : null,
  },
  {
    name: 'events/status/denied',
    examples: ['The coastguard denied ramming the boat.', 'The army refused to withdraw from the town.'],
    nearMisses: ['The coastguard admitted ramming the boat.'],
    apply: ({ lemma }, { governor }) => (DENYING.words.has(lemma(governor)) ? 'DENIED' : null),
  },
  {
    name: 'events/status/not above',
    examples: ['The rebels did not manage to attack the town.', 'She was not convicted of murdering a guard.'],
    nearMisses: ['The rebels managed to attack the town.'],
    apply: ({ clauses }, { governor }) => (clauses.at(governor).negation >= 0 ? 'DENIED' : null),
  },
  {
    name: 'events/status/planned',
    examples: ['Oman plans to send monitors to the border.', 'The firm agreed to sell its ferries.'],
    nearMisses: ['Oman managed to send monitors to the border.'],
    apply: ({ lemma, tag }, { governor, link, head }) =>
      PLANNING.words.has(lemma(governor)) ||
      (link === 'REDUCED' && tag(head) === 'VB' && INTENTIONS.words.has(lemma(governor)))
        ? 'PLANNED'
        : null,
  },
  {
    name: 'events/status/supposed',
    examples: ['Oman wants to send monitors to the border.', 'The attempt to kidnap the envoy failed.'],
    nearMisses: ['Oman managed to send monitors to the border.'],
    apply: ({ lemma, tag }, { governor, link, head }) =>
      SUPPOSING.words.has(lemma(governor)) ||
      (link === 'REDUCED' && tag(head) === 'VB' && ATTEMPTS.words.has(lemma(governor)))
        ? 'HYPOTHETICAL'
        : null,
  },
  {
    name: 'events/status/purpose',
    examples: ['They gathered in Lima to attack the palace.', 'She flew home to condemn the law.'],
    nearMisses: ['They gathered in Lima and attacked the palace.'],
    apply: ({ tag }, { link, head }) => (link === 'ADVERBIAL' && tag(head) === 'VB' ? 'HYPOTHETICAL' : null),
  },
  {
    name: 'events/status/modals above',
    examples: ['The army will begin shelling the town.', 'The rebels may start attacking the town.'],
    nearMisses: ['The army began shelling the town.'],
    apply: ({ clauses }, { governor }) => statusOfGroup(clauses.at(governor)),
  },
];

export const NOUN_STATUS: readonly StatusRule[] = [
  NEGATION,
  {
    name: 'events/status/word before a noun',
    examples: ['The alleged attack led to talks.', 'The upcoming election in Chad is costly.'],
    nearMisses: ['The bloody attack led to talks.'],
    apply: ({ phrases, word }, noun) => {
      const { adjectives, nouns } = phrases.at(noun);
      const words = [...adjectives, ...nouns].map(word);
      const [, status] = STATUS_OF_WORDS.find(([list]) => words.some((before) => list.words.has(before))) ?? [];
      return status ?? null;
    },
  },
  {
    name: 'events/status/charges of murder',
    examples: [
      'He was convicted on charges of the murder of a guard.',
      'He was arrested on suspicion of the murder of a guard.',
    ],
    nearMisses: ['He was convicted after the murder of a guard.'],
    apply: ({ phrases, lemma, preposition }, noun) => {
      const above = lemma(phrases.at(noun).governor);
      const isHeld = ALLEGATIONS.words.has(above) || ALLEGING.words.has(above);
      return isHeld && /^(?:of|with)$/.test(preposition(noun)) ? 'ALLEGED' : null;
    },
  },
  {
    name: 'events/status/due to begin',
    examples: [
      'The trial is due to begin on 8 May.',
      'The union said a two-day strike planned for Thursday would go ahead.',
    ],
    nearMisses: ['The trial began on 8 March.'],
    apply: ({ phrases, clauses, lemma }, noun) => {
      const { role, governor, describedBy } = phrases.at(noun);
      if (describedBy.some((verb) => /^(?:plan|schedule|due|slate|set)$/.test(lemma(verb)))) return 'PLANNED';
      if (!/SUBJECT$/.test(role) || !PLANNING.words.has(lemma(governor))) return null;
      return clauses.at(governor).openClauses.some((verb) => BEGINNING.words.has(lemma(verb))) ? 'PLANNED' : null;
    },
  },
  {
    name: 'events/status/verb above a noun',
    examples: ['Police foiled an attack on the palace.', 'The mayor planned an attack on the palace.'],
    nearMisses: ['Oman welcomed the investigation of the raid.'],
    apply: (scene, noun) => {
      const { role, governor } = scene.phrases.at(noun);
      if (!scene.tag(governor).startsWith('VB')) return null;
      const lemma = scene.lemma(governor);
      const clause = scene.clauses.at(governor);
      if (role === 'SUBJECT') return statusOfGroup(clause);
      const isCalledFor = lemma === 'call' && role === 'OBLIQUE';
      if (role !== 'OBJECT' && role !== 'PASSIVE_SUBJECT' && !isCalledFor) return null;
      if (DENYING.words.has(lemma)) return 'DENIED';
      if (PLANNING.words.has(lemma)) return 'PLANNED';
      if (SUPPOSING.words.has(lemma) && (lemma !== 'call' || isCalledFor)) return 'HYPOTHETICAL';
      const above = statusOfVerb(scene, governor);
      return above === 'OCCURRED' ? null : above;
    },
  },
  {
    name: 'events/status/lasting',
    examples: ['The war in Chad displaced thousands.', 'The siege of the town displaced thousands.'],
    nearMisses: ['The previous war in Chad displaced thousands.'],
    apply: (scene, noun) => {
      const { determiner, owner, prepositions, first } = scene.phrases.at(noun);
      if (!LASTING.words.has(scene.lemma(noun)) || (determiner < 0 && owner < 0)) return null;
      const isOver =
        prepositions.some((preposition) => scene.word(preposition) === 'after') ||
        wordsBetween(scene, Math.max(first, noun - 5), noun).some(
          (word) => BYGONE.words.has(word) || /^\d{4}$/.test(word),
        );
      return isOver ? null : 'ONGOING';
    },
  },
];

function wordsBetween({ word }: Scene, first: number, end: number): string[] {
  return Array.from({ length: end - first }, (_, place) => word(first + place));
}
