import type { TokenRange } from '../../language/document.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import { FORMER_WORDS, isHonorific, TOWARDS_SOMEBODY } from '../lexicon/offices.ts';
import { applyFirst, type Ledger, type Rule } from '../rule.ts';
import type { NamedPeople, PositionFinding } from './finding.ts';
import { isOffice } from './offices.ts';

/** The words of a role while what is no part of its title is taken off. */
interface Title extends TokenRange, Pick<PositionFinding, 'former' | 'of' | 'demonym' | 'institution'> {}

type TitleRule = Rule<readonly [Title, NamedPeople], Title>;

/**
 * The role that some words give to a person: its title without what it is a role in, which a name, a demonym or an
 * owner tells; null where they hold no office.
 */
export function readTitle(
  named: NamedPeople,
  ledger: Ledger,
  person: number,
  words: TokenRange,
): PositionFinding | null {
  const { document, mentionAt } = named;
  let title: Title = { ...words, former: false, of: -1, demonym: -1, institution: null };
  for (let next: Title | null = title; next !== null; next = applyFirst(TITLE_OPENINGS, ledger, title, named))
    title = next;
  title = applyFirst(TITLE_ENDINGS, ledger, title, named) ?? title;
  let office = title.last;
  while (office >= title.first && !isOffice(document, office)) office -= 1;
  const isForm = title.first === title.last && isHonorific(tokenText(document, title.first));
  if (office < title.first || isForm || mentionAt(office) === person) return null;
  return {
    ...title,
    person,
    last: title.institution?.last ?? title.last,
    title: textOf(document, title).replace(/\s+/g, ' '),
    isWorded: title.institution === null,
  };
}

/** What is taken off the beginning of a title, one thing after the other until none of these finds anything. */
export const TITLE_OPENINGS: readonly TitleRule[] = [
  {
    name: 'positions/title/former',
    examples: [
      'Former minister Jane Holloway was charged on Monday.',
      'The late president Musa Danjuma was buried in Lagos.',
    ],
    nearMisses: ['Minister Jane Holloway was charged on Monday.', 'The former was better, Jane Holloway said.'],
    apply: (title, { document }) => {
      const word = tokenText(document, title.first).toLowerCase();
      const isFormer = FORMER_WORDS.has(word) || (title.former && word === '-');
      return isFormer && title.first < title.last ? { ...title, first: title.first + 1, former: true } : null;
    },
  },
  {
    name: 'positions/title/whose',
    examples: [
      'The deal was brokered by Switzerland, whose special envoy, Martina Zollinger, was there.',
      'Calder Holdings, whose chairman, Peter Brandt, resigned, gave no reason.',
    ],
    nearMisses: ['The special envoy, Martina Zollinger, was there.', 'Peter Brandt, whose car burned, is a chairman.'],
    apply: (title, { document, mentionAt }) => {
      if (!/^whose$/i.test(tokenText(document, title.first)) || title.first === title.last) return null;
      const noun = title.first - (tokenText(document, title.first - 1) === ',' ? 2 : 1);
      return { ...title, first: title.first + 1, of: mentionAt(noun) };
    },
  },
  {
    name: 'positions/title/name in front',
    examples: [
      'Calder Holdings chairman Peter Brandt was charged.',
      'Niger’s interior minister, Harouna Sani, resigned.',
    ],
    nearMisses: ['Chairman Peter Brandt was charged.', 'Interior minister Harouna Sani left Niger.'],
    apply: (title, { document, mentions, mentionAt, isPerson }) => {
      const of = mentionAt(title.first);
      let first = (mentions[of]?.last ?? title.last) + 1;
      if (of < 0 || isPerson(of) || first > title.last) return null;
      while (first < title.last && /^(?:[()]|['’]s?)$/.test(tokenText(document, first))) first += 1;
      return { ...title, first, of };
    },
  },
  {
    name: 'positions/title/demonym in front',
    examples: [
      'German Defence Minister Peter Brandt said so.',
      'South Korean President Kim Sang-woo flew home on Monday.',
    ],
    nearMisses: ['Defence Minister Peter Brandt, a German, said so.', 'Germans heard Defence Minister Peter Brandt.'],
    apply: (title, { document }) => {
      const demonym = findDemonymAt(document, title.first);
      return demonym && demonym.last < title.last ? { ...title, first: demonym.last + 1, demonym: title.first } : null;
    },
  },
  {
    name: 'positions/title/age',
    examples: [
      'One victim, 74-year-old retired nurse Pauline Hughes, wept.',
      'He met 31-year-old activist Grace Otieno in Nairobi.',
    ],
    nearMisses: [
      'The nurse Pauline Hughes, who is 74 years old, wept.',
      'He met activist Grace Otieno after 31 years.',
    ],
    apply: (title, { document }) => {
      const isAge = /^(?:\d{1,3}(?:-year-old)?|-|-?years?-?|-?old|-?year-old)$/i.test(tokenText(document, title.first));
      return isAge && title.first < title.last ? { ...title, first: title.first + 1 } : null;
    },
  },
];

/** What ends a title: what it is a role in, after a preposition. */
export const TITLE_ENDINGS: readonly TitleRule[] = [
  {
    name: 'positions/title/name after a preposition',
    examples: [
      'Jane Holloway, the chief executive of Calder Holdings, resigned.',
      'Helle Brand, an analyst with the Norwegian research group Fremtid Vann, agreed.',
    ],
    nearMisses: ['Jane Holloway, the chief executive, resigned.', 'Jane Holloway, the mother of Peter Brandt, wept.'],
    apply: (title, named) => {
      for (let token = title.first + 1; token <= title.last; token += 1) {
        const of = isBeforeField(named, token) ? nameAfter(named, token + 1) : -1;
        if (of >= 0 && !named.isPerson(of)) return { ...title, last: token - 1, of };
      }
      return null;
    },
  },
  {
    name: 'positions/title/demonym after a preposition',
    examples: [
      'Peter Brandt, chief of staff of the Iranian armed forces, flew home.',
      'Kim Sang-woo, the commander of the South Korean navy, flew home.',
    ],
    nearMisses: [
      'Peter Brandt, chief of staff of the armed forces, flew home to Iran.',
      'Peter Brandt, an Iranian, flew home.',
    ],
    apply: (title, named) => {
      for (let token = title.first + 1; token <= title.last; token += 1) {
        if (!isBeforeField(named, token)) continue;
        const first = token + (/^(?:DT|PRP\$)$/.test(pennTag(named.document, token + 1)) ? 2 : 1);
        if ((findDemonymAt(named.document, first)?.last ?? title.last) < title.last)
          return { ...title, last: token - 1, demonym: first, institution: { first, last: title.last } };
      }
      return null;
    },
  },
];

/** A preposition before what a role is in, or before whom it is held towards: `adviser to the ministry`. */
function isBeforeField({ document }: NamedPeople, token: number): boolean {
  const word = tokenText(document, token);
  if (/^to$/i.test(word)) return TOWARDS_SOMEBODY.has(tokenText(document, token - 1).toLowerCase());
  return /^(?:of|for|at|in|with)$/i.test(word);
}

/** How many words may describe a name before it. */
const LONGEST_DESCRIPTION = 6;

/** `the Norwegian research group Fremtid Vann`: the mention of the name that small words describe, or -1. */
function nameAfter({ document, mentionAt }: NamedPeople, first: number): number {
  for (let token = first; token < first + LONGEST_DESCRIPTION; token += 1) {
    if (mentionAt(token) >= 0) return mentionAt(token);
    const isSmall = /^\p{Ll}/u.test(tokenText(document, token)) || findDemonymAt(document, token) !== null;
    if (!isSmall || !/^(?:DT|PRP\$|JJ|NN|HYPH)$/.test(pennTag(document, token))) return -1;
  }
  return -1;
}
