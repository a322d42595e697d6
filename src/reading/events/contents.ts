import type { EventType } from '../reading.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** Types whose words ask for, threaten or refuse what hangs on them. */
const OPEN_TYPES: ReadonlySet<EventType> = new Set(['THREATEN', 'REQUEST', 'REJECT']);

/** How many words upwards such a word is looked for. */
const MOST_STEPS = 3;

/**
 * The trigger whose content a trigger is, or null: `threatened to attack`, `demanded that she resign`, `refused to
 * meet`, `called for a ceasefire`. What is only threatened, asked for or refused is part of that event and no event of
 * its own. `triggerAt` gives the trigger at a token, carriers included.
 */
export function contentOf(scene: Scene, trigger: Trigger, triggerAt: ReadonlyMap<number, Trigger>): Trigger | null {
  const { phrases, clauses } = scene;
  const { token, isNoun } = trigger;
  let at = token;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { role, governor } = phrases.at(at);
    const { link } = clauses.at(at);
    const open = triggerAt.get(governor);
    if (open && open !== trigger && OPEN_TYPES.has(open.wording.type) && open.token < token) {
      const isAsked = link === 'OPEN' || (/^(?:CONTENT|ADVERBIAL|REDUCED)$/.test(link) && isUntold(scene, at));
      const isThing = at === token && isNoun && /^(?:OBJECT|OBLIQUE|COMPLEMENT)$/.test(role);
      if (isAsked || isThing) return open;
    }
    if (governor < 0 || (role !== 'OBJECT' && !/^(?:MEMBER|OPEN|CONTENT|REDUCED)$/.test(link))) return null;
    at = governor;
  }
  return null;
}

/** A verb in its base form, which a plural or `she` before it may hide, or under `should`, `must` or `would`. */
function isUntold({ clauses, tag }: Scene, verb: number): boolean {
  const { modality, auxiliaries } = clauses.at(verb);
  const isBase = tag(verb) === 'VB' || (tag(verb) === 'VBP' && auxiliaries.length === 0);
  return isBase || modality === 'NECESSARY' || modality === 'WOULD';
}

/**
 * `marched to protest`, `blocked the road, demanding better pay`: what an event is for is part of it where both are of
 * one type, or the first a protest.
 */
export function isPurpose(
  { clauses, tag }: Scene,
  { token, wording }: Trigger,
  triggerAt: ReadonlyMap<number, Trigger>,
): boolean {
  const { link, governor } = clauses.at(token);
  const above = triggerAt.get(governor)?.wording.type;
  if (above === undefined || (link !== 'ADVERBIAL' && link !== 'OPEN')) return false;
  const isDemand = above === 'PROTEST' && (wording.type === 'REQUEST' || wording.type === 'ACCUSE');
  return isDemand ? /^VBG?$/.test(tag(token)) : tag(token) === 'VB' && above === wording.type;
}

const THREATENED: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'violence',
  SANCTION: 'relations',
  COERCE: 'restrict',
  REJECT: 'relations',
};
const WANTED: Readonly<Partial<Record<EventType, string>>> = {
  AID: 'assist',
  COOPERATE: 'assist',
  SUPPORT: 'assist',
  CONSULT: 'meet',
  RETREAT: 'yield',
  CONCEDE: 'yield',
  APPOINTMENT: 'yield',
  AGREE: 'yield',
  LEGAL: 'change',
  ELECTION: 'change',
  COERCE: 'change',
};

/** PLOVER’s mode of a threat, a request or a refusal, by what it is about; null where PLOVER has none. */
export function modeByContent(type: EventType, { wording }: Trigger): string | null {
  if (type !== 'THREATEN') return WANTED[wording.type] ?? null;
  return wording.mode === 'arrest' || wording.mode === 'expel' ? wording.mode : (THREATENED[wording.type] ?? null);
}
