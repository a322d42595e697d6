import type { WebSocket } from '@fastify/websocket';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { CloseCode, MessageType, type Server } from 'graphql-ws';
import type { RateLimiter } from './rate-limit.ts';
import type { Turns } from './turns.ts';

/** What the protocol's server knows of a connection. */
export interface Connection {
  readonly request: FastifyRequest;
  /** The client at the other end, as the limits count clients. */
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
 * the event loop; none is taken from the network while others wait, or while the client does not take what was sent. A
 * client that does not answer between two heartbeats is cut off, and so is one that does not read: the heartbeat has to
 * wait for what it has been sent. What breaks is logged; the client learns only that it did.
 */
export function speak(options: SpeakOptions, socket: WebSocket, connection: Connection): void {
  new Conversation(options, socket, connection).begin();
}

class Conversation {
  readonly #options: SpeakOptions;
  readonly #socket: WebSocket;
  readonly #connection: Connection;
  /** Messages that have come and are not read yet; what is no string is a ping of WebSocket's own. */
  readonly #waiting: (string | Buffer)[] = [];
  #read: (data: string) => Promise<void> = async () => {};
  #isReading = false;
  #free = FREE_MESSAGES;
  #excesses = 0;

  constructor(options: SpeakOptions, socket: WebSocket, connection: Connection) {
    this.#options = options;
    this.#socket = socket;
    this.#connection = connection;
  }

  begin(): void {
    const { log } = this.#options;
    const socket = this.#socket;
    const closed = this.#openProtocol();
    socket.on('message', (data) => this.#take(String(data)));
    socket.on('ping', (data) => this.#take(data));
    const beat = this.#startHeartbeat();
    socket.once('close', (code, reason) => {
      clearInterval(beat);
      this.#waiting.length = 0;
      closed(code, String(reason)).catch((error: unknown) =>
        log.error({ err: error }, 'a connection could not be cleared away'),
      );
    });
  }

  /** Gives what is to be called when the connection has closed. */
  #openProtocol(): ReturnType<Server<Connection>['opened']> {
    const socket = this.#socket;
    return this.#options.server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState === socket.OPEN) socket.send(data, (error) => (error ? reject(error) : resolve()));
            else resolve();
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => {
          this.#read = listener;
        },
      },
      this.#connection,
    );
  }

  #startHeartbeat(): NodeJS.Timeout {
    const socket = this.#socket;
    let hasAnswered = true;
    socket.on('pong', () => {
      hasAnswered = true;
    });
    return setInterval(() => {
      if (!hasAnswered) socket.terminate();
      hasAnswered = false;
      this.#free = FREE_MESSAGES;
      if (socket.readyState === socket.OPEN) socket.ping();
    }, this.#options.heartbeat).unref();
  }

  #take(message: string | Buffer): void {
    this.#waiting.push(message);
    if (this.#isReading) return;
    this.#readAll().catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'a connection broke');
      this.#socket.terminate();
    });
  }

  async #readAll(): Promise<void> {
    const socket = this.#socket;
    this.#isReading = true;
    socket.pause();
    while (this.#waiting.length > 0) {
      await this.#options.turns.take();
      const message = this.#waiting.shift();
      if (socket.readyState !== socket.OPEN) this.#waiting.length = 0;
      else if (message !== undefined) this.#handle(message);
      if (socket.bufferedAmount > MOST_WAITING) await flushed(socket);
    }
    this.#isReading = false;
    socket.resume();
  }

  /**
   * Lets the protocol read a message, or answers a ping of WebSocket's own, unless it is one too many: a subscription
   * is then answered with an error, all else passed over.
   */
  #handle(message: string | Buffer): void {
    const { limiter } = this.#options;
    const asks = typeof message === 'string' && isSubscribe(message);
    if (!asks) this.#free -= 1;
    const seconds = limiter && (asks || this.#free < 0) ? limiter.count(this.#connection.client) : null;
    this.#connection.excess = seconds === null || !limiter ? null : limiter.explain(seconds);
    if (this.#connection.excess !== null) {
      this.#excesses += 1;
      if (this.#excesses > MOST_EXCESSES) this.#cutOff();
      if (!asks || this.#excesses > MOST_EXCESSES) return;
    }
    if (typeof message !== 'string') this.#socket.pong(message);
    else this.#letRead(message);
  }

  #cutOff(): void {
    this.#options.log.info(
      { reqId: this.#connection.request.id, transport: 'websocket', codes: ['RATE_LIMITED'] },
      'connection closed',
    );
    this.#socket.close(TOO_MANY_REQUESTS, 'Too many requests');
  }

  #letRead(message: string): void {
    this.#read(message).catch((error: unknown) => {
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      this.#options.log.error({ err: error }, 'a message could not be answered');
      this.#socket.close(CloseCode.InternalServerError, 'Something went wrong on the server.');
    });
  }
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
