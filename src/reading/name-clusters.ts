import type { Document } from '../language/document.ts';
import { foldName, type Gazetteer, type Gender } from '../language/gazetteer.ts';
import { tokenText } from '../language/tags.ts';
import { HONORIFICS } from './lexicon/offices.ts';
import { isAcronymOf, type NameMention } from './name-mentions.ts';
import type { EntityType } from './reading.ts';

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
}

const COMPANY_TAIL = /^(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|group|holdings|fc|cf)\.?$/;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;

/**
 * Which names are one entity: people by their full name, then by surname, given name or initials where only one person fits, or else the one last named;
 * organisations by name without `Inc` and its like, by acronym and by opening words; places by name and by what the gazetteer knows as one.
 */
export function clusterNames(document: Document, names: readonly NameMention[], gazetteer: Gazetteer): NameCluster[] {
  const clusters: NameCluster[] = [];
  const clusterOf = new Array<number>(names.length).fill(-1);
  const join = (number: number, cluster: number): void => {
    const target = clusters[cluster];
    const name = names[number];
    if (!target || !name) return;
    target.names.push(number);
    clusterOf[number] = cluster;
    const words = foldWords(name.text, name.type);
    if (name.type === 'PLACE' && isShouted(target.name) && !isShouted(name.text)) target.name = cleanName(name.text);
    const isFuller = words.length > target.words.length && !(name.type === 'ORGANISATION' && target.acronym !== null && words.length === 1);
    if (name.acronymOf >= 0 || (name.type === 'ORGANISATION' && isAcronymOf(name.text, target.name))) target.acronym ??= name.text;
    else if (isFuller || (isAcronymOf(target.name, name.text) && name.type === 'ORGANISATION')) {
      if (name.type === 'ORGANISATION' && isAcronymOf(target.name, name.text)) target.acronym ??= target.name;
      target.name = cleanName(name.text);
      target.words = words;
    }
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
    });
    join(number, clusters.length - 1);
  };
  const isLate = (name: NameMention): boolean => name.type === 'PERSON' && foldWords(name.text, name.type).length === 1;
  names.forEach((name, number) => {
    if (isLate(name)) return;
    const found = name.acronymOf >= 0 ? (clusterOf[name.acronymOf] ?? -1) : clusters.findIndex((cluster) => isSame(cluster, name, gazetteer));
    if (found >= 0) join(number, found);
    else open(number);
  });
  names.forEach((name, number) => {
    if (!isLate(name)) return;
    const found = findPerson(document, clusters, names, number, gazetteer);
    if (found >= 0) join(number, found);
    else open(number);
  });
  for (const cluster of clusters) cluster.names.sort((left, right) => left - right);
  return clusters;
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
  const kept = words.filter((word, place) => (type === 'ORGANISATION' ? place === 0 || !COMPANY_TAIL.test(word) : !GENERATION.test(word)));
  return kept.length > 0 ? kept : words;
}

function narrow(known: Gender, seen: Gender): Gender {
  return known === 'EITHER' ? seen : known;
}

/** The gender that the honorific before a name or its given name tells. */
function genderOf(document: Document, name: NameMention, gazetteer: Gazetteer): Gender {
  const before = tokenText(document, name.first - 1)
    .toLowerCase()
    .replace(/\.$/, '');
  const honorific = HONORIFICS[before];
  if (honorific && honorific !== 'EITHER') return honorific;
  return name.last > name.first ? (gazetteer.genderOf(tokenText(document, name.first)) ?? 'EITHER') : 'EITHER';
}

function isSame(cluster: NameCluster, name: NameMention, gazetteer: Gazetteer): boolean {
  if (cluster.type !== name.type) return false;
  const words = foldWords(name.text, name.type);
  switch (name.type) {
    case 'PERSON':
      return isSamePerson(cluster.words, words);
    case 'ORGANISATION':
      return isSameOrganisation(cluster, words, name.text);
    case 'PLACE':
      return isSamePlace(cluster.name, name.text, gazetteer);
  }
}

/** `Mohammad Reza Ashtiani`, `Reza Ashtiani`, `M. R. Ashtiani`: the same last word, and the words before it one within the other, initials for words. */
function isSamePerson(known: readonly string[], seen: readonly string[]): boolean {
  if (known.at(-1) !== seen.at(-1)) return false;
  const [longer, shorter] = known.length >= seen.length ? [known.slice(0, -1), seen.slice(0, -1)] : [seen.slice(0, -1), known.slice(0, -1)];
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
  return (
    shorter.length < longer.length &&
    (shorter[0]?.length ?? 0) > 3 &&
    shorter.every((word, place) => word === longer[place]) &&
    !/^(?:university|bank|ministry|department|national|united|new|american|royal|supreme|federal)$/.test(shorter.join(' '))
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

/** The person that a single word names: by surname first, then by given name; of several the one whose gender fits and who was named last, earlier in the text if possible. */
function findPerson(document: Document, clusters: readonly NameCluster[], names: readonly NameMention[], number: number, gazetteer: Gazetteer): number {
  const name = names[number];
  if (!name) return -1;
  const word = foldWords(name.text, 'PERSON')[0] ?? '';
  const gender = genderOf(document, name, gazetteer);
  const fits = (test: (cluster: NameCluster) => boolean): number[] =>
    clusters.flatMap((cluster, at) => (cluster.type === 'PERSON' && test(cluster) && (gender === 'EITHER' || cluster.gender === 'EITHER' || cluster.gender === gender) ? [at] : []));
  const bySurname = fits((cluster) => cluster.words.at(-1) === word || cluster.words.slice(1).join(' ').endsWith(` ${word}`));
  const candidates = bySurname.length > 0 ? bySurname : fits((cluster) => cluster.words[0] === word || cluster.words.includes(word));
  if (candidates.length <= 1) return candidates[0] ?? -1;
  const lastBefore = (cluster: number): number => Math.max(-1, ...(clusters[cluster]?.names.filter((other) => other < number) ?? []));
  const scored = candidates.map((cluster) => {
    const last = names[lastBefore(cluster)];
    return { cluster, distance: last ? name.first - last.first : 1e6 };
  });
  scored.sort((left, right) => left.distance - right.distance);
  return scored[0]?.cluster ?? -1;
}
