import type { TokenRange } from '../../language/document.ts';
import { applyAll, type Ledger, type Rule } from '../rule.ts';
import type { NamedPeople, PositionFinding, ToldRoles } from './finding.ts';
import { readTitle } from './title.ts';
import { counterpartOf, headshipOf } from './told.ts';
import { appointmentOf, appositionAfter, appositionBefore, predicateOf, wordsBefore } from './words.ts';

/** The people by name, the one whose roles are looked for, and what was told so far. */
type Input = readonly [NamedPeople, Ledger, number, ToldRoles];

/** A rule that finds the words of a role, whose title is then read. */
const worded =
  (find: (named: NamedPeople, person: number) => TokenRange | null): Rule<Input, PositionFinding>['apply'] =>
  (named, ledger, person) => {
    const words = find(named, person);
    return words && readTitle(named, ledger, person, words);
  };

/** The ways in which an article gives a role to somebody by name: all that hold are taken. */
export const POSITION_RULES: readonly Rule<Input, PositionFinding>[] = [
  {
    name: 'positions/find/before the name',
    examples: [
      'Russian Defence Minister Sergey Baranov flew to Tehran.',
      'Secretary of State Laura Benning urged restraint on Monday.',
    ],
    nearMisses: ['Her opposite number blamed Simon Aldous.', 'The minister met Laura Benning in Oslo.'],
    apply: worded(wordsBefore),
  },
  {
    name: 'positions/find/apposition after the name',
    examples: [
      'Jane Holloway, the chief executive of Calder Holdings, resigned.',
      'Hamid Dagal, an adviser to the National Bank, signed it.',
    ],
    nearMisses: [
      'Jane Holloway, a mother of two, resigned.',
      'After the vote, Jane Holloway, the minister said, resigned.',
    ],
    apply: worded(appositionAfter),
  },
  {
    name: 'positions/find/apposition before the name',
    examples: [
      'The company’s chief scientist, Brona Tate, left.',
      'The deputy governor of the Bank of Kenya, Ruth Wanjiku, resigned.',
    ],
    nearMisses: ['When the governor resigned, Ruth Wanjiku wept.', 'The governor’s house, near Ruth Wanjiku, burned.'],
    apply: worded(appositionBefore),
  },
  {
    name: 'positions/find/predicate',
    examples: ['Jane Holloway is the mayor of Leeds.', 'Peter Brandt, who is a lawyer, denied the charge.'],
    nearMisses: ['Jane Holloway is in Leeds with the mayor.', 'Peter Brandt is rich, a lawyer said.'],
    apply: worded(predicateOf),
  },
  {
    name: 'positions/find/appointment',
    examples: [
      'The board named Zainab Lawal as finance minister.',
      'Nalin Perera was sworn in as president on Monday.',
    ],
    nearMisses: ['The board named Zainab Lawal on Monday.', 'Nalin Perera was seen as president of nothing.'],
    apply: worded(appointmentOf),
  },
  {
    name: 'positions/find/headship',
    examples: [
      'Carolina Pinzon, who heads the Liberal Alliance, resigned.',
      'The European Central Bank, led by Christine Duval, cut its rate.',
    ],
    nearMisses: ['Carolina Pinzon, who left the Liberal Alliance, resigned.', 'The walk was led by Christine Duval.'],
    apply: (named, _, person) => headshipOf(named, person),
  },
  {
    name: 'positions/find/counterpart',
    examples: [
      'Kenyan Foreign Minister Grace Otieno met her Tanzanian counterpart, Joseph Makamba.',
      'Prime Minister Torvald Aashe and his Irish counterpart Sean Doyle signed the deal.',
    ],
    nearMisses: [
      'Grace Otieno met her Tanzanian counterpart, Joseph Makamba.',
      'Foreign Minister Grace Otieno met her counterpart.',
    ],
    apply: (named, _, person, told) => counterpartOf(named, person, told),
  },
];

/** The roles that an article gives to people by name, in the order of their names. */
export function findPositions(named: NamedPeople, ledger: Ledger): PositionFinding[] {
  const findings: PositionFinding[] = [];
  const byEntity = new Map<number, PositionFinding>();
  for (const [person, mention] of named.mentions.entries()) {
    if (!named.isPerson(person)) continue;
    const told = { last: findings.at(-1), byEntity };
    for (const finding of applyAll(POSITION_RULES, ledger, named, ledger, person, told)) {
      findings.push(finding);
      byEntity.set(mention.entity, finding);
    }
  }
  return findings;
}
