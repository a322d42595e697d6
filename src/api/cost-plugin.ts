import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';
import { type Measure, type MeasuredOperation, measureOperation } from './cost.ts';
import type { Limits } from './limits.ts';

/** The request header that asks for `extensions.cost`. */
export const COST_HEADER = 'x-dateline-cost';

/** How many levels of JSON variables may have: some more than a filter may hold filters. */
const MOST_NESTED = 256;

/** Throws an error with status 400 and code DEPTH_LIMIT or COST_LIMIT where an operation is deeper, or may cost more, than it may. */
function checkMeasure({ depth, cost }: Measure, limits: Limits): void {
  if (depth > limits.depth) throw refuse('DEPTH_LIMIT', `${depth} levels deep; at most ${limits.depth} are allowed.`);
  if (cost > limits.cost) throw refuse('COST_LIMIT', `The query may cost ${cost} fields; at most ${limits.cost} are allowed. Ask for smaller pages, for less at once, or with simpler filters.`);
}

/** Measures an operation with its real variables. Throws an error with status 400 where it is over the limits, or where its variables cannot be walked. */
export function checkCost(limits: Limits): (operation: MeasuredOperation) => void {
  return (operation) => {
    if (!isShallow(operation.variables)) throw refuse('BAD_USER_INPUT', `The variables are more than ${MOST_NESTED} levels deep.`);
    checkMeasure(measureOperation(operation), limits);
  };
}

/** Whether an operation of some measure may run. */
export function isWithin(limits: Limits, { depth, cost }: Measure): boolean {
  return depth <= limits.depth && cost <= limits.cost;
}

/** Refuses operations over the limits before they run, with their real variables. Whoever sends `x-dateline-cost: 1` gets `extensions.cost`: the cost, its limit, the depth. */
export function limitsCost(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      let measure: Measure | null = null;
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return;
          if (!isShallow(request.variables)) throw refuse('BAD_USER_INPUT', `The variables are more than ${MOST_NESTED} levels deep.`);
          measure = measureOperation({ schema, document, operation, variables: request.variables ?? {} });
          checkMeasure(measure, limits);
          contextValue.measure = measure;
        },
        willSendResponse: async ({ request, response }) => {
          if (!measure || response.body.kind !== 'single' || !/^(?:1|true)$/.test(request.http?.headers.get(COST_HEADER) ?? '')) return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, cost: { cost: measure.cost, limit: limits.cost, depth: measure.depth } };
        },
      };
    },
  };
}

/** Whether JSON can be walked by recursion. It is looked at level by level, which is none. */
export function isShallow(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth <= MOST_NESTED; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return true;
  }
  return false;
}

function refuse(code: 'DEPTH_LIMIT' | 'COST_LIMIT' | 'BAD_USER_INPUT', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
