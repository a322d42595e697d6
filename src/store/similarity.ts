import { createHash } from 'node:crypto';

/** Words in a shingle, and hashes in a signature (Broder 1997). */
const SHINGLE = 4;
const HASHES = 32;

/**
 * A min-hash signature of a text's four-word shingles: 32 numbers of 32 bits, hexadecimal. The share of places at which two signatures agree estimates the share of
 * shingles that the texts have in common.
 */
export function signText(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (let first = 0; first + Math.min(SHINGLE, words.length) <= words.length && first < 5000; first += 1) {
    const digest = createHash('md5').update(words.slice(first, first + SHINGLE).join(' ')).digest();
    let hash = digest.readUInt32LE(0);
    const step = digest.readUInt32LE(4) | 1;
    for (let place = 0; place < HASHES; place += 1) {
      hash = (hash + step) >>> 0;
      const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
      if (mixed < (minima[place] ?? 0)) minima[place] = mixed;
    }
  }
  return [...minima].map((minimum) => minimum.toString(16).padStart(8, '0')).join('');
}

/** The share of places, 0 to 1, at which two signatures agree. */
export function compareSignatures(left: string, right: string): number {
  let same = 0;
  for (let place = 0; place < HASHES; place += 1) if (left.slice(place * 8, place * 8 + 8) === right.slice(place * 8, place * 8 + 8)) same += 1;
  return same / HASHES;
}
