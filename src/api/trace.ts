import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import type { Trace } from './request-trace.ts';

const traces = new WeakMap<FastifyRequest, Trace>();

/** The trace of a request, the same one for as long as the request lives. */
export function traceOf(request: FastifyRequest): Trace {
  const known = traces.get(request);
  if (known) return known;
  const trace: Trace = { operation: null, codes: [], references: [] };
  traces.set(request, trace);
  return trace;
}

/** Notes the name of each operation and the codes of its errors in the trace of its request. */
export function notesOperations(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, operationName }) => {
        if (contextValue.trace) contextValue.trace.operation = operationName;
      },
      willSendResponse: async ({ contextValue, response }) => {
        if (response.body.kind !== 'single') return;
        for (const { extensions } of response.body.singleResult.errors ?? []) {
          contextValue.trace?.codes.push(textOf(extensions?.['code']) ?? 'UNKNOWN');
          const reference = textOf(extensions?.['reference']);
          if (reference !== null) contextValue.trace?.references.push(reference);
        }
      },
    }),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
