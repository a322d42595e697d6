import type { Event } from '../reading.ts';
import { contentOf, isPurpose, modeByContent } from './contents.ts';
import { withDemands } from './demands.ts';
import { findTriggers } from './find-triggers.ts';
import { withoutHeadline } from './headline.ts';
import { makeEvent } from './make-event.ts';
import { performedBy } from './performed.ts';
import { withoutRepeats } from './repeats.ts';
import { type EventContext, type Scene, setScene } from './scene.ts';
import { settleSenses } from './senses.ts';
import type { Trigger } from './trigger.ts';

/**
 * What happened, in text order: every trigger of the event lexicon that stands in a real use, with its status,
 * participants, time and place, and the statement that says so where the article itself does not. Pure: the same input
 * gives the same events.
 */
export function findEvents(context: EventContext): Event[] {
  const scene = setScene(context);
  const triggers = settleSenses(scene, findTriggers(scene));
  const events = withoutRepeats(scene, makeEvents(scene, triggers));
  return withDemands(scene, withoutHeadline(scene.document, events));
}

/** Events, and those that somebody performs by telling of them; what is only asked for is part of the request. */
function makeEvents(scene: Scene, triggers: readonly Trigger[]): Map<Trigger, Event> {
  const triggerAt = new Map<number, Trigger>();
  for (const trigger of triggers) {
    triggerAt.set(trigger.token, trigger);
    if (trigger.carrier >= 0) triggerAt.set(trigger.carrier, trigger);
  }
  const events = new Map<Trigger, Event>();
  for (const trigger of triggers) {
    const event = isPurpose(scene, trigger, triggerAt) ? null : makeEvent(scene, trigger);
    if (!event) continue;
    const isOpen = event.status !== 'OCCURRED' && event.status !== 'ONGOING';
    const request = isOpen ? contentOf(scene, trigger, triggerAt) : null;
    const asking = request ? events.get(request) : undefined;
    if (request && asking) events.set(request, { ...asking, mode: asking.mode ?? modeByContent(asking.type, trigger) });
    else events.set(trigger, event);
    const performed = performedBy(scene, trigger, event);
    if (performed) events.set({ ...trigger }, performed);
  }
  return events;
}
