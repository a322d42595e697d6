/** Words in a shingle, and hashes in a signature (Broder 1997). */
const SHINGLE = 4;
const HASHES = 32;
/**
 * Hashes in a band: two texts that have half of their shingles in common share one of the sixteen bands in 99 of 100
 * cases.
 */
const BAND = 2;
/** Shingles after these do not count: an article's beginning tells whose copy it is. */
const MOST_SHINGLES = 3000;

/**
 * A min-hash signature of a text's four-word shingles: 32 numbers of 32 bits, hexadecimal. The share of places at which
 * two signatures agree estimates the share of shingles that the texts have in common.
 */
export function signText(text: string): string {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_SHINGLES + SHINGLE);
  const hashes = words.map(hashWord);
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  const length = Math.min(SHINGLE, words.length);
  for (let first = 0; first + length <= words.length && length > 0; first += 1) {
    let shingle = 0;
    for (let place = 0; place < length; place += 1)
      shingle = mix(Math.imul(shingle, 31) + (hashes[first + place] ?? 0));
    const step = mix(shingle ^ 0x9e3779b9) | 1;
    let hash = shingle;
    for (let place = 0; place < HASHES; place += 1) {
      hash = (hash + step) >>> 0;
      const mixed = mix(hash);
      if (mixed < (minima[place] ?? 0)) minima[place] = mixed;
    }
  }
  return [...minima].map((minimum) => minimum.toString(16).padStart(8, '0')).join('');
}

/** FNV-1a over the code units of a word. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < word.length; place += 1) hash = Math.imul(hash ^ word.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The bands of a signature, each a whole number below 2^52 that holds its place too: two texts are worth comparing
 * where they share one.
 */
export function bandsOf(signature: string): number[] {
  return Array.from({ length: HASHES / BAND }, (_, band) => {
    const digits = signature.slice(band * BAND * 8, (band + 1) * BAND * 8);
    return (
      band * 2 ** 48 + Number.parseInt(digits.slice(0, 8), 16) * 2 ** 16 + Number.parseInt(digits.slice(12, 16), 16)
    );
  });
}

/** The share of places, 0 to 1, at which two signatures agree. */
export function compareSignatures(left: string, right: string): number {
  let same = 0;
  for (let place = 0; place < HASHES; place += 1)
    if (left.slice(place * 8, place * 8 + 8) === right.slice(place * 8, place * 8 + 8)) same += 1;
  return same / HASHES;
}
