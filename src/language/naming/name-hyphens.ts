import type { NamedSpan } from '../document.ts';
import type { Tagged } from '../tagging/tag.ts';

/** Words that a hyphen joins to a name though they are no part of it: `the Obama-era rule`, `Jolie-style`. */
const NO_NAMES: ReadonlySet<string> = new Set(
  [
    'era style like led backed based owned born made type run inspired appointed controlled held related linked',
    'free esque designed trained built nominated friendly ally allied hit in at to and the',
  ].flatMap((line) => line.split(' ')),
);
const LONGEST_PART = 8;
/**
 * Below this a name of two words is a person's, whatever it was read as, where a hyphen joins a small second part to
 * it: `Park Min-seok` is no park.
 */
const DOUBTFUL = 0.5;

/**
 * Names of people whose given name is hyphenated with a small second part, made whole: `Kim Sang-woo`, `Park Ji-hye`,
 * `Lee Teng-hui`. A tokeniser splits them at the hyphen, and a recogniser that has seen few of them stops there, or
 * before the given name.
 */
export function mendHyphens(tagged: Tagged, names: readonly NamedSpan[]): NamedSpan[] {
  const taken = new Uint8Array(tagged.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  return names.map((name) => {
    const isDoubtful = name.type !== 'PERSON' && name.confidence < DOUBTFUL;
    if (name.type !== 'PERSON' && !isDoubtful) return name;
    const begin = name.last > name.first ? name.last : name.last + 1;
    const part = begin + 2;
    if (part >= tagged.count || taken[begin + 1] === 1 || taken[part] === 1) return name;
    if (begin > name.last && (taken[begin] === 1 || !isGivenPart(tagged, begin))) return name;
    const word = wordOf(tagged, part);
    const isPart =
      word.length <= LONGEST_PART &&
      (isDoubtful || begin > name.last ? /^\p{Ll}+$/u : /^\p{L}\p{Ll}+$/u).test(word) &&
      !NO_NAMES.has(word.toLowerCase());
    return isPart && isJoined(tagged, begin) ? { ...name, type: 'PERSON', last: part } : name;
  });
}

/** Whether a hyphen joins a token to the one after the next. */
function isJoined(tagged: Tagged, token: number): boolean {
  return (
    tagged.end[token] === tagged.start[token + 1] &&
    tagged.end[token + 1] === tagged.start[token + 2] &&
    /^[-‑]$/.test(wordOf(tagged, token + 1))
  );
}

/** `Ok` of `Kim Ok-ju`: a short word with a capital, one space after the name. */
function isGivenPart(tagged: Tagged, token: number): boolean {
  return (
    /^\p{Lu}\p{Ll}{1,5}$/u.test(wordOf(tagged, token)) &&
    tagged.text.slice(tagged.end[token - 1], tagged.start[token]) === ' '
  );
}

function wordOf(tagged: Tagged, token: number): string {
  return tagged.text.slice(tagged.start[token], tagged.end[token]);
}
