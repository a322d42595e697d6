import type { Document } from '../../language/document.ts';
import { foldName, type Gazetteer, type Gender } from '../../language/naming/gazetteer.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import { CLUB_OPENINGS } from '../lexicon/foreign-names.ts';
import { institutionCountry } from '../positions/owner-country.ts';
import { HONORIFICS } from '../lexicon/offices.ts';
import { initialsOf, isAcronymOf, type NameMention } from './name-mentions.ts';
import type { EntityType } from '../reading.ts';

/** The names of one entity. */
export interface NameCluster {
  readonly type: EntityType;
  /** Numbers into the list of names, in text order. */
  readonly names: number[];
  /** The fullest form. */
  name: string;
  /** The words of the fullest form, folded. */
  words: readonly string[];
  acronym: string | null;
  gender: Gender;
  /** Of an institution that many countries have: the country that the words before a name of it tell, or null. */
  country: string | null;
}

const COMPANY_TAIL = /^(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|group|holdings|fc|cf)\.?$/;
/** What an Arabic surname goes with or without: `Hossam el-Masry`, then `Masry`. */
const ARABIC_ARTICLE = /^(?:al|el|ad|as|ash|at|az)-(?=\p{L}{3})/u;
/** Second words of clubs' names that the club goes by: `Kestrel Rovers`, then `Rovers`. */
const NICKNAMES_OF_CLUBS = /^(?:rovers|wanderers|rangers|albion|wednesday|hotspur|villa|orient|argyle)$/;
/** First words of clubs' names that the club goes without: `Real Cartagena`, then `Cartagena`. */
const CLUB_OPENINGS_FOLDED: ReadonlySet<string> = new Set([...CLUB_OPENINGS].map(foldName));
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;

/**
 * Which names are one entity: people by their full name, then by surname, given name or initials where only one person
 * fits, or else the one last named; organisations by name without `Inc` and its like, by acronym and by opening words;
 * places by name and by what the gazetteer knows as one.
 */
export function clusterNames(
  document: Document,
  names: readonly NameMention[],
  gazetteer: Gazetteer,
): { readonly clusters: NameCluster[]; readonly hasMoreNamesakes: boolean } {
  const clusters: NameCluster[] = [];
  const clusterOf = new Array<number>(names.length).fill(-1);
  const index = new ClusterIndex(gazetteer);
  const join = (number: number, cluster: number): void => {
    const target = clusters[cluster];
    const name = names[number];
    if (!target || !name) return;
    target.names.push(number);
    clusterOf[number] = cluster;
    index.add(name, cluster);
    const words = foldWords(name.text, name.type);
    if (name.type === 'PLACE' && isShouted(target.name) && !isShouted(name.text)) target.name = cleanName(name.text);
    const isFuller =
      words.length > target.words.length &&
      !(name.type === 'ORGANISATION' && target.acronym !== null && words.length === 1);
    if (name.acronymOf >= 0 || (name.type === 'ORGANISATION' && isAcronymOf(name.text, target.name)))
      target.acronym ??= name.text;
    else if (isFuller || (isAcronymOf(target.name, name.text) && name.type === 'ORGANISATION')) {
      if (name.type === 'ORGANISATION' && isAcronymOf(target.name, name.text)) target.acronym ??= target.name;
      target.name = cleanName(name.text);
      target.words = words;
    }
    target.country ??= institutionCountry(document, name);
    if (name.type === 'PERSON') target.gender = narrow(target.gender, genderOf(document, name, gazetteer));
  };
  const open = (number: number): void => {
    const name = names[number];
    if (!name) return;
    clusters.push({
      type: name.type,
      names: [],
      name: name.type === 'PLACE' && isShouted(name.text) ? toTitleCase(cleanName(name.text)) : cleanName(name.text),
      words: foldWords(name.text, name.type),
      acronym: null,
      gender: 'EITHER',
      country: null,
    });
    join(number, clusters.length - 1);
  };
  const isLate = (name: NameMention): boolean => name.type === 'PERSON' && foldWords(name.text, name.type).length === 1;
  names.forEach((name, number) => {
    if (isLate(name)) return;
    const words = foldWords(name.text, name.type);
    const found =
      name.acronymOf >= 0
        ? (clusterOf[name.acronymOf] ?? -1)
        : findSame(document, clusters, index.candidatesFor(name), name, words, gazetteer);
    if (found !== undefined && found >= 0) join(number, found);
    else open(number);
  });
  const lastNamed = new Map<number, number>();
  const bySurname = new Set<number>();
  names.forEach((name, number) => {
    if (isLate(name)) {
      const found = findPerson(
        document,
        clusters,
        index.peopleBy(foldWords(name.text, 'PERSON')[0] ?? ''),
        { lastNamed, bySurname },
        name,
        gazetteer,
      );
      if (found >= 0) join(number, found);
      else open(number);
      const cluster = clusterOf[number] ?? -1;
      if (clusters[cluster]?.words.at(-1) === foldWords(name.text, 'PERSON')[0]) bySurname.add(cluster);
    }
    lastNamed.set(clusterOf[number] ?? -1, name.first);
  });
  for (const cluster of clusters) cluster.names.sort((left, right) => left - right);
  return { clusters, hasMoreNamesakes: index.isFull };
}

/** `LEEDS` in a dateline is `Leeds`; `UK` and `U.S.` are as they are. */
function isShouted(text: string): boolean {
  return text.length > 3 && /^[\p{Lu}\s'’-]+$/u.test(text) && !/^U[KS]/.test(text);
}

function toTitleCase(text: string): string {
  return text.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
}

function cleanName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^["“‘']|["”]$/g, '')
    .trim();
}

function foldWords(text: string, type: EntityType): string[] {
  const words = foldName(text.replace(/["“”]/g, ' '))
    .replace(/\b(\p{L})\.(?=\s|$)/gu, '$1')
    .trim()
    .split(/\s+/);
  for (const [place, word] of words.entries())
    words[place] =
      type === 'PERSON'
        ? word.replace(ARABIC_ARTICLE, '')
        : type === 'ORGANISATION'
          ? word.replace(/['’]s$/, '')
          : word;
  const kept = words.filter((word, place) =>
    type === 'ORGANISATION' ? place === 0 || !COMPANY_TAIL.test(word) : !GENERATION.test(word),
  );
  return kept.length > 0 ? kept : words;
}

function narrow(known: Gender, seen: Gender): Gender {
  return known === 'EITHER' ? seen : known;
}

/** The gender that the honorific before a name or its given name tells. */
function genderOf(document: Document, name: NameMention, gazetteer: Gazetteer): Gender {
  const honorificAt = (token: number): 'FEMALE' | 'MALE' | 'EITHER' | undefined =>
    HONORIFICS[tokenText(document, token).toLowerCase().replace(/\.$/, '')];
  const honorific =
    honorificAt(name.first - 1) ??
    (tokenText(document, name.first - 1) === 'Justice' ? honorificAt(name.first - 2) : undefined);
  if (honorific && honorific !== 'EITHER') return honorific;
  return name.last > name.first ? (gazetteer.genderOf(tokenText(document, name.first)) ?? 'EITHER') : 'EITHER';
}

/**
 * The cluster of a name among those that share its words, or undefined: of several institutions of one name the one of
 * its country, or else the one named last.
 */
function findSame(
  document: Document,
  clusters: readonly NameCluster[],
  candidates: readonly number[],
  name: NameMention,
  words: readonly string[],
  gazetteer: Gazetteer,
): number | undefined {
  const country = institutionCountry(document, name);
  const same = candidates.filter((at) => isSame(clusters[at], name, words, gazetteer));
  if (!same.some((at) => clusters[at]?.country)) return same[0];
  if (country !== null)
    return same.find((at) => clusters[at]?.country === country) ?? same.find((at) => clusters[at]?.country === null);
  const latest = (at: number): number => clusters[at]?.names.at(-1) ?? -1;
  return same.reduce((best, at) => (latest(at) > latest(best) ? at : best));
}

function isSame(
  cluster: NameCluster | undefined,
  name: NameMention,
  words: readonly string[],
  gazetteer: Gazetteer,
): boolean {
  if (cluster?.type !== name.type) return false;
  switch (name.type) {
    case 'PERSON':
      return isSamePerson(cluster.words, words);
    case 'ORGANISATION':
      return isSameOrganisation(cluster, words, name.text);
    case 'PLACE':
      return isSamePlace(cluster.name, name.text, gazetteer);
  }
}

/**
 * `Mohammad Reza Ashtiani`, `Reza Ashtiani`, `M. R. Ashtiani`: the same last word, and the words before it one within
 * the other, initials for words.
 */
function isSamePerson(known: readonly string[], seen: readonly string[]): boolean {
  if (known.at(-1) !== seen.at(-1)) return false;
  const [longer, shorter] =
    known.length >= seen.length ? [known.slice(0, -1), seen.slice(0, -1)] : [seen.slice(0, -1), known.slice(0, -1)];
  let at = 0;
  return shorter.every((word) => {
    while (at < longer.length && !isSameWord(longer[at] ?? '', word)) at += 1;
    at += 1;
    return at <= longer.length;
  });
}

const NICKNAMES: ReadonlyMap<string, string> = new Map(
  'bill:william bob:robert rob:robert dick:richard rick:richard jim:james jimmy:james joe:joseph mike:michael tom:thomas tony:anthony dan:daniel dave:david steve:steven chris:christopher liz:elizabeth beth:elizabeth kate:katherine kathy:katherine sue:susan ted:edward ed:edward ben:benjamin bernie:bernard nick:nicholas andy:andrew alex:alexander sam:samuel pat:patricia jen:jennifer greg:gregory jeff:jeffrey ken:kenneth larry:lawrence matt:matthew pete:peter ron:ronald tim:timothy'
    .split(' ')
    .map((pair) => {
      const [short = '', full = ''] = pair.split(':');
      return [short, full] as const;
    }),
);

function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length === 1 || right.length === 1) return left.charAt(0) === right.charAt(0);
  return (NICKNAMES.get(left) ?? left) === (NICKNAMES.get(right) ?? right);
}

function isSameOrganisation(cluster: NameCluster, words: readonly string[], text: string): boolean {
  const known = cluster.words;
  if (known.join(' ') === words.join(' ') || cluster.acronym === text) return true;
  if (cluster.acronym !== null && foldName(cluster.acronym) === words.join(' ')) return true;
  if (isAcronymOf(text, cluster.name) || isAcronymOf(cluster.name, text)) return true;
  const [longer, shorter] = known.length >= words.length ? [known, words] : [words, known];
  if (
    shorter.length === 1 &&
    longer.length === 2 &&
    NICKNAMES_OF_CLUBS.test(longer[1] ?? '') &&
    shorter[0] === longer[1]
  )
    return true;
  if (
    CLUB_OPENINGS_FOLDED.has(longer[0] ?? '') &&
    longer.length === shorter.length + 1 &&
    shorter.every((word, place) => word === longer[place + 1])
  )
    return true;
  return (
    shorter.length < longer.length &&
    ((shorter[0]?.length ?? 0) > 3 || shorter.length > 1) &&
    shorter.every((word, place) => word === longer[place]) &&
    !/^(?:university|bank|ministry|department|national|united|new|american|royal|supreme|federal)$/.test(
      shorter.join(' '),
    )
  );
}

function isSamePlace(known: string, seen: string, gazetteer: Gazetteer): boolean {
  if (foldName(known) === foldName(seen)) return true;
  const [left] = gazetteer.findPlaces(known);
  const [right] = gazetteer.findPlaces(seen);
  if (!left || !right || left.kind !== right.kind) return false;
  if (left.kind === 'COUNTRY') return left.countryCode === right.countryCode;
  return left.name === right.name && left.countryCode === right.countryCode && left.latitude === right.latitude;
}

/** The people named so far. */
interface Named {
  /** The first token of each cluster's name nearest before this one. */
  readonly lastNamed: ReadonlyMap<number, number>;
  /** The clusters that a single word has named. */
  readonly bySurname: ReadonlySet<number>;
}

/**
 * The person that a single word names, of those who go by the word: by surname first, then by given name; of several
 * the one whose gender fits and who was named last. Where none of them has been named in the paragraph yet, it is the
 * one who alone goes by a single word: a relative is named in full each time.
 */
function findPerson(
  document: Document,
  clusters: readonly NameCluster[],
  known: readonly number[],
  { lastNamed, bySurname }: Named,
  name: NameMention,
  gazetteer: Gazetteer,
): number {
  const word = foldWords(name.text, 'PERSON')[0] ?? '';
  const gender = genderOf(document, name, gazetteer);
  const fits = (test: (cluster: NameCluster) => boolean): number[] =>
    known.filter((at) => {
      const cluster = clusters[at];
      return (
        cluster !== undefined &&
        test(cluster) &&
        (gender === 'EITHER' || cluster.gender === 'EITHER' || cluster.gender === gender)
      );
    });
  const namesakes = fits(
    (cluster) => cluster.words.at(-1) === word || cluster.words.slice(1).join(' ').endsWith(` ${word}`),
  );
  const candidates = namesakes.length > 0 ? namesakes : fits((cluster) => cluster.words.includes(word));
  const last = (cluster: number): number => lastNamed.get(cluster) ?? -1;
  const latest = candidates.reduce(
    (best, cluster) => (last(cluster) > last(best) ? cluster : best),
    candidates[0] ?? -1,
  );
  if (
    candidates.length < 2 ||
    rangeHolding(document.paragraphs, last(latest)) === rangeHolding(document.paragraphs, name.first)
  )
    return latest;
  const alone = candidates.filter((cluster) => bySurname.has(cluster));
  return alone.length === 1 ? (alone[0] ?? latest) : latest;
}

/**
 * How many clusters are kept to choose from for what names share: more people of one surname, or organisations of one
 * first word, are told apart by their spelling alone, so that a list of namesakes takes time in proportion to its
 * length.
 */
const MOST_NAMESAKES = 40;

/** Finds the few clusters that a name may belong to, so that clustering takes time linear in the number of names. */
class ClusterIndex {
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

  /** Every cluster that `isSame` may hold of, oldest first. */
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
      ...(words.length <= 2 && NICKNAMES_OF_CLUBS.test(words.at(-1) ?? '') ? [`organisation ${words.at(-1)}`] : []),
      ...(words.length > 1 && CLUB_OPENINGS_FOLDED.has(words[0] ?? '') ? [`organisation ${words[1]}`] : []),
      ...initials.map((letters) => `${side} ${letters.slice(0, 2)}`),
    ];
  }
}
