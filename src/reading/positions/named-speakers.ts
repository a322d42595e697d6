import type { Document, Quotation, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import type { DraftMention } from '../actors/drafts.ts';

/** Verbs, as lemmas, beside a quotation whose subject speaks it. */
const SPEAKING =
  /^(?:say|tell|add|ask|reply|write|tweet|post|warn|argue|explain|joke|shout|recall|insist|note|continue|declare|announce|state)$/;
/** How far from a quotation its verb stands. */
const NEARBY = 12;

/**
 * Who speaks the quotation that holds a token, by token, as the subject of the verb of saying beside it tells; nobody
 * whom the quotation calls `he` or `she`.
 */
export interface QuotedSpeakers {
  /** The entity that the subject names; -1 elsewhere. */
  readonly named: Int32Array;
  /** The token of the subject where it is `he` or `she`; -1 elsewhere. */
  readonly pronoun: Int32Array;
}

/**
 * Reads who speaks each quotation of some length in double marks; one without a verb beside it is spoken by who spoke
 * the one before in its paragraph.
 */
export function quotedSpeakers(grammar: Grammar, names: readonly DraftMention[]): QuotedSpeakers {
  const { document } = grammar;
  const named = new Int32Array(document.tokens.count).fill(-1);
  const pronoun = new Int32Array(document.tokens.count).fill(-1);
  const byToken = new Map<number, number>();
  for (const name of names)
    for (let token = name.first; token <= name.last; token += 1) byToken.set(token, name.cluster);
  let before: { readonly paragraph: number; readonly subject: number } = { paragraph: -1, subject: -1 };
  for (const quotation of document.quotations) {
    if (quotation.mark !== 'DOUBLE' || quotation.last - quotation.first < 2) continue;
    const subject =
      subjectBeside(grammar, quotation) ?? (before.paragraph === quotation.paragraph ? before.subject : -1);
    before = { paragraph: quotation.paragraph, subject };
    if (subject < 0) continue;
    named.fill(namedIn(grammar, subject, byToken), quotation.first, quotation.last + 1);
    if (/^(?:he|she)$/i.test(tokenText(document, subject))) pronoun.fill(subject, quotation.first, quotation.last + 1);
  }
  return { named, pronoun };
}

/**
 * The subject of the verb in the sentence behind the closing mark or before the opening one; null where there is none.
 */
function subjectBeside(grammar: Grammar, { first, last }: Quotation): number | null {
  const { document } = grammar;
  const behind = { first: last + 2, last: Math.min(sentenceEnd(document, last + 1), last + NEARBY) };
  const opening = document.sentences[rangeHolding(document.sentences, first - 1)];
  const ahead = { first: Math.max(opening?.first ?? 0, first - NEARBY), last: first - 2 };
  return (
    subjectIn(grammar, behind) ?? (/^[,:]$/.test(tokenText(document, first - 2)) ? subjectIn(grammar, ahead) : null)
  );
}

/**
 * The last token of the sentence that holds a closing mark, or of the next one where the mark ends it without a full
 * stop before it.
 */
function sentenceEnd(document: Document, mark: number): number {
  const number = rangeHolding(document.sentences, mark);
  const sentence = document.sentences[number];
  const isCut = sentence?.last === mark && tokenText(document, mark - 1) === ',';
  return (isCut ? document.sentences[number + 1]?.last : sentence?.last) ?? mark;
}

function subjectIn({ document, clauses }: Grammar, { first, last }: TokenRange): number | null {
  for (let token = first; token <= last; token += 1) {
    if (!SPEAKING.test(document.tokens.lemmas[token] ?? '')) continue;
    const { link, ownSubjects } = clauses.at(token);
    if (link !== 'RELATIVE' && link !== 'REDUCED' && ownSubjects[0] !== undefined) return ownSubjects[0];
  }
  return null;
}

/** The entity of the name that a subject is, or that stands beside it (`coach Luis Brandao`). */
function namedIn({ phrases }: Grammar, subject: number, byToken: ReadonlyMap<number, number>): number {
  const own = byToken.get(subject);
  if (own !== undefined) return own;
  const { nameParts, appositions, nouns } = phrases.at(subject);
  for (let token = subject + 1; token <= subject + 3; token += 1) {
    const isPart = [nameParts, appositions, nouns].some((parts) => parts.includes(token));
    const named = isPart ? byToken.get(token) : undefined;
    if (named !== undefined) return named;
  }
  return -1;
}
