import type { Document } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import type { DraftMention } from '../actors/drafts.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { NamedPeople, PositionFinding } from './positions.ts';

/** What holds of every role that a verb or a counterpart tells. */
const TOLD = { institutionFirst: -1, institutionLast: -1, isWorded: false } as const;

/** Verbs that say who is at the head of something, with the title that they give. */
const HEADSHIPS: Readonly<Record<string, string>> = {
  heads: 'head',
  headed: 'head',
  leads: 'leader',
  led: 'leader',
  runs: 'head',
  chairs: 'chair',
  chaired: 'chair',
  edits: 'editor',
  edited: 'editor',
  founded: 'founder',
  owns: 'owner',
  directs: 'director',
  presides: 'president',
  commands: 'commander',
};

/**
 * `NAME, who heads ORGANISATION`: a clause that gives a role by a verb. In the past tense (`led`) it is a former one,
 * but for a founder.
 */
export function headshipAfter(
  { document, mentions, mentionAt, isPerson }: NamedPeople,
  person: number,
): PositionFinding | null {
  let who = (mentions[person]?.last ?? 0) + 1;
  if (tokenText(document, who) === ',') who += 1;
  if (tokenText(document, who).toLowerCase() !== 'who') return null;
  const verb = who + (/^(?:now|currently|also|has)$/i.test(tokenText(document, who + 1)) ? 2 : 1);
  const title = HEADSHIPS[tokenText(document, verb).toLowerCase()];
  if (title === undefined) return null;
  let object = verb + 1;
  while (/^(?:the|over|its|his|her)$/i.test(tokenText(document, object)) || findDemonymAt(document, object))
    object = (findDemonymAt(document, object)?.last ?? object) + 1;
  const of = mentionAt(object);
  const isNamed = of >= 0 && !isPerson(of);
  const noun = isNamed ? -1 : lastNounFrom(document, object);
  if (!isNamed && !((document.tokens.lemmas[noun] ?? '') in ORGANISATION_NOUNS)) return null;
  const former =
    title !== 'founder' && pennTag(document, verb) === 'VBD' && tokenText(document, verb - 1).toLowerCase() !== 'has';
  return {
    person,
    first: verb,
    last: isNamed ? (mentions[of]?.last ?? object) : noun,
    title,
    former,
    of: isNamed ? of : -1,
    demonym: -1,
    ...TOLD,
  };
}

function lastNounFrom(document: Document, first: number): number {
  const end = document.sentences[rangeHolding(document.sentences, first)]?.last ?? first;
  let last = first;
  while (last < end && /^(?:NN|NNS|JJ)$/.test(pennTag(document, last + 1))) last += 1;
  return last;
}

/** Participles before `by` with the title that they give to whom they name. */
const HEADED: Readonly<Record<string, string>> = {
  headed: 'head',
  led: 'leader',
  run: 'head',
  chaired: 'chair',
  edited: 'editor',
  founded: 'founder',
  owned: 'owner',
  directed: 'director',
  commanded: 'commander',
};

/** `ORGANISATION, headed by NAME`. */
export function headshipBefore(
  { document, mentions, mentionAt, isPerson }: NamedPeople,
  person: number,
): PositionFinding | null {
  const first = mentions[person]?.first ?? 0;
  const title = /^by$/i.test(tokenText(document, first - 1))
    ? HEADED[tokenText(document, first - 2).toLowerCase()]
    : undefined;
  if (title === undefined) return null;
  const of = mentionAt(tokenText(document, first - 3) === ',' ? first - 4 : first - 3);
  if (of < 0 || isPerson(of)) return null;
  return { person, first: first - 2, last: first - 1, title, former: false, of, demonym: -1, ...TOLD };
}

/**
 * `her Tanzanian counterpart, NAME`: the office of somebody named before in the sentence, or else of the person whose
 * role was told last, in another country.
 */
export function counterpartOf(
  { document, mentions }: NamedPeople,
  person: number,
  findings: ToldRoles,
): PositionFinding | null {
  const first = mentions[person]?.first ?? 0;
  const noun = tokenText(document, first - 1) === ',' ? first - 2 : first - 1;
  if (!/^(?:counterpart|opposite)$/i.test(tokenText(document, noun))) return null;
  const before = lastSubject(document, findings, mentions, person) ?? findings.last;
  if (!before || before.person === person) return null;
  const demonym = [noun - 1, noun - 2].find((token) => findDemonymAt(document, token)?.last === noun - 1) ?? -1;
  return {
    person,
    first: Math.max(0, demonym >= 0 ? demonym : noun),
    last: noun,
    title: before.title,
    former: false,
    of: -1,
    demonym,
    ...TOLD,
  };
}

/** The roles told so far: the last of all, and the number of the last one of each entity with it. */
export interface ToldRoles {
  readonly last: PositionFinding | undefined;
  readonly byCluster: ReadonlyMap<number, { readonly number: number; readonly finding: PositionFinding }>;
}

/** The role told last of those of the people named before a name in its sentence, one of whom `his counterpart` is. */
function lastSubject(
  document: Document,
  { byCluster }: ToldRoles,
  mentions: readonly DraftMention[],
  number: number,
): PositionFinding | undefined {
  const start = document.sentences[rangeHolding(document.sentences, mentions[number]?.first ?? 0)]?.first ?? 0;
  let latest: { readonly number: number; readonly finding: PositionFinding } | undefined;
  for (let before = number - 1; before >= 0 && (mentions[before]?.first ?? -1) >= start; before -= 1) {
    const told = byCluster.get(mentions[before]?.cluster ?? -1);
    if (told && told.number > (latest?.number ?? -1)) latest = told;
  }
  return latest?.finding;
}
