import { backUp } from '../../store/backup.ts';
import type { Settings } from '../settings.ts';

/** Writes the graph into a file of its own, and says how much it holds. Throws what `backUp` throws. */
export function backup({ database }: Settings, file: string, { force }: { readonly force: boolean }): void {
  const { articles, bytes } = backUp(database, file, force);
  process.stdout.write(`${file} holds the graph of ${database}: ${articles} articles, ${bytes} bytes\n`);
}
