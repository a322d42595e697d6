/** More terms than anybody types; the rest are left out. */
const MOST_TERMS = 24;

/**
 * What somebody typed as an FTS5 query: every word and every "quoted phrase" must occur, `word*` is a prefix. Whatever is no letter or figure is dropped, and every term is
 * quoted, so that nothing typed can be syntax. Null where no word is left.
 */
export function matchQuery(typed: string): string | null {
  const terms: string[] = [];
  for (const match of typed.matchAll(/["“”]([^"“”]*)(?:["“”]|$)|(\S+)/gu)) {
    const phrase = match[1];
    if (phrase !== undefined) {
      const words = wordsOf(phrase);
      if (words.length > 0) terms.push(`"${words.join(' ')}"`);
      continue;
    }
    const typedWord = match[2] ?? '';
    const words = wordsOf(typedWord);
    words.forEach((word, place) => {
      const isPrefix = typedWord.endsWith('*') && place === words.length - 1;
      terms.push(`"${word}"${isPrefix ? '*' : ''}`);
    });
  }
  return terms.length === 0 ? null : terms.slice(0, MOST_TERMS).join(' AND ');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
