/**
 * What the texts of the benchmark's graph are made of. Nothing here is news: the words only have to be as frequent and
 * as rare as words are.
 */

const GIVEN =
  `Anna Boris Carmen David Elena Farid Grace Hassan Irina James Kemal Laura Marek Nadia Oscar Petra Rashid Sofia
  Tomas Ursula Viktor Wanda Yusuf Zoe Amir`.split(/\s+/);
const FAMILY = `Abbasov Berger Castillo Dumont Eriksen Ferrari Gorski Haddad Ivanov Jansen Kaplan Lindqvist Moreau Novak
  Okafor Petrov Quinn Rossi Sato Tanaka Ulrich Vargas Weber Yilmaz Zhang`.split(/\s+/);
const TOWNS = 'Alder Birch Clear Deep East Fair Green High Iron King'.split(' ');
const ENDINGS = 'bridge burgh field ford haven mouth port stead ton wick'.split(' ');
const BODIES = [
  'Ministry of Works',
  'Central Bank',
  'Trade Council',
  'Rail Company',
  'Daily Courier',
  'Grain Union',
  'Coast Guard',
  'Steel Group',
  'Energy Agency',
  'Court of Appeal',
];
const TITLES = ['Minister', 'Director', 'Spokesperson', 'President', 'Commander', 'Governor', 'Secretary', 'Chair'];
const COMMON =
  `the of and to in on for with that from by as at new after over under before talks border trade deal talks
  prices vote law plan army court bank oil gas grain sanctions embargo ceasefire drill budget reform strike
  summit treaty tariff pipeline harbour airport railway election inquiry verdict protest refugees aid drought
  flood quake rescue merger profit pension wage union school hospital vaccine drone missile convoy hostage
  amnesty`.split(/\s+/);
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

/** Words from frequent to rare: the common ones, then two thousand made of syllables. */
const VOCABULARY: readonly string[] = [
  ...new Set([
    ...COMMON,
    ...Array.from({ length: 2_000 }, (_, number) =>
      [number, Math.floor(number / 20), Math.floor(number / 400) + 3].map((place) => at(SYLLABLES, place)).join(''),
    ),
  ]),
];

/** One of a list, counted round. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}

/** The same name for the same number; no two people of the graph share one. */
export function personName(number: number): { readonly full: string; readonly family: string } {
  const copy = Math.floor(number / (GIVEN.length * FAMILY.length));
  const family = at(FAMILY, Math.floor(number / GIVEN.length)) + (copy === 0 ? '' : at(SYLLABLES, copy));
  return { full: `${at(GIVEN, number)} ${family}`, family };
}

export function organisationName(number: number): string {
  return `${placeName(Math.floor(number / BODIES.length))} ${at(BODIES, number)}`;
}

export function placeName(number: number): string {
  const copy = Math.floor(number / (TOWNS.length * ENDINGS.length));
  return `${copy === 0 ? '' : 'New '}${at(TOWNS, number)}${at(ENDINGS, Math.floor(number / TOWNS.length))}`;
}

export function titleOf(number: number): string {
  return at(TITLES, number);
}

/** So many words, the frequent ones far more often than the rare. */
export function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => at(VOCABULARY, Math.floor(VOCABULARY.length * random() ** 3))).join(' ');
}
