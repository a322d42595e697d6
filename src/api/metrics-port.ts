import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connectionOptions, PATIENCE } from './connection-limits.ts';
import { hasToken } from './permission.ts';

export interface MetricsPortOptions {
  readonly port: number;
  readonly host: string;
  /** What `/metrics` needs; null where whoever reaches the port may read it. */
  readonly token: string | null;
  /** All figures; throws where they cannot be told just now. */
  readonly print: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Whether the server is ready for requests. */
  readonly isReady: () => Promise<boolean>;
}

export interface MetricsPort {
  readonly url: string;
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Probes and scrapers are few. */
const MOST_CONNECTIONS = 100;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Serves `/metrics`, `/healthz` and `/readyz` on a port of their own, which does not keep the process running. Throws
 * where it cannot listen.
 */
export async function openMetricsPort(options: MetricsPortOptions): Promise<MetricsPort> {
  const server = createServer(connectionOptions(PATIENCE), (request, response) => {
    void answer(options, request)
      .catch(
        (): Answer => ({
          status: 503,
          type: JSON_TYPE,
          text: JSON.stringify({ status: 'the figures cannot be told just now' }),
        }),
      )
      .then((found) => send(response, found));
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    close: () => void server.close(),
  };
}

async function answer(
  { token, print, isReady }: MetricsPortOptions,
  { method, url = '', headers }: IncomingMessage,
): Promise<Answer> {
  const path = url.split('?', 1)[0];
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, type: JSON_TYPE, text: '{}' };
  if (path === '/healthz') return { status: 200, type: JSON_TYPE, text: JSON.stringify({ status: 'ok' }) };
  if (path === '/readyz')
    return (await isReady())
      ? { status: 200, type: JSON_TYPE, text: JSON.stringify({ status: 'ready' }) }
      : { status: 503, type: JSON_TYPE, text: JSON.stringify({ status: 'not ready' }) };
  if (path !== '/metrics') return { status: 404, type: JSON_TYPE, text: '{}' };
  if (token !== null && !hasToken(token, headers.authorization)) return { status: 401, type: JSON_TYPE, text: '{}' };
  return { status: 200, ...(await print()) };
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(text);
}
