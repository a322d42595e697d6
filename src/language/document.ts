import type { Span } from '../span.ts';

/** Tokens `first` to `last` of a document, both inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Every token of a text in columns, in text order. Tags and relations are numbers into the tables of `tags.ts`
 * (`PENN_TAGS`, `UNIVERSAL_TAGS`, `RELATIONS`); read them with `pennTag(document, token)` and its like.
 */
export interface Tokens {
  readonly count: number;
  /** Where each token starts and ends: UTF-16 code units, [start, end). */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  readonly lemmas: readonly string[];
  /** The token each token depends on; -1 for the root of its sentence. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

/** A sentence never crosses a paragraph. */
export interface Sentence extends TokenRange {
  /** Number of the paragraph it stands in. */
  readonly paragraph: number;
}

/** A run of text between line breaks. */
export interface Paragraph extends TokenRange {
  readonly firstSentence: number;
  readonly lastSentence: number;
}

export const NAME_TYPES = ['PERSON', 'ORGANISATION', 'PLACE', 'DATE', 'MONEY', 'PERCENT'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A named stretch of tokens. `the`, titles and a trailing `'s` are not part of it. Named spans never overlap. */
export interface NamedSpan extends TokenRange {
  readonly type: NameType;
  /** 0 to 1. Found by rule (DATE, MONEY, PERCENT): 1. */
  readonly confidence: number;
}

/**
 * A stretch in quotation marks within one paragraph. A quotation that runs over several paragraphs is one
 * Quotation a paragraph, each but the first with `continues` naming the one before.
 */
export interface Quotation {
  /** With its marks; ends with the paragraph where the closing mark is missing. */
  readonly span: Span;
  /** The tokens between the marks; last < first when there are none. */
  readonly first: number;
  readonly last: number;
  readonly mark: 'DOUBLE' | 'SINGLE';
  /** False where the paragraph ends before the closing mark. */
  readonly closed: boolean;
  /** Number of the quotation of an earlier paragraph that this one goes on from, or -1. */
  readonly continues: number;
  readonly paragraph: number;
}

/** A text with everything that English alone says about it; no news in it. */
export interface Document {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly names: readonly NamedSpan[];
  readonly quotations: readonly Quotation[];
}
