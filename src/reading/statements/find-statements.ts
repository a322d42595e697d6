import { rangeHolding } from '../../language/ranges.ts';
import { indexMentions } from '../actors/mention-index.ts';
import type { Statement } from '../reading.ts';
import { type Cast, indexCast } from './cast.ts';
import type { Draft } from './draft.ts';
import { draftStatements } from './drafts.ts';
import { layOut, type Page } from './page.ts';
import { claimQuotations } from './quotes.ts';
import { meantBy } from './pronouns.ts';
import { speakersOf } from './speakers.ts';
import { makeStatement, type StatementContext } from './statement.ts';

/** Who spoke last, and in which paragraph. */
interface LastSaid {
  readonly speakers: readonly number[];
  readonly paragraph: number;
}

/** A quotation without a cue is by the last speaker up to so many paragraphs after. */
const STILL_SPEAKING = 2;

/**
 * Who said what to whom, in text order: cues first, each with its source and content; then the quotations that no cue
 * takes; then who the words mean. A source that names nobody keeps its words, with the place or organisation it belongs
 * to.
 */
export function findStatements(context: StatementContext): Statement[] {
  const page = layOut(context);
  const cast = indexCast(page, indexMentions(context.document, context.mentions, context.entities));
  const statements: Statement[] = [];
  let last: LastSaid | null = null;
  for (const draft of claimQuotations(page, withoutRepeats(draftStatements(page)))) {
    const paragraph = rangeHolding(context.document.paragraphs, draft.head);
    const speakers = whoIsMeant(page, cast, draft, statements.at(-1), paragraph, last);
    const statement = makeStatement(context, page, cast.index, draft, speakers);
    statements.push(statement);
    if (speakers.length > 0 && (statement.kind !== 'INDIRECT' || !isIn(paragraph, last)))
      last = { speakers, paragraph };
  }
  return statements;
}

function isIn(paragraph: number, last: LastSaid | null): boolean {
  return last !== null && last.paragraph === paragraph;
}

/** The speakers of a draft: those of its source, where a pronoun is read with what was said before in its paragraph. */
function whoIsMeant(
  page: Page,
  cast: Cast,
  draft: Draft,
  previous: Statement | undefined,
  paragraph: number,
  last: LastSaid | null,
): readonly number[] {
  if (draft.way === 'QUOTE_ALONE' && !draft.source)
    return last && paragraph - last.paragraph <= STILL_SPEAKING ? last.speakers : [];
  const speakers = speakersOf(page, cast, draft.source, draft.sourceHead);
  const isNear = previous?.source && page.document.sentences[previous.sentence]?.paragraph === paragraph;
  const before = isIn(paragraph, last) ? (last?.speakers ?? []) : [];
  return meantBy(speakers, { page, cast, draft, previous: isNear ? previous : null, before });
}

/**
 * Two cues that report the same words are one statement: the first stays, as the second is a coordinated or repeated
 * verb, unless the second alone is sure (`laughed and said: “…”`).
 */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const key = ({ content }: Draft): string => content.map(({ first, last }) => `${first}-${last}`).join();
  const isLoose = ({ way }: Draft): boolean => way.startsWith('LOOSE');
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const earlier = best.get(key(draft));
    if (!earlier || (isLoose(earlier) && !isLoose(draft))) best.set(key(draft), draft);
  }
  return drafts.filter((draft) => best.get(key(draft)) === draft);
}
