import { createHash, timingSafeEqual } from 'node:crypto';
import type { Permission } from './context.ts';

/** Whether a request may write, by its `Authorization` header. */
export function checkPermission(token: string | null, header: string | undefined): Permission {
  if (token === null) return 'OFF';
  if (header === undefined || header.trim() === '') return 'MISSING';
  return hasToken(token, header) ? 'GRANTED' : 'WRONG';
}

/**
 * Whether an `Authorization` header holds a token. They are compared by their hashes in constant time, so that time
 * tells nothing of the token.
 */
export function hasToken(token: string, header: string | undefined): boolean {
  const given = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
