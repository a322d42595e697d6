import type { ActorFilter, ArticleFilter, EventFilter, StatementFilter } from '../filters.ts';
import type { OrderBy } from '../list-queries.ts';

/** The arguments that fields of the graph have, as GraphQL has checked them: each field reads its own. */
export interface FieldArguments {
  readonly id?: string | null;
  readonly ids?: readonly string[];
  readonly name?: string | null;
  readonly url?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: (ArticleFilter & StatementFilter & EventFilter & ActorFilter) | null;
  readonly orderBy?: OrderBy<never> | null;
}

/** A field that is wanted of a record, and what is wanted of what it gives. */
export interface WantedField {
  /** What it is called in the answer. */
  readonly as: string;
  /** What the graph calls it; `__typename` for the name of the record's type. */
  readonly name: string;
  readonly args: FieldArguments;
  /** What is wanted of what it gives, where that is of a type: the same list every time, where all in it are fixed. */
  readonly of: (type: string) => readonly WantedField[];
  /** Whether no argument of it, or of what is wanted below it, changes from request to request. */
  readonly isFixed: boolean;
}
