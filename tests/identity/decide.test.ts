import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/identity/candidate.ts';
import { compare, FEATURES, SAME_FROM } from '../../src/identity/compare.ts';
import { decide } from '../../src/identity/decide.ts';

const UNKNOWN: Omit<Candidate, 'type' | 'name'> = {
  names: [],
  acronym: null,
  organisationKind: null,
  placeKind: null,
  countryCode: null,
  latitude: null,
  longitude: null,
  titles: [],
  affiliations: [],
  company: [],
};
type Told = Partial<Omit<Candidate, 'type' | 'name' | 'names'>>;
const person = (names: string, told: Told = {}): Candidate => ({
  ...UNKNOWN,
  type: 'PERSON',
  name: names.split('/')[0] ?? '',
  names: names.split('/'),
  ...told,
});
const organisation = (names: string, told: Told = {}): Candidate => ({
  ...UNKNOWN,
  type: 'ORGANISATION',
  name: names.split('/')[0] ?? '',
  names: names.split('/'),
  ...told,
});
const place = (names: string, told: Told = {}): Candidate => ({
  ...UNKNOWN,
  type: 'PLACE',
  name: names.split('/')[0] ?? '',
  names: names.split('/'),
  ...told,
});
const minister = { titles: ['defense minister'], affiliations: ['plc_russia'] };

const SAME: readonly [why: string, left: Candidate, right: Candidate][] = [
  ['a full name met again', person('sergey shoigu'), person('sergey shoigu/shoigu')],
  ['a full name, offices told on one side only', person('sergey shoigu', minister), person('sergey shoigu')],
  [
    'a full name with another title in the same country',
    person('sergey shoigu', minister),
    person('sergey shoigu', { titles: ['emergencies minister'], affiliations: ['plc_russia'] }),
  ],
  [
    'a full name with another office, seen with the same people',
    person('ann lee', { ...minister, company: ['x', 'y'] }),
    person('ann lee', { titles: ['senator'], affiliations: ['plc_us'], company: ['x'] }),
  ],
  ['a surname with its office', person('shoigu', minister), person('sergey shoigu/shoigu', minister)],
  ['a middle name that only one article gives', person('mohammad reza ashtiani'), person('mohammad ashtiani')],
  [
    'an initial for a middle name',
    person('john quincy adams', { affiliations: ['a'] }),
    person('john q. adams', { affiliations: ['a'] }),
  ],
  ['an organisation by its full name', organisation('arctic transport union'), organisation('arctic transport union')],
  [
    'an organisation by its acronym and kind',
    organisation('atu', { acronym: 'ATU', organisationKind: 'UNION', company: ['x'] }),
    organisation('arctic transport union/atu', { acronym: 'ATU', organisationKind: 'UNION', company: ['x'] }),
  ],
  ['an acronym of four letters', organisation('nato', { acronym: 'NATO' }), organisation('nato', { acronym: 'NATO' })],
  [
    'a ministry of one country',
    organisation('ministry of defence', { countryCode: 'IR' }),
    organisation('ministry of defence', { countryCode: 'IR' }),
  ],
  ['a newspaper of one word', organisation('interfax', { organisationKind: 'MEDIA' }), organisation('interfax')],
  [
    'a company by a part of its name, with something else in common',
    organisation('ford', { organisationKind: 'COMPANY', company: ['x'] }),
    organisation('ford motor/ford', { organisationKind: 'COMPANY', company: ['x'] }),
  ],
  [
    'a country by another name',
    place('czechia', { placeKind: 'COUNTRY', countryCode: 'CZ' }),
    place('czech republic', { placeKind: 'COUNTRY', countryCode: 'CZ' }),
  ],
  [
    'a city',
    place('tehran', { placeKind: 'CITY', countryCode: 'IR' }),
    place('tehran', { placeKind: 'CITY', countryCode: 'IR' }),
  ],
];

const DIFFERENT: readonly [why: string, left: Candidate, right: Candidate][] = [
  ['a surname alone', person('smith'), person('john smith/smith')],
  ['a surname alone, in two articles', person('smith'), person('smith')],
  ['one surname, two given names', person('anna smith'), person('john smith/smith')],
  ['an office alone', person('anna berg', minister), person('sergey shoigu', minister)],
  [
    'a full name with an office in another country and nobody in common',
    person('john smith', { titles: ['baker'], affiliations: ['plc_leeds'] }),
    person('john smith', { titles: ['senator'], affiliations: ['plc_us'] }),
  ],
  ['middle initials that contradict each other', person('john a. smith'), person('john b. smith')],
  [
    'middle initials that contradict each other, under one short form',
    person('john a. smith/john smith', { affiliations: ['a'] }),
    person('john b. smith', { affiliations: ['b'] }),
  ],
  [
    'a word that two organisations are also called',
    organisation('senate committee/senate'),
    organisation('senate press office/senate'),
  ],
  ['an acronym of two letters alone', organisation('ap', { acronym: 'AP' }), organisation('ap', { acronym: 'AP' })],
  [
    'an acronym in two countries',
    organisation('spdu', { acronym: 'SPDU', countryCode: 'DE' }),
    organisation('spdu', { acronym: 'SPDU', countryCode: 'AT' }),
  ],
  [
    'a ministry of which nothing says whose it is',
    organisation('ministry of defence'),
    organisation('ministry of defence'),
  ],
  [
    'a court of another country',
    organisation('supreme court', { countryCode: 'IN' }),
    organisation('supreme court', { countryCode: 'US' }),
  ],
  [
    'a city of the same name in another country',
    place('paris', { placeKind: 'CITY', countryCode: 'FR' }),
    place('paris', { placeKind: 'CITY', countryCode: 'US' }),
  ],
  [
    'a city of the same name far away',
    place('springfield', { placeKind: 'CITY', countryCode: 'US', latitude: 39.8, longitude: -89.6 }),
    place('springfield', { placeKind: 'CITY', countryCode: 'US', latitude: 42.1, longitude: -72.6 }),
  ],
  [
    'a country and a city',
    place('luxembourg', { placeKind: 'COUNTRY', countryCode: 'LU' }),
    place('luxembourg', { placeKind: 'CITY', countryCode: 'LU' }),
  ],
  ['a person and a place', person('jordan'), place('jordan')],
];

describe('one actor', () => {
  test.each(SAME)('%s', (_, left, right) => {
    expect(compare(left, right)).toBeGreaterThanOrEqual(SAME_FROM);
  });
});

describe('not one actor', () => {
  test.each(DIFFERENT)('%s', (_, left, right) => {
    expect(compare(left, right)).toBeLessThan(SAME_FROM);
  });
});

test('it makes no difference which is looked at first', () => {
  for (const [, left, right] of [...SAME, ...DIFFERENT]) expect(compare(left, right)).toBe(compare(right, left));
});

test('every feature weighs in some case', () => {
  for (const [type, features] of Object.entries(FEATURES)) {
    for (const feature of features) {
      const holds = [...SAME, ...DIFFERENT, ...STORY].some(
        ([, left, right]) => left.type === type && right.type === type && feature.holds(left, right),
      );
      expect(holds, `${type}: ${feature.name}`).toBe(true);
    }
  }
});

const crowd = ['a', 'b', 'c', 'd', 'e'];
const STORY: readonly [string, Candidate, Candidate][] = [
  ['a surname in one story', person('smith', { company: crowd }), person('john smith/smith', { company: crowd })],
  [
    'an acronym in one story',
    organisation('ap', { acronym: 'AP', company: crowd, organisationKind: 'MEDIA' }),
    organisation('ap', { acronym: 'AP', company: crowd, organisationKind: 'COMPANY' }),
  ],
];

describe('a choice', () => {
  const offer = (candidate: Candidate, company: readonly string[] = []) => ({ candidate, findCompany: () => company });

  test('falls on the namesake that most speaks for', () => {
    const baker = person('john smith', { affiliations: ['plc_leeds'] });
    const senator = person('john smith', { affiliations: ['plc_us'], titles: ['senator'] });
    expect(
      decide(person('john smith', { affiliations: ['plc_us'], titles: ['senator'] }), [offer(baker), offer(senator)]),
    ).toBe(1);
    expect(decide(person('john smith'), [offer(baker), offer(senator)])).toBe(0);
    expect(
      decide(person('john smith', { affiliations: ['plc_oslo'], titles: ['skier'] }), [offer(baker), offer(senator)]),
    ).toBe(-1);
    expect(decide(person('john smith'), [])).toBe(-1);
  });

  test('asks for company only where that can matter', () => {
    const asked: string[] = [];
    const watch = (name: string, candidate: Candidate, company: readonly string[]) => ({
      candidate,
      findCompany: () => {
        asked.push(name);
        return company;
      },
    });
    const entity = person('ann lee', { titles: ['mayor'], affiliations: ['plc_leeds'], company: ['x'] });
    expect(
      decide(entity, [
        watch('no chance', person('bob lee'), ['x']),
        watch('sure', person('ann lee', { affiliations: ['plc_leeds'] }), ['x']),
      ]),
    ).toBe(1);
    expect(asked).toEqual([]);
    expect(
      decide(entity, [watch('open', person('ann lee', { titles: ['judge'], affiliations: ['plc_york'] }), ['x'])]),
    ).toBe(0);
    expect(asked).toEqual(['open']);
  });
});
