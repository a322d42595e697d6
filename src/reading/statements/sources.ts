import { isFiniteTag, pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import {
  endOfCompound,
  endOfDescription,
  endOfInverted,
  endOfRelative,
  endOfSubject,
  isPlural,
  NOMINAL,
  startOfCoordination,
  startOfInverted,
  startOfSource,
  startOfTitle,
  TIMES,
} from './source-edges.ts';
import { withoutClause, withoutOpening, withoutTime, withQuantity } from './source-trims.ts';
import { isQuotedAway, subjectOfJoined } from './joined-cues.ts';
import { issuerOf } from './media.ts';
import { findParenthetical } from './parentheses.ts';
import { hasFiniteVerb, isMark, isQuoteMark, type Page, paragraphOf, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';
import type { Source } from './source.ts';

/**
 * The source of a verb cue: its subject; behind the verb in inversions; the `by` phrase of a passive; the subject of
 * the verb that a participle, an infinitive or a coordinated verb hangs on; the noun that a participle describes (`a
 * statement saying`). Null where nobody is named.
 */
export function attributeSource(page: Page, cue: VerbCue): Source | null {
  const set = findParenthetical(page, cue);
  if (set) return set.isInverted ? withEnd(page, set) : set;
  const sought = seekSource(page, cue);
  const found = sought && holdsClause(page, sought, cue) ? (nounBefore(page, cue) ?? sought) : sought;
  const source = found
    ? withQuantity(page, withoutTime(page, withoutOpening(page, found)), sentenceOf(page, cue.head).first)
    : null;
  return source && source.range.first === source.range.last && TIMES.test(wordAt(page, source.range.first))
    ? null
    : source && withoutClause(page, source, cue);
}

/** An inverted source with what describes it, and without what follows it. */
function withEnd(page: Page, source: Source): Source {
  const described = endOfDescription(page, source.range.last, sentenceOf(page, source.head).last);
  const range = trimMarks(page, {
    first: source.range.first,
    last: endOfInverted(page, source.head, Math.max(source.range.last, described)),
  });
  return range ? { ...source, range } : source;
}

/**
 * Whether the words from a noun to its verb hold a clause of another: `it was in talks after the newspaper Nova
 * reported`.
 */
function holdsClause(page: Page, { range, isInverted }: Source, cue: VerbCue): boolean {
  if (isInverted || range.last !== cue.range.first - 1) return false;
  for (let token = range.first; token < range.last; token += 1) {
    if (/^W/.test(page.tagOf(token)) || wordAt(page, token) === 'that') return false;
    if (isFiniteTag(page.tagOf(token))) return true;
  }
  return false;
}

function seekSource(page: Page, cue: VerbCue): Source | null {
  const { document, tree } = page;
  const isQuoted = cue.isPassive && cue.range.last > cue.verb && wordAt(page, cue.verb + 1) === 'as';
  if (cue.isPassive && !isQuoted) {
    const agent = tree
      .childrenBy(cue.verb, 'obl')
      .find((child) => tree.childrenBy(child, 'case').some((preposition) => wordAt(page, preposition) === 'by'));
    return agent === undefined ? null : toSource(page, cue, agent);
  }
  const relative = isQuoted ? null : subjectOfRelative(page, cue);
  if (relative) return relative;
  const joined = isQuoted ? -1 : subjectOfJoined(page, cue.range.first, cue.verb);
  if (joined >= 0) return toSource(page, cue, joined);
  let verb = cue.verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const subjects = tree
      .childrenBy(verb, 'nsubj', 'nsubj:pass')
      .filter((child) => canSpeak(page, cue, child) && !isQuotedAway(page, child, cue.head));
    const before = subjects.filter((child) => child < cue.head);
    const subject = before.findLast((child) => !isBehindPreposition(page, child)) ?? before.at(-1) ?? subjects[0] ?? -1;
    const described =
      /^(?:who|which)$/.test(wordAt(page, subject)) && steps > 0 && wordAt(page, cue.range.first - 1) === ','
        ? nounBefore(page, cue)
        : null;
    if (described) return described;
    if (subject >= 0) return toSource(page, cue, subject);
    if (steps === 0 && !isQuoted) {
      const inverted = invertedSubject(page, cue);
      if (inverted >= 0) return toSource(page, cue, inverted);
      if (isNamedBefore(page, cue)) return nounBefore(page, cue);
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

/** `A woman who was fined for feeding pigeons has vowed`: of two subjects the one behind a preposition is none. */
function isBehindPreposition(page: Page, noun: number): boolean {
  const { first } = page.tree.subtreeOf(noun);
  return page.tagOf(first) === 'IN' || page.tagOf(first - 1) === 'IN';
}

/** `after Nabisco announced`: a name right before a finite verb that has no subject of its own in the parse. */
function isNamedBefore(page: Page, cue: VerbCue): boolean {
  const before = cue.range.first - 1;
  return (
    !cue.isPassive &&
    /^VB[DZP]$/.test(page.tagOf(cue.range.first)) &&
    /^NNPS?$/.test(page.tagOf(before)) &&
    !TIMES.test(wordAt(page, before))
  );
}

/**
 * Marks and days are no subjects, whatever the parser made of them (`said Tuesday`, `a statement Tuesday saying`). Nor
 * is what begins the content: a subject behind its verb follows what was said, and is no pronoun (`Roe, who won, said
 * she was glad`).
 */
function canSpeak(page: Page, cue: VerbCue, noun: number): boolean {
  if (isMark(page, noun) || TIMES.test(wordAt(page, noun))) return false;
  if (noun < cue.head) return !isBehindColon(page, noun, cue.range.first);
  if (opensQuotedClause(page, noun)) return false;
  if (wordAt(page, cue.range.first - 1) === ',' && isFiniteTag(page.tagOf(noun + 1))) return false;
  const before = cue.range.first - 1;
  const isBehind =
    isQuoteMark(page, before) || /^[,–—-]$/.test(wordAt(page, before)) || before < sentenceOf(page, cue.head).first;
  return (
    isBehind &&
    wordAt(page, cue.range.last + 1) !== 'that' &&
    (isQuoteMark(page, before) || !/^(?:he|she|they|it|we|i)$/.test(wordAt(page, noun)))
  );
}

/**
 * `said Hale “was deeply involved”`: a noun before a quotation that opens with a finite verb is the subject of what was
 * said.
 */
function opensQuotedClause(page: Page, noun: number): boolean {
  return isQuoteMark(page, noun + 1) && isFiniteTag(page.tagOf(noun + 2));
}

/** `Quito: the mayor said`: what stands before the colon that opens a paragraph is no subject of what follows. */
function isBehindColon(page: Page, noun: number, cue: number): boolean {
  const { first } = paragraphOf(page, cue);
  if (noun - first > 4) return false;
  for (let token = noun + 1; token <= Math.min(cue, first + 6); token += 1)
    if (wordAt(page, token) === ':') return true;
  return false;
}

/**
 * `said Roe, a teacher`: a noun right behind the verb that the parser took for an object, where the verb follows what
 * was said.
 */
function invertedSubject(page: Page, cue: VerbCue): number {
  const before = cue.range.first - 1;
  const takesAddressee = cue.readings.some((reading) => reading.frames.has('ADDRESSEE') && reading.act === 'SAY');
  if (
    takesAddressee ||
    pennTag(page.document, cue.verb) === 'VBG' ||
    !(isQuoteMark(page, before) || wordAt(page, before) === ',')
  )
    return -1;
  if (wordAt(page, before) === ',' && takesObject(page, cue, before - 1)) return -1;
  const next = cue.range.last + 1;
  if (wordAt(page, before) === ',' && /^(?:he|she|they|it|we|i)$/.test(wordAt(page, next))) return -1;
  const object = page.tree.childBy(cue.verb, 'obj');
  const last = Math.max(next, object);
  const isClause = isFiniteTag(pennTag(page.document, last + 1)) || opensQuotedClause(page, headOfPhrase(page, next));
  if (isClause) return -1;
  if (object >= 0 && object - next <= 8) return object;
  const isNoun =
    /^(?:NNP|PRP|DT|NNPS)$/.test(pennTag(page.document, next)) ||
    (isQuoteMark(page, before) && /^(?:JJ|CD|NN|NNS|PRP\$)$/.test(pennTag(page.document, next)));
  const head = isNoun ? headOfPhrase(page, next) : -1;
  return head >= 0 && /^(?:NN|PRP|DT|CD)/.test(page.tagOf(head)) && !TIMES.test(wordAt(page, head)) ? head : -1;
}

/**
 * `Roe, who ran the mill, called the law “a joke”`, `Roe, reading it out, asked the crowd`: what stands before the
 * comma is no content, and the noun behind the verb its object.
 */
function takesObject(page: Page, cue: VerbCue, last: number): boolean {
  const isWhole = cue.readings.some((reading) => reading.frames.has('WHOLE'));
  if (isWhole && !cue.readings.some((reading) => reading.frames.has('CLAUSE') || reading.frames.has('QUOTE')))
    return true;
  return (
    cue.readings.some((reading) => reading.frames.has('ADDRESSEE')) &&
    !hasFiniteVerb(page, { first: sentenceOf(page, cue.head).first, last })
  );
}

function headOfPhrase(page: Page, token: number): number {
  let at = token;
  while (/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH)$/.test(page.tagOf(at + 1))) at += 1;
  return at;
}

/**
 * `the drone that Western allies have accused Tehran of …`: a noun phrase between the relative pronoun and the verb is
 * the subject, whatever the parser made of it.
 */
function subjectOfRelative(page: Page, cue: VerbCue): Source | null {
  const near = nounBefore(page, cue);
  return near &&
    /^(?:which|whom)$|^that$/.test(wordAt(page, near.range.first - 1)) &&
    near.range.first - 2 >= 0 &&
    /^,$|^NN/.test(pennTag(page.document, near.range.first - 2))
    ? near
    : null;
}

/** Where the parse gives no subject: a pronoun or a name right before the cue. */
function nounBefore(page: Page, cue: VerbCue): Source | null {
  const before = cue.range.first - 1;
  const sentence = sentenceOf(page, cue.head);
  if (wordAt(page, before) === ',')
    return (
      apposedBefore(page, before, sentence.first) ??
      (cue.isPassive ? null : describedBefore(page, cue, before, sentence.first))
    );
  if (before < sentence.first || !isNounAtEnd(page, cue, before) || pennTag(page.document, cue.verb) === 'VBG')
    return null;
  let first = before;
  while (
    first > sentence.first &&
    NOMINAL.test(pennTag(page.document, first - 1)) &&
    !/thing$/.test(wordAt(page, first - 1))
  )
    first -= 1;
  return {
    range: { first: startOfCoordination(page, first, sentence.first), last: before },
    head: before,
    isInverted: false,
  };
}

/**
 * Whether a token can end a subject: a noun or pronoun; before a finite verb also `some`, `others`, `one in five`, an
 * adjective taken for a noun (`a White House official said`).
 */
function isNounAtEnd(page: Page, cue: VerbCue, token: number): boolean {
  const tag = page.tagOf(token);
  if (/^(?:PRP|NNP|NNPS|NN|NNS)$/.test(tag) || isPlural(page, token) || (tag === 'FW' && isNameOrNoun(page, token)))
    return true;
  return (
    /^(?:VBD|VBZ|VBP)$/.test(page.tagOf(cue.range.first)) &&
    !cue.isPassive &&
    (/^(?:CD|JJ)$/.test(tag) ||
      /^(?:some|many|most|few|several|all|both|another|these|those|each)$/.test(wordAt(page, token)))
  );
}

/**
 * `Roe, whose party lost the vote, said`: the noun phrase before the comma that opens a description, the description
 * included.
 */
function describedBefore(page: Page, cue: VerbCue, comma: number, limit: number): Source | null {
  if (!/^(?:VBD|VBZ|VBP)$/.test(page.tagOf(cue.range.first))) return null;
  for (let token = comma - 1; token > limit && comma - token < 40; token -= 1) {
    if (wordAt(page, token) !== ',' || (page.quoteAt[token] ?? -1) >= 0) continue;
    const isDescription = /^(?:who|whose|which|an?|the|one|now|\d+|himself|herself|formerly|former)$/.test(
      wordAt(page, token + 1),
    );
    const isParticiple =
      /^VB[NG]$/.test(page.tagOf(token + 1)) || (page.tagOf(token + 1) === 'VBD' && page.tagOf(token + 2) === 'IN');
    if (
      !(isDescription || isParticiple || (comma - token <= 5 && !hasFiniteVerb(page, { first: token, last: comma }))) ||
      !isNameOrNoun(page, token - 1)
    )
      continue;
    let first = token - 1;
    while (first > limit && NOMINAL.test(page.tagOf(first - 1)) && !isQuoteMark(page, first - 1)) first -= 1;
    return { range: { first, last: comma - 1 }, head: token - 1, isInverted: false };
  }
  return null;
}

/** A noun, or a name that the tagger knows as some other word. */
function isNameOrNoun(page: Page, token: number): boolean {
  return (
    /^NN|^PRP/.test(page.tagOf(token)) ||
    /^(?:another|others|some|one)$/.test(wordAt(page, token)) ||
    (/^(?:UH|FW|JJ|RB|VB)$/.test(page.tagOf(token)) && /^\p{Lu}/u.test(tokenText(page.document, token)))
  );
}

function toSource(page: Page, cue: VerbCue, subject: number): Source | null {
  const { document, tree } = page;
  const noun = nameBeside(page, cue, subject);
  const sentence = sentenceOf(page, cue.head);
  const isInverted = noun > cue.head;
  const subtree = tree.subtreeOf(noun);
  let first = Math.max(subtree.first, sentence.first);
  let last = Math.min(subtree.last, sentence.last);
  if (isInverted) {
    first = startOfInverted(page, cue, noun, first);
    last = endOfInverted(page, noun, Math.max(last, endOfDescription(page, Math.max(noun, last), sentence.last)));
  } else if (noun < cue.range.first) {
    last = endOfRelative(
      page,
      noun,
      endOfSubject(page, Math.min(last, cue.range.first - 1), cue.range.first - 1),
      cue.range.first - 1,
    );
    first = startOfTitle(page, startOfSource(page, noun, first), sentence.first);
  }
  for (let token = noun + 1; token < last; token += 1)
    if (!isInverted && wordAt(page, token) === ',' && isFiniteTag(page.tagOf(token + 1))) last = token - 1;
  if (/^(?:who|which|that)$/.test(wordAt(page, noun))) {
    const clause = document.tokens.heads[noun] ?? -1;
    const antecedent = document.tokens.heads[clause] ?? -1;
    return { range: { first: noun, last: noun }, head: antecedent >= 0 ? antecedent : noun, isInverted };
  }
  if (isInverted) {
    const whole = endOfCompound(page, noun);
    const inverted = trimMarks(page, { first, last: Math.max(last, whole) });
    return inverted ? { range: inverted, head: whole, isInverted } : null;
  }
  const range = trimMarks(page, { first: startOfCoordination(page, first, sentence.first), last });
  if (!range) return null;
  if (noun > cue.range.first) return { range, head: noun, isInverted };
  const isCut = subtree.last < range.last && range.last - noun <= 3 && last > subtree.last && noun === subtree.last;
  return apposedTo(page, { range, head: isCut ? range.last : noun, isInverted }, sentence.first);
}

/** `The speaker, Tom Hale, said`: where the parser made subjects of both, the name is who says it. */
function nameBeside(page: Page, cue: VerbCue, noun: number): number {
  const { tree, document } = page;
  const verb = document.tokens.heads[noun] ?? -1;
  if (noun > cue.range.first || verb < 0) return noun;
  return (
    tree
      .childrenBy(verb, 'nsubj')
      .find(
        (child) => child > noun && child < cue.range.first && isBesideNoun(page, tree.subtreeOf(child).first, noun),
      ) ?? noun
  );
}

function isBesideNoun(page: Page, first: number, noun: number): boolean {
  return (
    wordAt(page, first - 1) === ',' &&
    first - 2 === noun &&
    /^(?:NNP|DT)$/.test(page.tagOf(first)) &&
    page.tagOf(noun) === 'NN'
  );
}

/**
 * `Roe, a Republican, said`: where the parser took the apposition for the subject, the name before it is the source.
 */
function apposedTo(page: Page, source: Source, limit: number): Source {
  const { first, last } = source.range;
  const described = page.tree
    .childrenBy(page.document.tokens.heads[source.head] ?? -1, 'nsubj')
    .find((child) => child < first && isBesideNoun(page, first, child));
  if (described !== undefined && wordAt(page, last + 1) === ',')
    return { ...source, range: { first: Math.max(limit, page.tree.subtreeOf(described).first), last } };
  const isApposition =
    wordAt(page, first - 1) === ',' &&
    page.tagOf(first - 3) !== 'IN' &&
    wordAt(page, last + 1) === ',' &&
    /^(?:an?|the|himself|herself|itself)$/.test(wordAt(page, first)) &&
    page.tagOf(first - 2).startsWith('NNP');
  if (!isApposition || first - 2 < limit) return source;
  let start = first - 2;
  while (start > limit && /^(?:NN|NNP|NNPS|JJ|DT)$/.test(page.tagOf(start - 1))) start -= 1;
  return { range: { first: start, last }, head: first - 2, isInverted: false };
}

/**
 * `“…,” Ida Roe, 43, told reporters`: what stands between a quotation and the comma before the verb, where it begins
 * like a noun phrase.
 */
function apposedBefore(page: Page, comma: number, limit: number): Source | null {
  let first = comma;
  while (first > limit && comma - first < 30 && !isQuoteMark(page, first - 1)) first -= 1;
  if (
    first === comma ||
    !isQuoteMark(page, first - 1) ||
    !/^(?:DT|NNP|NNPS|PRP|NN|NNS|JJ|CD|PRP\$)$/.test(pennTag(page.document, first))
  )
    return null;
  let head = first;
  while (head + 1 < comma && /^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ|CD)$/.test(pennTag(page.document, head + 1))) head += 1;
  return { range: { first, last: comma - 1 }, head, isInverted: false };
}
