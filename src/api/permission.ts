import { createHash, timingSafeEqual } from 'node:crypto';
import type { Permission } from './context.ts';

/** Whether a request may write, by its `Authorization` header. Tokens are compared by their hashes in constant time, so that time tells nothing of them. */
export function checkPermission(token: string | null, header: string | undefined): Permission {
  if (token === null) return 'OFF';
  if (header === undefined || header.trim() === '') return 'MISSING';
  const given = /^Bearer\s+(\S+)\s*$/i.exec(header)?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token)) ? 'GRANTED' : 'WRONG';
}
