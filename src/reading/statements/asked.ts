import { isFiniteTag } from '../../language/tags.ts';
import type { TokenRange } from '../../language/document.ts';
import { chooseEnd } from './ends.ts';
import { isQuoteMark, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';
import type { Draft } from './draft.ts';

const NOMINAL = /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP|PRP\$)$/;
/** How far behind the participle the question may begin: `Asked by reporters in Quito on Monday whether …`. */
const FARTHEST = 9;

/**
 * What a participle of asking says of whom a clause tells: `Asked whether she would go, Roe said …`, `Roe, asked about
 * the delay, said …`. Whoever is asked is spoken to, and speaks only behind `by`. Null where the verb is no such
 * participle.
 */
export function readAsked(page: Page, cue: VerbCue): Draft | null {
  const { verb } = cue;
  if (!/^(?:asked|pressed|questioned|quizzed|challenged)$/.test(wordAt(page, verb)) || cue.range.first !== verb)
    return null;
  const sentence = sentenceOf(page, verb);
  const isBehindNoun =
    wordAt(page, verb - 1) === ',' && /^(?:NN|PRP)/.test(page.tagOf(verb - 2)) && verb - 2 >= sentence.first;
  if (!isBehindNoun && !opensSentence(page, verb, sentence.first)) return null;
  const first = firstOfQuestion(page, verb, sentence.last);
  if (first < 0) return null;
  const comma = isBehindNoun
    ? commaBeforeVerb(page, first, sentence.last)
    : commaBeforeSubject(page, first, sentence.last);
  if (comma < 0) return null;
  const bounds = { first: sentence.first, last: comma - 1 };
  const content =
    first > bounds.last ? null : trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb }) });
  if (!content) return null;
  const source = askerBehind(page, verb, first);
  const isPhrase = /^(?:about|on|over)$/.test(wordAt(page, first));
  return {
    act: 'ASK',
    isThought: false,
    lemma: 'ask',
    way: isPhrase ? 'PREPOSITION' : wordAt(page, first) === 'to' ? 'INFINITIVE' : 'CLAUSE',
    cue: cue.range,
    head: cue.head,
    source,
    sourceHead: source?.last ?? -1,
    content: [content],
    addressee: isBehindNoun ? verb - 2 : endOfSubject(page, comma + 1),
    via: null,
    isNegated: false,
  };
}

/** Whether nothing but `when` and a quotation mark stands before a participle in its sentence. */
function opensSentence(page: Page, verb: number, first: number): boolean {
  const before = wordAt(page, verb - 1) === 'when' && verb - 1 >= first ? verb - 1 : verb;
  return before === first || (before === first + 1 && isQuoteMark(page, first));
}

/**
 * Where the question begins, at its question word or preposition; -1 where none follows before a comma or another verb.
 */
function firstOfQuestion(page: Page, verb: number, limit: number): number {
  for (let token = verb + 1; token <= Math.min(limit, verb + FARTHEST); token += 1) {
    const word = wordAt(page, token);
    if (/^(?:whether|if|why|how|what|when|where|who|which)$/.test(word)) return token;
    if (/^about$/.test(word) || (word === 'to' && page.tagOf(token + 1) === 'VB')) return token;
    if (/^(?:on|over)$/.test(word) && wordAt(page, verb) !== 'asked') return token;
    if (word === ',' || isFiniteTag(page.tagOf(token)) || isQuoteMark(page, token)) return -1;
  }
  return -1;
}

/** The comma behind which a subject and its finite verb follow at once; -1 where there is none. */
function commaBeforeSubject(page: Page, first: number, limit: number): number {
  for (let token = first + 1; token < limit; token += 1) {
    if (wordAt(page, token) !== ',' || (page.quoteAt[token] ?? -1) >= 0) continue;
    const last = endOfSubject(page, token + 1);
    const verb = page.tagOf(last + 1) === 'RB' ? last + 2 : last + 1;
    if (
      last > token &&
      (isFiniteTag(page.tagOf(verb)) || (wordAt(page, verb) === ',' && page.tagOf(last).startsWith('NNP')))
    )
      return token;
  }
  return -1;
}

function commaBeforeVerb(page: Page, first: number, limit: number): number {
  for (let token = first + 1; token < limit; token += 1) {
    const verb = page.tagOf(token + 1) === 'RB' ? token + 2 : token + 1;
    if (wordAt(page, token) === ',' && (page.quoteAt[token] ?? -1) < 0 && isFiniteTag(page.tagOf(verb))) return token;
  }
  return -1;
}

/** The last noun of the phrase that begins at a token, or the token before it where none does. */
function endOfSubject(page: Page, first: number): number {
  let last = first - 1;
  while (last - first < 8 && NOMINAL.test(page.tagOf(last + 1))) last += 1;
  return /^(?:NN|PRP$|NNP|NNS)/.test(page.tagOf(last)) ? last : first - 1;
}

/** `asked by reporters`: who asks, between the participle and the question. */
function askerBehind(page: Page, verb: number, first: number): TokenRange | null {
  if (wordAt(page, verb + 1) !== 'by') return null;
  let last = verb + 1;
  while (last + 1 < first && NOMINAL.test(page.tagOf(last + 1))) last += 1;
  return last > verb + 1 ? trimMarks(page, { first: verb + 2, last }) : null;
}
