import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

/** The roles of a text: `[former] title, person, of`. */
function positionsOf(text: string): string[] {
  const { positions, entities } = extract(text, null);
  return positions.map(({ person, title, former, organisation, place }) =>
    [`${former ? 'former ' : ''}${title}`, entities[person]?.name, entities[organisation ?? place ?? -1]?.name].filter((part) => part !== undefined).join(', '),
  );
}

test.each([
  ['before a name, with a country', 'Germany was ready, German Defence Minister Peter Brandt said.', ['Defence Minister, Peter Brandt, Germany']],
  ['in apposition, with an organisation', 'Jane Holloway, the chief executive of Calder Holdings, resigned.', ['chief executive, Jane Holloway, Calder Holdings']],
  ['former', 'Former Calder Holdings chairman Peter Brandt was charged.', ['former chairman, Peter Brandt, Calder Holdings']],
  ['by a copula', 'Jane Holloway is the mayor of Leeds.', ['mayor, Jane Holloway, Leeds']],
  ['an institution told by its country', 'Peter Brandt, chief of staff of the Iranian armed forces, flew home.', ['chief of staff, Peter Brandt, Iranian armed forces']],
  ['none', 'Jane Holloway bought a boat.', []],
])('%s', (_, text, expected) => {
  expect(positionsOf(text)).toEqual(expected);
});
