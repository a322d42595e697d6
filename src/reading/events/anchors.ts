import { BEGINNING, PLANNING } from '../lexicon/event-words.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** How many words upwards one is looked for whose time and place are those of a trigger too. */
const MOST_STEPS = 3;

/**
 * The tokens on which the time and place of a trigger may hang, the nearest first: the trigger and the noun that it
 * takes, and the words above that happen when it does.
 */
export function anchorsOf(scene: Scene, trigger: Trigger): number[] {
  const { token, carrier } = trigger;
  const anchors = carrier >= 0 ? [token, carrier] : [token];
  let at = token;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const above = applyFirst(ANCHORS_ABOVE, scene.ledger, scene, at, trigger);
    if (above === null || above < 0) break;
    anchors.push(above);
    at = above;
  }
  return anchors;
}

/** `killed in an attack`, but not `arrested over the attack`: before a noun that happens when its verb does. */
const MEANWHILE = /^(?:in|at|on|during|by|with|through|via|amid)$/;

/** The word above another that happens when it does. */
export const ANCHORS_ABOVE: readonly Rule<[Scene, number, Trigger], number>[] = [
  {
    name: 'events/anchors/verb of a noun',
    examples: ['On Monday rebels repelled an attack.', 'The explosion shook Lima on Sunday.'],
    nearMisses: ['Rebels attacked on Monday.'],
    apply: ({ phrases }, at, { isNoun }) => {
      const { role, governor } = phrases.at(at);
      return isNoun && /^(?:SUBJECT|PASSIVE_SUBJECT|OBJECT)$/.test(role) ? governor : null;
    },
  },
  {
    name: 'events/anchors/verb with a preposition before the noun',
    examples: ['Two men were hurt in an attack on Monday.', 'On Monday he was hurt during the protest.'],
    nearMisses: ['Two men were arrested over the attack.'],
    apply: ({ phrases, preposition }, at, { token, isNoun }) => {
      const { role, governor } = phrases.at(at);
      return isNoun && at === token && /^(?:OBLIQUE|AGENT)$/.test(role) && MEANWHILE.test(preposition(at))
        ? governor
        : null;
    },
  },
  {
    name: 'events/anchors/first of several',
    examples: ['On Monday Oman bought a mill and sold a ferry.', 'On Monday Oman bought a mill and hired nurses.'],
    nearMisses: ['Oman bought a mill on Monday.'],
    apply: ({ clauses }, at) => {
      const { link, governor } = clauses.at(at);
      return link === 'MEMBER' ? governor : null;
    },
  },
  {
    name: 'events/anchors/beginning to',
    examples: ['On Monday the firm agreed to sell its ferries.', 'In May the army began to shell the town.'],
    nearMisses: ['On Monday the firm was accused of selling its ferries.'],
    apply: ({ clauses, lemma }, at) => {
      const { link, governor } = clauses.at(at);
      return link === 'OPEN' && /^(?:set|due|expect|schedule|plan|begin|start|agree|continue)$/.test(lemma(governor))
        ? governor
        : null;
    },
  },
  {
    name: 'events/anchors/clause of the same time',
    examples: ['On Monday he fled when rebels attacked the town.', 'In May she was there when the bridge collapsed.'],
    nearMisses: ['On Monday he said that rebels attacked the town.'],
    apply: ({ clauses, word }, at) => {
      const { link, governor, openers, adverbs } = clauses.at(at);
      const isSame = [...openers, ...adverbs].some((opener) => /^(?:as|when|while)$/.test(word(opener)));
      return link === 'ADVERBIAL' && isSame ? governor : null;
    },
  },
];

/**
 * Clauses whose time is that of the trigger above them: `were killed when a train derailed on Monday`; `the trial is
 * due to begin in May`; `a strike planned for Thursday`.
 */
export function anchorsBelow({ phrases, clauses, word, lemma }: Scene, { token, isNoun }: Trigger): number[] {
  if (!isNoun) {
    return clauses.at(token).adverbials.filter((verb) => {
      const { openers, adverbs } = clauses.at(verb);
      return verb > token && [...openers, ...adverbs].some((opener) => /^(?:as|when|while)$/.test(word(opener)));
    });
  }
  const { role, governor, describedBy } = phrases.at(token);
  const planned = describedBy.filter((verb) => PLANNING.words.has(lemma(verb)));
  if (!/SUBJECT$/.test(role)) return planned;
  return [...planned, ...clauses.at(governor).openClauses.filter((verb) => BEGINNING.words.has(lemma(verb)))];
}
