const NEW_LINE = 10;
const BAR = 124;

/** Longer words than this are in no table. */
const LONGEST = 256;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const sought = new Uint8Array(LONGEST);

/** The end of the line that begins at `start`. */
function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(NEW_LINE, start);
  return end < 0 ? bytes.length : end;
}

/** One line of a text, without its break, from where it begins. */
export function lineAt(bytes: Uint8Array, start: number): string {
  return decoder.decode(bytes.subarray(start, endOfLine(bytes, start)));
}

/**
 * A table from words to short texts that takes no time to open: its lines, each a word, a bar and what it stands for,
 * lie sorted by their bytes and are searched by halving where they lie.
 */
export class WordTable {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What a word stands for; undefined where it is not in the table. */
  find(word: string): string | undefined {
    const { read, written } = encoder.encodeInto(word, sought);
    if (read < word.length) return undefined;
    const bytes = this.#bytes;
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : bytes.lastIndexOf(NEW_LINE, middle - 1) + 1;
      const order = this.#compare(start, written);
      if (order === 0) return lineAt(bytes, start + written + 1);
      if (order > 0) high = start;
      else low = endOfLine(bytes, start) + 1;
    }
    return undefined;
  }

  /** Below, at or above 0 as the line's word lies before, at or after the one sought, whose bytes are `count`. */
  #compare(start: number, count: number): number {
    const bytes = this.#bytes;
    for (let at = 0; at < count; at += 1) {
      const own = bytes[start + at] ?? BAR;
      if (own === BAR) return -1;
      const difference = own - (sought[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return bytes[start + count] === BAR ? 0 : 1;
  }
}

/** The bytes of a table, as `WordTable` searches them; the words hold neither bars nor line breaks. */
export function encodeWordTable(entries: ReadonlyMap<string, string>): Uint8Array {
  const lines = [...entries].map(([word, meaning]) => ({ word: Buffer.from(word), line: `${word}|${meaning}` }));
  return encoder.encode(
    lines
      .sort((left, right) => Buffer.compare(left.word, right.word))
      .map(({ line }) => line)
      .join('\n'),
  );
}
