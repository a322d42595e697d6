import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { CloseCode, type Server } from 'graphql-ws';

/** What the protocol's server knows of a connection. */
export interface Connection {
  readonly request: FastifyRequest;
}

/** How often to ask whether the client is still there, in milliseconds. */
const HEARTBEAT = 15_000;

/** Speaks the protocol with one client until either side leaves. One that does not answer between two heartbeats is cut off. What breaks is logged; the client learns only that it did. */
export function speak(server: Server<Connection>, socket: WebSocket, request: FastifyRequest, log: FastifyBaseLogger): void {
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState === socket.OPEN) socket.send(data, (error) => (error ? reject(error) : resolve()));
          else resolve();
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (read) => {
        socket.on('message', (data) => {
          read(String(data)).catch((error: unknown) => {
            if (socket.readyState !== socket.OPEN) return;
            log.error({ err: error }, 'a message could not be answered');
            socket.close(CloseCode.InternalServerError, 'Something went wrong on the server.');
          });
        });
      },
    },
    { request },
  );
  let hasAnswered = true;
  const heartbeat = setInterval(() => {
    if (!hasAnswered) socket.terminate();
    hasAnswered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, HEARTBEAT).unref();
  socket.on('pong', () => {
    hasAnswered = true;
  });
  socket.once('close', (code, reason) => {
    clearInterval(heartbeat);
    closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'a connection could not be cleared away'));
  });
}
