import type { TokenRange } from '../../language/document.ts';
import { applyFirst, type Rule } from '../rule.ts';
import { draftAccording } from './according.ts';
import { readAsked } from './asked.ts';
import { findContent } from './contents.ts';
import type { ColonCue, Cue, NounCue, VerbCue } from './cue.ts';
import { findCues } from './cues.ts';
import { type Draft, makeDraft } from './draft.ts';
import { feelingOf, readFeeling } from './feelings.ts';
import { keepLikely } from './likely.ts';
import { isQuoteMark, type Page, paragraphOf, trimMarks, wordAt } from './page.ts';
import { attributeSource } from './sources.ts';

/** What a verb makes a draft of, in the order in which the readings are tried. */
export const VERB_RULES: readonly Rule<readonly [Page, VerbCue], Draft>[] = [
  {
    name: 'statements/draft/whoever is asked',
    examples: [
      'Asked whether the deal was dead, Ida Roe said it was not.',
      'Asked by reporters in Quito why she left, Ida Roe laughed.',
    ],
    nearMisses: ['The mayor asked the court to rule.', 'Ida Roe asked whether the deal was dead.'],
    apply: readAsked,
  },
  {
    name: 'statements/draft/feeling that is expressed',
    examples: ['The minister expressed concern that the plant would close.', 'Norvane voiced support for the plan.'],
    nearMisses: ['The minister expressed his gratitude.', 'The minister said that she was concerned.'],
    apply: readFeeling,
  },
  {
    name: 'statements/draft/verb with what it reports',
    examples: ['The minister said that talks had failed.', 'Ida Roe denied the report.'],
    nearMisses: ['The minister slept.', 'Talks failed in Quito.'],
    apply: draftVerb,
  },
];

/** The drafts that the article likely reports as statements, in the order of their cues. */
export function draftStatements(page: Page): Draft[] {
  return keepLikely(page, draftCandidates(page));
}

/**
 * Whatever has a cue and could be a statement, in the order of the cues. A verb that carries another (`declined to
 * say`) and a noun that a verb takes into its cue (`expressed concern`) are no cues of their own.
 */
export function draftCandidates(page: Page): Draft[] {
  const drafts: Draft[] = [];
  for (const cue of findCues(page)) {
    if (cue.kind === 'ACCORDING') draftAccording(page, cue, drafts);
    else {
      const draft = draftOf(page, cue);
      if (draft) drafts.push(draft);
    }
  }
  const carried = new Set(drafts.flatMap(({ cue, head }) => (cue && cue.first < head ? [cue.first] : [])));
  const taken = new Set<number>();
  for (const { way, cue } of drafts)
    if (way !== 'NOUN' && cue) for (let token = cue.first + 1; token <= cue.last; token += 1) taken.add(token);
  return drafts.filter(
    ({ way, cue, head }) => !(cue?.last === head && carried.has(head)) && !(way === 'NOUN' && taken.has(head)),
  );
}

function draftOf(page: Page, cue: Exclude<Cue, { kind: 'ACCORDING' }>): Draft | null {
  if (cue.kind === 'VERB') return applyFirst(VERB_RULES, page.ledger, page, cue);
  return cue.kind === 'NOUN' ? draftNoun(cue) : draftColon(page, cue);
}

function draftVerb(page: Page, cue: VerbCue): Draft | null {
  if (feelingOf(page, cue) >= 0) return null;
  const source = attributeSource(page, cue);
  const content = findContent(page, cue, source);
  if (!content) return null;
  const { reading, parts, way, addressee } = content;
  if (source && parts.some((part) => holds(part, source.range) || holds(source.range, part))) return null;
  const isQuoted = (page.quoteAt[cue.head] ?? -1) >= 0;
  if ((way === 'LEFT' && !source) || (reading.isThought && (!source || isQuoted))) return null;
  return makeDraft({
    act: isDeclined(page, cue) ? 'DECLINE' : reading.act,
    isThought: reading.isThought,
    lemma: reading.lemma,
    way,
    cue: cue.range,
    head: cue.head,
    source: source?.range ?? null,
    sourceHead: source?.head ?? -1,
    content: parts,
    addressee,
    isNegated: cue.isNegated,
  });
}

function holds(outer: TokenRange, inner: TokenRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** `declined to say whether`, `refused to comment on`: the verb before tells what was done. */
function isDeclined(page: Page, cue: VerbCue): boolean {
  return cue.range.first < cue.head && /^(?:declin|refus)/.test(wordAt(page, cue.range.first));
}

function draftNoun({ report, range, head }: NounCue): Draft {
  return makeDraft({
    act: report.noun.act,
    isThought: report.noun.act === 'BELIEVE',
    lemma: report.noun.lemma,
    way: 'NOUN',
    cue: range,
    head,
    source: report.source,
    sourceHead: report.sourceHead,
    content: [report.content],
  });
}

/** `ROE: We are ready.`: the paragraph from its first word to the colon, and from there to its end. */
function draftColon(page: Page, { head, range }: ColonCue): Draft | null {
  const { first, last } = paragraphOf(page, head);
  const source = trimMarks(page, { first, last: head - 1 });
  const content = trimMarks(page, { first: head + 1, last });
  if (!source || !content || content.last - content.first < 2) return null;
  const way = isQuoteMark(page, head + 1) ? 'RIGHT_QUOTE' : 'COLON';
  return makeDraft({
    act: 'SAY',
    lemma: ':',
    way,
    cue: range,
    head,
    source,
    sourceHead: source.last,
    content: [content],
  });
}
