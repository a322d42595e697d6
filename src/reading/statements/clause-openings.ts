import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import { isFiniteTag } from '../../language/tags.ts';
import { isDoubtful } from './verb-cues.ts';
import { hasFiniteVerb, isQuoteMark, type Page, wordAt } from './page.ts';
import type { SoughtContent } from './sought-content.ts';

/** How far after a verb `that` or a question word may open its clause, and a clause without one be recognised. */
const MOST_BEFORE_THAT = 14;
const MOST_BEFORE_QUESTION = 6;
const LONGEST_SUBJECT = 14;
const LONGEST_SUBJECT_OF_SAID = 30;

const QUESTIONS = /^(?:how|why|what|when|where|who)$/;

/** Words of subordinate clauses that tell when or why, not what was said. */
const CIRCUMSTANCES = /^(?:when|while|as|after|before|because|although|though|unless|until|since|if)$/;

/** Verbs that take a question: `asked whether`, `told them how`. */
const ASKING = /^(?:ask|wonder|say|tell|know|question|inquire|enquire)$/;

/**
 * Verbs that take nothing but what was said: a noun phrase and a verb after them are a clause, whatever the parser made
 * of it.
 */
const ONLY_CLAUSES =
  /^(?:say|add|claim|insist|argue|note|contend|maintain|allege|assert|announce|believe|think|hope|fear|warn|concede|admit|acknowledge|suggest|complain|predict|conclude|explain|confirm|suspect|reckon)$/;

const ENDS_SUBJECT = /^(?:,|\.|:|``|'')$/;
const SUBJECT_TAG = /^(?:PRP|PRP\$|DT|NN|NNS|NNP|NNPS|JJ|CD|EX)$/;

/**
 * Where the clause that a verb takes begins: at `that`, at a question word, or with its subject; -1 where none does.
 */
export function openingOfClause(sought: SoughtContent): number {
  const opener = openingWord(sought);
  if (opener >= 0 || isDoubtful(sought.cue)) return opener;
  const { page, cue, group, bounds, clause, contents } = sought;
  const content = contents[0] ?? clause.asides.find((aside) => aside > group.last && hasSubject(page, aside));
  if (content === undefined) {
    const subject = afterAddressee(sought);
    return looksLikeClause(sought, subject) ? subject : -1;
  }
  const opening = page.phrases.at(subjectOf(sought, content)).whole.first;
  const first = Math.max(group.last + 1, afterTime(page, content, opening));
  if (first > bounds.last) return -1;
  const isAfterComma = wordAt(page, first) === ',' || wordAt(page, first - 1) === ',';
  if (isAfterComma && cue.range.first === bounds.first) return -1;
  const isNextCue = page.tagOf(first) === 'CC' && isFiniteTag(page.tagOf(first + 1));
  return isNextCue || CIRCUMSTANCES.test(wordAt(page, first)) ? -1 : first;
}

/** `said late on Tuesday | three soldiers had died`: a day before the subject is none of the clause. */
function afterTime(page: Page, content: number, opening: number): number {
  const [subject] = page.clauses.at(content).ownSubjects;
  const first = subject === undefined ? -1 : page.phrases.at(subject).whole.first;
  return first > opening && TIME_WORDS.has(wordAt(page, first - 1)) ? first : opening;
}

/**
 * The subject of a content clause where the parser made it an object of the verb (`said Roe | is near`); else the
 * clause.
 */
function subjectOf({ page, cue, objects }: SoughtContent, content: number): number {
  const [object] = objects;
  const isTold = cue.readings.some(({ frames }) => frames.has('ADDRESSEE'));
  return object === undefined || object > content || isTold || hasSubject(page, content) ? content : object;
}

/** The token after the verb and whom it tells. */
function afterAddressee({ page, group, addressee }: SoughtContent): number {
  return addressee > group.last ? page.phrases.at(addressee).last + 1 : group.last + 1;
}

function hasSubject(page: Page, clause: number): boolean {
  return page.clauses.at(clause).ownSubjects.length > 0;
}

/** `that`, `whether` or a question word before any finite verb; -1 where there is none. */
function openingWord(sought: SoughtContent): number {
  const { page, cue, group, bounds } = sought;
  const told = afterAddressee(sought);
  const after = group.last + 1;
  const isAsking = !isDoubtful(cue) && ASKING.test(cue.readings[0]?.lemma ?? '');
  let hasComma = false;
  for (let token = after; token <= Math.min(bounds.last, after + MOST_BEFORE_THAT); token += 1) {
    const word = wordAt(page, token);
    const tag = page.tagOf(token);
    const isPast = hasComma && wordAt(page, token - 1) !== ',';
    if (word === 'that' && !isPast && isOfObject(sought, token)) return -1;
    const isExpected = token === after || token === told || takesOnlyClause(sought, token + 1);
    if (word === 'that' && !isPast && opensContent(page, token, isExpected ? bounds.last : -1)) return token;
    if (!hasComma && token - after < MOST_BEFORE_QUESTION) {
      if (isAsking && /^(?:whether|if)$/.test(word)) return token;
      if (!isDoubtful(cue) && QUESTIONS.test(word) && tag.startsWith('W') && !isRelative(page, token, after))
        return token;
    }
    if (isFiniteTag(tag) || /^[;:]$/.test(word) || isQuoteMark(page, token)) return -1;
    hasComma ||= word === ',';
  }
  return -1;
}

/** `denied claims that …`: a clause that hangs on an object which the verb could take alone is of that object. */
function isOfObject({ page, cue, objects }: SoughtContent, that: number): boolean {
  const [object] = objects;
  if (object === undefined || cue.readings.some(({ frames }) => frames.has('ADDRESSEE') || !frames.has('OBJECT')))
    return false;
  return object < that && that <= page.phrases.at(object).whole.last;
}

/**
 * `said on state television that talks had failed`, `told analysts on a call that she had left`: no relative clause, as
 * the verb has nothing else to take; not even where the tagger took the subject for a verb.
 */
function takesOnlyClause({ page, cue, addressee }: SoughtContent, subject: number): boolean {
  const isSubject =
    SUBJECT_TAG.test(page.tagOf(subject)) || (isFiniteTag(page.tagOf(subject)) && isFiniteTag(page.tagOf(subject + 1)));
  const isTold = addressee >= 0 && cue.readings.some(({ frames }) => frames.has('ADDRESSEE') && frames.has('CLAUSE'));
  return isSubject && (isTold || ONLY_CLAUSES.test(cue.readings[0]?.lemma ?? ''));
}

/**
 * Whether `that` is a conjunction; where it stands right after the verb or whom it tells, whatever the tagger made of
 * it, or where the verb takes nothing but clauses, if a finite verb follows up to `last`.
 */
function opensContent(page: Page, that: number, last: number): boolean {
  if (page.tagOf(that) === 'IN' || page.clauses.at(page.phrases.at(that).governor).openers.includes(that)) return true;
  return hasFiniteVerb(page, { first: that + 1, last });
}

/** `the men who voted`, `in which`: after a noun or a preposition such words go on with it. */
function isRelative(page: Page, token: number, after: number): boolean {
  const before = page.tagOf(token - 1);
  return before === 'IN' || (token > after && /^(?:NN|DT|CD|PRP)/.test(before));
}

/** `said the plan was lost`, `told the forum he was against it`: a noun phrase, and a finite verb before any mark. */
function looksLikeClause({ page, cue, bounds, speaks }: SoughtContent, first: number): boolean {
  const lemma = cue.readings[0]?.lemma ?? '';
  const isTold = first > cue.range.last + 1 && speaks?.frames.has('ADDRESSEE') === true;
  if (!(isTold || ONLY_CLAUSES.test(lemma)) || cue.isPassive || !SUBJECT_TAG.test(page.tagOf(first))) return false;
  const isSaid = lemma === 'say' && page.tagOf(cue.verb) !== 'VBG';
  const limit = Math.min(bounds.last, first + (isSaid ? LONGEST_SUBJECT_OF_SAID : LONGEST_SUBJECT));
  let last = first;
  while (last < limit && (!ENDS_SUBJECT.test(page.tagOf(last + 1)) || (isSaid && wordAt(page, last + 1) === ',')))
    last += 1;
  return hasFiniteVerb(page, { first: first + 1, last });
}
