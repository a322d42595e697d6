/**
 * Whether a text is an address, by itself or from a base. `URL.canParse` would do, but in Node 20 it refuses
 * `https://café.example` once it has been called a few thousand times.
 */
export function isUrl(text: string, base?: string): boolean {
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}
