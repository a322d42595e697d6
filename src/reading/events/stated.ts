import type { EventStatus, SpeechAct, Statement } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import { statusByGrammar } from './status.ts';
import type { Trigger } from './trigger.ts';

/**
 * Whether an event happened, by the grammar around its trigger and by the statement whose content it stands in, or
 * null: what is claimed or held against somebody is ALLEGED, what is denied is DENIED.
 */
export function decideStatus(scene: Scene, trigger: Trigger, statement: Statement | null): EventStatus {
  const own = statusByGrammar(scene, trigger);
  if (own === 'DENIED' || statement === null || isPresupposed(scene, trigger)) return own;
  return applyFirst(STATED, scene.ledger, scene, trigger, own, statement) ?? own;
}

/** `for its war`, `during the strike`: a noun after a preposition is taken for granted, whatever is said around it. */
function isPresupposed({ phrases, word }: Scene, { token, isNoun }: Trigger): boolean {
  const { prepositions } = phrases.at(token);
  return isNoun && prepositions.some((preposition) => !/^(?:of|about|to|against)$/.test(word(preposition)));
}

const FOREBODING: ReadonlySet<SpeechAct> = new Set(['WARN', 'THREATEN', 'PREDICT', 'BELIEVE']);

/** A noun, an infinitive or a gerund, which tells no time of its own. */
function isTimeless({ tag }: Scene, { token }: Trigger): boolean {
  return /^(?:VB|VBG|NN|NNS)$/.test(tag(token));
}

/** What the statement that asserts an event makes of the status that its own words give it. */
export const STATED: readonly Rule<[Scene, Trigger, EventStatus, Statement], EventStatus>[] = [
  {
    name: 'events/stated/denied',
    examples: ['The army denied that it shelled the town.', 'Oman denied that its navy attacked the port.'],
    nearMisses: ['The army confirmed that it shelled the town.'],
    apply: (_, __, own, { act }) => (act === 'DENY' && (own === 'OCCURRED' || own === 'ONGOING') ? 'DENIED' : null),
  },
  {
    name: 'events/stated/not said',
    examples: [
      'The army did not say that rebels attacked the town.',
      'Police did not say that the mayor was arrested.',
    ],
    nearMisses: ['The army said that rebels attacked the town.'],
    apply: (_, __, own, { negated }) => (negated && own === 'OCCURRED' ? 'HYPOTHETICAL' : null),
  },
  {
    name: 'events/stated/claimed',
    examples: [
      'Chad claimed that its neighbour armed the rebels.',
      'The rebels claimed that the army shelled the town.',
    ],
    nearMisses: ['Chad said that its neighbour armed the rebels.'],
    apply: (_, __, own, { act }) =>
      (act === 'ACCUSE' || act === 'CLAIM') && (own === 'OCCURRED' || own === 'ONGOING') ? 'ALLEGED' : null,
  },
  {
    name: 'events/stated/feared',
    examples: ['Oman warned that rebels will attack the port.', 'Oman warned that the army would shell the town.'],
    nearMisses: ['Oman said that rebels will attack the port.'],
    apply: (scene, trigger, own, { act }) =>
      FOREBODING.has(act) && (own === 'PLANNED' || isTimeless(scene, trigger)) ? 'HYPOTHETICAL' : null,
  },
];
