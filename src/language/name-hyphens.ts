import type { NamedSpan } from './document.ts';
import type { Tagged } from './tag.ts';

/** Words that a hyphen joins to a name though they are no part of it: `the Obama-era rule`, `Jolie-style`. */
const NO_NAMES =
  /^(?:era|style|like|led|backed|based|owned|born|made|type|run|inspired|appointed|controlled|held|related|linked|free|esque|designed|trained|built|nominated|friendly|ally|allied|hit|in|at|to|and|the)$/i;
const LONGEST_PART = 8;
/** Below this a name of two words is a person's, whatever it was read as, where a hyphen joins a small second part to it: `Park Min-seok` is no park. */
const DOUBTFUL = 0.5;

/**
 * Names of people whose given name is hyphenated with a small second part, made whole: `Kim Sang-woo`, `Park Ji-hye`, `Lee Teng-hui`. A tokeniser splits them at the
 * hyphen, and a recogniser that has seen few of them stops there.
 */
export function mendHyphens(tagged: Tagged, names: readonly NamedSpan[]): NamedSpan[] {
  const taken = new Uint8Array(tagged.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  return names.map((name) => {
    const isDoubtful = name.type !== 'PERSON' && name.confidence < DOUBTFUL;
    if ((name.type !== 'PERSON' && !isDoubtful) || name.last === name.first) return name;
    const hyphen = name.last + 1;
    const part = name.last + 2;
    if (part >= tagged.count || taken[hyphen] === 1 || taken[part] === 1) return name;
    const isJoined = tagged.end[name.last] === tagged.start[hyphen] && tagged.end[hyphen] === tagged.start[part] && /^[-‑]$/.test(wordOf(tagged, hyphen));
    const word = wordOf(tagged, part);
    const isPart = word.length <= LONGEST_PART && (isDoubtful ? /^\p{Ll}+$/u : /^\p{L}\p{Ll}+$/u).test(word) && !NO_NAMES.test(word);
    return isJoined && isPart ? { ...name, type: 'PERSON', last: part } : name;
  });
}

function wordOf({ text, start, end }: Tagged, token: number): string {
  return text.slice(start[token], end[token]);
}
