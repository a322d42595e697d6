import type { NamedSpan } from '../document.ts';
import { ORGANISATIONS } from '../lexicon/organisations.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Tagged } from '../tagging/tag.ts';
import { PENN_TAGS } from '../tags.ts';

/** Words that surnames begin with and that are written small inside a full name. */
const PARTICLE =
  /^(?:al|el|ad|as|ash|at|az|ul|ud|bin|ibn|bint|abu|von|van|der|den|ter|de|di|da|du|dos|del|della|la|le)$/i;
/** Those that are Arabic articles only where a hyphen joins them to the name: `as-Sisi`, not `as Smith`. */
const ONLY_HYPHENATED = /^(?:ad|as|ash|at|az)$/i;
/** Those that join to the name after them by a hyphen. */
const HYPHENATED = /^(?:al|el|ad|as|ash|at|az|ul|ud|bin|abu)$/i;
/** Those that open a surname standing alone only when written small: `Den` and `La` are many things. */
const OPENING = /^(?:al|el|bin|ibn|von|van|de|di|abu)$/;

/** How far a name that only its particle shows is believed. */
const BY_PARTICLE = 0.6;
/** From this confidence on, a place or an organisation that holds a particle stays one. */
const SURE = 0.6;

/**
 * Names of people whose surname has a particle, made whole: `Moqtada al-Sadr`, `Ursula von der Leyen`, `bin Salman`. A
 * recogniser trained on little text knows few of them. A place or organisation that the tables know by such a name
 * (`al-Qaeda`, `El Salvador`) stays what it is.
 */
export function mendParticles(tagged: Tagged, names: readonly NamedSpan[], gazetteer: Gazetteer): NamedSpan[] {
  const surnames = findSurnames(tagged).filter(({ first, last }) => !isKnown(tagged, first, last, gazetteer));
  if (surnames.length === 0) return [...names];
  const places = new NamePlaces(names);
  for (const surname of surnames) {
    let { first, last } = surname;
    let confidence = BY_PARTICLE;
    const touching = places.touching(Math.max(first - 1, surname.opening), last);
    const holder = touching.find((name) => name.type !== 'PERSON' && name.last >= first);
    if (holder && !(surname.isArabic && holder.confidence < SURE)) continue;
    if (
      !surname.isArabic &&
      !surname.stands &&
      !touching.some((name) => name.type === 'PERSON') &&
      !isGivenName(tagged, first - 1, gazetteer)
    )
      continue;
    for (const name of touching) {
      if (name.last === first - 1 && name.type !== 'PERSON' && !isGivenName(tagged, name.last, gazetteer)) continue;
      places.delete(name);
      if (name.first < first && isAdverb(tagged, name.first)) continue;
      first = Math.min(first, name.first);
      last = Math.max(last, name.last);
      confidence = Math.max(confidence, name.confidence);
    }
    if (first > 0 && first === surname.first && isGivenName(tagged, first - 1, gazetteer)) first -= 1;
    places.add({ first, last, type: 'PERSON', confidence });
  }
  return places.all().sort((left, right) => left.first - right.first);
}

/** Names by the tokens that they stand on, so that those beside a token are found without looking through all. */
class NamePlaces {
  readonly #order = new Map<NamedSpan, number>();
  readonly #byToken = new Map<number, NamedSpan[]>();
  #added = 0;

  constructor(names: readonly NamedSpan[]) {
    for (const name of names) this.add(name);
  }

  add(name: NamedSpan): void {
    this.#order.set(name, this.#added);
    this.#added += 1;
    for (let token = name.first; token <= name.last; token += 1) {
      const here = this.#byToken.get(token);
      if (here) here.push(name);
      else this.#byToken.set(token, [name]);
    }
  }

  delete(name: NamedSpan): void {
    this.#order.delete(name);
  }

  /** The names that share a token with some, in the order in which they were added. */
  touching(first: number, last: number): NamedSpan[] {
    const found = new Set<NamedSpan>();
    for (let token = first; token <= last; token += 1)
      for (const name of this.#byToken.get(token) ?? []) if (this.#order.has(name)) found.add(name);
    return [...found].sort((left, right) => (this.#order.get(left) ?? 0) - (this.#order.get(right) ?? 0));
  }

  all(): NamedSpan[] {
    return [...this.#order.keys()];
  }
}

interface Surname {
  /** The first token of its sentence, before which no part of the name stands. */
  readonly opening: number;
  readonly first: number;
  readonly last: number;
  /** `al-Sadr`: a particle that a hyphen joins. */
  readonly isArabic: boolean;
  /** Whether the particle alone shows a name, without a given name before it. */
  readonly stands: boolean;
}

/** Runs of small particles, hyphens and the capitalised word after them, within a sentence. */
function findSurnames(tagged: Tagged): Surname[] {
  const found: Surname[] = [];
  const word = (token: number): string => tagged.text.slice(tagged.start[token], tagged.end[token]);
  for (const sentence of tagged.sentences) {
    for (let token = sentence.first; token < sentence.last; token += 1) {
      if (!PARTICLE.test(word(token)) || !/^\p{L}/u.test(word(token))) continue;
      const first = token;
      while (token + 1 < sentence.last && PARTICLE.test(word(token + 1)) && /^\p{Ll}/u.test(word(token + 1)))
        token += 1;
      const isHyphen =
        /^[-‑–]$/.test(word(token + 1)) &&
        tagged.end[token] === tagged.start[token + 1] &&
        tagged.end[token + 1] === tagged.start[token + 2];
      const head = isHyphen ? token + 2 : token + 1;
      const isArabic = HYPHENATED.test(word(token));
      if (
        head > sentence.last ||
        !/^\p{Lu}\p{L}/u.test(word(head)) ||
        (isHyphen && !isArabic) ||
        (!isHyphen && ONLY_HYPHENATED.test(word(token)))
      )
        continue;
      const isSmall = /^\p{Ll}/u.test(word(first));
      const followsName =
        first > sentence.first &&
        /^\p{Lu}\p{Ll}/u.test(word(first - 1)) &&
        !/^(?:The|In|At|On|But|And|For|From)$/.test(word(first - 1));
      const stands = isSmall && OPENING.test(word(first)) && !followsName;
      if ((isSmall && (stands || followsName)) || isHyphen)
        found.push({ opening: sentence.first, first, last: head, isArabic: isHyphen, stands });
      token = head;
    }
  }
  return found;
}

/** Whether the tables know the words as an organisation or a place, with or without what follows. */
function isKnown(tagged: Tagged, first: number, last: number, gazetteer: Gazetteer): boolean {
  for (let end = last; end <= last + 2 && end < tagged.count; end += 1) {
    const name = tagged.text.slice(tagged.start[first], tagged.end[end]);
    if (
      ORGANISATIONS.has(name) ||
      ORGANISATIONS.has(name.charAt(0).toUpperCase() + name.slice(1)) ||
      gazetteer.findPlaces(name).length > 0
    )
      return true;
  }
  return false;
}

/** `Later` and its like, which a recogniser takes for a part of the name after it where they open a sentence. */
function isAdverb(tagged: Tagged, token: number): boolean {
  return /^RB|^IN$|^DT$|^CC$/.test(PENN_TAGS[tagged.penn[token] ?? 0] ?? '');
}

function isGivenName(tagged: Tagged, token: number, gazetteer: Gazetteer): boolean {
  const word = tagged.text.slice(tagged.start[token], tagged.end[token]);
  return /^\p{Lu}\p{Ll}/u.test(word) && gazetteer.genderOf(word) !== undefined;
}
