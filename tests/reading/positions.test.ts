import { expect, test } from 'vitest';
import { positionLines } from '../../src/evaluation/notation.ts';
import { extract } from '../../src/ingest.ts';

/** The roles of a text, in the notation of `positionLines`. */
function positionsOf(text: string): string[] {
  return positionLines(extract(text, null));
}

test.each([
  [
    'before a name, with a country',
    'Germany was ready, German Defence Minister Peter Brandt said.',
    ['Defence Minister, Peter Brandt, Germany'],
  ],
  [
    'in apposition, with an organisation',
    'Jane Holloway, the chief executive of Calder Holdings, resigned.',
    ['chief executive, Jane Holloway, Calder Holdings'],
  ],
  [
    'former',
    'Former Calder Holdings chairman Peter Brandt was charged.',
    ['former chairman, Peter Brandt, Calder Holdings'],
  ],
  ['by a copula', 'Jane Holloway is the mayor of Leeds.', ['mayor, Jane Holloway, Leeds']],
  [
    'an institution told by its country',
    'Peter Brandt, chief of staff of the Iranian armed forces, flew home.',
    ['chief of staff, Peter Brandt, Iranian armed forces'],
  ],
  [
    'a country of two words',
    'Kim Sang-woo, chief of staff of the South Korean armed forces, flew home.',
    ['chief of staff, Kim Sang-woo, South Korean armed forces'],
  ],
  [
    'by a clause',
    'Carolina Pinzon, who heads the Liberal Alliance, resigned. Peter Brandt, who led Calder Holdings, agreed.',
    ['head, Carolina Pinzon, Liberal Alliance', 'former leader, Peter Brandt, Calder Holdings'],
  ],
  [
    'of what a pronoun means',
    'The Free Workers’ Party split. Araya Wong, its deputy leader, voted against.',
    ['deputy leader, Araya Wong, Free Workers’ Party'],
  ],
  [
    'of what a description means',
    'Abyssal Metals had no plans. The company’s chief scientist, Brona Tate, left.',
    ['chief scientist, Brona Tate, Abyssal Metals'],
  ],
  [
    'nobody’s brother',
    'Prime Minister Torvald Aashe won. Sigmund Hauk, the prime minister’s cousin, lost.',
    ['Prime Minister, Torvald Aashe'],
  ],
  [
    'an adviser to',
    'Hamid Dagal, an adviser to the National Bank, signed it.',
    ['adviser, Hamid Dagal, National Bank'],
  ],
  [
    'behind a description of the organisation',
    'Helle Brand, an analyst with the Norwegian research group Fremtid Vann, agreed.',
    ['analyst, Helle Brand, Fremtid Vann'],
  ],
  ['without an age', 'One victim, 74-year-old retired nurse Pauline Hughes, wept.', ['former nurse, Pauline Hughes']],
  [
    'behind a quotation',
    '“This is a fabrication,” Niger’s interior minister, Harouna Sani, wrote.',
    ['interior minister, Harouna Sani, Niger'],
  ],
  [
    'a title with a preposition',
    'The envoy left. Secretary of State Laura Benning urged restraint.',
    ['Secretary of State, Laura Benning'],
  ],
  [
    'a counterpart has the same office',
    'Kenyan Foreign Minister Grace Otieno met her Tanzanian counterpart, Joseph Makamba. Kenya and Tanzania agreed.',
    ['Foreign Minister, Grace Otieno, Kenya', 'Foreign Minister, Joseph Makamba, Tanzania'],
  ],
  [
    'by a passive',
    'The European Central Bank, headed by Christine Duval, cut its rate.',
    ['head, Christine Duval, European Central Bank'],
  ],
  [
    'former, of an institution',
    'Former army chief Nalin Perera was sworn in on Monday.',
    ['former army chief, Nalin Perera'],
  ],
  [
    'a verb is no title',
    'Her opposite number, Kjetil Berg, blamed referee Simon Aldous for the defeat.',
    ['referee, Simon Aldous'],
  ],
  [
    'what somebody is made',
    'President Musa Danjuma named Zainab Lawal as finance minister. ' +
      'Nalin Perera was sworn in as president of Sri Lanka.',
    ['President, Musa Danjuma', 'finance minister, Zainab Lawal', 'president, Nalin Perera, Sri Lanka'],
  ],
  [
    'the organisation that a noun means',
    'The Front for Renewal fought on. The group’s leader, Peter Brandt, spoke.',
    ['leader, Peter Brandt, Front for Renewal'],
  ],
  [
    'the organisation that a pronoun means',
    'The European Union acted. Its foreign policy chief, Jane Holloway, flew home.',
    ['foreign policy chief, Jane Holloway, European Union'],
  ],
  [
    'behind a passive',
    'Peter Brandt will be succeeded by the union’s president, Jane Holloway.',
    ['president, Jane Holloway'],
  ],
  [
    'a participle is no part of a title',
    'Jane Holloway won, defeating President Peter Brandt.',
    ['President, Peter Brandt'],
  ],
  [
    'up to the next verb',
    'He made Grace Phiri finance minister and named Peter Brandt education minister.',
    ['finance minister, Grace Phiri', 'education minister, Peter Brandt'],
  ],
  [
    'before a rank',
    'The head of the Chadian army, General Peter Brandt, resigned.',
    ['General, Peter Brandt', 'head, Peter Brandt, Chadian army'],
  ],
  [
    'an organisation that is described',
    'Grace Phiri, chief executive of the port operator Calder Holdings, resigned.',
    ['chief executive, Grace Phiri, Calder Holdings'],
  ],
  [
    'an organisation with of in its name',
    'The deputy governor of the Bank of Kenya, Ruth Wanjiku, resigned.',
    ['deputy governor, Ruth Wanjiku, Bank of Kenya'],
  ],
  ['none', 'Jane Holloway bought a boat.', []],
])('%s', (_, text, expected) => {
  expect(positionsOf(text)).toEqual(expected);
});
