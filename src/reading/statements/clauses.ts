import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag, pennTag, relation } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { REPORTING_NOUNS } from '../lexicon/speech-acts.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';

/** Where the clause that a verb takes begins: at `that`, or at the clause that the parser gives it. */
export function clauseRight(
  page: Page,
  cue: VerbCue,
  bounds: TokenRange,
  doubtful: boolean,
  addressee: number,
): number {
  const { document, tree } = page;
  const after = behindAside(page, cue.range.last + 1);
  for (let token = after; token <= Math.min(bounds.last, after + 14); token += 1) {
    const word = wordAt(page, token);
    if (word === 'that' && isOfInsertedNoun(page, after, token)) break;
    if (word === ',' && token > after && /^W/.test(page.tagOf(token + 1))) {
      const behind = thatBehindRelative(page, token, bounds.last);
      if (behind >= 0) return behind;
    }
    if (
      word === 'that' &&
      (pennTag(document, token) === 'IN' ||
        isRelation(relation(document, token), 'mark') ||
        cue.isPassive ||
        (token === after && isQuoteMark(page, token + 1)) ||
        (token === after && wordAt(page, token + 1) === ','))
    )
      return startOfNamed(page, cue, after, token);
    if (word === 'that' && (isBehindPhrase(page, cue, after, token) || isBehindListener(page, cue, after, token)))
      return token;
    if (
      /^(?:whether|if)$/.test(word) &&
      token - after <= 6 &&
      !doubtful &&
      /ask|wonder|say|tell|know|question|inquire/.test(cue.readings[0]?.lemma ?? '')
    )
      return token;
    if (
      /^(?:how|why|what|when|where|who)$/.test(word) &&
      token - after <= 5 &&
      /^W/.test(pennTag(document, token)) &&
      !doubtful &&
      pennTag(document, token - 1) !== 'IN' &&
      !(wordAt(page, token - 1) === ',' && token > after) &&
      !isRelativeAt(page, cue, token)
    ) {
      return token;
    }
    if (isFiniteTag(pennTag(document, token)) || (/^[,;:]$/.test(word) && token === after)) break;
  }
  if (doubtful) return -1;
  const told = behindAddressee(page, cue, bounds);
  if (told >= 0) return told;
  const complement =
    tree.childrenBy(cue.verb, 'ccomp').find((child) => child > cue.range.last) ??
    tree
      .childrenBy(cue.verb, 'parataxis')
      .find((child) => child > cue.range.last && tree.childBy(child, 'nsubj') >= 0) ??
    -1;
  if (complement < 0) {
    const first = skipAdjunct(page, after, bounds.last);
    return looksLikeClause(page, cue, first, bounds) ? first : -1;
  }
  const start = startOfBare(page, cue, after, Math.max(after, tree.subtreeOf(complement).first), addressee);
  if (start > bounds.last) return -1;
  if ((wordAt(page, start) === ',' || wordAt(page, start - 1) === ',') && cue.range.first === bounds.first) return -1;
  const isBare = addressee < 0 || start > addressee;
  return isBare &&
    !/^(?:when|while|as|after|before|because|although|though|unless|until|since|if)$/.test(wordAt(page, start))
    ? skipAdjunct(page, start, bounds.last)
    : -1;
}

/**
 * `claimed his side should have won`: where the parser cut the subject off the clause, it begins right behind the verb.
 */
function startOfBare(page: Page, cue: VerbCue, after: number, start: number, addressee: number): number {
  if (start === after || addressee >= 0 || !ONLY_CLAUSES.test(cue.readings[0]?.lemma ?? '')) return start;
  for (let token = after; token < start; token += 1)
    if (
      !/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|PRP|PRP\$|HYPH|RB)$/.test(page.tagOf(token)) ||
      TIMES.test(wordAt(page, token))
    )
      return start;
  return /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|PRP|PRP\$)$/.test(page.tagOf(after)) ? after : start;
}

/**
 * `said in her opening remarks that the plan …`: behind a phrase that tells where, `that` opens what was said where a
 * noun phrase follows.
 */
function isBehindPhrase(page: Page, cue: VerbCue, after: number, that: number): boolean {
  const isBehindMedium = that === after && cue.range.last > cue.head + 1;
  if (
    !ONLY_CLAUSES.test(cue.readings[0]?.lemma ?? '') ||
    !(isBehindMedium || /^(?:in|during|at|on|after|before|to)$/.test(wordAt(page, after))) ||
    that - after > 7
  )
    return false;
  return (
    /^(?:DT|PRP|PRP\$|NNP|NNPS|EX)$/.test(page.tagOf(that + 1)) ||
    (/^(?:NN|NNS|JJ|CD|VBZ|VBP)$/.test(page.tagOf(that + 1)) && /^(?:VBD|VBP|MD)$/.test(page.tagOf(that + 2)))
  );
}

/** `told a court that she had signed`: behind whom one tells, `that` before a subject opens what is told. */
function isBehindListener(page: Page, cue: VerbCue, after: number, that: number): boolean {
  if (
    cue.isPassive ||
    that === after ||
    that - after > 5 ||
    !/^(?:PRP|DT|PRP\$|NNP|NNPS|EX)$/.test(page.tagOf(that + 1)) ||
    !cue.readings.some((reading) => reading.frames.has('ADDRESSEE') && reading.frames.has('CLAUSE'))
  )
    return false;
  if (NEVER_LISTENING.has(page.document.tokens.lemmas[that - 1] ?? '')) return false;
  for (let token = after; token < that; token += 1)
    if (!/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|PRP|PRP\$|HYPH)$/.test(page.tagOf(token))) return false;
  return true;
}

/** What one tells or asks rather than whom. */
const NEVER_LISTENING = new Set(
  'story tale lie truth joke secret thing question favour favor something everything anything nothing'.split(' '),
);

/**
 * `denied claims that …`, `repeated his threat that …`: what is denied or repeated begins with the noun that names it,
 * where the verb takes such objects.
 */
function startOfNamed(page: Page, cue: VerbCue, after: number, that: number): number {
  const object = that - 1;
  if (
    object < after ||
    !cue.readings.some((reading) => reading.frames.has('OBJECT')) ||
    !REPORTING_NOUNS.has(page.document.tokens.lemmas[object] ?? '')
  )
    return that;
  for (let token = after; token < object; token += 1)
    if (!/^(?:DT|JJ|NN|NNS|NNP|CD|POS|PRP\$|HYPH)$/.test(page.tagOf(token))) return that;
  return after;
}

/** `informed them by letter, a step that Roe regrets`: `that` right behind a noun behind a comma tells of that noun. */
function isOfInsertedNoun(page: Page, after: number, that: number): boolean {
  if (!/^NNS?$/.test(page.tagOf(that - 1)) || !/^(?:an?|the)$/.test(wordAt(page, that - 2))) return false;
  return that - 3 > after && wordAt(page, that - 3) === ',';
}

/**
 * `warned the crowd, who had begun to sing, that …`: `that` right behind the comma which ends a relative clause; -1
 * where there is none.
 */
function thatBehindRelative(page: Page, comma: number, limit: number): number {
  for (let token = comma + 1; token < Math.min(limit, comma + 20); token += 1)
    if (wordAt(page, token) === ',') return wordAt(page, token + 1) === 'that' ? token + 1 : -1;
  return -1;
}

/** `conceded, however, that …`: where what a verb takes begins behind a short aside. */
function behindAside(page: Page, first: number): number {
  if (wordAt(page, first) !== ',') return first;
  for (let token = first + 1; token <= first + 4; token += 1)
    if (wordAt(page, token) === ',') return wordAt(page, token + 1) === 'that' ? token + 1 : first;
  return first;
}

/**
 * `said 71 percent of those who voted were for it`: behind a noun `who`, `where` and `when` go on with it, unless the
 * verb takes somebody to tell.
 */
function isRelativeAt(page: Page, cue: VerbCue, token: number): boolean {
  return (
    token > cue.range.last + 1 &&
    /^(?:NN|DT|CD|PRP)/.test(page.tagOf(token - 1)) &&
    !cue.readings.some((reading) => reading.frames.has('ADDRESSEE'))
  );
}

/**
 * `told the forum he was against it`: behind a short noun phrase, a clause without `that` begins with its own subject
 * and goes on to a finite verb. -1 where none does.
 */
function behindAddressee(page: Page, cue: VerbCue, bounds: TokenRange): number {
  if (cue.isPassive || !/^(?:tell|inform|assure|remind|warn|notify|reassure)$/.test(cue.readings[0]?.lemma ?? ''))
    return -1;
  const first = cue.range.last + 1;
  let last = first;
  if (!/^(?:PRP|DT|JJ|NN|NNS|NNP|NNPS|PRP\$|CD)$/.test(page.tagOf(first))) return -1;
  if (/^NNP/.test(page.tagOf(first))) while (/^NNPS?$/.test(page.tagOf(last + 1))) last += 1;
  else if (page.tagOf(first) !== 'PRP')
    while (/^(?:JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH)$/.test(page.tagOf(last + 1))) last += 1;
  const next = last + 1;
  if (next >= bounds.last || !/^(?:PRP|DT|PRP\$|EX)$/.test(page.tagOf(next)) || isQuoteMark(page, next)) return -1;
  for (let token = next + 1; token <= Math.min(bounds.last, next + 10); token += 1) {
    if (isFiniteTag(page.tagOf(token))) return next;
    if (/^(?:,|\.|:|``|''|TO)$/.test(page.tagOf(token))) return -1;
  }
  return -1;
}

/**
 * Verbs that take nothing but what was said: a noun phrase and a verb behind them are a clause, whatever the parser
 * made of it.
 */
const ONLY_CLAUSES =
  /^(?:say|add|claim|insist|argue|note|contend|maintain|allege|assert|announce|believe|think|hope|fear|warn|concede|admit|acknowledge|suggest|complain|predict|conclude|explain|confirm|suspect|reckon)$/;

function looksLikeClause(page: Page, cue: VerbCue, first: number, bounds: TokenRange): boolean {
  if (
    !ONLY_CLAUSES.test(cue.readings[0]?.lemma ?? '') ||
    !/^(?:PRP|PRP\$|DT|NN|NNS|NNP|NNPS|JJ|CD|EX)$/.test(pennTag(page.document, first))
  )
    return false;
  const isSaid = cue.readings[0]?.lemma === 'say' && /^VB[DZP]$/.test(page.tagOf(cue.verb));
  for (let token = first + 1; token <= Math.min(bounds.last, first + (isSaid ? 30 : 14)); token += 1) {
    const tag = pennTag(page.document, token);
    if (isFiniteTag(tag) || (tag === 'VBN' && token - first <= 2)) return true;
    if (/^(?:\.|:|``|'')$/.test(tag) || (tag === ',' && !isSaid)) return false;
  }
  return false;
}

const TIME_OPENS = /^(?:on|in|at|late|early|earlier|last|this|late|during|after)$/;
const TIMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|night|morning|afternoon|evening)$/;

/**
 * `said on Monday the plan …`: a day between the verb and its clause is none of it, where a subject and a finite verb
 * follow.
 */
function skipAdjunct(page: Page, start: number, last: number): number {
  const behind = skipPhrase(page, start, last);
  if (behind > start) return behind;
  let at = start;
  while (at < last && at - start < 3 && TIME_OPENS.test(wordAt(page, at))) at += 1;
  if (!TIMES.test(wordAt(page, at))) return start;
  at += 1;
  while (
    at < last &&
    (TIMES.test(wordAt(page, at)) || (/^\d+$/.test(wordAt(page, at)) && TIMES.test(wordAt(page, at - 1))))
  )
    at += 1;
  if (!/^(?:PRP|PRP\$|DT|NN|NNS|NNP|NNPS|JJ|CD|EX)$/.test(page.tagOf(at))) return start;
  for (let token = at + 1; token <= Math.min(last, at + 12); token += 1) if (isFiniteTag(page.tagOf(token))) return at;
  return start;
}

/** `said after the vote he would go`: a phrase with a preposition before a pronoun that has a finite verb at once. */
function skipPhrase(page: Page, start: number, last: number): number {
  if (!/^(?:after|before|during|in|at|from|through|via|on)$/.test(wordAt(page, start))) return start;
  let at = start + 1;
  while (at < last && at - start < 7 && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(page.tagOf(at))) at += 1;
  const isClause = at > start + 1 && page.tagOf(at) === 'PRP' && isFiniteTag(page.tagOf(at + 1));
  return isClause ? at : start;
}
