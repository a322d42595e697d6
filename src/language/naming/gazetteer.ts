import { COUNTRIES, type Country } from '../lexicon/countries.ts';
import { REGIONS } from '../lexicon/regions.ts';
import { readModelFile } from '../classifiers/model-file.ts';
import { lineAt, WordTable } from '../tagging/word-table.ts';

/** A place that the gazetteer knows. */
export interface GazetteerPlace {
  readonly name: string;
  readonly kind: 'COUNTRY' | 'REGION' | 'CITY' | 'NATURAL';
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** In thousands; 0 where not known. */
  readonly population: number;
}

export type Gender = 'FEMALE' | 'MALE' | 'EITHER';

/** What the package knows of names, by the words themselves; case and accents are folded. */
export interface Gazetteer {
  /** The places that go by a name, the best known first: countries, then regions, then cities by population. */
  findPlaces(name: string): readonly GazetteerPlace[];
  /** The country that a demonym (`Azeri`, `Iranians`) belongs to. */
  findDemonym(word: string): Country | undefined;
  /** The country whose capital this is. */
  findCapital(name: string): Country | undefined;
  /** The gender that a given name is used for; undefined where it is no known given name. */
  genderOf(givenName: string): Gender | undefined;
  isSurname(word: string): boolean;
}

const GENDERS: Readonly<Record<string, Gender>> = { f: 'FEMALE', m: 'MALE', '-': 'EITHER' };

/** The base in which the table of places counts. */
export const START_BASE = 36;

let loaded: Gazetteer | undefined;

/**
 * The gazetteer, read from the package at the first call: GeoNames' cities, countries, regions, given names and
 * surnames.
 */
export function openGazetteer(): Gazetteer {
  loaded ??= loadGazetteer();
  return loaded;
}

/**
 * A name as the gazetteer compares it: lower case, no accents, straight apostrophes, no commas, `Saint` for `St.`,
 * without a leading `the`.
 */
export function foldName(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’‘]/g, "'");
  return plain
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .replace(/,/g, '')
    .replace(/\bst\.? /, 'saint ');
}

/** A line of the table of cities: a city with its country, place and people, or a region with its country alone. */
function toCity(line: string): GazetteerPlace {
  const [name = '', code = '', latitude = '', longitude = '', population = ''] = line.split('|');
  if (latitude === '') return toRegion({ name, kind: 'REGION', code });
  return {
    name,
    kind: 'CITY',
    countryCode: code,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
  };
}

function toRegion({ name, kind, code }: Pick<(typeof REGIONS)[number], 'name' | 'kind' | 'code'>): GazetteerPlace {
  return { name, kind, countryCode: code, latitude: null, longitude: null, population: 0 };
}

function loadGazetteer(): Gazetteer {
  const file = readModelFile('gazetteer');
  const table = (column: string): WordTable => new WordTable(file.column(column));
  const cities = file.column('cities');
  const cityTable = table('places');
  /** Where cities' lines begin, for the few names that the table alone does not answer. */
  const renamed = new Map<string, readonly number[]>();
  const citiesBy = (key: string): readonly number[] =>
    renamed.get(key) ?? (cityTable.find(key)?.split(' ') ?? []).map((start) => Number.parseInt(start, START_BASE));
  const cityAt = (start: number): GazetteerPlace => toCity(lineAt(cities, start));
  const cityIn = (names: readonly string[], code: string): GazetteerPlace | undefined =>
    names
      .flatMap((name) => citiesBy(foldName(name)).map(cityAt))
      .filter((city) => city.countryCode === code)
      .sort((left, right) => right.population - left.population)[0];
  const known = new Map<string, GazetteerPlace[]>();
  const add = (name: string, place: GazetteerPlace): void => {
    const key = foldName(name);
    known.set(key, [...(known.get(key) ?? []), place]);
  };
  const demonyms = new Map<string, Country>();
  const capitals = new Map<string, Country>();
  for (const country of COUNTRIES) {
    const capital = cityIn(country.capitals, country.code);
    const place: GazetteerPlace = {
      name: country.name,
      kind: 'COUNTRY',
      countryCode: country.code,
      latitude: capital?.latitude ?? null,
      longitude: capital?.longitude ?? null,
      population: 1_000_000,
    };
    for (const name of [country.name, ...country.aliases]) add(name, place);
    for (const demonym of country.demonyms)
      if (!demonyms.has(demonym.toLowerCase())) demonyms.set(demonym.toLowerCase(), country);
    for (const name of country.capitals) {
      capitals.set(foldName(name), country);
      if (capital && foldName(name) !== foldName(capital.name))
        renamed.set(foldName(name), [...citiesBy(foldName(capital.name)), ...citiesBy(foldName(name))]);
    }
  }
  for (const region of REGIONS) for (const name of [region.name, ...region.aliases]) add(name, toRegion(region));
  const genders = table('given');
  const surnames = table('surnames');
  return {
    findPlaces: remembering((name) => {
      const key = foldName(name);
      return [...(known.get(key) ?? []), ...citiesBy(key).map(cityAt)];
    }),
    findDemonym: (word) => demonyms.get(word.toLowerCase()),
    findCapital: (name) => capitals.get(foldName(name)),
    genderOf: remembering((givenName) => GENDERS[genders.find(foldName(givenName)) ?? '']),
    isSurname: remembering((word) => surnames.find(foldName(word)) !== undefined),
  };
}

/** Longer names are asked for once at most. */
const LONGEST_REMEMBERED = 40;
const MOST_REMEMBERED = 4_096;

/** The same answers without looking again for what was asked for lately: a text says its names many times. */
function remembering<Answer>(find: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (name) => {
    const known = answers.get(name);
    if (known) return known.answer;
    const answer = find(name);
    if (name.length <= LONGEST_REMEMBERED) {
      if (answers.size === MOST_REMEMBERED) answers.clear();
      answers.set(name, { answer });
    }
    return answer;
  };
}
