import { describe, expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import type { Entity } from '../../src/reading/reading.ts';

function entitiesOf(text: string, type: Entity['type']): string[] {
  return extract(text, null)
    .entities.filter((entity) => entity.type === type)
    .map(({ name }) => name);
}

test('what an apposition seems to say of a town', () => {
  expect(entitiesOf('In its ruling on a college in Austin, the court was brief.', 'PLACE')).toEqual(['Austin']);
  expect(entitiesOf('He won in Wisconsin, the site of his last triumph.', 'PLACE')).toEqual(['Wisconsin']);
});

describe('places', () => {
  test.each([
    [
      'cities under the names that news gives them',
      'Fighting went on in Fallujah, Basra and Raqqa, officials in Frankfurt said.',
      ['Fallujah', 'Basra', 'Raqqa', 'Frankfurt'],
    ],
    ['an office is no part of a place', 'Texas Governor Dale Whitmore will speak in Dallas.', ['Texas', 'Dallas']],
    ['a month is no place', 'The trial opened in Leeds in January and ended in September.', ['Leeds']],
    [
      'a spaced dash parts two places',
      'Troops left the South Caucasus – Armenia and Georgia above all – last year.',
      ['South Caucasus', 'Armenia', 'Georgia'],
    ],
    ['a name that a clause with where follows', 'They spoke of Badme, where troops carried out a raid.', ['Badme']],
    [
      'what islands, towns and residents are named by',
      'The ferry sank off the island of Kadavu. Residents of Beda Mariam fled.',
      ['Kadavu', 'Beda Mariam'],
    ],
    ['a dateline in capitals', 'NAIROBI, Kenya (AP) — Police fired tear gas on Monday.', ['Nairobi', 'Kenya']],
  ])('%s', (_, text, expected) => {
    expect(entitiesOf(text, 'PLACE')).toEqual(expected);
  });

  test('a place knows its country and where it lies', () => {
    const place = extract('Talks opened in Nairobi on Monday.', null).entities.find(({ name }) => name === 'Nairobi');
    expect(place).toMatchObject({ type: 'PLACE', kind: 'CITY', countryCode: 'KE' });
  });
});
