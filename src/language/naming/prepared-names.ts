import type { Tagged } from '../tagging/tag.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findCandidates, lookUpCues, type NameCues } from './name-candidates.ts';
import type { WordClusters } from './word-clusters.ts';

/** A document made ready for labelling: what stays the same between the two readings. */
export interface Prepared {
  readonly tagged: Tagged;
  readonly candidates: Uint8Array;
  readonly cues: NameCues;
  /** The narrowest group of each word: `WordClusters`. */
  readonly clusters: Int32Array;
  /** How each word with a capital stands elsewhere in the document, as bits: `SMALL`, `CAPITAL`, `INITIALS`. */
  readonly company: Uint8Array;
  /** For each token with a capital, the first and last token of the capitals in a row that it is one of. */
  readonly rowFirst: Int32Array;
  readonly rowLast: Int32Array;
}

/** The word stands elsewhere without a capital: `Police` where the text has `police` too. */
const SMALL = 1;
/** The word stands elsewhere with a capital though it opens no sentence. */
const CAPITAL = 2;
/** The word is an acronym of capitals in a row elsewhere, or one of those. */
const INITIALS = 4;

/** Finds the candidates of a document and looks them up. */
export function prepareNames(tagged: Tagged, gazetteer: Gazetteer, words: WordClusters): Prepared {
  const candidates = findCandidates(tagged);
  return {
    tagged,
    candidates,
    cues: lookUpCues(tagged, candidates, gazetteer),
    clusters: tagged.words.word.map((word) => words.find(word)),
    company: findCompany(tagged, candidates),
    ...findRows(tagged, candidates),
  };
}

function findRows(tagged: Tagged, candidates: Uint8Array): Pick<Prepared, 'rowFirst' | 'rowLast'> {
  const rowFirst = new Int32Array(tagged.count);
  const rowLast = new Int32Array(tagged.count);
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1) {
      const goesOn = token > first && candidates[token] === 1 && candidates[token - 1] === 1;
      rowFirst[token] = goesOn ? (rowFirst[token - 1] ?? 0) : token;
    }
    for (let token = last; token >= first; token -= 1) {
      const goesOn = token < last && candidates[token] === 1 && candidates[token + 1] === 1;
      rowLast[token] = goesOn ? (rowLast[token + 1] ?? 0) : token;
    }
  }
  return { rowFirst, rowLast };
}

/** What the rest of the document says of each word with a capital (Chieu and Ng 2002). */
function findCompany(tagged: Tagged, candidates: Uint8Array): Uint8Array {
  const { word, casing, sentenceCasing } = tagged.words;
  const standing = new Map<number, number>();
  for (let token = 0; token < tagged.count; token += 1) if (candidates[token] === 1) standing.set(word[token] ?? 0, 0);
  const note = (token: number, bit: number): void => {
    const known = standing.get(word[token] ?? 0);
    if (known !== undefined && (known & bit) === 0) standing.set(word[token] ?? 0, known | bit);
  };
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1) {
      if (casing[token] === 0) note(token, SMALL);
      else if (token > first && sentenceCasing[token] === 0) note(token, CAPITAL);
    }
  }
  const company = new Uint8Array(tagged.count);
  for (let token = 0; token < tagged.count; token += 1)
    if (candidates[token] === 1) company[token] = standing.get(word[token] ?? 0) ?? 0;
  markInitials(tagged, candidates, company);
  return company;
}

const FEWEST_LETTERS = 3;
const MOST_LETTERS = 7;
const MOST_ACRONYMS = 30;

/** Marks acronyms whose letters are the initials of capitals in a row, small words between them left out, and those. */
function markInitials(tagged: Tagged, candidates: Uint8Array, company: Uint8Array): void {
  const acronyms = new Map<string, number[]>();
  for (let token = 0; token < tagged.count; token += 1) {
    if (tagged.words.casing[token] !== 2 || tagged.words.sentenceCasing[token] === 2) continue;
    const text = tagged.text.slice(tagged.start[token], tagged.end[token]);
    if (text.length < FEWEST_LETTERS || text.length > MOST_LETTERS) continue;
    const known = acronyms.get(text);
    if (known) known.push(token);
    else if (acronyms.size < MOST_ACRONYMS) acronyms.set(text, [token]);
  }
  if (acronyms.size === 0) return;
  const spelledOut = new Set<string>();
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1) {
      if (candidates[token] === 0) continue;
      const capitals: number[] = [];
      let initials = '';
      for (; token <= last && candidates[token] !== 0; token += 1) {
        if (candidates[token] !== 1) continue;
        capitals.push(token);
        initials += tagged.text.charAt(tagged.start[token] ?? 0);
      }
      if (capitals.length < FEWEST_LETTERS) continue;
      for (const acronym of acronyms.keys()) {
        const from = initials.indexOf(acronym);
        if (from < 0) continue;
        spelledOut.add(acronym);
        for (const at of capitals.slice(from, from + acronym.length)) company[at] = (company[at] ?? 0) | INITIALS;
      }
    }
  }
  for (const acronym of spelledOut)
    for (const at of acronyms.get(acronym) ?? []) company[at] = (company[at] ?? 0) | INITIALS;
}
