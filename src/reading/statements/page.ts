import type { Document, Quotation, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding, tokenAt } from '../../language/ranges.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import type { Ledger } from '../rule.ts';
import { loadStatementModel, type StatementModel } from './model.ts';

/** The kinds of tokens that the steps tell apart. */
const WORD = 0;
const MARK = 1;
const QUOTE_MARK = 2;

/**
 * What is counted beforehand: finite verbs, tokens in quotation marks, words but for clitics, and such words in
 * quotation marks.
 */
type Counted = 'finite' | 'quoted' | 'words' | 'quotedWords';

/**
 * A document with its words, marks, verbs and quotations laid out by token, as every step of reading statements asks
 * for them.
 */
export interface Page extends Grammar {
  readonly ledger: Ledger;
  /** Quotations in double marks, in text order. */
  readonly quotations: readonly Quotation[];
  /** The number of the quotation that a token stands in, its marks included; -1 outside. */
  readonly quoteAt: Int32Array;
  /** Every token in lower case. */
  readonly words: readonly string[];
  /** Of every token `WORD`, `MARK` or `QUOTE_MARK`. */
  readonly kinds: Uint8Array;
  /** How many tokens of some kinds stand before each token, and before the end. */
  readonly before: Readonly<Record<Counted, Int32Array>>;
  /** What was learned, which the steps ask where rules cannot tell. */
  readonly model: StatementModel;
  tagOf(token: number): string;
}

/** Lays a document out, in time linear in its length. */
export function layOut(
  { document, phrases, clauses, ledger }: Grammar & Pick<Page, 'ledger'>,
  model: StatementModel = loadStatementModel(),
): Page {
  const quotations = document.quotations.filter((quotation) => quotation.mark === 'DOUBLE');
  const quoteAt = new Int32Array(document.tokens.count).fill(-1);
  quotations.forEach((quotation, number) => {
    const range = withMarks(document, quotation);
    quoteAt.fill(number, range.first, range.last + 1);
  });
  const { count } = document.tokens;
  const words: string[] = [];
  const kinds = new Uint8Array(count);
  const before = {
    finite: new Int32Array(count + 1),
    quoted: new Int32Array(count + 1),
    words: new Int32Array(count + 1),
    quotedWords: new Int32Array(count + 1),
  };
  const countOn = (counts: Int32Array, token: number, isCounted: boolean): void => {
    counts[token + 1] = (counts[token] ?? 0) + (isCounted ? 1 : 0);
  };
  for (let token = 0; token < count; token += 1) {
    const text = tokenText(document, token);
    words.push(text.toLowerCase());
    kinds[token] = kindOf(text);
    const isWord = kinds[token] === WORD && !/^['’]/.test(text);
    const isQuoted = (quoteAt[token] ?? -1) >= 0;
    countOn(before.finite, token, isFiniteTag(pennTag(document, token)));
    countOn(before.quoted, token, isQuoted);
    countOn(before.words, token, isWord);
    countOn(before.quotedWords, token, isWord && isQuoted);
  }
  const isToken = (token: number): boolean => token >= 0 && token < count;
  return {
    document,
    phrases,
    clauses,
    ledger,
    quotations,
    quoteAt,
    words,
    kinds,
    before,
    model,
    tagOf: (token) => (isToken(token) ? pennTag(document, token) : ''),
  };
}

function kindOf(text: string): number {
  if (/^(?:["“”„«»]|``|'')$/.test(text)) return QUOTE_MARK;
  return /^[^\p{L}\p{N}$€£%@#]+$/u.test(text) ? MARK : WORD;
}

/** The tokens of a quotation with its marks. */
export function withMarks(document: Document, quotation: Quotation): TokenRange {
  const first = tokenAt(document, quotation.span.start);
  const last = tokenAt(document, quotation.span.end - 1);
  return { first, last: Math.min(last, document.tokens.count - 1) };
}

/** The sentence of a token. */
export function sentenceOf(page: Page, token: number): TokenRange {
  return page.document.sentences[rangeHolding(page.document.sentences, token)] ?? { first: token, last: token };
}

/** The paragraph of a token. */
export function paragraphOf(page: Page, token: number): TokenRange {
  return page.document.paragraphs[rangeHolding(page.document.paragraphs, token)] ?? { first: token, last: token };
}

/** A token in lower case. */
export function wordAt(page: Page, token: number): string {
  return page.words[token] ?? '';
}

/** Whether a token is a mark: comma, stop, quotation mark, bracket, dash. */
export function isMark(page: Page, token: number): boolean {
  return (page.kinds[token] ?? WORD) !== WORD;
}

/**
 * A range without the marks at its edges other than quotation marks that it holds in pairs; null where nothing is left.
 */
export function trimMarks(page: Page, range: TokenRange): TokenRange | null {
  let { first, last } = range;
  const isOuter = (token: number): boolean => isMark(page, token) && !isQuoteMark(page, token);
  while (first <= last && (isOuter(first) || (isQuoteMark(page, first) && !isOpening(page, first)))) first += 1;
  while (
    last >= first &&
    ((isOuter(last) && !isInsideQuoteEnd(page, last)) || (isQuoteMark(page, last) && isOpening(page, last)))
  )
    last -= 1;
  return first <= last ? { first, last } : null;
}

/** Whether a token is a double quotation mark of a quotation. */
export function isQuoteMark(page: Page, token: number): boolean {
  return page.kinds[token] === QUOTE_MARK;
}

function isOpening(page: Page, token: number): boolean {
  const quotation = page.quotations[page.quoteAt[token] ?? -1];
  return quotation !== undefined && page.document.tokens.start[token] === quotation.span.start;
}

/** A comma or stop inside the closing mark belongs to the quotation. */
function isInsideQuoteEnd(page: Page, token: number): boolean {
  return (page.quoteAt[token] ?? -1) >= 0;
}

/** Whether some tokens hold a finite verb: without one they are no clause. */
export function hasFiniteVerb(page: Page, range: TokenRange): boolean {
  return countIn(page, 'finite', range.first, range.last) > 0;
}

/** How many tokens of a kind stand among some tokens: no more work for many than for few. */
export function countIn({ document, before }: Page, counted: Counted, first: number, last: number): number {
  const end = Math.min(last + 1, document.tokens.count);
  const start = Math.max(0, first);
  return start < end ? (before[counted][end] ?? 0) - (before[counted][start] ?? 0) : 0;
}
