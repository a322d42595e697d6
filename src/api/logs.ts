import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { pino } from 'pino';
import { traceOf } from './trace.ts';

/** Where lines of JSON go, one a call. */
export interface LogStream {
  write(line: string): void;
}

/** What probes ask for every few seconds: logged at `debug` only. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Standard output, of which lines are written together: they wait for each other a tenth of a second at most, and none
 * is lost when the process ends. What is written at once is what a pipe takes whole, so that the lines of several
 * processes never mix.
 */
function openOutput(): LogStream {
  const output = pino.destination({ dest: 1, sync: true, minLength: 3_500, maxWrite: 4_096, periodicFlush: 100 });
  process.once('exit', () => output.flushSync());
  return output;
}

/**
 * How the server logs: not at all, to standard output, or to a stream. Of several worker processes each names itself in
 * every line.
 */
export function loggerFor(
  logs: boolean | LogStream,
  worker?: number,
): Exclude<FastifyServerOptions['logger'], undefined> {
  if (logs === false) return false;
  return {
    level: 'info',
    ...(worker === undefined ? {} : { base: { pid: process.pid, hostname: hostname(), worker } }),
    serializers: { err: describeError },
    stream: logs === true ? openOutput() : logs,
  };
}

/**
 * The id of a request: what a proxy gave it in `x-request-id`, where that is at most 128 letters, figures and `._:-`; a
 * new one otherwise.
 */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/**
 * Sends each request's id back, and logs one line about it when it is answered: what ran, how it ended, how long it
 * took. Never what was asked, sent or answered.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { operation, codes, references } = traceOf(request);
    const route = request.routeOptions.url ?? null;
    const line = {
      reqId: request.id,
      method: request.method,
      route,
      operation,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(codes.length > 0 ? { codes: [...new Set(codes)] } : {}),
      ...(references.length > 0 ? { references } : {}),
    };
    app.log[route !== null && PROBES.has(route) ? 'debug' : 'info'](line, 'request');
    done();
  });
}

/**
 * An error's kind and place. Its message is left out: messages of parsers and of SQLite's search quote what they
 * stumbled over.
 */
function describeError(error: unknown): { type: string; message: string; stack: string; code: string | null } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '', code: null };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: '',
    stack: frames.join('\n'),
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
  };
}

/** The part of a message of Apollo Server's before what it quotes. */
export function withoutQuotes(message: unknown): string {
  return String(message).split(/[:.] /, 1)[0] ?? '';
}
