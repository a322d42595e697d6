import type { TokenRange } from '../../language/document.ts';
import { UNNAMED_SPEAKERS } from '../lexicon/report-words.ts';
import type { Statement } from '../reading.ts';
import { applyInTurn, type Rule } from '../rule.ts';
import type { Cast } from './cast.ts';
import type { Draft } from './draft.ts';
import { type Page, paragraphOf, wordAt } from './page.ts';

/** A `he` or `she` that says something, with whom coreference takes it for and what was said before. */
interface Pronoun {
  readonly page: Page;
  readonly cast: Cast;
  readonly draft: Draft;
  /** The statement before, where it stands in the same paragraph and has a source. */
  readonly previous: Statement | null;
  /** Who spoke last in the paragraph. */
  readonly before: readonly number[];
}

/** Whom a pronoun means, or null where coreference may be right: the last argument is whom it says. */
type PronounRule = Rule<readonly [readonly number[], Pronoun], readonly number[]>;

export const PRONOUN_RULES: readonly PronounRule[] = [
  {
    name: 'statements/pronoun/who says what its clause hangs on',
    examples: [
      'Ida Roe defended the law, which she said was fair.',
      'Tom Hale praised the deal, which he called a triumph for Mara Poe.',
    ],
    nearMisses: ['Ida Roe welcomed the plan. She described it as a victory.'],
    apply: (_speakers, { page, cast, draft, previous }) => {
      const [said = -1] = previous?.speakers ?? [];
      const isRelative = draft.source !== null && /^(?:which|whom)$/.test(wordAt(page, draft.source.first - 1));
      if (!isRelative || previous?.speakers.length !== 1 || !isSameSentence(page, draft.head, previous)) return null;
      return isCalledSo(page, cast, draft, said) ? [said] : null;
    },
  },
  {
    name: 'statements/pronoun/who spoke before in its paragraph',
    examples: [
      'Tom Hale won the vote on Monday.\n\nA spokesman said the count had been fair. “It was clean,” he said.',
      'Ida Roe won.\n\n“It was clean,” said a spokeswoman. She said that nobody was hurt.',
    ],
    nearMisses: ['Tom Hale won the vote. “It was clean,” he said.'],
    apply: (speakers, { page, cast, draft, previous }) => {
      const [speaker = -1] = speakers;
      if (!previous || previous.speakers.length > 1 || previous.act === 'ASK' || previous.addressees.includes(speaker))
        return null;
      const [earlier] = previous.speakers;
      if (earlier === speaker || cast.isToldIn(speaker, paragraphOf(page, draft.head).first, draft.head)) return null;
      if (earlier !== undefined) return isCalledSo(page, cast, draft, earlier) ? [earlier] : null;
      const unnamed = previous.source ? page.document.text.slice(previous.source.start, previous.source.end) : '';
      return UNNAMED_SPEAKERS.test(unnamed) ? [] : null;
    },
  },
  {
    name: 'statements/pronoun/nobody calls himself by name',
    examples: [
      'Tom Hale and Sam Pike met on Monday. Pike refused. “Sam Pike is our man,” he said.',
      'Tom Hale praised Lukas Vogel. “Lukas Vogel is our man,” he said.',
    ],
    nearMisses: ['Tom Hale refused. “The vote is lost,” he said.'],
    apply: (speakers, { page, cast, draft, before }) => {
      const [speaker = -1] = speakers;
      if (!isNamedIn(cast, draft.content, speaker)) return null;
      const fits = (entity: number): boolean =>
        entity !== speaker && isCalledSo(page, cast, draft, entity) && !isNamedIn(cast, draft.content, entity);
      const [earlier = -1] = before;
      if (before.length === 1 && fits(earlier)) return [earlier];
      const start = draft.content.reduce((first, part) => Math.min(first, part.first), draft.head);
      const isOutside = (token: number): boolean => (page.quoteAt[token] ?? -1) < 0;
      const named = cast.lastNameBefore(start, REACH, (name) => isOutside(name.first) && fits(name.entity));
      return named ? [named.entity] : [];
    },
  },
];

/** How many tokens back a name may stand. */
const REACH = 120;

/** Whom a source that may be `he` or `she` means, given whom coreference takes it for. */
export function meantBy(speakers: readonly number[], pronoun: Pronoun): readonly number[] {
  if (speakers.length !== 1 || !/^(?:he|she)$/.test(wordOf(pronoun))) return speakers;
  return applyInTurn(PRONOUN_RULES, pronoun.page.ledger, speakers, pronoun);
}

function wordOf({ page, draft: { source } }: Pick<Pronoun, 'page' | 'draft'>): string {
  return source && source.first === source.last ? wordAt(page, source.first) : '';
}

/** Whether somebody is a person, and never called by the other pronoun. */
function isCalledSo(page: Page, cast: Cast, draft: Draft, entity: number): boolean {
  const other = wordOf({ page, draft }) === 'he' ? 'she' : 'he';
  return cast.index.entities[entity]?.type === 'PERSON' && !cast.isCalled(entity, other);
}

function isSameSentence(page: Page, token: number, { sentence }: Statement): boolean {
  const range = page.document.sentences[sentence];
  return range !== undefined && range.first <= token && token <= range.last;
}

function isNamedIn(cast: Cast, content: readonly TokenRange[], entity: number): boolean {
  return content.some((part) => cast.isQuotedIn(entity, part));
}
