import { foldName, type Gazetteer, type Gender } from '../../language/naming/gazetteer.ts';
import { NICKNAMES } from '../lexicon/nicknames.ts';
import type { EntityType } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { isAcronymOf } from './acronyms.ts';
import type { NameMention } from './name-mention.ts';

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

/** A name that may be one of a cluster's: its words folded. */
interface Candidate extends Pick<NameMention, 'text' | 'type'> {
  readonly words: readonly string[];
}

/** What shows that a name is one of a cluster's. */
export const SAME_RULES: readonly Rule<readonly [NameCluster, Candidate, Gazetteer], true>[] = [
  {
    name: 'names/same/person by the last word',
    examples: ['Mohammad Reza Ashtiani met Jane Roe. M. R. Ashtiani and Jane Mary Roe smiled.'],
    nearMisses: ['Reza Ashtiani met Jane Roe. Ashtiani Reza smiled.'],
    apply: (cluster, { type, words }) => (type === 'PERSON' && isSamePerson(cluster.words, words) ? true : null),
  },
  {
    name: 'names/same/organisation by its words',
    examples: ['Hartwell Dynamics Inc. bought a rival. Hartwell Dynamics rose 9%.'],
    nearMisses: ['The World Bank lent Kenya money. The Central Bank of Kenya thanked it.'],
    apply: (cluster, { type, words }) =>
      type === 'ORGANISATION' && cluster.words.join(' ') === words.join(' ') ? true : null,
  },
  {
    name: 'names/same/organisation by its acronym',
    examples: ['The International Monetary Fund praised the move. The IMF called it overdue.'],
    nearMisses: ['The International Monetary Fund praised the move. The World Bank called it overdue.'],
    apply: (cluster, { type, text, words }) => {
      if (type !== 'ORGANISATION') return null;
      const isKnown =
        cluster.acronym !== null && (cluster.acronym === text || foldName(cluster.acronym) === words.join(' '));
      return isKnown || isAcronymOf(text, cluster.name) || isAcronymOf(cluster.name, text) ? true : null;
    },
  },
  {
    name: 'names/same/organisation by its opening words',
    examples: ['Narmada Steel Works was fined on Wednesday. Narmada Steel said it would appeal.'],
    nearMisses: ['The National Assembly met. The National Bank of Kenya closed.'],
    apply: (cluster, { type, words }) => (type === 'ORGANISATION' && opensWith(cluster.words, words) ? true : null),
  },
  {
    name: 'names/same/place',
    examples: ['Fighting went on in Kyiv. Officials in Kiev said so, and Kyiv denied it.'],
    nearMisses: ['Fighting went on in Kyiv. Officials in Lviv said so.'],
    apply: (cluster, { type, text }, gazetteer) =>
      type === 'PLACE' && isSamePlace(cluster.name, text, gazetteer) ? true : null,
  },
];

const COMPANY_TAIL = /^(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|group|holdings|fc|cf)\.?$/;
/** What an Arabic surname goes with or without: `Hossam el-Masry`, then `Masry`. */
const ARABIC_ARTICLE = /^(?:al|el|ad|as|ash|at|az)-(?=\p{L}{3})/u;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/;

/**
 * The words of a name as they are compared: folded, without quotation marks, `Inc` and its like, `Jr`, Arabic
 * articles.
 */
export function foldWords(text: string, type: EntityType): string[] {
  const words = foldName(text.replace(/["“”]/g, ' '))
    .replace(/\b(\p{L})\.(?=\s|$)/gu, '$1')
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (type === 'PERSON') return word.replace(ARABIC_ARTICLE, '');
      return type === 'ORGANISATION' ? word.replace(/['’]s$/, '') : word;
    });
  const kept = words.filter((word, place) =>
    type === 'ORGANISATION' ? place === 0 || !COMPANY_TAIL.test(word) : !GENERATION.test(word),
  );
  return kept.length > 0 ? kept : words;
}

/**
 * `Mohammad Reza Ashtiani`, `Reza Ashtiani`, `M. R. Ashtiani`: the same last word, and the words before it one within
 * the other, initials for words.
 */
function isSamePerson(known: readonly string[], seen: readonly string[]): boolean {
  if (known.at(-1) !== seen.at(-1)) return false;
  const isLonger = known.length >= seen.length;
  const longer = (isLonger ? known : seen).slice(0, -1);
  const shorter = (isLonger ? seen : known).slice(0, -1);
  let at = 0;
  return shorter.every((word) => {
    while (at < longer.length && !isSameWord(longer[at] ?? '', word)) at += 1;
    at += 1;
    return at <= longer.length;
  });
}

function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length === 1 || right.length === 1) return left.charAt(0) === right.charAt(0);
  return (NICKNAMES.get(left) ?? left) === (NICKNAMES.get(right) ?? right);
}

/** Words that many organisations' names open with. */
const COMMON_OPENINGS = /^(?:university|bank|ministry|department|national|united|new|american|royal|supreme|federal)$/;

function opensWith(known: readonly string[], seen: readonly string[]): boolean {
  const [longer, shorter] = known.length >= seen.length ? [known, seen] : [seen, known];
  const isOwn = (shorter[0]?.length ?? 0) > 3 || shorter.length > 1;
  return (
    shorter.length < longer.length &&
    isOwn &&
    shorter.every((word, place) => word === longer[place]) &&
    !COMMON_OPENINGS.test(shorter.join(' '))
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
