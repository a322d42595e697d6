import { isFiniteTag } from '../../language/tags.ts';
import type { VerbCue } from './cue.ts';
import type { Draft } from './draft.ts';
import { endOfParts, isNoun } from './noun-phrases.ts';
import { isQuoteMark, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** How far after the participle the question may begin: `Asked by reporters in Quito on Monday whether …`. */
const FARTHEST = 9;

/**
 * What a participle of asking at the start of a sentence says of whom its clause tells: `Asked whether she would go,
 * Roe said …`. Whoever is asked is spoken to. Null where the verb is no such participle.
 */
export function readAsked(page: Page, cue: VerbCue): Draft | null {
  const { verb } = cue;
  const { first: start, last: limit } = sentenceOf(page, verb);
  const before = wordAt(page, verb - 1) === 'when' ? verb - 1 : verb;
  const opens = before === start || (before === start + 1 && isQuoteMark(page, start));
  if (!opens || !/^(?:asked|pressed|questioned|quizzed|challenged)$/.test(wordAt(page, verb))) return null;
  const first = firstOfQuestion(page, verb, limit);
  const subject = first < 0 ? -1 : subjectAfter(page, first, limit);
  const content = subject < 0 ? null : trimMarks(page, { first, last: subject - 1 });
  if (!content) return null;
  const opener = wordAt(page, first);
  const [asker = -1] = page.clauses.at(verb).agents;
  const by = page.phrases.at(asker);
  const source = asker < 0 ? null : trimMarks(page, { first: by.preposition + 1, last: by.last });
  return {
    act: 'ASK',
    isThought: false,
    lemma: 'ask',
    way: /^(?:about|on|over)$/.test(opener) ? 'PREPOSITION' : opener === 'to' ? 'INFINITIVE' : 'CLAUSE',
    cue: cue.range,
    head: cue.head,
    source,
    sourceHead: source ? asker : -1,
    content: [content],
    addressee: endOfSubject(page, subject, limit),
    via: null,
    isNegated: false,
  };
}

/** Where the question begins, at its question word or preposition; -1 where none comes before a comma or a verb. */
function firstOfQuestion(page: Page, verb: number, limit: number): number {
  for (let token = verb + 1; token <= Math.min(limit, verb + FARTHEST); token += 1) {
    const word = wordAt(page, token);
    if (/^(?:whether|if|why|how|what|when|where|who|which|about)$/.test(word)) return token;
    if (word === 'to' && page.tagOf(token + 1) === 'VB') return token;
    if (/^(?:on|over)$/.test(word) && wordAt(page, verb) !== 'asked') return token;
    if (word === ',' || isFiniteTag(page.tagOf(token)) || isQuoteMark(page, token)) return -1;
  }
  return -1;
}

/** The token after a comma at which a subject with its finite verb begins; -1 where there is none. */
function subjectAfter(page: Page, first: number, limit: number): number {
  for (let token = first + 1; token < limit; token += 1) {
    if (wordAt(page, token) !== ',' || (page.quoteAt[token] ?? -1) >= 0) continue;
    const last = endOfSubject(page, token + 1, limit);
    const verb = page.tagOf(last + 1) === 'RB' ? last + 2 : last + 1;
    const isDescribed = wordAt(page, verb) === ',' && page.tagOf(last).startsWith('NNP');
    if (last > token && (isFiniteTag(page.tagOf(verb)) || isDescribed)) return token + 1;
  }
  return -1;
}

/** The last noun of the phrase that begins at a token, or the token before it where none does. */
function endOfSubject(page: Page, first: number, limit: number): number {
  const last = page.tagOf(first) === 'PRP' ? first : endOfParts(page, first, Math.min(limit, first + 8));
  return isNoun(page, last) ? last : first - 1;
}
