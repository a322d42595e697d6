import type { Document } from '../../language/document.ts';
import type { Gazetteer, Gender } from '../../language/naming/gazetteer.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import { institutionCountry } from '../positions/owner-country.ts';
import { HONORIFICS } from '../lexicon/offices.ts';
import { applyFirst, type Ledger } from '../rule.ts';
import { isAcronymOf } from './acronyms.ts';
import { ClusterIndex } from './cluster-index.ts';
import type { NameMention } from './name-mention.ts';
import { foldWords, type NameCluster, SAME_RULES } from './same-names.ts';

/**
 * Which names are one entity: people by their full name, then by surname, given name or initials where only one person
 * fits, or else the one last named; organisations by name without `Inc` and its like, by acronym and by opening words;
 * places by name and by what the gazetteer knows as one.
 */
export function clusterNames(
  document: Document,
  names: readonly NameMention[],
  gazetteer: Gazetteer,
  ledger: Ledger,
): { readonly clusters: NameCluster[]; readonly hasMoreNamesakes: boolean } {
  const grouping = new Grouping(document, names, gazetteer, ledger);
  const isLate = (name: NameMention): boolean => name.type === 'PERSON' && foldWords(name.text, name.type).length === 1;
  names.forEach((name, number) => {
    if (!isLate(name)) grouping.placeWhole(name, number);
  });
  names.forEach((name, number) => {
    if (isLate(name)) grouping.placeSingle(name, number);
    grouping.noteLast(name, number);
  });
  for (const cluster of grouping.clusters) cluster.names.sort((left, right) => left - right);
  return { clusters: grouping.clusters, hasMoreNamesakes: grouping.isFull };
}

/** Clusters in the making. */
class Grouping {
  readonly clusters: NameCluster[] = [];
  readonly #clusterOf: number[];
  readonly #index: ClusterIndex;
  readonly #lastNamed = new Map<number, number>();
  readonly #bySurname = new Set<number>();
  readonly #document: Document;
  readonly #gazetteer: Gazetteer;
  readonly #ledger: Ledger;

  constructor(document: Document, names: readonly NameMention[], gazetteer: Gazetteer, ledger: Ledger) {
    this.#document = document;
    this.#gazetteer = gazetteer;
    this.#ledger = ledger;
    this.#clusterOf = new Array<number>(names.length).fill(-1);
    this.#index = new ClusterIndex(gazetteer);
  }

  get isFull(): boolean {
    return this.#index.isFull;
  }

  /** Places a name that is more than a person's single word. */
  placeWhole(name: NameMention, number: number): void {
    const words = foldWords(name.text, name.type);
    const found =
      name.acronymOf >= 0
        ? this.#clusterOf[name.acronymOf]
        : findSame(
            this.#document,
            this.clusters,
            this.#index.candidatesFor(name),
            { name, words },
            this.#gazetteer,
            this.#ledger,
          );
    this.#join(name, number, found !== undefined && found >= 0 ? found : this.#open(name));
  }

  /** Places a person's single word among the people named in full. */
  placeSingle(name: NameMention, number: number): void {
    const [word = ''] = foldWords(name.text, 'PERSON');
    const named = { lastNamed: this.#lastNamed, bySurname: this.#bySurname };
    const found = findPerson(this.#document, this.clusters, this.#index.peopleBy(word), named, name, this.#gazetteer);
    const cluster = found >= 0 ? found : this.#open(name);
    this.#join(name, number, cluster);
    if (this.clusters[cluster]?.words.at(-1) === word) this.#bySurname.add(cluster);
  }

  /** Notes where a cluster was named last. */
  noteLast(name: NameMention, number: number): void {
    this.#lastNamed.set(this.#clusterOf[number] ?? -1, name.first);
  }

  #open(name: NameMention): number {
    const clean = cleanName(name.text);
    return (
      this.clusters.push({
        type: name.type,
        names: [],
        name: name.type === 'PLACE' && isShouted(name.text) ? toTitleCase(clean) : clean,
        words: foldWords(name.text, name.type),
        acronym: null,
        gender: 'EITHER',
        country: null,
      }) - 1
    );
  }

  #join(name: NameMention, number: number, cluster: number): void {
    const target = this.clusters[cluster];
    if (!target) return;
    target.names.push(number);
    this.#clusterOf[number] = cluster;
    this.#index.add(name, cluster);
    takeForm(target, name);
    target.country ??= institutionCountry(this.#document, name);
    if (name.type === 'PERSON' && target.gender === 'EITHER')
      target.gender = genderOf(this.#document, name, this.#gazetteer);
  }
}

/** Gives a cluster the form of a name where that is fuller than its own, or its acronym. */
function takeForm(target: NameCluster, name: NameMention): void {
  const words = foldWords(name.text, name.type);
  const isOrganisation = name.type === 'ORGANISATION';
  if (name.type === 'PLACE' && isShouted(target.name) && !isShouted(name.text)) target.name = cleanName(name.text);
  if (name.acronymOf >= 0 || (isOrganisation && isAcronymOf(name.text, target.name))) {
    target.acronym ??= name.text;
    return;
  }
  const isSpelledOut = isOrganisation && isAcronymOf(target.name, name.text);
  const isFuller =
    words.length > target.words.length && !(isOrganisation && target.acronym !== null && words.length === 1);
  if (!isFuller && !isSpelledOut) return;
  if (isSpelledOut) target.acronym ??= target.name;
  target.name = cleanName(name.text);
  target.words = words;
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
  { name, words }: { readonly name: NameMention; readonly words: readonly string[] },
  gazetteer: Gazetteer,
  ledger: Ledger,
): number | undefined {
  const country = institutionCountry(document, name);
  const same = candidates.filter((at) => {
    const cluster = clusters[at];
    const { text, type } = name;
    return cluster?.type === type && applyFirst(SAME_RULES, ledger, cluster, { text, type, words }, gazetteer);
  });
  if (!same.some((at) => clusters[at]?.country)) return same[0];
  if (country !== null)
    return same.find((at) => clusters[at]?.country === country) ?? same.find((at) => clusters[at]?.country === null);
  const latest = (at: number): number => clusters[at]?.names.at(-1) ?? -1;
  return same.reduce((best, at) => (latest(at) > latest(best) ? at : best));
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
