import type { Document, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { Referent } from './descriptions.ts';
import type { DraftMention } from './drafts.ts';
import { isSubject } from './salience.ts';
import { OFFICES, PERSON_NOUNS } from '../lexicon/offices.ts';

/** In how many paragraphs behind the lead the name must come. */
const REACH = 2;

/** Nouns for one person that are neither an office nor tell sex or age alone. */
const OTHERS = new Set(
  'grandmother grandfather wife husband son daughter brother sister worker employee guard gunman prisoner inmate passenger tourist migrant refugee hostage patient customer'.split(
    ' ',
  ),
);

/**
 * The description that the first paragraph of a news story begins with in place of a name, where the next ones give it:
 * `A former bank manager told a court on Monday … Grace Wambui, 51, is accused of …`. The lead names no person, its
 * only person is the subject; the first person named behind it is a subject too, with a full name and no title of
 * another kind. Null where a story begins in any other way.
 */
export function findLead(
  grammar: Grammar,
  names: readonly DraftMention[],
  referents: readonly Referent[],
): DraftMention | null {
  const { document, phrases } = grammar;
  const number = document.paragraphs.findIndex((paragraph) => /^[.”"]$/.test(tokenText(document, paragraph.last)));
  const paragraph = document.paragraphs[number];
  const behind = document.paragraphs[number + REACH] ?? document.paragraphs.at(-1);
  const people = names.filter(({ cluster, kind }) => referents[cluster]?.type === 'PERSON' && kind === 'NAME');
  if (!paragraph || !behind || people.some(({ first }) => first <= paragraph.last)) return null;
  const subject = personIn(grammar, paragraph);
  const [named] = people;
  if (subject < 0 || !named || named.first <= paragraph.last || named.last > behind.last) return null;
  const referent = referents[named.cluster];
  const gender = PERSON_NOUNS[lemmaAt(document, subject)] ?? 'EITHER';
  const fits = gender === 'EITHER' || referent?.gender === 'EITHER' || referent?.gender === gender;
  if (!referent || !fits || !isIntroduced(grammar, named)) return null;
  if (referent.titles.length > 0 && !referent.titles.some((title) => title.includes(lemmaAt(document, subject))))
    return null;
  const first = Math.max(phrases.at(subject).whole.first, paragraph.first);
  return isDescription(document, first, subject)
    ? { first, last: subject, head: subject, kind: 'NOMINAL', cluster: named.cluster }
    : null;
}

/**
 * `Asked whether she would resign, Roe said …`: in what opens a sentence with a participle of asking, a pronoun means
 * whoever is asked, the person named behind the comma. `next` is the first name behind the pronoun; -1 where it is no
 * such person.
 */
export function whoIsAsked(
  document: Document,
  pronoun: number,
  next: DraftMention | undefined,
  referents: readonly Referent[],
  gender: 'FEMALE' | 'MALE',
): number {
  const sentence = document.sentences[rangeHolding(document.sentences, pronoun)];
  if (!sentence || !next || next.last > sentence.last || tokenText(document, next.first - 1) !== ',') return -1;
  const opener = /^when$/i.test(tokenText(document, sentence.first)) ? sentence.first + 1 : sentence.first;
  const referent = referents[next.cluster];
  const fits = referent?.type === 'PERSON' && (referent.gender === 'EITHER' || referent.gender === gender);
  return fits && /^(?:asked|pressed|questioned|quizzed)$/i.test(tokenText(document, opener)) ? next.cluster : -1;
}

/**
 * The only noun for one person that is a subject in the first sentence of a paragraph; -1 where there are several, or
 * none.
 */
function personIn(grammar: Grammar, paragraph: TokenRange): number {
  const { document } = grammar;
  const sentence = document.sentences[rangeHolding(document.sentences, paragraph.first)] ?? paragraph;
  let found = -1;
  for (let token = paragraph.first; token <= Math.min(paragraph.last, sentence.last); token += 1) {
    const lemma = lemmaAt(document, token);
    if (
      pennTag(document, token) !== 'NN' ||
      !(OFFICES.has(lemma) || OTHERS.has(lemma) || lemma in PERSON_NOUNS) ||
      !isSubject(grammar, token)
    )
      continue;
    if (found >= 0) return -1;
    found = token;
  }
  return found;
}

function lemmaAt(document: Document, token: number): string {
  return (document.tokens.lemmas[token] ?? '').toLowerCase();
}

/**
 * `A former bank manager`, `Spain’s defence minister`: nothing but the words of a noun phrase, with an article or a
 * possessive.
 */
function isDescription(document: Document, first: number, noun: number): boolean {
  let isDetermined = false;
  for (let token = first; token < noun; token += 1) {
    if (!/^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|VBN|PRP\$)$/.test(pennTag(document, token))) return false;
    if (/^(?:DT|POS)$/.test(pennTag(document, token))) isDetermined = true;
  }
  return isDetermined;
}

/** A full name that is a subject, with no noun before it and no role behind it. */
function isIntroduced(grammar: Grammar, { first, last }: DraftMention): boolean {
  const { document } = grammar;
  if (last === first || /^(?:NN|NNS|NNP|JJ|POS|IN|TO)$/.test(pennTag(document, first - 1))) return false;
  const next = tokenText(document, last + 1);
  const isRole = next === ',' && /^(?:an?|the|his|her|their|its)$/i.test(tokenText(document, last + 2));
  if (isRole || /^['’]s?$/.test(next)) return false;
  for (let token = first; token <= last; token += 1) if (isSubject(grammar, token)) return true;
  return false;
}
