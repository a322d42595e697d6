import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag } from '../../language/tags.ts';
import { UTTERING_VERBS } from '../lexicon/report-words.ts';
import { REPORTING_NOUNS, type ReportingNoun } from '../lexicon/speech-acts.ts';
import type { SpeechAct } from '../reading.ts';
import type { NounCue } from './cue.ts';
import { chooseEnd } from './ends.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** How many words may stand between a noun and its clause. */
const LONGEST_BETWEEN = 8;

/** What nouns do whose infinitive is what was said: `a promise to cut fees`. */
const WITH_INFINITIVE: ReadonlySet<string> = new Set([
  'PROMISE',
  'THREATEN',
  'DEMAND',
  'REJECT',
  'URGE',
  'PROPOSE',
  'CLAIM',
] satisfies SpeechAct[]);

/** The prepositions after which a noun tells what was said: `Peru’s claims about the reef`. */
const PREPOSITIONS: Partial<Record<SpeechAct, ReadonlySet<string>>> = {
  SAY: new Set(['about']),
  CLAIM: new Set(['about']),
  WARN: new Set(['of', 'about']),
  ACCUSE: new Set(['of']),
  CRITICISE: new Set(['of', 'about']),
  DENY: new Set(['of']),
  REJECT: new Set(['of']),
  PREDICT: new Set(['of']),
  DEMAND: new Set(['for']),
  URGE: new Set(['for']),
};

/**
 * What a noun reports in a clause, an infinitive or a phrase: `her claim that …`, `a warning by the ministry that …`,
 * `Roe issued a statement that …`. Null where it reports nothing.
 */
export function readNounCue(page: Page, noun: number): NounCue | null {
  const { phrases, clauses, document } = page;
  const listed = /^NNS?$/.test(page.tagOf(noun)) ? REPORTING_NOUNS.get(document.tokens.lemmas[noun] ?? '') : undefined;
  if (!listed || phrases.at(noun).role === 'MODIFIER') return null;
  const { governor, role } = phrases.at(noun);
  const owner = ownerOf(page, noun);
  const isUttered =
    owner < 0 &&
    role === 'OBJECT' &&
    noun - governor <= 6 &&
    UTTERING_VERBS.has(document.tokens.lemmas[governor] ?? '');
  const [subject = -1] = isUttered ? clauses.subjectsOf(governor).heads : [owner];
  const words = subject >= 0 ? wordsOf(page, subject) : null;
  const content = contentOf(page, noun, listed, words !== null);
  if (!content || content.last <= content.first) return null;
  const isPhrase = content.first === noun + 2 && PREPOSITIONS[listed.act]?.has(wordAt(page, noun + 1)) === true;
  const cue = { first: isUttered && words ? governor : noun, last: isPhrase ? noun + 1 : noun };
  return {
    kind: 'NOUN',
    range: cue,
    head: noun,
    report: { noun: listed, cue, source: words, sourceHead: words ? subject : -1, content },
  };
}

/**
 * The clause or infinitive after a noun that tells what was said; where the tree has no clause, up to its likely end.
 */
function contentOf(page: Page, noun: number, { act }: ReportingNoun, isOwned: boolean): TokenRange | null {
  const { phrases, clauses } = page;
  const { describedBy, complements } = phrases.at(noun);
  const opens = isOwned && WITH_INFINITIVE.has(act) ? /^(?:that|whether|to)$/ : /^(?:that|whether)$/;
  for (const clause of [...describedBy, ...clauses.at(noun).contents]) {
    const { openers, whole } = clauses.at(clause);
    const first = openers.find((opener) => opens.test(wordAt(page, opener))) ?? -1;
    if (first > noun && first - noun <= LONGEST_BETWEEN) return trimMarks(page, { first, last: whole.last });
  }
  const told = complements.find((one) => {
    const { preposition } = phrases.at(one);
    return preposition > noun && PREPOSITIONS[act]?.has(wordAt(page, preposition)) === true;
  });
  if (isOwned && told !== undefined)
    return trimMarks(page, { first: phrases.at(told).preposition + 1, last: phrases.at(told).whole.last });
  const between = complements.find((one) => phrases.at(one).whole.first === noun + 1);
  const first = (between === undefined ? noun : phrases.at(between).last) + 1;
  const isClause = isOwned && /^(?:that|whether)$/.test(wordAt(page, first)) && !isFiniteTag(page.tagOf(first + 1));
  const bounds = sentenceOf(page, noun);
  return isClause ? trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb: noun }) }) : null;
}

/** `Roe’s claim`, `her claim`, `a claim by the ministry`: whose words a noun means; -1 where nobody is told. */
function ownerOf(page: Page, noun: number): number {
  const { owner, complements } = page.phrases.at(noun);
  if (owner >= 0) return /^(?:my|our|your)$/.test(wordAt(page, owner)) ? -1 : owner;
  return (
    complements.find((one) => one > noun && /^(?:by|from)$/.test(wordAt(page, page.phrases.at(one).preposition))) ?? -1
  );
}

/** A phrase without its preposition and its `’s`. */
function wordsOf(page: Page, noun: number) {
  const { whole, prepositions } = page.phrases.at(noun);
  let { first, last } = whole;
  while (prepositions.includes(first)) first += 1;
  while (prepositions.includes(last)) last -= 1;
  return trimMarks(page, { first, last });
}
