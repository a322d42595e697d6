import { foldName, type Gazetteer } from '../../language/naming/gazetteer.ts';
import { initialsOf } from './acronyms.ts';
import type { NameMention } from './name-mention.ts';
import { foldWords } from './same-names.ts';

/**
 * How many clusters are kept to choose from for what names share: more people of one surname, or organisations of one
 * first word, are told apart by their spelling alone, so that a list of namesakes takes time in proportion to its
 * length.
 */
const MOST_NAMESAKES = 40;

/** Finds the few clusters that a name may belong to, so that clustering takes time linear in the number of names. */
export class ClusterIndex {
  readonly #byKey = new Map<string, Set<number>>();
  /** Whether a cluster was left out as there were as many as are kept. */
  isFull = false;
  readonly #gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  add(name: NameMention, cluster: number): void {
    for (const key of [
      ...this.#keysOf(name, false),
      ...(name.type === 'PERSON' ? foldWords(name.text, name.type).map((word) => `anybody ${word}`) : []),
    ]) {
      const clusters = this.#byKey.get(key);
      if (!clusters) this.#byKey.set(key, new Set([cluster]));
      else if (clusters.size < MOST_NAMESAKES) clusters.add(cluster);
      else this.isFull ||= !clusters.has(cluster);
    }
  }

  /** Every cluster that a rule of `SAME_RULES` may hold of, oldest first. */
  candidatesFor(name: NameMention): number[] {
    const found = new Set(this.#keysOf(name, true).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...found].sort((left, right) => left - right);
  }

  /** The people among whose names a folded word is, oldest first. */
  peopleBy(word: string): number[] {
    return [...(this.#byKey.get(`anybody ${word}`) ?? [])].sort((left, right) => left - right);
  }

  /**
   * What two names share when they can be one entity: people the last word, organisations the first word, an acronym
   * and a full name the first two initials, places the spelling or the place itself.
   */
  #keysOf({ text, type }: NameMention, isSought: boolean): string[] {
    const words = foldWords(text, type);
    if (type === 'PERSON') return [`person ${words.at(-1)}`, `person ${words.join(' ')}`];
    if (type === 'PLACE') {
      const [place] = this.#gazetteer.findPlaces(text);
      return [
        `place ${foldName(text)}`,
        ...(place
          ? [
              place.kind === 'COUNTRY'
                ? `country ${place.countryCode}`
                : `at ${place.name} ${place.countryCode} ${place.latitude}`,
            ]
          : []),
      ];
    }
    const isAcronym = !/\s/.test(text) && /\p{Lu}\P{Lu}*\p{Lu}/u.test(text);
    const initials = isAcronym ? [text.replace(/[^\p{Lu}]/gu, '')] : initialsOf(text);
    const side = isAcronym === isSought ? 'initials' : 'acronym';
    return [
      `organisation ${words[0]}`,
      `organisation ${words.join(' ')}`,
      ...initials.map((letters) => `${side} ${letters.slice(0, 2)}`),
    ];
  }
}
