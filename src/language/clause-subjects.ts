import type { Clause, SubjectSource } from './clause.ts';
import type { Document } from './document.ts';
import type { Phrases } from './phrases.ts';
import { pennTag, tokenText, universalTag } from './tags.ts';

interface Readers {
  readonly document: Document;
  readonly phrases: Phrases;
  readonly at: (token: number) => Clause;
}

interface Found {
  readonly source: SubjectSource;
  readonly heads: readonly number[];
}

const NOBODY: Found = { source: 'NONE', heads: [] };

/** How many clauses upwards a subject is looked for. */
const MOST_STEPS = 5;

/**
 * Who does what a clause tells. Its own subjects; else those of the clause it is coordinated with; else whom its
 * governor leaves it to (`ordered the men to leave`, `was ordered to leave`, `called on Roe to resign`, `while
 * visiting`); else the noun that it describes. A relative pronoun gives the noun it stands for.
 */
export function understoodSubjects(readers: Readers, head: number): Found {
  const { document, at } = readers;
  let verb = head;
  let source: SubjectSource = 'OWN';
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const clause = at(verb);
    const { governor, link } = clause;
    const relative = clause.ownSubjects.find((subject) => isRelativePronoun(document, subject));
    if (relative !== undefined) return { source: 'DESCRIBED', heads: [antecedentOf(readers, relative)] };
    if (clause.ownSubjects.length > 0) return { source, heads: clause.ownSubjects };
    if (governor < 0) return NOBODY;
    if (link === 'REDUCED') return { source: 'DESCRIBED', heads: [governor] };
    if (link === 'MEMBER') source = source === 'OWN' ? 'SHARED' : source;
    else {
      source = 'UNDERSTOOD';
      const controller = controllerOf(readers, clause);
      if (controller >= 0) return { source, heads: [controller] };
      const isGerund = /ing$/i.test(tokenText(document, verb));
      if (link === 'NOMINAL' ? !isGerund : !/^(?:OPEN|ADVERBIAL|ASIDE|SUBJECT)$/.test(link)) return NOBODY;
    }
    verb = governor;
  }
  return NOBODY;
}

export function isRelativePronoun(document: Document, token: number): boolean {
  return /^(?:who|which|that)$/i.test(tokenText(document, token)) && /^(?:W|IN|DT)/.test(pennTag(document, token));
}

/** The noun that a relative pronoun stands for: the one that its clause describes, or else the word before it. */
export function antecedentOf({ document, at }: Pick<Readers, 'document' | 'at'>, pronoun: number): number {
  let above = document.tokens.heads[pronoun] ?? -1;
  for (let steps = 0; steps < 3 && above >= 0; steps += 1) {
    const { link, governor } = at(above);
    if ((link === 'RELATIVE' || link === 'REDUCED') && governor >= 0) return governor;
    above = governor;
  }
  const before = tokenText(document, pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1;
  return /^NN/.test(pennTag(document, before)) ? before : pronoun;
}

/** Verbs whose subject, not whose object, does what the infinitive says: `promised the men to leave`. */
const KEEPS_SUBJECT = /^(?:promise|vow|pledge|threaten|swear|offer)$/;

/** Openers after which whoever suffers or gets what the governor says does it: `convicted of selling`, `kept from`. */
const CONTROLLING = /^(?:of|from|into|for)$/i;

/** Prepositions before whom somebody is called on: `called on Roe to resign`, `appealed to both sides to stop`. */
const CALLING = /^(?:on|upon|to|for|with)$/i;

/**
 * Whom the governor of an infinitive or a gerund leaves it to, other than its own subject; -1 where it is the subject.
 */
function controllerOf({ document, phrases, at }: Readers, clause: Clause): number {
  const { governor, head, link, openers } = clause;
  const isControlled = link === 'OPEN' || CONTROLLING.test(tokenText(document, openers[0] ?? -1));
  const isInfinitive = openers.some((opener) => pennTag(document, opener) === 'TO');
  if (!isControlled && !(link === 'ADVERBIAL' && isInfinitive)) return -1;
  const above = at(governor);
  if (KEEPS_SUBJECT.test(document.tokens.lemmas[governor] ?? '')) return -1;
  if (isControlled) {
    const objects = above.indirectObject >= 0 ? [...above.objects, above.indirectObject] : above.objects;
    const object = objects.find((candidate) => candidate < head && !isTask(document, candidate));
    if (object !== undefined) return object;
    const sufferer = above.ownSubjects.find((subject) => phrases.at(subject).role === 'PASSIVE_SUBJECT');
    if (sufferer !== undefined) return sufferer;
  }
  if (
    !isInfinitive ||
    !/^(?:call|appeal|plead|rely|count|press|wait|shout|signal|lean)$/.test(document.tokens.lemmas[governor] ?? '')
  )
    return -1;
  const called = above.obliques.filter(
    (oblique) =>
      oblique > governor && oblique < head && CALLING.test(tokenText(document, phrases.at(oblique).preposition)),
  );
  return called.at(-1) ?? -1;
}

/** `that`, `which` that stand for an object in front, and nouns for what is to be done (`has plans to`). */
function isTask(document: Document, token: number): boolean {
  return (
    /^(?:that|which|whom)$/i.test(tokenText(document, token)) ||
    (universalTag(document, token) === 'NOUN' && TASKS.test(document.tokens.lemmas[token] ?? ''))
  );
}

/** Nouns whose infinitive is done by whoever has them: `made a promise to`, `has plans to`. */
const TASKS =
  /^(?:plan|promise|pledge|vow|offer|bid|decision|attempt|effort|right|chance|power|deal|agreement|proposal|refusal|threat|intention|ability|authority|opportunity|time|way|step|move|reason|need|vote|campaign|permission|duty|call|appeal|request|demand|order|warning|money|role)$/;
