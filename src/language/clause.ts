import type { TokenRange } from './document.ts';

/**
 * How a clause hangs on its governor: MAIN on nothing; CONTENT is what is said or thought (`said that it rains`); OPEN
 * leaves its subject to its governor (`wants to leave`); ADVERBIAL says when, why or how; RELATIVE and REDUCED describe
 * a noun (`who left`; `accused of theft`, `to sell`); MEMBER is coordinated; ASIDE stands beside, as in `…, he said`;
 * SUBJECT is the subject; MODIFIER a participle before its noun; NOMINAL a gerund where a noun could stand; WORD is no
 * clause of its own.
 */
export type ClauseLink =
  | 'MAIN'
  | 'CONTENT'
  | 'OPEN'
  | 'ADVERBIAL'
  | 'RELATIVE'
  | 'REDUCED'
  | 'MEMBER'
  | 'ASIDE'
  | 'SUBJECT'
  | 'MODIFIER'
  | 'NOMINAL'
  | 'WORD';

/** When a clause puts what it tells: by its verb group alone. NONE where nothing finite says it. */
export type Tense = 'PAST' | 'PRESENT' | 'FUTURE' | 'NONE';

/** What a modal makes of a clause: `would`, what may or can be (`may`, `might`, `could`), what should or must be. */
export type Modality = 'NONE' | 'WOULD' | 'POSSIBLE' | 'NECESSARY';

/** Where the subjects of a clause come from. */
export type SubjectSource = 'OWN' | 'SHARED' | 'UNDERSTOOD' | 'DESCRIBED' | 'NONE';

/**
 * A verb with its arguments, or a noun or adjective with its `be`. Numbers are tokens, -1 for none; lists in text
 * order.
 */
export interface Clause {
  readonly head: number;
  /** From its first word to its last, with all that hangs on it. */
  readonly whole: TokenRange;
  readonly link: ClauseLink;
  /** The word it hangs on, or -1. */
  readonly governor: number;
  /** Whether a verb heads it, or something has `be` or a subject: all else is only a word. */
  readonly isPredicate: boolean;
  readonly auxiliaries: readonly number[];
  readonly copula: number;
  /** `out` of `points out`. */
  readonly particles: readonly number[];
  readonly adverbs: readonly number[];
  /** `not`, `never`, `no` or a subject such as `nobody`; -1 where nothing denies it. */
  readonly negation: number;
  readonly voice: 'ACTIVE' | 'PASSIVE';
  readonly tense: Tense;
  readonly modality: Modality;
  readonly isProgressive: boolean;
  readonly isFinite: boolean;
  /** Its own subjects, without what is coordinated with them. */
  readonly ownSubjects: readonly number[];
  /** `it`, `there` that stand for nobody. */
  readonly expletive: number;
  readonly objects: readonly number[];
  readonly indirectObject: number;
  /** Nouns with a preposition that hang on the verb, agents of a passive included. */
  readonly obliques: readonly number[];
  /** Nouns without one that say when or how much. */
  readonly measures: readonly number[];
  /** Who a passive is done by. */
  readonly agents: readonly number[];
  /** The words that open it: `that`, `to`, `if`, `while`. */
  readonly openers: readonly number[];
  /** Clauses that it holds by how they hang on it. */
  readonly contents: readonly number[];
  readonly openClauses: readonly number[];
  readonly adverbials: readonly number[];
  readonly asides: readonly number[];
  readonly members: readonly number[];
  readonly subjectClauses: readonly number[];
  /** Between 0 and 1: less where tree and tags do not fit, as in a main clause without a verb or a doubled subject. */
  readonly certainty: number;
}

/** Who does what a clause tells. */
export interface Subjects {
  readonly source: SubjectSource;
  /** Heads, without what is coordinated with them. */
  readonly heads: readonly number[];
  /** Heads with all that is coordinated with them. */
  readonly all: readonly number[];
}

/** The clauses of a document, each read when first asked for. */
export interface Clauses {
  /** The clause that a token heads. Defined for every token; `isPredicate` says whether it is one. */
  at(token: number): Clause;
  /** Who does it: its own subjects, or those it shares with the clause before, or whom its governor says. */
  subjectsOf(head: number): Subjects;
  /** The head of the nearest clause that a token stands in or heads, or -1. */
  around(token: number): number;
}
