import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** How many groups of an IPv6 address identify a client: whoever has one address has its whole network of 64 bits. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * The client of a request, as the limits count clients: the address that the server sees, or that the proxies it trusts
 * report.
 */
export function clientOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  // A URL holds an address in its shortest form: groups without leading noughts, the longest run of empty ones as `::`.
  const [front = '', back = ''] = new URL(`http://[${ip.split('%', 1)[0]}]/`).hostname.slice(1, -1).split('::');
  const [head, tail] = [front, back].map((part) => (part === '' ? [] : part.split(':')));
  const groups = [
    ...(head ?? []),
    ...Array.from({ length: GROUPS - (head?.length ?? 0) - (tail?.length ?? 0) }, () => '0'),
    ...(tail ?? []),
  ];
  return groups.slice(0, NETWORK_GROUPS).join(':');
}

/**
 * Things of one kind that clients hold, such as sockets, or bytes of what they have sent: so many each, and so many in
 * all.
 */
export class Places {
  readonly #mostOfOne: number;
  readonly #most: number;
  readonly #held = new Map<string, number>();
  #total = 0;

  constructor(mostOfOne: number, most: number) {
    this.#mostOfOne = mostOfOne;
    this.#most = most;
  }

  /** Who has no room for so many more of a client's; null where there is room. */
  full(client: string, count = 1): 'CLIENT' | 'SERVER' | null {
    if ((this.#held.get(client) ?? 0) + count > this.#mostOfOne) return 'CLIENT';
    return this.#total + count > this.#most ? 'SERVER' : null;
  }

  /** Holds so many more; gives what lets them go, once however often it is called. */
  take(client: string, count = 1): () => void {
    this.#held.set(client, (this.#held.get(client) ?? 0) + count);
    this.#total += count;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#total -= count;
      const rest = (this.#held.get(client) ?? 0) - count;
      if (rest > 0) this.#held.set(client, rest);
      else this.#held.delete(client);
    };
  }
}
