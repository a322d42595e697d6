import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { CloseCode, MessageType, type Server } from 'graphql-ws';
import type { RateLimiter } from './rate-limit.ts';
import type { Turns } from './turns.ts';

/** What the protocol's server knows of a connection. */
export interface Connection {
  readonly request: FastifyRequest;
  /** Who is at the other end, as limits tell clients apart. */
  readonly client: string;
  /** Why the message that is being read goes too far; null where it does not. */
  excess: string | null;
}

export interface SpeakOptions {
  readonly server: Server<Connection>;
  readonly log: FastifyBaseLogger;
  /** What messages share with requests of HTTP; null where clients may ask as often as they like. */
  readonly limiter: RateLimiter | null;
  readonly turns: Turns;
  /** How often to ask whether the client is still there, in milliseconds. */
  readonly heartbeat: number;
}

/**
 * How many messages that ask for nothing, such as pings, a connection may send between two heartbeats without their
 * counting as requests.
 */
const FREE_MESSAGES = 20;
/** How many messages over the limit are answered or passed over before the connection is closed. */
const MOST_EXCESSES = 10;
/** How much may wait to be sent, in bytes, before no more is read from a client that does not take it. */
const MOST_WAITING = 262_144;
/** A code of the protocol's own range, after HTTP's 429. */
const TOO_MANY_REQUESTS = 4429;

/**
 * Speaks the protocol with one client until either side leaves. Its messages are read one at a time, each at a turn of
 * the event loop; none is taken from the network while others wait, or while what was sent is not taken. A client that
 * does not answer between two heartbeats is cut off, and so is one that does not read: the heartbeat waits behind what
 * it has been sent. What breaks is logged; the client learns only that it did.
 */
export function speak(
  { server, log, limiter, turns, heartbeat }: SpeakOptions,
  socket: WebSocket,
  connection: Connection,
): void {
  const waiting: (string | Buffer)[] = [];
  let read: (data: string) => Promise<void> = async () => {};
  let isReading = false;
  let free = FREE_MESSAGES;
  let excesses = 0;

  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState === socket.OPEN) socket.send(data, (error) => (error ? reject(error) : resolve()));
          else resolve();
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (listener) => {
        read = listener;
      },
    },
    connection,
  );

  /**
   * Lets the protocol read a message, or answers a ping of WebSocket's own, unless it is one too many: a subscription
   * is then answered with an error, all else passed over.
   */
  function handle(message: string | Buffer): void {
    const asks = typeof message === 'string' && isSubscribe(message);
    if (!asks) free -= 1;
    const seconds = limiter && (asks || free < 0) ? limiter.count(connection.client) : null;
    connection.excess = seconds === null || !limiter ? null : limiter.explain(seconds);
    if (connection.excess !== null) {
      excesses += 1;
      if (excesses > MOST_EXCESSES) {
        log.info(
          { reqId: connection.request.id, transport: 'websocket', codes: ['RATE_LIMITED'] },
          'connection closed',
        );
        socket.close(TOO_MANY_REQUESTS, 'Too many requests');
      }
      if (!asks || excesses > MOST_EXCESSES) return;
    }
    if (typeof message !== 'string') socket.pong(message);
    else letRead(message);
  }

  function letRead(message: string): void {
    read(message).catch((error: unknown) => {
      if (socket.readyState !== socket.OPEN) return;
      log.error({ err: error }, 'a message could not be answered');
      socket.close(CloseCode.InternalServerError, 'Something went wrong on the server.');
    });
  }

  async function readAll(): Promise<void> {
    isReading = true;
    socket.pause();
    while (waiting.length > 0) {
      await turns.take();
      const message = waiting.shift();
      if (socket.readyState !== socket.OPEN) waiting.length = 0;
      else if (message !== undefined) handle(message);
      if (socket.bufferedAmount > MOST_WAITING) await flushed(socket);
    }
    isReading = false;
    socket.resume();
  }

  function take(message: string | Buffer): void {
    waiting.push(message);
    if (isReading) return;
    readAll().catch((error: unknown) => {
      log.error({ err: error }, 'a connection broke');
      socket.terminate();
    });
  }
  socket.on('message', (data) => take(String(data)));
  socket.on('ping', take);
  let hasAnswered = true;
  const beat = setInterval(() => {
    if (!hasAnswered) socket.terminate();
    hasAnswered = false;
    free = FREE_MESSAGES;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, heartbeat).unref();
  socket.on('pong', () => {
    hasAnswered = true;
  });
  socket.once('close', (code, reason) => {
    clearInterval(beat);
    waiting.length = 0;
    closed(code, String(reason)).catch((error: unknown) =>
      log.error({ err: error }, 'a connection could not be cleared away'),
    );
  });
}

/** Resolves when the client has taken all that was sent, or is gone. */
function flushed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
    socket.ping('', false, () => {
      socket.off('close', resolve);
      resolve();
    });
  });
}

/** Whether a message asks for a subscription. What is none at all, the protocol refuses. */
function isSubscribe(message: string): boolean {
  try {
    const { type }: { type?: unknown } = Object(JSON.parse(message));
    return type === MessageType.Subscribe;
  } catch {
    return false;
  }
}
