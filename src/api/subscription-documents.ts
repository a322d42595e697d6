import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOfDocument } from './documents.ts';

/** What documents may take in memory that others may ask for again, in bytes. */
const MOST_BYTES = 30_000_000;

export interface DocumentLimits {
  /** Rules beside those of GraphQL: the limits. They are looked at first: they bound what the others cost. */
  readonly validationRules: readonly ValidationRule[];
  readonly mostTokens: number;
  /** After so many errors no more are looked for. */
  readonly mostErrors: number;
  /** What is wrong with a text before anything reads it; nothing where it is left out. */
  readonly checkDocument?: (query: string) => GraphQLError | null;
  readonly isProduction: boolean;
}

/**
 * Reads the documents of subscriptions. Those that are asked for again are read once, and all who run the same one hold
 * the same.
 */
export class SubscriptionDocuments {
  readonly #schema: GraphQLSchema;
  readonly #limits: DocumentLimits;
  readonly #known = new LRUCache<string, DocumentNode>({ maxSize: MOST_BYTES, maxEntrySize: MOST_BYTES / 4 });

  constructor(schema: GraphQLSchema, limits: DocumentLimits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** The document of a text, or what is wrong with it. */
  read(query: string): DocumentNode | GraphQLError[] {
    const key = createHash('sha256').update(query).digest('base64');
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#parse(query);
    if (!Array.isArray(found)) this.#known.set(key, found, { size: bytesOfDocument(query) });
    return found;
  }

  #parse(query: string): DocumentNode | GraphQLError[] {
    const { checkDocument, mostTokens, mostErrors, validationRules, isProduction } = this.#limits;
    const error = checkDocument?.(query);
    if (error) return [error];
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: mostTokens });
    } catch (thrown) {
      return [refuse('GRAPHQL_PARSE_FAILED', thrown instanceof GraphQLError ? thrown.message : '', thrown)];
    }
    for (const rules of [validationRules, specifiedRules]) {
      try {
        const errors = validate(this.#schema, document, rules, {
          maxErrors: mostErrors,
          hideSuggestions: isProduction,
        });
        if (errors.length > 0) return errors.map((each) => refuse('GRAPHQL_VALIDATION_FAILED', each.message, each));
      } catch (thrown) {
        return [refuse('GRAPHQL_VALIDATION_FAILED', '', thrown)];
      }
    }
    return document;
  }
}

/** An error with a code, made of another where there is one, at its place. */
export function refuse(code: string, message: string, cause?: unknown): GraphQLError {
  const place =
    cause instanceof GraphQLError
      ? { nodes: cause.nodes ?? null, source: cause.source ?? null, positions: cause.positions ?? null }
      : {};
  return new GraphQLError(message, {
    ...place,
    extensions: { code },
    ...(cause === undefined ? {} : { originalError: cause instanceof Error ? cause : new Error(String(cause)) }),
  });
}
