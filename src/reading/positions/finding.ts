import type { TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import type { TokenMention } from '../actors/mention.ts';

/** A role found at one place: whose, the words of the title, and the tokens that name what it is a role in. */
export interface PositionFinding extends TokenRange {
  /** The mention of the person. */
  readonly person: number;
  readonly title: string;
  readonly former: boolean;
  /** The mention of the organisation or place it is a role in, or -1. */
  readonly of: number;
  /** The token of a demonym that tells the place instead (`Russian`), or -1. */
  readonly demonym: number;
  /** The words of an institution that only a description names: `Iranian armed forces`. */
  readonly institution: TokenRange | null;
  /** Whether the title is the words where it stands, not told by a verb or a counterpart. */
  readonly isWorded: boolean;
}

/** The mentions by name that roles are read from. */
export interface NamedPeople extends Grammar {
  readonly mentions: readonly TokenMention[];
  /** The mention that holds a token, or -1. */
  readonly mentionAt: (token: number) => number;
  readonly isPerson: (mention: number) => boolean;
}

/** The roles told so far: the last of all, and the last one of each entity. */
export interface ToldRoles {
  readonly last: PositionFinding | undefined;
  readonly byEntity: ReadonlyMap<number, PositionFinding>;
}
