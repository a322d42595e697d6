import { NEVER_SAYING } from '../lexicon/report-words.ts';
import type { ReportingVerb } from '../lexicon/speech-acts.ts';
import { startOfParts } from './noun-phrases.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';

/** Shorter quotations beside a verb are titles and names. */
const SHORTEST = 3;
/** How many words a subject between a quotation and its verb may have. */
const LONGEST = 8;

/**
 * Any verb says what stands in quotation marks right beside it: `he boomed: “…”`, `“…!” the crowd roared`. The mark
 * needs a comma or a colon before it, or a stop inside it.
 */
export function standsAtQuotation(page: Page, token: number, lemma: string): boolean {
  if (NEVER_SAYING.has(lemma) || (page.quoteAt[token] ?? -1) >= 0) return false;
  if (closesQuotation(page, token)) return true;
  if (!/^(?:VBD|VBZ|VBP|VBG)$/.test(page.tagOf(token))) return false;
  const mark = /^(?:RP|RB)$/.test(page.tagOf(token + 1)) ? token + 2 : token + 1;
  return /^[:,]$/.test(wordAt(page, mark)) && isQuoteMark(page, mark + 1) && lengthOf(page, mark + 1) >= SHORTEST;
}

/**
 * Whether nothing but a subject stands between a verb and a quotation that ends in a stop (`“Lock her up!” the crowd
 * chanted`). Taggers take many such verbs for participles.
 */
export function closesQuotation(page: Page, token: number): boolean {
  if (!/^VB[DZPN]$/.test(page.tagOf(token)) || /^(?:DT|PRP|PRP\$|JJ|NN|NNS)$/.test(page.tagOf(token + 1))) return false;
  const limit = Math.max(0, token - LONGEST);
  const mark = (page.tagOf(token - 1) === 'PRP' ? token - 1 : startOfParts(page, token, limit)) - 1;
  return (
    mark < token - 1 &&
    isQuoteMark(page, mark) &&
    /^[,!?…]$/.test(wordAt(page, mark - 1)) &&
    lengthOf(page, mark) >= SHORTEST
  );
}

function lengthOf(page: Page, mark: number): number {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  return quotation ? quotation.last - quotation.first + 1 : 0;
}

/** A verb that says no more of itself than that words were spoken. */
export function sayingOf(lemma: string): ReportingVerb {
  return { lemma, act: 'SAY', frames: new Set(['QUOTE']), prepositions: new Set(), particle: null, isThought: false };
}
