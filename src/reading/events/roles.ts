import { universalTag } from '../../language/tags.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { INTENDING, PERFORMING, SUFFERED, UTTERANCES } from '../lexicon/event-words.ts';
import type { Roles } from '../lexicon/event-types.ts';
import type { EventType, ParticipantRole } from '../reading.ts';
import { applyAll, type Rule } from '../rule.ts';
import { objectsOf } from './find-triggers.ts';
import type { Scene } from './scene.ts';
import { subjectsOf } from './subjects.ts';
import type { Role, Trigger } from './trigger.ts';

type RoleRule = Rule<[Scene, Trigger], readonly Role[]>;

/** The nouns that take part in the event of a trigger by its grammar, without dates and the dateline. */
export function findRoles(scene: Scene, trigger: Trigger): Role[] {
  const found = applyAll(trigger.isNoun ? NOUN_ROLES : VERB_ROLES, scene.ledger, scene, trigger).flat();
  const isDone = found.some(({ role }) => role === 'ACTOR');
  const behind = trigger.isNoun && !isDone ? applyAll(PERFORMERS, scene.ledger, scene, trigger).flat() : [];
  return [...found, ...behind].filter(
    ({ head }) => head !== trigger.carrier && !scene.isAside(head) && !isEachOther(scene, head),
  );
}

/** `each other`, `one another`: no participants but those who do it to each other. */
function isEachOther({ word }: Scene, head: number): boolean {
  const pairs = [`${word(head)} ${word(head + 1)}`, `${word(head - 1)} ${word(head)}`];
  return pairs.some((pair) => pair === 'each other' || pair === 'one another');
}

const give = (role: ParticipantRole, heads: readonly number[], isOblique = false): Role[] | null =>
  heads.length > 0 ? heads.map((head) => ({ role, head, isOblique })) : null;

/** The part of whoever it is done to, or done with. */
function otherSide({ wording }: Trigger): ParticipantRole {
  return wording.roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT';
}

/** Prepositions of whom it is done to, by how the wording gives parts. */
const AIMED: Readonly<Record<Roles, RegExp>> = {
  ACTS_ON: /^(?:against|on|upon|to)$/,
  MUTUAL: /^(?:with|between|against)$/,
  GIVES_TO: /^(?:to|for)$/,
  UNDERGOES: /^(?:with|into)$/,
  AGAINST: /^(?:against|at|over)$/,
};

export const VERB_ROLES: readonly RoleRule[] = [
  {
    name: 'events/roles/agent',
    examples: ['The banker was sentenced by a court.', 'Two men, arrested by police in May, were freed.'],
    nearMisses: ['A court sentenced the banker by video link.'],
    apply: ({ clauses }, { token }) => {
      const { voice, agents } = clauses.at(token);
      return voice === 'PASSIVE' ? give('ACTOR', agents) : null;
    },
  },
  {
    name: 'events/roles/subject',
    examples: ['Rebels attacked the town on Sunday.', 'The general was assassinated.'],
    nearMisses: ['Attacking the town was a mistake.'],
    apply: (scene, trigger) => {
      const { voice, objects } = scene.clauses.at(trigger.token);
      const isSufferer = trigger.wording.roles === 'UNDERGOES' && objects.length === 0;
      const subjects = subjectsOf(scene, trigger.token);
      if (voice === 'PASSIVE') return give(otherSide(trigger), subjects);
      return give(isSufferer ? 'RECIPIENT' : 'ACTOR', subjects);
    },
  },
  {
    name: 'events/roles/object',
    examples: ['Rebels attacked the town on Sunday.', 'Finland gave Tanzania a grant.'],
    nearMisses: ['The army shipped weapons.'],
    apply: (scene, trigger) => {
      const { clauses } = scene;
      const { token, wording } = trigger;
      const { voice, indirectObject } = clauses.at(token);
      if (voice === 'PASSIVE') return null;
      const objects = objectsOf(scene, token);
      // What is given is no participant; whom something is promised is.
      const isGotten = (object: number): boolean =>
        object === indirectObject ||
        (wording.type === 'AGREE' && isActorNoun(scene.lemma(object))) ||
        (universalTag(scene.document, object) !== 'NOUN' && !hasGoal(scene, token));
      return give(otherSide(trigger), wording.roles === 'GIVES_TO' ? objects.filter(isGotten) : objects);
    },
  },
  {
    name: 'events/roles/each other',
    examples: ['Oman and Chad accused each other of lying.', 'The two armies attacked one another on Sunday.'],
    nearMisses: ['Oman and Chad accused each member of lying.'],
    apply: (scene, trigger) => {
      const { voice, objects, obliques } = scene.clauses.at(trigger.token);
      const isMutual = [...objects, ...obliques].some((head) => isEachOther(scene, head));
      if (voice === 'PASSIVE' || !isMutual) return null;
      return give(otherSide(trigger), subjectsOf(scene, trigger.token));
    },
  },
  {
    name: 'events/roles/preposition',
    examples: ['The union called on residents to stay at home.', 'The mayor met with Ana Ruiz.'],
    nearMisses: ['The mayor called a strike.'],
    apply: (scene, trigger) => {
      const { phrases, clauses } = scene;
      const { token, wording, last, carrier } = trigger;
      const { objects } = clauses.at(token);
      const given = wording.roles === 'GIVES_TO' ? objects.flatMap((object) => phrases.at(object).complements) : [];
      const roles = [...phrases.at(token).complements, ...given].flatMap((head): Role[] => {
        const preposition = scene.preposition(head);
        const place = phrases.at(head).preposition;
        if (preposition === 'with' && (wording.roles === 'MUTUAL' || wording.roles === 'AGAINST'))
          return [{ role: 'ACTOR', head, isOblique: true }];
        // `set fire to three buses`: what the words of an assault are done to.
        const isOblique = !(carrier >= 0 && wording.type === 'ASSAULT' && /^(?:to|against)$/.test(preposition));
        // `swear in the new ministers`: a preposition that belongs to the verb.
        const isOwn = wording.roles === 'ACTS_ON' && place > token && place <= last && carrier < 0;
        return AIMED[wording.roles].test(preposition) || (isOwn && /^in(?:to)?$/.test(preposition))
          ? [{ role: otherSide(trigger), head, isOblique }]
          : [];
      });
      return roles.length > 0 ? roles : null;
    },
  },
  {
    name: 'events/roles/whose offer',
    examples: ['Oman rejected an offer from Chad.', 'Oman refused the demand of the rebels.'],
    nearMisses: ['Oman rejected a parcel from Chad.'],
    apply: (scene, trigger) => {
      const { clauses, phrases } = scene;
      const { objects, ownSubjects } = clauses.at(trigger.token);
      const passive = ownSubjects.filter((subject) => phrases.at(subject).role === 'PASSIVE_SUBJECT');
      const heads = [...objects, ...passive]
        .filter((object) => UTTERANCES.words.has(scene.lemma(object)))
        .flatMap((object) => {
          const { owner, complements } = phrases.at(object);
          const authors = complements.filter((head) => /^(?:from|by|of)$/.test(scene.preposition(head)));
          return owner >= 0 ? [owner, ...authors] : authors;
        });
      return give(otherSide(trigger), heads, true);
    },
  },
  {
    name: 'events/roles/noun of the event',
    examples: ['Rebels launched an attack on the town.', 'The army carried out a raid on the camp.'],
    nearMisses: ['Rebels attacked the town.'],
    apply: ({ phrases, preposition }, trigger) => {
      const { carrier, wording } = trigger;
      if (carrier < 0) return null;
      const { complements } = phrases.at(carrier);
      const roles = complements.flatMap((head): Role[] => {
        const word = preposition(head);
        if (/^(?:with|between)$/.test(word)) return [{ role: 'ACTOR', head, isOblique: true }];
        const isGoal = /^(?:to|for|into)$/.test(word) && wording.type !== 'PROTEST';
        return isGoal || /^(?:against|on)$/.test(word) ? [{ role: otherSide(trigger), head, isOblique: false }] : [];
      });
      return roles.length > 0 ? roles : null;
    },
  },
];

/** `sold them to a dealer`: whoever gets it stands after `to`. */
function hasGoal({ clauses, preposition }: Scene, verb: number): boolean {
  return clauses.at(verb).obliques.some((head) => preposition(head) === 'to');
}

export const NOUN_ROLES: readonly RoleRule[] = [
  {
    name: 'events/roles/owner of a noun',
    examples: ['Chad’s attack on the town shocked Oman.', 'His arrest shocked Quito.'],
    nearMisses: ['The attack shocked Oman.'],
    apply: ({ phrases, lemma }, { token, wording }) => {
      const { owner } = phrases.at(token);
      const isSuffered =
        wording.roles === 'UNDERGOES' || (wording.roles === 'ACTS_ON' && SUFFERED.words.has(lemma(token)));
      return owner >= 0 ? give(isSuffered ? 'RECIPIENT' : 'ACTOR', [owner]) : null;
    },
  },
  {
    name: 'events/roles/word before a noun',
    examples: ['A police investigation began in May.', 'A rebel attack killed a guard.'],
    nearMisses: ['The bloody attack began in May.'],
    apply: ({ phrases }, { token, wording }) => {
      const { nouns } = phrases.at(token);
      return give(wording.roles === 'UNDERGOES' ? 'RECIPIENT' : 'ACTOR', nouns, true);
    },
  },
  {
    name: 'events/roles/preposition after a noun',
    examples: ['An attack by rebels shocked Oman.', 'The killing of a judge shocked Quito.'],
    nearMisses: ['An attack in May shocked Oman.'],
    apply: ({ phrases, preposition }, trigger) => {
      const { token, wording } = trigger;
      const roles = phrases.at(token).complements.flatMap((head): Role[] => {
        if (/^(?:by|between|with)$/.test(preposition(head))) return [{ role: 'ACTOR', head, isOblique: true }];
        const isAimed = /^(?:against|on|to)$/.test(preposition(head)) && wording.type !== 'DISASTER';
        return isAimed || preposition(head) === 'of' ? [{ role: otherSide(trigger), head, isOblique: true }] : [];
      });
      return roles.length > 0 ? roles : null;
    },
  },
];

/** Types whose nouns name what the subject of a verb of beginning or planning does itself. */
const PERFORMED: ReadonlySet<EventType> = new Set([
  'BUSINESS',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'CONSULT',
  'COOPERATE',
]);

/** Asked only where the noun’s own phrase names nobody who does it. */
export const PERFORMERS: readonly RoleRule[] = [
  {
    name: 'events/roles/who plans it',
    examples: ['Sarva Motors is considering the sale of its ferries.', 'The unions are planning a boycott.'],
    nearMisses: ['The unions condemned a boycott.'],
    apply: (scene, { token, wording }) => {
      const { role, governor } = scene.phrases.at(token);
      const verb = scene.lemma(governor);
      const isOwn = PERFORMED.has(wording.type)
        ? PERFORMING.words.has(verb)
        : /^(?:ASSAULT|COERCE)$/.test(wording.type) && INTENDING.words.has(verb);
      return isOwn && role === 'OBJECT' ? give('ACTOR', subjectsOf(scene, governor)) : null;
    },
  },
];
