import { rangesWithin } from '../../language/ranges.ts';
import { COLON_SPEAKERS } from '../lexicon/report-words.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { ColonCue, Cue } from './cue.ts';
import { readNounCue } from './noun-cues.ts';
import { isPart } from './noun-phrases.ts';
import { hasFiniteVerb, isQuoteMark, type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import { readVerbCue } from './verb-cues.ts';

/** What a token may report. */
type CueRule = Rule<readonly [Page, number], Cue>;

/** The words that may report something. Whether they do is decided by what they take. */
export const CUE_RULES: readonly CueRule[] = [
  {
    name: 'statements/cue/according to',
    examples: [
      'Prices fell by a third last year, according to the finance ministry.',
      'According to Ida Roe, the bridge is safe.',
    ],
    nearMisses: ['He acted in accord with the law.'],
    apply: (page, token) =>
      wordAt(page, token) === 'according' && wordAt(page, token + 1) === 'to'
        ? { kind: 'ACCORDING', range: { first: token, last: token + 1 }, head: token }
        : null,
  },
  {
    name: 'statements/cue/noun',
    examples: [
      'Her claim that the plant is safe angered the town.',
      'The ministry issued a warning that stocks were low.',
    ],
    nearMisses: ['The claim was filed on Monday.'],
    apply: readNounCue,
  },
  {
    name: 'statements/cue/verb',
    examples: ['Ida Roe said the bridge was safe.', 'Tom Hale declined to say when he would leave.'],
    nearMisses: ['The bridge was closed on Monday.'],
    apply: readVerbCue,
  },
  {
    name: 'statements/cue/colon after who speaks',
    examples: ['ROE: The bridge is safe and it will open in May.', 'Minister: no new tax this year'],
    nearMisses: ['Quito: The president opened a bridge on Monday.', 'They need three things: water, food and tents.'],
    apply: readColon,
  },
];

/** Every word that may report something, in text order. */
export function findCues(page: Page): Cue[] {
  const cues: Cue[] = [];
  for (let token = 0; token < page.document.tokens.count; token += 1) {
    const cue = applyFirst(CUE_RULES, page.ledger, page, token);
    if (cue) cues.push(cue);
  }
  return cues;
}

/**
 * `SMITH: …`, `Q: …` and `Minister: no new tax`: a short name or noun at the start of a paragraph, before a colon; but
 * not the place where an article was filed, before a sentence (`Quito: The president said so.`).
 */
function readColon(page: Page, token: number): ColonCue | null {
  if (wordAt(page, token) !== ':') return null;
  const paragraph = paragraphOf(page, token);
  const first = isQuoteMark(page, paragraph.first) ? paragraph.first + 1 : paragraph.first;
  const length = token - first;
  if (length < 1 || length > 5 || token >= paragraph.last) return null;
  const cue: ColonCue = { kind: 'COLON', range: { first: token, last: token }, head: token };
  const { start, end } = page.document.tokens;
  const name = page.document.text.slice(start[token - 1], end[token - 1]);
  if (isFiled(page, token, paragraph)) return null;
  if (length === 1 && /^\p{Lu}[\p{Lu}.'’-]*$/u.test(name)) return cue;
  if (sentenceOf(page, token).first !== paragraph.first) return null;
  for (let at = first; at < token; at += 1) if (!isPart(page, at)) return null;
  return page.tagOf(token - 1).startsWith('NNP') || COLON_SPEAKERS.has(wordAt(page, token - 1)) ? cue : null;
}

function isFiled(page: Page, colon: number, { first, last }: { first: number; last: number }): boolean {
  if (!/^[.!?”"]$/.test(wordAt(page, last)) || !hasFiniteVerb(page, { first: colon + 1, last })) return false;
  return rangesWithin(page.document.names, { first, last: colon - 1 }).some(
    (name) => name.type === 'PLACE' && name.first === first,
  );
}
