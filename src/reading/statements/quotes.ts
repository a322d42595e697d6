import type { TokenRange } from '../../language/document.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { applyFirst, type Rule } from '../rule.ts';
import { type Draft, makeDraft, type Way } from './draft.ts';
import { kindBy } from './kinds.ts';
import { type Page, paragraphOf, sentenceOf, trimMarks, withMarks, wordAt } from './page.ts';
import { Speeches, type Speech } from './speeches.ts';

/** Shorter quotations that no cue takes are scare quotes, titles and nicknames. */
const SHORTEST_ALONE = 4;

/** Whose a quotation is: it goes on with what somebody says, or is a statement of its own. */
type Claim = { readonly goesOnWith: Speech } | { readonly draft: Draft; readonly isOpen: boolean };

/** A quotation that no cue takes, with all that has been said before it. */
interface Unclaimed {
  readonly page: Page;
  readonly range: TokenRange;
  /** Whether it goes on from the paragraph before without a closing mark there. */
  readonly continues: boolean;
  readonly speeches: Speeches;
}

/** Whose a quotation without a cue is, the surest signs first. */
export const QUOTATION_RULES: readonly Rule<readonly [Unclaimed], Claim>[] = [
  {
    name: 'statements/quotation/signed after a dash',
    examples: ['“It was never safe to cross.” — Ida Roe', '“We will not give up the fight.” – Tom Hale of Quito'],
    nearMisses: [
      '“It was never safe to cross,” Ida Roe said.',
      '“It was never safe to cross” — but they did it anyway.',
    ],
    apply: readSigned,
  },
  {
    name: 'statements/quotation/goes on in its paragraph',
    examples: [
      '“We are ready to talk,” Ida Roe said. “Nobody wants a war here.”',
      '“It is over for us,” said Tom Hale. “We go home now.”',
    ],
    nearMisses: ['“We are ready to talk,” Ida Roe said.', 'Ida Roe left. “Nobody wants a war here.”'],
    apply: readGoingOn,
  },
  {
    name: 'statements/quotation/after a colon',
    examples: [
      'The ministry replied on Monday:\n\n“The plant is safe to use.”',
      'Ida Roe turned to the crowd:\n\n“We will not go home.”',
    ],
    nearMisses: ['The plant is safe to use: it was tested.', 'The ministry issued a statement. “The plant is safe.”'],
    apply: readIntroduced,
  },
  {
    name: 'statements/quotation/goes on in the next paragraph',
    examples: [
      'Ida Roe said: “We are ready to talk.\n\n“Nobody wants a war here.”',
      'Ida Roe said: “We are ready to talk.”\n\n“Nobody wants a war here.”',
    ],
    nearMisses: [
      '“We are ready to talk,” Ida Roe said.\n\n“Nobody wants a war here.”',
      'Ida Roe left the hall.\n\n“Nobody wants a war here.”',
    ],
    apply: readNextParagraph,
  },
  {
    name: 'statements/quotation/alone in its sentence',
    examples: ['The crowd was quiet.\n\n“Nobody wants a war here.”', '“Nobody wants a war here.” The crowd was quiet.'],
    nearMisses: ['He read “War and Peace” in one night.', 'The crowd was quiet.'],
    apply: readAlone,
  },
];

/**
 * Gives every quotation that no cue takes to whom it belongs. Content that begins or ends inside a quotation is drawn
 * out to all of it, over sentences, first.
 */
export function claimQuotations(page: Page, drafts: readonly Draft[]): Draft[] {
  const whole = drafts.map((draft) => ({
    ...draft,
    content: draft.content.map((part) => drawOut(page, part, draft.head)),
  }));
  const reaching = reachOut(page, whole);
  const speeches = new Speeches(page, reaching);
  const claimed = claimedBy(page, reaching);
  const alone: Draft[] = [];
  page.quotations.forEach((quotation, number) => {
    if (claimed[number] === 1 || quotation.last - quotation.first + 1 < SHORTEST_ALONE) return;
    const range = withMarks(page.document, quotation);
    const unclaimed = { page, range, continues: quotation.continues >= 0, speeches };
    const claim = applyFirst(QUOTATION_RULES, page.ledger, unclaimed);
    if (claim === null) return;
    if ('goesOnWith' in claim) speeches.extend(claim.goesOnWith, range);
    else if (claim.isOpen) speeches.add(claim.draft);
    else alone.push(claim.draft);
  });
  return [...speeches.drafts(), ...alone].sort((left, right) => left.head - right.head);
}

/**
 * Which quotations some drafts report, 1 for each: those that their contents touch, but for the one that their cue
 * stands in.
 */
function claimedBy(page: Page, drafts: readonly Draft[]): Uint8Array {
  const claimed = new Uint8Array(page.quotations.length);
  for (const { content, head, way } of drafts)
    for (const { first, last } of content)
      for (let token = first; token <= last; token += 1) {
        const quotation = page.quoteAt[token] ?? -1;
        if (quotation >= 0 && (page.quoteAt[head] !== quotation || way === 'COLON')) claimed[quotation] = 1;
      }
  return claimed;
}

/**
 * A content that begins with a quotation goes on to its closing mark, and one that ends inside or with a quotation
 * takes in all of it.
 */
function drawOut(page: Page, part: TokenRange, head: number): TokenRange {
  const quotationOf = (token: number): TokenRange | null => {
    const number = page.quoteAt[token] ?? -1;
    const quotation = number === page.quoteAt[head] ? undefined : page.quotations[number];
    return quotation ? withMarks(page.document, quotation) : null;
  };
  const opening = quotationOf(part.first);
  if (!opening) return { first: part.first, last: Math.max(part.last, quotationOf(part.last)?.last ?? -1) };
  if (part.first - opening.first <= 1) return { first: opening.first, last: Math.max(part.last, opening.last) };
  return opening.last - part.last <= 1 ? { first: Math.min(part.first, opening.first), last: part.last } : part;
}

/** Ways in which what is said stands after its cue and may go on to a quotation later in the sentence. */
const GOES_ON: ReadonlySet<Way> = new Set<Way>([
  'CLAUSE',
  'INFINITIVE',
  'WHOLE',
  'PREPOSITION',
  'OBJECT',
  'RIGHT_QUOTE',
]);

/**
 * `said it was lost because there was “no way back”`: a quotation after what somebody says, in the same sentence and
 * with no cue of its own, is still what they say, and so is all in between.
 */
function reachOut(page: Page, drafts: readonly Draft[]): Draft[] {
  const claimed = claimedBy(page, drafts);
  const reaching = [...drafts];
  let next = 0;
  page.quotations.forEach((quotation, number) => {
    const range = withMarks(page.document, quotation);
    while (next < drafts.length && (drafts[next]?.head ?? 0) < range.first) next += 1;
    const draft = reaching[next - 1];
    const part = draft?.content.at(-1);
    if (claimed[number] === 1 || !draft || !part || quotation.last - quotation.first + 1 < SHORTEST_ALONE) return;
    const sentence = sentenceOf(page, draft.head);
    if (!GOES_ON.has(draft.way) || part.last >= range.first || range.first > sentence.last) return;
    reaching[next - 1] = {
      ...draft,
      content: [...draft.content.slice(0, -1), { first: part.first, last: range.last }],
    };
  });
  return reaching;
}

/** How many tokens a signature may be long, dash and all. */
const LONGEST_SIGNATURE = 9;

/** `“It was never safe.” — Ida Roe`: a short name after a dash that ends the paragraph signs the quotation. */
function readSigned({ page, range }: Unclaimed): Claim | null {
  const { last } = paragraphOf(page, range.first);
  const dash = range.last + 1;
  if (!/^[–—―-]+$/.test(wordAt(page, dash)) || dash >= last || last - range.last > LONGEST_SIGNATURE) return null;
  const source = page.tagOf(dash + 1).startsWith('NNP') ? trimMarks(page, { first: dash + 1, last }) : null;
  return source && { draft: quoteAlone(range, source, source.last), isOpen: false };
}

/** Nothing but the cue, its source and narrow words stand between it and what somebody says in the same paragraph. */
function readGoingOn(unclaimed: Unclaimed): Claim | null {
  const { range, continues, speeches } = unclaimed;
  const owner = continues || !standsAlone(unclaimed) ? null : speeches.ownerBefore(range.first);
  return owner && { goesOnWith: owner };
}

/** After a colon, even one that ends the paragraph before, it is what the subject of that sentence said. */
function readIntroduced(unclaimed: Unclaimed): Claim | null {
  const { page, range } = unclaimed;
  const colon = range.first - 1;
  if (colon < 1 || wordAt(page, colon) !== ':' || !standsAlone(unclaimed)) return null;
  const sentence = sentenceOf(page, colon);
  let head = page.clauses.around(colon - 1);
  for (let above = head; above >= sentence.first; above = page.clauses.at(above).governor) head = above;
  if (head < sentence.first || !page.tagOf(head).startsWith('VB')) return null;
  const subject = page.clauses.at(head).ownSubjects.find((child) => child < head);
  const whole = subject === undefined ? null : page.phrases.at(subject).whole;
  const source = whole && trimMarks(page, { first: whole.first, last: Math.min(whole.last, head - 1) });
  const draft = makeDraft({
    act: REPORTING_VERBS.get(page.document.tokens.lemmas[head] ?? '')?.[0]?.act ?? 'SAY',
    lemma: ':',
    way: 'RIGHT_QUOTE',
    cue: { first: head, last: head },
    head,
    source,
    sourceHead: source ? (subject ?? -1) : -1,
    content: [range],
  });
  return { draft, isOpen: true };
}

/** It opens the paragraph after one that ends with somebody's own words, and not with a cue or anything else. */
function readNextParagraph(unclaimed: Unclaimed): Claim | null {
  const { page, range, speeches } = unclaimed;
  const speech = standsAlone(unclaimed) ? speeches.quotedBefore(range.first) : null;
  if (!speech || kindBy(speech.words, speech.quoted) !== 'DIRECT') return null;
  const { first } = paragraphOf(page, range.first);
  const endsWithIt = first > 0 && speech.end >= paragraphOf(page, first - 1).last - 1;
  return first === range.first && endsWithIt ? { goesOnWith: speech } : null;
}

/** Any other that fills its sentence is a statement of its own, by the last speaker. */
function readAlone(unclaimed: Unclaimed): Claim | null {
  if (!standsAlone(unclaimed)) return null;
  const last = unclaimed.speeches.quotedBefore(unclaimed.range.first)?.draft;
  return { draft: quoteAlone(unclaimed.range, last?.source ?? null, last?.sourceHead ?? -1), isOpen: false };
}

/** Whether a quotation fills whole sentences: it opens one, and closes one. */
function standsAlone({ page, range }: Unclaimed): boolean {
  return range.first <= sentenceOf(page, range.first).first && sentenceOf(page, range.last).last - range.last <= 1;
}

/** A quotation without a cue, as a draft. */
function quoteAlone(range: TokenRange, source: TokenRange | null, sourceHead: number): Draft {
  return makeDraft({
    act: 'SAY',
    lemma: '',
    way: 'QUOTE_ALONE',
    cue: null,
    head: range.first,
    source,
    sourceHead,
    content: [range],
  });
}
