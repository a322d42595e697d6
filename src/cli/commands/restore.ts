import { restore as putInPlace } from '../../store/backup.ts';
import type { Settings } from '../settings.ts';

/**
 * Puts a backup in the place of the graph, and says how much it holds and where the graph of before is. Throws what the
 * store's `restore` throws.
 */
export function restore({ database }: Settings, file: string): void {
  const { articles, bytes, kept } = putInPlace(file, database, new Date());
  process.stdout.write(`${database} holds the graph of ${file}: ${articles} articles, ${bytes} bytes\n`);
  if (kept !== null) process.stdout.write(`what was there before is kept in ${kept}\n`);
}
