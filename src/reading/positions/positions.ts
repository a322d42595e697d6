import type { Document } from '../../language/document.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import { FORMER_WORDS, HONORIFICS } from '../lexicon/offices.ts';
import type { DraftMention } from '../actors/drafts.ts';
import { isOffice, type Phrase, readTitle } from '../actors/title.ts';
import { counterpartOf, headshipAfter, headshipBefore } from './headships.ts';

/** A role found at one place: whose, the words of the title, and the tokens that name what it is a role in. */
export interface PositionFinding {
  /** The mention of the person. */
  readonly person: number;
  readonly first: number;
  readonly last: number;
  readonly title: string;
  readonly former: boolean;
  /** The mention of the organisation or place it is a role in, or -1. */
  readonly of: number;
  /** The token of a demonym that tells the place instead (`Russian`), or -1. */
  readonly demonym: number;
  /**
   * The words of an institution that only a description names (`Iranian armed forces`), first to last token; -1 where
   * there is none.
   */
  readonly institutionFirst: number;
  readonly institutionLast: number;
  /** Whether the title is the words where it stands, not told by a verb or a counterpart. */
  readonly isWorded: boolean;
}

/** The mentions that roles are read from. */
export interface NamedPeople {
  readonly document: Document;
  readonly mentions: readonly DraftMention[];
  /** The mention that holds a token, or -1. */
  readonly mentionAt: (token: number) => number;
  readonly isPerson: (mention: number) => boolean;
}

const LONGEST_TITLE = 12;

/**
 * The roles that an article gives to people by name: before the name (`Russian Defence Minister Sergey Shoigu`), in
 * apposition (`Bagheri, chief of staff of the Iranian armed forces,` or `the firm’s founder, Jane Roe`), and by a
 * copula (`Roe is the chief executive of Acme`).
 */
export function findPositions(named: NamedPeople): PositionFinding[] {
  const { document, mentions, mentionAt, isPerson } = named;
  const findings: PositionFinding[] = [];
  const byCluster = new Map<number, { readonly number: number; readonly finding: PositionFinding }>();
  const add = (finding: PositionFinding): void => {
    byCluster.set(mentions[finding.person]?.cluster ?? -1, { number: findings.length, finding });
    findings.push(finding);
  };
  mentions.forEach((mention, number) => {
    if (mention.kind !== 'NAME' || !isPerson(number)) return;
    const phrases = [
      titleBefore(document, mention, mentionAt),
      appositionAfter(document, mention),
      appositionBefore(document, mention),
      predicateAfter(document, mention),
      appointmentAfter(document, mention),
    ];
    for (const phrase of phrases) {
      if (!phrase) continue;
      const finding = readTitle(named, number, phrase);
      if (finding) add(finding);
    }
    for (const finding of [
      headshipAfter(named, number),
      headshipBefore(named, number),
      counterpartOf(named, number, { last: findings.at(-1), byCluster }),
    ]) {
      if (finding) add(finding);
    }
  });
  return findings;
}

/** The words right before a name, back to an article, a mark or a verb; they must end in an office. */
function titleBefore(document: Document, mention: DraftMention, mentionAt: (token: number) => number): Phrase | null {
  const last = mention.first - 1;
  if (
    !isOffice(document, last) &&
    !(/^(?:elect|designate|general|emeritus)$/i.test(tokenText(document, last)) && isOffice(document, last - 1))
  ) {
    const isState =
      /^of$/i.test(tokenText(document, last - 1)) &&
      /^(?:State|Staff|Defense|Defence|Justice|Government|Parliament)$/.test(tokenText(document, last));
    if (!(isOffice(document, last - 2) && (isState || tokenText(document, last - 1) === '-'))) return null;
  }
  let first = last;
  while (first > 0 && last - first < LONGEST_TITLE) {
    const before = first - 1;
    if (hasLineBreakAfter(document, before)) break;
    const word = tokenText(document, before);
    const tag = pennTag(document, before);
    const isBracket = /^[()]$/.test(word);
    const allowed =
      /^(?:NN|NNS|NNP|NNPS|JJ|JJS|HYPH|POS|AFX|FW|GW)$/.test(tag) ||
      /^(?:acting|incoming|interim)$/i.test(word) ||
      FORMER_WORDS.has(word.toLowerCase()) ||
      isBracket ||
      mentionAt(before) >= 0 ||
      (tag === 'VBG' &&
        isOffice(document, first) &&
        !/^\p{Lu}/u.test(tokenText(document, first)) &&
        tokenText(document, before - 1) !== ',') ||
      (/^(?:of|for|and|&)$/i.test(word) && isTitleWord(document, before - 1) && isTitleWord(document, before + 1));
    if (!allowed || /^[,;:—–]$/.test(word)) break;
    first = before;
  }
  while (first < last && /^[()&]$|^(?:of|for|and)$/i.test(tokenText(document, first))) first += 1;
  return { first, last };
}

function isTitleWord(document: Document, token: number): boolean {
  return (
    /^(?:NN|NNS|NNP|NNPS|JJ)$/.test(pennTag(document, token)) &&
    (isOffice(document, token) || /^\p{Lu}/u.test(tokenText(document, token)))
  );
}

function hasLineBreakAfter(document: Document, token: number): boolean {
  return /\n/.test(document.text.slice(document.tokens.end[token], document.tokens.start[token + 1]));
}

/** `NAME, PHRASE,`: from behind the comma to the next comma that does not belong to it. */
function appositionAfter(document: Document, mention: DraftMention): Phrase | null {
  let comma = mention.last + 1;
  if (/^\($/.test(tokenText(document, comma))) return null;
  if (
    tokenText(document, comma) === ',' &&
    /^\d{1,3}$/.test(tokenText(document, comma + 1)) &&
    tokenText(document, comma + 2) === ','
  )
    comma += 2;
  if (tokenText(document, comma) !== ',') return null;
  let first = comma + 1;
  if (/^(?:a|an|the|who)$/i.test(tokenText(document, first))) first += 1;
  if (/^(?:is|was|heads|leads|runs)$/i.test(tokenText(document, first))) return null;
  const phrase = officePhrase(document, first);
  const isSubject = phrase !== null && isFiniteTag(pennTag(document, phrase.last + 1));
  return isSubject ? null : phrase;
}

/** `PHRASE, NAME`: back from the comma before the name, to an article or a possessive. */
function appositionBefore(document: Document, mention: DraftMention): Phrase | null {
  const comma = beforeRanks(document, mention.first - 1);
  if (tokenText(document, comma) !== ',') return null;
  const last = comma - 1;
  let first = last;
  while (first > 0 && last - first < LONGEST_TITLE && !hasLineBreakAfter(document, first - 1)) {
    const before = first - 1;
    const tag = pennTag(document, before);
    if (/^(?:VB|MD|WP|WDT|PRP$|TO|\.|:)/.test(tag) || /^[,"“”]$/.test(tokenText(document, before))) break;
    if (tag === 'IN' && !/^(?:of|for|in|at|on|to)$/i.test(tokenText(document, before))) break;
    first = before;
    if (/^(?:its|his|her|their|the|a|an)$/i.test(tokenText(document, first)) && !isInside(document, first, last)) break;
  }
  if (
    !/^(?:its|his|her|their|the|a|an)$/i.test(tokenText(document, first)) &&
    !includesPossessive(document, first, last)
  )
    return null;
  if (/^(?:its|his|her|their|the|a|an)$/i.test(tokenText(document, first))) first += 1;
  for (let token = first; token <= last; token += 1) if (isOffice(document, token)) return { first, last };
  return null;
}

/** `the governor of the Bank of Kenya`: an article behind `of`, with no office behind it, is not the first word. */
function isInside(document: Document, article: number, last: number): boolean {
  if (!/^(?:of|for|at)$/i.test(tokenText(document, article - 1))) return false;
  for (let token = article + 1; token <= last; token += 1) if (isOffice(document, token)) return false;
  return true;
}

/**
 * The token before the ranks and honorifics that stand right before a name: `, General Idriss Saleh`, `, Dr Achta
 * Mahamat`.
 */
function beforeRanks(document: Document, token: number): number {
  let at = token;
  while (
    token - at < 2 &&
    /^\p{Lu}/u.test(tokenText(document, at)) &&
    (isOffice(document, at) || tokenText(document, at).toLowerCase().replace(/\.$/, '') in HONORIFICS)
  )
    at -= 1;
  return at;
}

function includesPossessive(document: Document, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1) if (pennTag(document, token) === 'POS') return true;
  return false;
}

/** `NAME is (the) PHRASE`. */
function predicateAfter(document: Document, mention: DraftMention): Phrase | null {
  let at = mention.last + 1;
  if (tokenText(document, at) === ',' && tokenText(document, at + 1).toLowerCase() === 'who') at += 2;
  else if (tokenText(document, at).toLowerCase() === 'who') at += 1;
  if (!/^(?:is|was|became)$/i.test(tokenText(document, at))) return null;
  const article = at + 1;
  if (!/^(?:the|a|an)$/i.test(tokenText(document, article)) && pennTag(document, article) !== 'PRP$') return null;
  return officePhrase(document, article + 1);
}

/** Verbs that give somebody an office. */
const APPOINTING = /^(?:name|appoint|elect|nominate|swear|install|choose|pick|confirm|make|promote|reappoint|crown)$/;

/** `named NAME as finance minister`, `NAME was sworn in as president`, `NAME took over as coach`. */
function appointmentAfter(document: Document, mention: DraftMention): Phrase | null {
  let at = mention.last + 1;
  const isObject = Array.from({ length: 5 }, (_, place) => mention.first - 1 - place).some(
    (token) =>
      /^VB/.test(pennTag(document, token)) &&
      APPOINTING.test(document.tokens.lemmas[token] ?? '') &&
      !isMarkBetween(document, token, mention.first),
  );
  if (!isObject) {
    while (at < mention.last + 4 && /^(?:was|is|were|has|had|been|will|be|also|later)$/i.test(tokenText(document, at)))
      at += 1;
    const isMade = at > mention.last + 1 && APPOINTING.test(document.tokens.lemmas[at] ?? '');
    const takesOver =
      /^(?:took|takes)$/i.test(tokenText(document, at)) &&
      /^(?:over|office|charge)$/i.test(tokenText(document, at + 1));
    if (!isMade && !takesOver) return null;
    at += takesOver || /^in$/i.test(tokenText(document, at + 1)) ? 2 : 1;
    if (takesOver && !/^as$/i.test(tokenText(document, at))) return null;
  }
  if (/^(?:as|to)$/i.test(tokenText(document, at))) at += /^be$/i.test(tokenText(document, at + 1)) ? 2 : 1;
  if (/^(?:a|an|the|its|his|her|their)$/i.test(tokenText(document, at))) at += 1;
  return officePhrase(document, at);
}

function isMarkBetween(document: Document, first: number, last: number): boolean {
  for (let token = first + 1; token < last; token += 1) if (/^[,.;:]$/.test(tokenText(document, token))) return true;
  return false;
}

/**
 * A noun phrase with an office in it that begins at a token: adjectives and nouns, then `of …`, `for …`, `in …`, `at …`
 * phrases.
 */
function officePhrase(document: Document, first: number): Phrase | null {
  let last = first - 1;
  let hasOffice = false;
  for (let token = first; token < first + LONGEST_TITLE + 6 && token < document.tokens.count; token += 1) {
    const word = tokenText(document, token);
    const tag = pennTag(document, token);
    if (isOffice(document, token)) hasOffice = true;
    const joins =
      hasOffice &&
      /^(?:of|for|at|with|the|and|&|to|in)$/i.test(word) &&
      !(/^and$/i.test(word) && pennTag(document, token + 1).startsWith('VB'));
    if (hasOffice && tag === 'VBN') break;
    if (!(/^(?:NN|NNS|NNP|NNPS|JJ|JJS|HYPH|POS|VBN|CD|AFX|FW|PRP\$)$/.test(tag) || joins)) break;
    if (/^(?:in|to|with)$/i.test(word) && !/^\p{Lu}|^the$/u.test(tokenText(document, token + 1))) break;
    last = token;
    if (hasLineBreakAfter(document, token)) break;
  }
  while (last > first && /^(?:of|for|at|with|the|and|&|to|in)$/i.test(tokenText(document, last))) last -= 1;
  return hasOffice && last >= first ? { first, last } : null;
}
