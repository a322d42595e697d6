import { antecedentOf } from '../../language/clause-subjects.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { OPENED, TELLING, WEAPONS } from '../lexicon/event-words.ts';
import type { EventType } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** What the words of an article together say of each of them. */
interface Company {
  readonly isSport: boolean;
  readonly isVote: boolean;
  /** The triggers that stand near the one in question, itself included. */
  readonly near: readonly Trigger[];
}

/** How many triggers on either side are looked at. */
const NEIGHBOURS = 10;

/** How many sentences away an accident or an attack may stand that tells how people died. */
const REACH = 4;

/** Triggers with the sense that their article gives them: what the first of the rules says, or else as they are. */
export function settleSenses(scene: Scene, triggers: readonly Trigger[]): Trigger[] {
  const isSport = triggers.some((trigger) => isSureSport(scene, trigger));
  const votes = triggers.filter(({ wording }) => wording.type === 'ELECTION').length;
  const isVote = votes > triggers.filter(({ wording, isNoun }) => wording.type === 'SPORT' && isNoun).length;
  return triggers.flatMap((trigger, place): Trigger[] => {
    const near = triggers.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
    const sense = applyFirst(SENSES, scene.ledger, scene, trigger, { isSport, isVote, near });
    return sense === 'NOTHING' ? [] : [sense ?? trigger];
  });
}

export const SENSES: readonly Rule<[Scene, Trigger, Company], Trigger | 'NOTHING'>[] = [
  {
    name: 'events/senses/silence',
    examples: ['A spokesman declined to comment on the report.', 'The firm refused to say why.'],
    nearMisses: ['The bank refused to pay.'],
    apply: ({ clauses, lemma }, { token, wording }) =>
      wording.type === 'REJECT' && clauses.at(token).openClauses.some((verb) => TELLING.words.has(lemma(verb)))
        ? 'NOTHING'
        : null,
  },
  {
    name: 'events/senses/opened',
    examples: ['Ida Roe opened the window at dawn.', 'The talks will open in Geneva on Monday.'],
    nearMisses: ['The city opened a museum on Monday.'],
    apply: ({ clauses, lemma }, { token, wording }) => {
      if (wording.type !== 'RELEASE' || !/^(?:re)?open$/.test(lemma(token))) return null;
      const { objects } = clauses.at(token);
      const opened = objects.length > 0 ? objects : clauses.subjectsOf(token).heads;
      return opened.some((thing) => OPENED.words.has(lemma(thing))) ? 'NOTHING' : null;
    },
  },
  {
    name: 'events/senses/beaten in a vote',
    examples: ['Ana Ruiz defeated Tom Hale in the election.', 'Ana Ruiz beat the governor in the referendum.'],
    nearMisses: ['Rovers defeated Santos on Saturday.'],
    apply: ({ lemma }, trigger, { isVote }) =>
      isVote && trigger.wording.type === 'SPORT' && /^(?:beat|defeat)$/.test(lemma(trigger.token))
        ? retype(trigger, 'ELECTION')
        : null,
  },
  {
    name: 'events/senses/no sport here',
    examples: ['The mayor drew a crowd.', 'Children played in the street.'],
    nearMisses: ['Rovers defeated Santos on Saturday and played again on Monday.'],
    apply: (scene, trigger, { isSport }) => (!isSport && isWeakSport(scene, trigger) ? 'NOTHING' : null),
  },
  {
    name: 'events/senses/blast of an attack',
    examples: [
      'Rebels attacked the barracks. An explosion shook the town.',
      'Gunmen stormed the palace. An explosion shook the town.',
    ],
    nearMisses: ['An explosion in Lima shook the town.'],
    apply: (scene, trigger, { near }) => {
      const isExplosion = ({ token }: Trigger): boolean => /^(?:explosion|blast|explode)$/.test(scene.lemma(token));
      if (trigger.wording.type !== 'ACCIDENT' || !isExplosion(trigger)) return null;
      if (near.some((other) => other.wording.type === 'ACCIDENT' && !isExplosion(other))) return null;
      return near.some((other) => other.wording.type === 'ASSAULT' && isDeliberate(scene, other))
        ? { ...trigger, wording: { ...trigger.wording, type: 'ASSAULT', mode: 'explosives' } }
        : null;
    },
  },
  {
    name: 'events/senses/killed by nobody',
    examples: ['Cholera killed 86 people.', 'Six people were killed when a train derailed near Lyon.'],
    nearMisses: ['Rebels killed six people near Lyon.'],
    apply: (scene, trigger, { near }) =>
      isPlainAssault(trigger) &&
      /^(?:kill|killing)$/.test(scene.lemma(trigger.token)) &&
      isByNobody(scene, trigger, near)
        ? retype(trigger, 'DEATH')
        : null,
  },
  {
    name: 'events/senses/hurt by nobody',
    examples: ['The player was injured in training.', 'A storm destroyed a bridge over the river.'],
    nearMisses: ['Rebels destroyed a bridge over the river.'],
    apply: (scene, trigger, { near }) => {
      if (!isPlainAssault(trigger)) return null;
      const lemma = scene.lemma(trigger.token);
      const isHarm = /^(?:topple|injure|wound|strike|hit|hurt|destroy)$/.test(lemma);
      const isUntold =
        /^(?:injure|hurt)$/.test(lemma) &&
        causeOf(scene, trigger) < 0 &&
        !near.some((other) => isDeliberate(scene, other));
      return isUntold || (isHarm && isByNobody(scene, trigger, near)) ? 'NOTHING' : null;
    },
  },
];

function retype(trigger: Trigger, type: EventType): Trigger {
  const { mode: _, ...wording } = trigger.wording;
  return { ...trigger, wording: { ...wording, type, roles: 'ACTS_ON' } };
}

/**
 * Words of sport that have many other senses, unless with what only sport has (`scored a goal`, `lost the final`):
 * without surer ones in the article they mean none.
 */
function isWeakSport({ clauses, lemma }: Scene, { token, wording, isNoun }: Trigger): boolean {
  if (wording.type !== 'SPORT' || isNoun || !/^(?:play|draw|score|lose)$/.test(lemma(token))) return false;
  return !clauses
    .at(token)
    .objects.some((object) => /^(?:goal|hat-trick|penalty|equaliser|try|touchdown|match|final)$/.test(lemma(object)));
}

function isSureSport(scene: Scene, trigger: Trigger): boolean {
  const isBeaten = scene.lemma(trigger.token) === 'beat' && scene.clauses.at(trigger.token).voice === 'PASSIVE';
  return trigger.wording.type === 'SPORT' && !isWeakSport(scene, trigger) && !isBeaten;
}

function isPlainAssault({ wording }: Trigger): boolean {
  return wording.type === 'ASSAULT' && wording.mode === undefined;
}

/** An assault that is more than harm, which accidents bring too. */
function isDeliberate({ lemma }: Scene, { token, wording }: Trigger): boolean {
  return (
    (wording.type === 'ASSAULT' || wording.type === 'PROTEST') &&
    !/^(?:kill|killing|injure|hurt|wound|topple|strike|hit|destroy)$/.test(lemma(token))
  );
}

/** What does it: the subject, or the agent of a passive, with what a relative pronoun stands for; -1 for nothing. */
function causeOf({ document, clauses, word }: Scene, { token }: Trigger): number {
  const { voice, ownSubjects, agents } = clauses.at(token);
  const cause = (voice === 'ACTIVE' ? ownSubjects[0] : agents[0]) ?? -1;
  return /^(?:which|that)$/.test(word(cause)) ? antecedentOf({ document, at: clauses.at }, cause) : cause;
}

/**
 * Whether no person is at work in a killing: its cause is a thing that is no weapon, or it stands nearer to an accident
 * or a disaster than to any assault.
 */
function isByNobody(scene: Scene, trigger: Trigger, near: readonly Trigger[]): boolean {
  const { document } = scene;
  const cause = causeOf(scene, trigger);
  const sentence = rangeHolding(document.sentences, trigger.token);
  const away = (other: Trigger): number => Math.abs(rangeHolding(document.sentences, other.token) - sentence);
  const others = near.filter((other) => other !== trigger && away(other) <= REACH);
  const assaults = others.filter((other) => isDeliberate(scene, other));
  const calamities = others.filter(({ wording }) => wording.type === 'ACCIDENT' || wording.type === 'DISASTER');
  if (isThing(scene, cause)) {
    if (!assaults.some((other) => away(other) === 0)) return true;
  } else if (cause >= 0 && !calamities.some((other) => other.token === cause)) return false;
  const distance = (list: readonly Trigger[]): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...list.map((other) => Math.abs(other.token - trigger.token) + 100 * away(other)),
    );
  return distance(calamities) < distance(assaults);
}

/** A noun for what is no person, group, name or weapon. */
function isThing(scene: Scene, noun: number): boolean {
  return (
    /^NNS?$/.test(scene.tag(noun)) &&
    !scene.entityAt(noun) &&
    !isActorNoun(scene.lemma(noun)) &&
    !WEAPONS.words.has(scene.lemma(noun))
  );
}
