import { pennTag } from '../../language/tags.ts';
import type { ReportingVerb } from '../lexicon/speech-acts.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';

/** Shorter quotations beside a verb are titles and names. */
const SHORTEST = 3;

/** Verbs that link, hold or happen: a quotation beside them is a title or a name. */
const NEVER_SAYING = new Set(
  'be have do get make mean become include come remain need seem appear give take use keep play feature show sell star win produce direct release entitle title name contain use run work know see watch hear want like love hate'.split(
    ' ',
  ),
);

/**
 * Any verb says what stands in quotation marks right beside it: `he boomed: “…”`, `“…!” the crowd roared`. The mark
 * needs a comma or a colon before it, or a stop inside it.
 */
export function standsAtQuotation(page: Page, token: number, lemma: string): boolean {
  if (NEVER_SAYING.has(lemma) || (page.quoteAt[token] ?? -1) >= 0) return false;
  if (closesQuotation(page, token)) return true;
  if (!/^(?:VBD|VBZ|VBP|VBG)$/.test(pennTag(page.document, token))) return false;
  const mark = /^(?:RP|RB)$/.test(pennTag(page.document, token + 1)) ? token + 2 : token + 1;
  return /^[:,]$/.test(wordAt(page, mark)) && isQuoteMark(page, mark + 1) && lengthOf(page, mark + 1) >= SHORTEST;
}

/**
 * Whether nothing but a subject stands between a verb and a quotation that ends in a stop (`“Lock her up!” the crowd
 * chanted`), or the verb stands right behind it. Taggers take many such verbs for participles.
 */
export function closesQuotation(page: Page, token: number): boolean {
  if (!/^VB[DZPN]$/.test(pennTag(page.document, token))) return false;
  if (isInverted(page, token)) return true;
  let before = token - 1;
  while (
    token - before < 9 &&
    /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP|PRP\$|FW)$/.test(pennTag(page.document, before))
  )
    before -= 1;
  const isEnd = before < token - 1 && isQuoteMark(page, before) && /^[,!?…]$/.test(wordAt(page, before - 1));
  return (
    isEnd &&
    lengthOf(page, before) >= SHORTEST &&
    !/^(?:DT|PRP|PRP\$|JJ|NN|NNS)$/.test(pennTag(page.document, token + 1))
  );
}

/**
 * `“…,” teased producer Gail Frost.`: a quotation that ends in a stop right before the verb, and a noun phrase behind
 * it that a comma or a stop ends.
 */
function isInverted(page: Page, verb: number): boolean {
  if (!isQuoteMark(page, verb - 1) || !/^[,!?…]$/.test(wordAt(page, verb - 2)) || lengthOf(page, verb - 1) < SHORTEST)
    return false;
  let last = verb;
  while (last - verb < 9 && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(pennTag(page.document, last + 1)))
    last += 1;
  return /^(?:NN|NNS|NNP|NNPS)$/.test(pennTag(page.document, last)) && /^[,.]?$/.test(wordAt(page, last + 1));
}

function lengthOf(page: Page, mark: number): number {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  return quotation ? quotation.last - quotation.first + 1 : 0;
}

/** A verb that says no more of itself than that words were spoken. */
export function sayingOf(lemma: string): ReportingVerb {
  return { lemma, act: 'SAY', frames: new Set(['QUOTE']), prepositions: new Set(), particle: null, isThought: false };
}
