import type { Document, Quotation, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import type { TokenMention } from './mention.ts';

/** How far from a quotation its verb stands. */
const NEARBY = 12;

/**
 * The entity that speaks the quotation that holds a token, by token, as the subject of the verb of saying beside it
 * tells; -1 elsewhere.
 */
export type QuotedSpeakers = Int32Array;

/**
 * Reads who speaks each quotation of some length in double marks; one without a verb beside it is spoken by who spoke
 * the one before in its paragraph.
 */
export function quotedSpeakers(grammar: Grammar, names: readonly TokenMention[]): QuotedSpeakers {
  const { document } = grammar;
  const speakers = new Int32Array(document.tokens.count).fill(-1);
  const entities = new Int32Array(document.tokens.count).fill(-1);
  for (const { first, last, entity } of names) entities.fill(entity, first, last + 1);
  let before: { readonly paragraph: number; readonly subject: number } = { paragraph: -1, subject: -1 };
  for (const quotation of document.quotations) {
    if (quotation.mark !== 'DOUBLE' || quotation.last - quotation.first < 2) continue;
    const { paragraph } = quotation;
    const subject = subjectBeside(grammar, quotation) ?? (before.paragraph === paragraph ? before.subject : -1);
    before = { paragraph, subject };
    if (subject >= 0) speakers.fill(namedBy(grammar, subject, entities), quotation.first, quotation.last + 1);
  }
  return speakers;
}

/**
 * The subject of the verb in the sentence after the closing mark or before the opening one; null where there is none.
 */
function subjectBeside(grammar: Grammar, { first, last }: Quotation): number | null {
  const { document } = grammar;
  const after = { first: last + 2, last: Math.min(sentenceEnd(document, last + 1), last + NEARBY) };
  const opening = document.sentences[rangeHolding(document.sentences, first - 1)];
  const before = { first: Math.max(opening?.first ?? 0, first - NEARBY), last: first - 2 };
  const isIntroduced = /^[,:]$/.test(tokenText(document, first - 2));
  return subjectIn(grammar, after) ?? (isIntroduced ? subjectIn(grammar, before) : null);
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
    if (!REPORTING_VERBS.has(document.tokens.lemmas[token] ?? '')) continue;
    const { link, ownSubjects, voice } = clauses.at(token);
    const [subject] = ownSubjects;
    if (link !== 'RELATIVE' && link !== 'REDUCED' && voice === 'ACTIVE' && subject !== undefined) return subject;
  }
  return null;
}

/** The entity of the name that a subject is, or that stands beside it (`coach Luis Brandao`). */
function namedBy({ phrases }: Grammar, subject: number, entities: Int32Array): number {
  const { nameParts, appositions, nouns } = phrases.at(subject);
  const named = [subject, ...nameParts, ...appositions, ...nouns].find((token) => (entities[token] ?? -1) >= 0);
  return entities[named ?? -1] ?? -1;
}
