import type { Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { Places } from './clients.ts';

/** How long a client may take to send a request, in milliseconds: its head, and all of it. */
export interface Patience {
  readonly head: number;
  readonly request: number;
  /** How often connections are looked at: one is cut off so much later at the most. */
  readonly interval: number;
}

/**
 * Half a minute for a whole request is enough for the largest body over a slow line. Node looks only every half minute
 * by itself, which makes a minute of it.
 */
export const PATIENCE: Patience = { head: 10_000, request: 30_000, interval: 2_000 };

/** Connections at a time, WebSockets and those that wait for a next request included: of one address, and in all. */
export interface ConnectionLimits {
  readonly ofOne: number;
  readonly inAll: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = { ofOne: 256, inAll: 2_000 };

/** What Node's server of HTTP is made with, so that whoever sends half a request does not hold a connection. */
export function connectionOptions({ head, request, interval }: Patience): ServerOptions {
  return { headersTimeout: head, requestTimeout: request, connectionsCheckingInterval: interval };
}

/**
 * Closes connections that are too many as soon as they are made. Connections of one address are counted only where
 * clients connect directly: a proxy connects from its own address for all of them, and has to count them itself.
 */
export function limitConnections(server: Server, { ofOne, inAll }: ConnectionLimits, isBehindProxy: boolean): void {
  server.maxConnections = inAll;
  if (isBehindProxy) return;
  const open = new Places(ofOne, inAll);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (open.full(address)) socket.destroy();
    else socket.once('close', open.take(address));
  });
}
