import { rangeHolding } from '../../language/ranges.ts';
import type { TimeReference } from '../reading.ts';
import { anchorsBelow, anchorsOf } from './anchors.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** The date that a trigger’s words, or the words that it hangs on, give it. */
export function timeOf(scene: Scene, trigger: Trigger): TimeReference | null {
  const candidates = timesNear(scene, trigger.token);
  if (candidates.length === 0) return null;
  for (const anchor of [...anchorsOf(scene, trigger), ...anchorsBelow(scene, trigger)]) {
    const attached = candidates.filter((time) => hangsOn(scene, time, anchor, trigger.token));
    const distance = (time: TimeReference): number => Math.abs(time.first - trigger.token);
    const [nearest] = attached.sort((left, right) => distance(left) - distance(right));
    if (nearest) return nearest;
  }
  return null;
}

/** How many dates on either side of a trigger are looked at. */
const MOST_TIMES = 12;

/** The dates of a token’s sentence that stand nearest to it, in text order. */
function timesNear({ document, times }: Scene, token: number): readonly TimeReference[] {
  const sentence = document.sentences[rangeHolding(document.sentences, token)];
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return times
    .slice(Math.max(0, low - MOST_TIMES), low + MOST_TIMES)
    .filter((time) => sentence && time.first >= sentence.first && time.last <= sentence.last);
}

/** Prepositions that bound a time rather than give it: `since the start of the war last year`. */
const LIMITS = /^(?:since|before|after|until|till|ahead|prior)$/;

/** `the second such attack this month`: the time in which something is counted. */
const RANKS = /^(?:such|similar|second|third|fourth|fifth|latest|deadliest|worst|biggest|largest)$/;

/** How many words upwards from a date its verb or noun may stand. */
const MOST_STEPS = 3;

/** Whether a time modifies a token directly, or through words that are no clause of their own. */
function hangsOn(scene: Scene, time: TimeReference, anchor: number, trigger: number): boolean {
  const { phrases, clauses } = scene;
  for (let token = time.first; token <= time.last; token += 1) {
    const { governor, prepositions, role } = phrases.at(token);
    if (governor >= time.first && governor <= time.last) continue;
    // `the result of the 2016 election`, `the August election`: a time before a noun is that noun’s alone.
    if (governor > time.last && /^(?:YEAR|QUARTER|MONTH)$/.test(time.precision) && /^(?:MODIFIER|COUNT)$/.test(role))
      return governor === trigger;
    if (prepositions.some((preposition) => LIMITS.test(scene.word(preposition)))) return false;
    let at = governor;
    for (let steps = 0; steps < MOST_STEPS && at >= 0; steps += 1) {
      const { adjectives, determiner, prepositions: before } = phrases.at(at);
      const { openers, ownSubjects } = clauses.at(at);
      const isRanked = [...adjectives, determiner].some((word) => RANKS.test(scene.word(word)));
      if (isRanked && (at !== anchor || time.precision !== 'DAY')) return false;
      if (at === anchor) return true;
      if ([...before, ...openers].some((word) => LIMITS.test(scene.word(word)))) return false;
      if (scene.tag(at).startsWith('VB') || (steps > 0 && ownSubjects.length > 0)) break;
      at = phrases.at(at).governor;
    }
  }
  return false;
}

/** Whether a date lies wholly after the day of publication: what happens then has not happened yet. */
export function isAhead(time: TimeReference | null, published: string | null): boolean {
  return published !== null && time !== null && time.start !== null && time.start > published;
}
