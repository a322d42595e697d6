import {
  type ASTVisitor,
  GraphQLError,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** More tokens than any query that fits the cost limit needs. */
export const MOST_TOKENS = 4_000;
/** So many errors tell what is wrong with variables: each repeats the value that it is about. */
export const MOST_VARIABLE_ERRORS = 10;

/** How deep, wide and costly one operation may be. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  /** What an operation may make the server do, in the units of `cost-prices.ts`. */
  readonly cost: number;
  readonly rootFields: number;
  /**
   * The longest text that `extract` reads, in UTF-16 code units. Reading it keeps the process for about a second;
   * whoever writes is trusted with longer ones.
   */
  readonly extractedCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  depth: 14,
  aliases: 40,
  cost: 250_000,
  rootFields: 40,
  extractedCharacters: 50_000,
};

/**
 * A validation rule for what can be told of a document alone: its aliases and the fields at its root. What depends on
 * variables is measured when they are known.
 */
export function limitOperations(limits: Limits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let aliases = 0;
    return {
      Field: (node) => {
        if (node.alias) aliases += 1;
        if (aliases === limits.aliases + 1)
          context.reportError(new GraphQLError(`More than ${limits.aliases} aliases.`));
      },
      OperationDefinition: (operation: OperationDefinitionNode) => {
        if (operation.selectionSet.selections.length > limits.rootFields)
          context.reportError(new GraphQLError(`More than ${limits.rootFields} fields at the root.`));
      },
    };
  };
}
