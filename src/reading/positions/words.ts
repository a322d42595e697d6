import type { Document, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import { headOfMention } from '../actors/mention.ts';
import { APPOINTING, FORMER_WORDS, isHonorific } from '../lexicon/offices.ts';
import type { NamedPeople } from './finding.ts';
import { isOffice } from './offices.ts';

/** How many words a title may have. */
const LONGEST_TITLE = 12;

/** The words right before a name, back to an article, a mark or a verb; they must end in an office. */
export function wordsBefore(
  { document, phrases, mentions, mentionAt }: NamedPeople,
  person: number,
): TokenRange | null {
  const last = (mentions[person]?.first ?? 0) - 1;
  const isOfState = /^of$/i.test(tokenText(document, last - 1)) && /^\p{Lu}/u.test(tokenText(document, last));
  if (!isOffice(document, last) && !(isOfState && isOffice(document, last - 2))) return null;
  let first = last;
  while (first > 0 && last - first < LONGEST_TITLE && !hasLineBreakAfter(document, first - 1)) {
    const before = first - 1;
    const word = tokenText(document, before);
    const isJoint =
      /^(?:of|for|and|&)$/i.test(word) && isTitleWord(document, before - 1) && isTitleWord(document, first);
    const isParticiple =
      pennTag(document, before) === 'VBG' &&
      (phrases.at(before).role === 'MODIFIER' || tokenText(document, before - 1) === '-');
    const isAllowed =
      isParticiple ||
      /^(?:NNP?S?|JJS?|HYPH|POS|AFX|FW|GW)$/.test(pennTag(document, before)) ||
      /^[()]$/.test(word) ||
      FORMER_WORDS.has(word.toLowerCase()) ||
      mentionAt(before) >= 0 ||
      isJoint;
    if (!isAllowed) break;
    first = before;
  }
  while (first < last && /^[()&]$|^(?:of|for|and)$/i.test(tokenText(document, first))) first += 1;
  return { first, last };
}

function isTitleWord(document: Document, token: number): boolean {
  const isNoun = /^(?:NNP?S?|JJ)$/.test(pennTag(document, token));
  return isNoun && (isOffice(document, token) || /^\p{Lu}/u.test(tokenText(document, token)));
}

function hasLineBreakAfter(document: Document, token: number): boolean {
  return /\n/.test(document.text.slice(document.tokens.end[token], document.tokens.start[token + 1]));
}

/** `Roe, the chief executive of Acme,`: the words after a comma or a dash, with an age between or not. */
export function appositionAfter(named: NamedPeople, person: number): TokenRange | null {
  const { document, mentions } = named;
  let mark = (mentions[person]?.last ?? 0) + 1;
  if (/^\d{1,3}$/.test(tokenText(document, mark + 1)) && tokenText(document, mark + 2) === ',') mark += 2;
  if (!/^(?:,|--?|–|—)$/.test(tokenText(document, mark))) return null;
  const first = mark + (/^(?:an?|the)$/i.test(tokenText(document, mark + 1)) ? 2 : 1);
  const words = roleFrom(named, first);
  return words && isFiniteTag(pennTag(document, words.last + 1)) ? null : words;
}

/** `the firm’s founder, Jane Roe`: the noun phrase before a comma, up from its last word to an office. */
export function appositionBefore(named: NamedPeople, person: number): TokenRange | null {
  const { document, phrases, mentions } = named;
  let comma = (mentions[person]?.first ?? 0) - 1;
  for (let ranks = 0; ranks < 2 && isRank(document, comma); ranks += 1) comma -= 1;
  if (tokenText(document, comma) !== ',') return null;
  const last = comma - 1;
  let noun = last;
  while (
    /^(?:COMPLEMENT|MEMBER)$/.test(phrases.at(noun).role) &&
    !isOffice(document, noun) &&
    last - noun < LONGEST_TITLE
  )
    noun = phrases.at(noun).governor;
  const { first, determiner, owner } = phrases.at(noun);
  if (noun > last || !isOffice(document, noun) || (determiner < 0 && owner < 0)) return null;
  return { first: determiner === first ? first + 1 : first, last };
}

/** Ranks and honorifics that stand right before a name: `, General Idriss Saleh`, `, Dr Achta Mahamat`. */
function isRank(document: Document, token: number): boolean {
  const word = tokenText(document, token);
  return /^\p{Lu}/u.test(word) && (isOffice(document, token) || isHonorific(word));
}

/** `Roe is the mayor of Leeds`, `Roe, who became a judge`: the words of what somebody is said to be. */
export function predicateOf(named: NamedPeople, person: number): TokenRange | null {
  const { document, phrases, clauses, mentions } = named;
  const mention = mentions[person];
  if (!mention) return null;
  const { role, governor, describedBy, appositions } = phrases.at(headOfMention(named, mention));
  for (const head of [...(role === 'SUBJECT' ? [governor] : []), ...describedBy, ...appositions]) {
    const { copula, link, negation, modality } = clauses.at(head);
    const isBecoming = document.tokens.lemmas[head] === 'become';
    const isSaidToBe = copula > mention.last || isBecoming;
    if (!isSaidToBe || link === 'ADVERBIAL' || negation >= 0 || modality !== 'NONE') continue;
    return roleFrom(named, afterDeterminer(document, (isBecoming ? head : copula) + 1));
  }
  return null;
}

/** `named NAME as finance minister`, `NAME was sworn in as president`, `NAME took over as coach`. */
export function appointmentOf(named: NamedPeople, person: number): TokenRange | null {
  const { document, clauses, mentions } = named;
  const mention = mentions[person];
  if (!mention) return null;
  const head = headOfMention(named, mention);
  const verb = clauses.around(head);
  const { voice, ownSubjects } = clauses.at(verb);
  const lemma = document.tokens.lemmas[verb] ?? '';
  const isSubject = ownSubjects.includes(head);
  const isMade = APPOINTING.has(lemma) && (isSubject ? voice === 'PASSIVE' : verb < head);
  if (!isMade && !(isSubject && lemma === 'take')) return null;
  let first = (isSubject ? verb : mention.last) + 1;
  if (/^(?:in|over)$/i.test(tokenText(document, first))) first += 1;
  if (/^as$/i.test(tokenText(document, first))) first += 1;
  else if (!isMade) return null;
  return roleFrom(named, afterDeterminer(document, first));
}

function afterDeterminer(document: Document, token: number): number {
  return /^(?:DT|PRP\$)$/.test(pennTag(document, token)) ? token + 1 : token;
}

/**
 * The words of a role that begin at a token: adjectives and nouns with an office among them, then what it is a role in
 * (`of …`, `for …`); null where there is no office.
 */
function roleFrom({ document, phrases }: Grammar, first: number): TokenRange | null {
  let last = first - 1;
  let isRole = false;
  for (let token = first; token < Math.min(first + 1.5 * LONGEST_TITLE, document.tokens.count); token += 1) {
    const word = tokenText(document, token);
    const tag = pennTag(document, token);
    isRole ||= isOffice(document, token);
    const isBeforeName = /^\p{Lu}|^the$/u.test(tokenText(document, token + 1));
    const isJoint = /^(?:of|for|at|the|and|&)$/i.test(word) || (/^(?:in|to|with)$/i.test(word) && isBeforeName);
    const isParticiple = tag === 'VBN' && !isRole && phrases.at(token).role === 'MODIFIER';
    const isWord = isParticiple || /^(?:NNP?S?|JJS?|HYPH|POS|CD|AFX|FW|PRP\$)$/.test(tag);
    if (!isWord && !(isRole && isJoint)) break;
    last = token;
    if (hasLineBreakAfter(document, token)) break;
  }
  while (last > first && /^(?:of|for|at|with|the|and|&|to|in)$/i.test(tokenText(document, last))) last -= 1;
  return isRole && last >= first ? { first, last } : null;
}
