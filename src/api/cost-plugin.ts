import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';
import { type Measure, type MeasuredOperation, measureOperation } from './cost.ts';
import type { Limits } from './limits.ts';

/** The request header that asks for `extensions.cost`. */
export const COST_HEADER = 'x-dateline-cost';

/** How many levels of JSON variables may have: some more than a filter may hold filters. */
const MOST_NESTED = 256;
/**
 * How many values they may hold in all: more than any list that is taken, and few enough to be looked at several times
 * over.
 */
const MOST_VALUES = 10_000;

/**
 * Throws an error with status 400 and code DEPTH_LIMIT or COST_LIMIT where an operation is deeper, or may cost more,
 * than it may.
 */
function checkMeasure({ depth, cost }: Measure, limits: Limits): void {
  if (depth > limits.depth) throw refuse('DEPTH_LIMIT', `${depth} levels deep; at most ${limits.depth} are allowed.`);
  if (cost > limits.cost)
    throw refuse(
      'COST_LIMIT',
      `The query may cost ${cost} fields; at most ${limits.cost} are allowed. ` +
        'Ask for smaller pages, for less at once, or with simpler filters.',
    );
}

/**
 * Measures an operation with its real variables. Throws an error with status 400 where it is over the limits, or where
 * its variables are too many or too deep.
 */
export function checkCost(limits: Limits): (operation: MeasuredOperation) => void {
  return (operation) => {
    checkVariables(operation.variables);
    checkMeasure(measureOperation(operation), limits);
  };
}

/** Whether an operation of some measure may run. */
export function isWithin(limits: Limits, { depth, cost }: Measure): boolean {
  return depth <= limits.depth && cost <= limits.cost;
}

/**
 * Refuses operations over the limits before they run, with their real variables. Whoever sends `x-dateline-cost: 1`
 * gets `extensions.cost`: the cost, its limit, the depth.
 */
export function limitsCost(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      let measure: Measure | null = null;
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return;
          checkVariables(request.variables);
          measure = measureOperation({ schema, document, operation, variables: request.variables ?? {} });
          checkMeasure(measure, limits);
          contextValue.measure = measure;
        },
        willSendResponse: async ({ request, response }) => {
          if (
            !measure ||
            response.body.kind !== 'single' ||
            !/^(?:1|true)$/.test(request.http?.headers.get(COST_HEADER) ?? '')
          )
            return;
          const result = response.body.singleResult;
          result.extensions = {
            ...result.extensions,
            cost: { cost: measure.cost, limit: limits.cost, depth: measure.depth },
          };
        },
      };
    },
  };
}

/** Throws an error with status 400 where variables are too deep or too many to be walked. */
function checkVariables(variables: unknown): void {
  const excess = findExcess(variables);
  if (excess !== null) throw refuse('BAD_USER_INPUT', `The variables ${excess}.`);
}

/**
 * What keeps JSON from being walked by recursion, and quickly; null where nothing does. It is looked at level by level,
 * which is no recursion, and no further than the bound.
 */
export function findExcess(json: unknown): string | null {
  let level: unknown[] = [json];
  let count = 0;
  for (let depth = 0; depth <= MOST_NESTED; depth += 1) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      count += inner.length;
      if (count > MOST_VALUES) return `hold more than ${MOST_VALUES} values`;
      below.push(...inner);
    }
    if (below.length === 0) return null;
    level = below;
  }
  return `are more than ${MOST_NESTED} levels deep`;
}

function refuse(code: 'DEPTH_LIMIT' | 'COST_LIMIT' | 'BAD_USER_INPUT', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
