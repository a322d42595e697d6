import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag } from '../../language/tags.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import type { Rule } from '../rule.ts';
import { endOfAddressee } from './addressees.ts';
import { endOfAside, isAdjunctStart } from './asides.ts';
import type { Content } from './content.ts';
import { chooseEnd } from './ends.ts';
import { hasFiniteVerb, isQuoteMark, type Page, paragraphOf, trimMarks, withMarks, wordAt } from './page.ts';
import { type SoughtContent, wordAfter } from './sought-content.ts';

const COMMA_OR_DASH = /^[,–—-]$/;

/** Words that open a clause which tells when or why, with a quotation of its own. */
const CIRCUMSTANCES = /^(?:when|while|as|after|before|because|although|though|until|since)$/;

/** What stands before a cue and its source, or on both sides of them, in the order in which the readings are tried. */
export const CONTENTS_BEFORE: readonly Rule<readonly [SoughtContent], Content>[] = [
  {
    name: 'statements/content/aside with as',
    examples: ['As Ida Roe noted, the vote is near.', 'The vote is near, as the minister explained on Monday.'],
    nearMisses: ['The vote is near, the minister explained.', 'As Ida Roe spoke, the crowd left the hall.'],
    apply: readAside,
  },
  {
    name: 'statements/content/relative pronoun and its verb',
    examples: [
      'The plan, which officials said will start in May, costs a lot.',
      'The firm, which police said is closed, was fined.',
    ],
    nearMisses: ['The plan that officials praised will start in May.', 'Officials said the plan will start in May.'],
    apply: readRelative,
  },
  {
    name: 'statements/content/quotation before the cue',
    examples: ['“We are ready to talk,” she said.', '“It is over”, the minister told reporters in Quito.'],
    nearMisses: ['She said: “We are ready to talk.”', 'We are ready to talk, she said.'],
    apply: readQuotationBefore,
  },
  {
    name: 'statements/content/clause before the cue',
    examples: ['The road is closed, police said.', 'The plan, the minister said, is ready.'],
    nearMisses: ['Police said the road is closed.', 'After the vote, police said the road is closed.'],
    apply: readClauseBefore,
  },
];

/** `As Roe noted, the vote is near`, `the vote, as Roe noted on Monday, is near`: the rest of the sentence. */
function readAside({ page, cue, group, bounds, speaks, addressee }: SoughtContent): Content | null {
  const opening = group.first - 1;
  const isOfSaying = cue.readings.some(({ frames, isThought }) => frames.has('CLAUSE') && !isThought);
  if (!speaks || !isOfSaying || wordAt(page, opening) !== 'as' || opening < bounds.first || cue.isPassive) return null;
  const last = endOfAside(page, group.last, bounds.last);
  if (last < 0) return null;
  const before = trimMarks(page, { first: bounds.first, last: opening - 1 });
  const after = trimMarks(page, { first: last + 1, last: bounds.last });
  const isOpening = !before || (before.last - before.first < 2 && !hasFiniteVerb(page, before));
  const parts = [...(isOpening ? [] : [before]), ...(after ? [after] : [])];
  if (!isOpening && !COMMA_OR_DASH.test(wordAt(page, opening - 1))) return null;
  const isClause = parts.some((part) => hasFiniteVerb(page, part));
  return isClause ? { parts, reading: speaks, addressee, way: 'LEFT' } : null;
}

/** `the plan, which officials said will start in May`: the relative word, and what goes on with a finite verb. */
function readRelative({ page, cue, source, group, bounds, speaks }: SoughtContent): Content | null {
  const pronoun = group.first - 1;
  const first = group.last + 1;
  if (
    !speaks?.frames.has('CLAUSE') ||
    !source ||
    source.isInverted ||
    cue.isPassive ||
    group.first === cue.range.first ||
    pronoun < bounds.first ||
    !/^W/.test(page.tagOf(pronoun)) ||
    !isFiniteTag(page.tagOf(first))
  )
    return null;
  let last = chooseEnd(page, { first, bounds, verb: cue.verb });
  for (let comma = last - 1; comma > first; comma -= 1)
    if (wordAt(page, comma) === ',' && isFiniteTag(page.tagOf(comma + 1))) last = comma - 1;
  const rest = trimMarks(page, { first, last });
  return rest && { parts: [{ first: pronoun, last: pronoun }, rest], reading: speaks, addressee: -1, way: 'CLAUSE' };
}

/** `“…,” she said`, `“…”, she said`, and what goes on after it. */
function readQuotationBefore(sought: SoughtContent): Content | null {
  const { page, cue, group, bounds, speaks, addressee } = sought;
  const before = group.first - 1;
  const closing = COMMA_OR_DASH.test(wordAt(page, before)) && !isQuoteMark(page, before) ? before - 1 : before;
  const quotation = page.quotations[page.quoteAt[closing] ?? -1];
  if (!speaks || saysAfter(sought) || !quotation) return null;
  if (closing < bounds.first && !(closing === bounds.first - 1 && endsWithCue(sought))) return null;
  if (page.quoteAt[cue.head] === page.quoteAt[closing]) return null;
  const range = withMarks(page.document, quotation);
  if (range.last > before || isTitleInPhrase(sought, range)) return null;
  const opening = trimMarks(page, { first: startOfClause(page, bounds.first), last: range.first - 1 });
  if (opening && CIRCUMSTANCES.test(wordAt(page, opening.first)) && hasFiniteVerb(page, opening)) return null;
  const isSubject = !hasFiniteVerb(page, range) && goesOnWithVerb(sought);
  return {
    parts: [
      { first: opening?.first ?? range.first, last: range.last },
      ...(isSubject ? clauseAfter(sought, group.last) : quotationAfter(sought)),
    ],
    reading: speaks,
    addressee,
    way: 'LEFT_QUOTE',
  };
}

/** `“It is over.” Roe said.`: a sentence that says who said it, where and to whom, but nothing that was said. */
function endsWithCue({ page, group, bounds, contents, objects }: SoughtContent): boolean {
  if (contents.length > 0 || objects.length > 0) return false;
  const isSameParagraph = paragraphOf(page, bounds.first).first < bounds.first;
  return isSameParagraph && (group.last + 1 >= bounds.last || /^(?:IN|TO|,)$/.test(page.tagOf(group.last + 1)));
}

/** A conjunction or `however,` that opens a sentence is none of what was said. */
function startOfClause(page: Page, first: number): number {
  if (page.tagOf(first) === 'CC') return first + 1;
  return page.tagOf(first) === 'RB' && wordAt(page, first + 1) === ',' ? first + 2 : first;
}

/** Whether a participle has its own content after it (`“…,” adding that …`): then what stands before is none of it. */
function saysAfter(sought: SoughtContent): boolean {
  const { isParticiple, contents, page, group } = sought;
  const hasContent = contents.length > 0 || wordAfter(sought) === 'that';
  return isParticiple && (hasContent || !isQuoteMark(page, group.first - 1));
}

function goesOnWithVerb({ page, group }: SoughtContent): boolean {
  return wordAt(page, group.last + 1) === ',' && isFiniteTag(page.tagOf(group.last + 2));
}

/**
 * `Speaking on “This Week,” she said that …`: a short quotation that ends an opening phrase without a finite verb,
 * before a cue that has its own content after it.
 */
function isTitleInPhrase({ page, group, bounds }: SoughtContent, { first, last }: TokenRange): boolean {
  return (
    last - first <= 7 &&
    first > bounds.first &&
    !hasFiniteVerb(page, { first: bounds.first, last }) &&
    hasFiniteVerb(page, { first: group.last + 1, last: bounds.last })
  );
}

/** `the road is closed, police said`, and `the plan, he said, is ready`. */
function readClauseBefore(sought: SoughtContent): Content | null {
  const { page, cue, group, bounds, speaks, addressee, contents } = sought;
  const before = group.first - 1;
  if (!speaks?.frames.has('CLAUSE') || saysAfter(sought) || before < bounds.first) return null;
  if (!COMMA_OR_DASH.test(wordAt(page, before)) || /^(?:who|which|whose)$/.test(wordAt(page, group.first))) return null;
  if (isQuoteMark(page, before - 1) && CIRCUMSTANCES.test(wordAt(page, bounds.first))) return null;
  const next = wordAfter(sought);
  const isQuoteNext = isQuoteMark(page, group.last + 1) || (next === ',' && isQuoteMark(page, group.last + 2));
  if (/^(?:that|whether|:)$/.test(next) || isQuoteNext || (next !== ',' && contents.length > 0)) return null;
  const told = endOfAddressee(page, cue, group.last);
  const after = wordAt(page, told + 1);
  if (!(/^[,.–—)]?$/.test(after) || isAdjunctStart(page, told + 1))) return null;
  const range = trimMarks(page, { first: startOfClause(page, bounds.first), last: before - 1 });
  const remainder = clauseAfter(sought, told);
  if (!(range && hasFiniteVerb(page, range)) && (remainder.length === 0 || after !== ',')) return null;
  return { parts: [...(range ? [range] : []), ...remainder], reading: speaks, addressee, way: 'LEFT' };
}

/** After `the plan, he said,`: what goes on after the second comma, a clause, an infinitive or a quotation. */
function clauseAfter({ page, cue, group, bounds }: SoughtContent, told: number): TokenRange[] {
  const comma = told + 1;
  if (comma >= bounds.last || !COMMA_OR_DASH.test(wordAt(page, comma))) return [];
  const first = comma + 1;
  const quotation = page.quotations[page.quoteAt[first] ?? -1];
  if (isQuoteMark(page, first))
    return quotation && page.quoteAt[group.first] !== page.quoteAt[first] ? [withMarks(page.document, quotation)] : [];
  if (page.tagOf(first) === 'VBG' || /^(?:who|which|and|but|according)$/.test(wordAt(page, first))) return [];
  const range = trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb: cue.verb }) });
  const isInfinitive = page.tagOf(first) === 'TO' && page.tagOf(first + 1) === 'VB';
  return range && range.last > range.first && (isInfinitive || hasFiniteVerb(page, range)) ? [range] : [];
}

/** Over how many tokens a quotation that is interrupted may go on. */
const LONGEST_INTERRUPTION = 30;

/**
 * After a quotation and its cue only a quotation goes on: `“A,” said Roe, who runs the mill, “B”`; what is not quoted
 * there is the article's own.
 */
function quotationAfter({ page, group, bounds }: SoughtContent): TokenRange[] {
  const { lemmas } = page.document.tokens;
  for (let token = group.last + 1; token <= Math.min(bounds.last, group.last + LONGEST_INTERRUPTION); token += 1) {
    if (isReportingVerb(page, token, lemmas[token] ?? '')) return [];
    if (!isQuoteMark(page, token) || page.quoteAt[token] === page.quoteAt[group.first]) continue;
    const quotation = page.quotations[page.quoteAt[token] ?? -1];
    const isOpened = token === group.last + 1 || /^[,:–—]$/.test(wordAt(page, token - 1));
    return quotation && isOpened ? [withMarks(page.document, quotation)] : [];
  }
  return [];
}

function isReportingVerb(page: Page, token: number, lemma: string): boolean {
  return page.tagOf(token).startsWith('VB') && REPORTING_VERBS.has(lemma);
}
