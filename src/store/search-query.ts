/** More words than anybody types, those of phrases counted; the rest are left out. */
const MOST_WORDS = 24;
/** As much of what somebody typed as is read, in UTF-16 code units: a long headline or a whole sentence of a law. */
const MOST_TYPED = 2_000;

/** A word, or several that follow each other, that must occur. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** Whether the last word need only begin so. */
  readonly isPrefix: boolean;
}

/**
 * What somebody typed, as terms, each once: every word and every "quoted phrase", `word*` for a prefix. Whatever is no
 * letter or figure is dropped.
 */
export function readTerms(typed: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  let left = MOST_WORDS;
  const add = (words: readonly string[], isPrefix: boolean): void => {
    const term = { words: words.slice(0, left), isPrefix: isPrefix && words.length <= left };
    const written = writeTerm(term);
    if (term.words.length === 0 || terms.has(written)) return;
    terms.set(written, term);
    left -= term.words.length;
  };
  for (const match of typed.slice(0, MOST_TYPED).matchAll(/["“”]([^"“”]*)(?:["“”]|$)|(\S+)/gu)) {
    const phrase = match[1];
    if (phrase !== undefined) {
      add(wordsOf(phrase), false);
      continue;
    }
    const typedWord = match[2] ?? '';
    const words = wordsOf(typedWord);
    for (const [place, word] of words.entries()) add([word], typedWord.endsWith('*') && place === words.length - 1);
  }
  return [...terms.values()];
}

/**
 * What somebody typed as an FTS5 query: all of its terms must occur. Every term is quoted, so that nothing typed can be
 * syntax. Null where no word is left.
 */
export function matchQuery(typed: string): string | null {
  const terms = readTerms(typed);
  return terms.length === 0 ? null : terms.map(writeTerm).join(' AND ');
}

function writeTerm({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? '*' : ''}`;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
