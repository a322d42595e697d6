import { EVENT_WORDINGS, type EventWording } from '../lexicon/event-types.ts';

/** A verb of the event lexicon with what must stand around it. */
export interface VerbPattern {
  readonly wording: EventWording;
  /** Particles and prepositions that must follow. */
  readonly words: readonly string[];
  /** Nouns of which one must be the object, or null. */
  readonly objects: ReadonlySet<string> | null;
  /** Whether that noun is whom or what it is done to, and no name of the event. */
  readonly isSuffered: boolean;
  /** Nouns of which one must be, or describe, the subject, or null. */
  readonly subjects: ReadonlySet<string> | null;
  /** Whom or what it needs as object: a place, somebody, a person. */
  readonly needs: 'PLACE' | 'SOMEBODY' | 'PERSON' | null;
}

/** A noun of the event lexicon with the words that must stand before and after it. */
export interface NounPattern {
  readonly wording: EventWording;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const NEEDS: Readonly<Record<string, VerbPattern['needs']>> = { '@': 'PLACE', '~': 'SOMEBODY', '^': 'PERSON' };

/** The patterns of verbs by lemma, the most specific first. */
export const VERB_PATTERNS: ReadonlyMap<string, readonly VerbPattern[]> = compile((wording) =>
  split(wording.verbs, ',').map((pattern) => {
    const [rest = '', subjects] = pattern.split('<');
    const [head = '', objects] = rest.split(/>+/);
    const [lemma = '', ...words] = split(head, ' ');
    const needs = NEEDS[words.at(-1) ?? ''] ?? null;
    return [
      lemma,
      {
        wording,
        words: needs ? words.slice(0, -1) : words,
        objects: toSet(objects),
        isSuffered: rest.includes('>>'),
        subjects: toSet(subjects),
        needs,
      },
    ];
  }),
);

/** The patterns of nouns by lemma, the longest first. */
export const NOUN_PATTERNS: ReadonlyMap<string, readonly NounPattern[]> = compileNouns();

function compile(read: (wording: EventWording) => [string, VerbPattern][]): Map<string, VerbPattern[]> {
  const patterns = group(EVENT_WORDINGS.flatMap(read));
  for (const list of patterns.values()) list.sort((left, right) => specificity(right) - specificity(left));
  return patterns;
}

function compileNouns(): Map<string, NounPattern[]> {
  const entries = EVENT_WORDINGS.flatMap((wording) =>
    split(wording.nouns, ',').map((pattern): [string, NounPattern] => {
      const words = split(pattern, ' ');
      const place = words.findIndex((word) => /^(?:of|by|on|against|between|with)$/.test(word));
      const head = place > 0 ? place - 1 : words.length - 1;
      return [words[head] ?? '', { wording, before: words.slice(0, head), after: words.slice(head + 1) }];
    }),
  );
  const patterns = group(entries);
  for (const list of patterns.values())
    list.sort((left, right) => right.before.length + right.after.length - left.before.length - left.after.length);
  return patterns;
}

function group<Pattern>(entries: readonly (readonly [string, Pattern])[]): Map<string, Pattern[]> {
  const groups = new Map<string, Pattern[]>();
  for (const [key, pattern] of entries) {
    const list = groups.get(key);
    if (list) list.push(pattern);
    else groups.set(key, [pattern]);
  }
  return groups;
}

function split(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function toSet(words: string | undefined): ReadonlySet<string> | null {
  return words === undefined ? null : new Set(split(words, ' '));
}

function specificity(pattern: VerbPattern): number {
  return (
    (pattern.objects ? 4 : 0) +
    (pattern.subjects ? 4 : 0) +
    pattern.words.length * 2 +
    (pattern.needs === 'PLACE' || pattern.needs === 'PERSON' ? 1 : 0)
  );
}
