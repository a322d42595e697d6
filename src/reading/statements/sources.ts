import type { TokenRange } from '../../language/document.ts';
import { pennTag, relation, universalTag } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import type { VerbCue } from './cues.ts';
import { isQuotedAway, subjectOfJoined } from './joined-cues.ts';
import { issuerOf } from './media.ts';
import { findParenthetical } from './parentheses.ts';
import { hasFiniteVerb, isMark, isQuoteMark, type Page, paragraphOf, sentenceOf, trimMarks, wordAt } from './page.ts';

/** The words that name who says it. */
export interface Source {
  readonly range: TokenRange;
  /** Its noun: whom the whole phrase is about. For `who` and for a participle (`…, adding that`) the noun it refers to. */
  readonly head: number;
  /** Whether it stands behind the verb: `said Roe`. */
  readonly isInverted: boolean;
}

/**
 * The source of a verb cue: its subject; behind the verb in inversions; the `by` phrase of a passive; the subject of the verb that a participle, an
 * infinitive or a coordinated verb hangs on; the noun that a participle describes (`a statement saying`). Null where nobody is named.
 */
export function attributeSource(page: Page, cue: VerbCue): Source | null {
  const set = findParenthetical(page, cue);
  if (set) return set.isInverted ? withEnd(page, set) : set;
  const found = seekSource(page, cue);
  return found ? withQuantity(page, withoutOpening(page, found), sentenceOf(page, cue.head).first) : null;
}

/** An inverted source without what follows it. */
function withEnd(page: Page, source: Source): Source {
  const range = trimMarks(page, { first: source.range.first, last: endOfInverted(page, source.head, source.range.last) });
  return range ? { ...source, range } : source;
}

/** `after campaign aides`, `of the attackers’ phones`: prepositions, conjunctions and the clause that they close stand outside the source. */
function withoutOpening(page: Page, source: Source): Source {
  let { first } = source.range;
  for (let token = first; token < source.head && token < source.range.last; token += 1) {
    const isOutside = page.tagOf(token) === 'IN' && /^(?:after|since|as|because|while|when|if|although|though|that|before|until|whether|where)$/.test(wordAt(page, token));
    if (isOutside || (token === first && /^(?:IN|CC|TO|:|,)$/.test(page.tagOf(token)))) first = token + 1;
  }
  return first === source.range.first ? source : { ...source, range: { first, last: source.range.last } };
}

const QUANTITIES =
  /^(?:half|some|most|many|few|several|all|both|none|each|one|majority|majorities|minority|percent|%|quarter|quarters|third|thirds|number|dozens|hundreds|thousands|scores|members|\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)$/;

/** `55 percent of voters`, `some of the same officials`, `six in 10 people`: how many they are belongs to a source. */
function withQuantity(page: Page, source: Source, limit: number): Source {
  let { first } = source.range;
  if (source.isInverted) return source;
  if (wordAt(page, first - 1) === 'of' || (wordAt(page, first - 1) === 'in' && /^\d+$/.test(wordAt(page, first)))) {
    if (first - 2 < limit || !QUANTITIES.test(wordAt(page, first - 2))) return source;
    first -= 2;
    while (first > limit && /^(?:DT|JJ|CD|RB)$/.test(page.tagOf(first - 1))) first -= 1;
  }
  return first === source.range.first ? source : { ...source, range: { first, last: source.range.last } };
}

function seekSource(page: Page, cue: VerbCue): Source | null {
  const { document, tree } = page;
  const isQuoted = cue.isPassive && cue.range.last > cue.verb && wordAt(page, cue.verb + 1) === 'as';
  if (cue.isPassive && !isQuoted) {
    const agent = tree.childrenBy(cue.verb, 'obl').find((child) => tree.childrenBy(child, 'case').some((preposition) => wordAt(page, preposition) === 'by'));
    return agent === undefined ? null : toSource(page, cue, agent);
  }
  const relative = isQuoted ? null : subjectOfRelative(page, cue);
  if (relative) return relative;
  const joined = isQuoted ? -1 : subjectOfJoined(page, cue.range.first, cue.verb);
  if (joined >= 0) return toSource(page, cue, joined);
  let verb = cue.verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const subject = tree.childrenBy(verb, 'nsubj', 'nsubj:pass').find((child) => canSpeak(page, cue, child) && !isQuotedAway(page, child, cue.head)) ?? -1;
    if (subject >= 0) {
      return toSource(page, cue, subject);
    }
    if (steps === 0 && !isQuoted) {
      const inverted = invertedSubject(page, cue);
      if (inverted >= 0) return toSource(page, cue, inverted);
    }
    const head = document.tokens.heads[verb] ?? -1;
    if (head < 0) break;
    const role = relation(document, verb);
    if (isRelation(role, 'acl') && universalTag(document, head) !== 'VERB' && tree.childBy(head, 'nsubj') < 0) {
      const issuer = issuerOf(page, head);
      return toSource(page, cue, issuer >= 0 ? issuer : head);
    }
    if (!isRelation(role, 'conj', 'xcomp', 'advcl', 'parataxis', 'dep', 'acl', 'obl', 'ccomp')) break;
    if (isRelation(role, 'ccomp') && steps === 0 && tree.childBy(verb, 'mark') >= 0) break;
    verb = head;
  }
  return nounBefore(page, cue);
}

/**
 * Marks and days are no subjects, whatever the parser made of them (`said Tuesday`, `a statement Tuesday saying`). Nor is what begins the content: a subject behind its verb follows what
 * was said, and is no pronoun (`Roe, who won, said she was glad`).
 */
function canSpeak(page: Page, cue: VerbCue, noun: number): boolean {
  if (isMark(page, noun) || /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)s?$/.test(wordAt(page, noun))) return false;
  if (noun < cue.head) return !isBehindColon(page, noun, cue.range.first);
  const before = cue.range.first - 1;
  const isBehind = isQuoteMark(page, before) || /^[,–—-]$/.test(wordAt(page, before)) || before < sentenceOf(page, cue.head).first;
  return isBehind && wordAt(page, cue.range.last + 1) !== 'that' && (isQuoteMark(page, before) || !/^(?:he|she|they|it|we|i)$/.test(wordAt(page, noun)));
}

/** `Quito: the mayor said`: what stands before the colon that opens a paragraph is no subject of what follows. */
function isBehindColon(page: Page, noun: number, cue: number): boolean {
  const { first } = paragraphOf(page, cue);
  if (noun - first > 4) return false;
  for (let token = noun + 1; token <= Math.min(cue, first + 6); token += 1) if (wordAt(page, token) === ':') return true;
  return false;
}

/** `said Roe, a teacher`: a noun right behind the verb that the parser took for an object, where the verb follows what was said. */
function invertedSubject(page: Page, cue: VerbCue): number {
  const before = cue.range.first - 1;
  const takesAddressee = cue.readings.some((reading) => reading.frames.has('ADDRESSEE') && reading.act === 'SAY');
  if (takesAddressee || pennTag(page.document, cue.verb) === 'VBG' || !(isQuoteMark(page, before) || wordAt(page, before) === ',')) return -1;
  const next = cue.range.last + 1;
  const object = page.tree.childBy(cue.verb, 'obj');
  const isClause = /^(?:VBD|VBZ|VBP|MD)$/.test(pennTag(page.document, Math.max(next, object) + 1));
  if (isClause) return -1;
  if (object >= 0 && object - next <= 8) return object;
  return /^(?:NNP|PRP|DT|NNPS)$/.test(pennTag(page.document, next)) && page.document.tokens.heads[next] !== undefined ? headOfPhrase(page, next) : -1;
}

function headOfPhrase(page: Page, token: number): number {
  let at = token;
  while (/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH)$/.test(pennTag(page.document, at + 1))) at += 1;
  return at;
}

/** `the drone that Western allies have accused Tehran of …`: a noun phrase between the relative pronoun and the verb is the subject, whatever the parser made of it. */
function subjectOfRelative(page: Page, cue: VerbCue): Source | null {
  const near = nounBefore(page, cue);
  return near && /^(?:which|whom)$|^that$/.test(wordAt(page, near.range.first - 1)) && near.range.first - 2 >= 0 && /^,$|^NN/.test(pennTag(page.document, near.range.first - 2)) ? near : null;
}

/** Where the parse gives no subject: a pronoun or a name right before the cue. */
function nounBefore(page: Page, cue: VerbCue): Source | null {
  const before = cue.range.first - 1;
  const sentence = sentenceOf(page, cue.head);
  if (wordAt(page, before) === ',') return apposedBefore(page, before, sentence.first) ?? (cue.isPassive ? null : describedBefore(page, cue, before, sentence.first));
  if (before < sentence.first || !isNounAtEnd(page, cue, before) || pennTag(page.document, cue.verb) === 'VBG') return null;
  let first = before;
  while (first > sentence.first && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(pennTag(page.document, first - 1))) first -= 1;
  return { range: { first: startOfCoordination(page, first, sentence.first), last: before }, head: before, isInverted: false };
}

/** `Hale allies said`, `Aides said`: right before a verb of saying what the tagger took for a verb in the present is a plural noun. */
function isPlural(page: Page, token: number): boolean {
  return page.tagOf(token) === 'VBZ' && /^VB[DN]$/.test(page.tagOf(token + 1)) && !/^(?:is|has|was|does|['’]s|gets)$/.test(wordAt(page, token));
}

/** Whether a token can end a subject: a noun or pronoun; before a finite verb also `some`, `others`, `one in five`, an adjective taken for a noun (`a White House official said`). */
function isNounAtEnd(page: Page, cue: VerbCue, token: number): boolean {
  const tag = page.tagOf(token);
  if (/^(?:PRP|NNP|NNPS|NN|NNS)$/.test(tag) || isPlural(page, token)) return true;
  return (
    /^(?:VBD|VBZ|VBP)$/.test(page.tagOf(cue.range.first)) &&
    !cue.isPassive &&
    (/^(?:CD|JJ)$/.test(tag) || /^(?:some|many|most|few|several|all|both|another|these|those|each)$/.test(wordAt(page, token)))
  );
}

/** `Roe, whose party lost the vote, said`: the noun phrase before the comma that opens a description, the description included. */
function describedBefore(page: Page, cue: VerbCue, comma: number, limit: number): Source | null {
  if (!/^(?:VBD|VBZ|VBP)$/.test(page.tagOf(cue.range.first))) return null;
  for (let token = comma - 1; token > limit && comma - token < 40; token -= 1) {
    if (wordAt(page, token) !== ',' || (page.quoteAt[token] ?? -1) >= 0) continue;
    const isDescription = /^(?:who|whose|which|an?|the|one|now|\d+|himself|herself|formerly|former)$/.test(wordAt(page, token + 1));
    if (!(isDescription || (comma - token <= 5 && !hasFiniteVerb(page, { first: token, last: comma }))) || !/^NN|^PRP/.test(page.tagOf(token - 1))) continue;
    let first = token - 1;
    while (first > limit && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(page.tagOf(first - 1)) && !isQuoteMark(page, first - 1)) first -= 1;
    return { range: { first, last: comma - 1 }, head: token - 1, isInverted: false };
  }
  return null;
}

function toSource(page: Page, cue: VerbCue, noun: number): Source | null {
  const { document, tree } = page;
  const sentence = sentenceOf(page, cue.head);
  const isInverted = noun > cue.head;
  const subtree = tree.subtreeOf(noun);
  let first = Math.max(subtree.first, sentence.first);
  let last = Math.min(subtree.last, sentence.last);
  if (isInverted) {
    first = Math.max(first, cue.range.last + 1);
    last = endOfInverted(page, noun, last);
  } else if (noun < cue.range.first) {
    last = endOfSubject(page, Math.min(last, cue.range.first - 1), cue.range.first - 1);
    first = startOfTitle(page, startOfSource(page, noun, first), sentence.first);
  }
  if (/^(?:who|which|that)$/.test(wordAt(page, noun))) {
    const clause = document.tokens.heads[noun] ?? -1;
    const antecedent = document.tokens.heads[clause] ?? -1;
    return { range: { first: noun, last: noun }, head: antecedent >= 0 ? antecedent : noun, isInverted };
  }
  const range = trimMarks(page, { first: isInverted ? first : startOfCoordination(page, first, sentence.first), last });
  if (!range) return null;
  if (isInverted || noun > cue.range.first) return { range, head: noun, isInverted };
  const isCut = subtree.last < range.last && range.last - noun <= 3 && last > subtree.last && noun === subtree.last;
  return apposedTo(page, { range, head: isCut ? range.last : noun, isInverted }, sentence.first);
}

/** `Roe, a Republican, said`: where the parser took the apposition for the subject, the name before it is the source. */
function apposedTo(page: Page, source: Source, limit: number): Source {
  const { first, last } = source.range;
  const isApposition = wordAt(page, first - 1) === ',' && wordAt(page, last + 1) === ',' && /^(?:an?|the)$/.test(wordAt(page, first)) && page.tagOf(first - 2).startsWith('NNP');
  if (!isApposition || first - 2 < limit) return source;
  let start = first - 2;
  while (start > limit && /^(?:NN|NNP|NNPS|JJ|DT)$/.test(page.tagOf(start - 1))) start -= 1;
  return { range: { first: start, last }, head: first - 2, isInverted: false };
}

/** `The United States and its allies`: where the parser cut a coordinated subject in two, it starts with the noun phrase before the `and`. */
function startOfCoordination(page: Page, first: number, limit: number): number {
  if (wordAt(page, first - 1) !== 'and' || first - 2 < limit) return first;
  let start = first - 1;
  while (start > limit && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|PRP|PRP\$)$/.test(pennTag(page.document, start - 1))) start -= 1;
  const isWhole = start === limit || /^[,;“”"]$|^that$/.test(wordAt(page, start - 1));
  return isWhole && start < first - 1 ? start : first;
}

/** `press secretary Josh Earnest said`: a title that the parser left out of the subject belongs to it where it opens the clause. */
function startOfTitle(page: Page, first: number, limit: number): number {
  let start = first;
  while (
    start > limit &&
    (/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(page.tagOf(start - 1)) || isHyphenated(page, start - 1) || wordAt(page, start - 1) === 'retired') &&
    !isQuoteMark(page, start - 1)
  )
    start -= 1;
  return start === limit || isQuoteMark(page, start - 1) || /^(?:,|that)$/.test(wordAt(page, start - 1)) ? start : first;
}

/** `Texas-based Roe`: a participle behind a hyphen, and the hyphen. */
function isHyphenated(page: Page, token: number): boolean {
  return wordAt(page, token) === '-' || (page.tagOf(token) === 'VBN' && wordAt(page, token - 1) === '-');
}

/** A subject never takes in a quotation or a clause that stands before it: it starts after the last comma or closing mark before its own words. */
function startOfSource(page: Page, noun: number, first: number): number {
  for (let token = noun - 1; token >= first; token -= 1) {
    if (isQuoteMark(page, token) && noun - token > 0 && (page.quoteAt[token] ?? -1) !== (page.quoteAt[noun] ?? -1)) return token + 1;
    if (/^[;:]$/.test(wordAt(page, token)) || (first === paragraphOf(page, noun).first && noun - first < 14 && endsDateline(page, token))) return token + 1;
  }
  return first;
}

/** `ST. LOUIS — Ida Roe said`: a dash with a space before it, where no description follows. */
function endsDateline(page: Page, token: number): boolean {
  const { start, end } = page.document.tokens;
  const isSpaced = (start[token] ?? 0) > (end[token - 1] ?? 0);
  return /^(?:[–—]|--?)$/.test(wordAt(page, token)) && (isSpaced || wordAt(page, token) !== '-') && !/^W/.test(page.tagOf(token + 1));
}

/** An inverted source ends before what follows it: a quotation, a semicolon, or a clause that the parser hung on it (`, adding that …`). */
function endOfInverted(page: Page, noun: number, last: number): number {
  for (let token = noun + 1; token <= last; token += 1) {
    if (isQuoteMark(page, token) || /^[;:—]$/.test(wordAt(page, token))) return token - 1;
    if (wordAt(page, token) === ',' && pennTag(page.document, token + 1) === 'VBG') return token - 1;
    if (/^(?:when|while|as|if|because|before|after|amid)$/.test(wordAt(page, token)) && /^(?:IN|WRB)$/.test(page.tagOf(token))) return token - 1;
    if (/^(?:in|on|during|at)$/.test(wordAt(page, token)) && isReportingTail(page, token)) return token - 1;
  }
  return last;
}

/** `said Roe in a statement`, `… on Monday`: the tail belongs to the reporting, not to the source. */
function isReportingTail(page: Page, token: number): boolean {
  for (let at = token + 1; at <= token + 4; at += 1) {
    if (/^(?:statement|interview|tweet|email|e-mail|letter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|conference|speech|briefing|telephone)$/.test(wordAt(page, at))) return true;
    if (!/^(?:a|an|the|his|her|written|joint|recent|news|press|telephone|phone|late|early)$/.test(wordAt(page, at))) return false;
  }
  return false;
}

/** A subject goes on to the verb where only nouns and names stand between: the parser may have cut `campaign manager Jeff Weaver said` in two. */
function endOfSubject(page: Page, last: number, limit: number): number {
  for (let token = last + 1; token <= limit; token += 1) if (!/^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ)$/.test(page.tagOf(token)) && !(token === limit && isPlural(page, token))) return endOfName(page, last);
  return Math.max(last, limit);
}

/** A name that the parser cut in two goes on to its last word. */
function endOfName(page: Page, last: number): number {
  let end = last;
  while (/^NNPS?$/.test(page.tagOf(end)) && /^NNPS?$/.test(page.tagOf(end + 1))) end += 1;
  return end;
}

/** `“…,” Ida Roe, 43, told reporters`: what stands between a quotation and the comma before the verb, where it begins like a noun phrase. */
function apposedBefore(page: Page, comma: number, limit: number): Source | null {
  let first = comma;
  while (first > limit && comma - first < 30 && !isQuoteMark(page, first - 1)) first -= 1;
  if (first === comma || !isQuoteMark(page, first - 1) || !/^(?:DT|NNP|NNPS|PRP|NN|NNS|JJ|CD|PRP\$)$/.test(pennTag(page.document, first))) return null;
  let head = first;
  while (head + 1 < comma && /^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ|CD)$/.test(pennTag(page.document, head + 1))) head += 1;
  return { range: { first, last: comma - 1 }, head, isInverted: false };
}
