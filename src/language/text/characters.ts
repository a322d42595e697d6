/** What a character is to the tokeniser. */
export const SPACE = 1;
export const UPPER = 2;
export const LOWER = 3;
export const DIGIT = 4;
export const MARK = 5;
export const APOSTROPHE = 6;
export const HYPHEN = 7;
export const SYMBOL = 8;
export const PICTURE = 9;

const ASTRAL_SIZE = 0x10000;
const classes = new Uint8Array(ASTRAL_SIZE);

/**
 * The class of the character at `at`, reading a surrogate pair as one; 0 past the end of the text. Letters without case
 * count as LOWER, other numbers (½, ²) too; controls and zero-width spaces are SPACE; a lone surrogate is a SYMBOL.
 */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return 0;
  if (code >= 0xd800 && code <= 0xdfff) {
    const point = text.codePointAt(at) ?? code;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : SYMBOL;
  }
  const known = classes[code];
  if (known !== undefined && known !== 0) return known;
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

/** How many code units the character at `at` takes: 2 for a surrogate pair. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Whether a code unit ends a paragraph: line feed, carriage return, form feed, line and paragraph separators. */
export function isLineBreak(code: number): boolean {
  return (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x0c ||
    code === 0x0b ||
    code === 0x85 ||
    code === 0x2028 ||
    code === 0x2029
  );
}

export function isLetter(kind: number): boolean {
  return kind === UPPER || kind === LOWER;
}

/** Letter or digit: what the inside of a word is made of. */
export function isWordKind(kind: number): boolean {
  return kind === UPPER || kind === LOWER || kind === DIGIT;
}

function classify(character: string): number {
  if (/^[\s\u200b\u2060\ufeff\u0085\p{Cc}]$/u.test(character)) return SPACE;
  if (/^['’ʼ＇]$/u.test(character)) return APOSTROPHE;
  if (/^[-‐‑]$/u.test(character)) return HYPHEN;
  if (/^(?:\p{M}|\u200c|\u200d|\u00ad)$/u.test(character)) return MARK;
  if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return UPPER;
  if (/^\p{Nd}$/u.test(character)) return DIGIT;
  if (/^[\p{L}\p{N}ªº]$/u.test(character)) return LOWER;
  if (
    /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u.test(character) &&
    !/^[©®™]$/u.test(character)
  )
    return PICTURE;
  return SYMBOL;
}
