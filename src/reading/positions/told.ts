import { tokenText } from '../../language/tags.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import { headOfMention } from '../actors/mention.ts';
import { HEADSHIPS } from '../lexicon/offices.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { NamedPeople, PositionFinding, ToldRoles } from './finding.ts';

/** What holds of every role that a verb or a counterpart tells. */
const TOLD = { institution: null, isWorded: false } as const;

/**
 * `NAME, who heads ORGANISATION`, `ORGANISATION, led by NAME`: a role that a verb gives. In the past tense it is a
 * former one, but for a founder.
 */
export function headshipOf(named: NamedPeople, person: number): PositionFinding | null {
  const { document, phrases, clauses, mentions } = named;
  const mention = mentions[person];
  if (!mention) return null;
  const { role, governor, describedBy } = phrases.at(headOfMention(named, mention));
  const isBy = clauses.at(governor).agents.some((agent) => agent >= mention.first && agent <= mention.last);
  const verbs = isBy ? [governor] : role === 'SUBJECT' ? [governor, ...describedBy] : describedBy;
  for (const verb of verbs) {
    const title = HEADSHIPS[document.tokens.lemmas[verb] ?? ''];
    if (title === undefined) continue;
    const { voice, objects, tense, auxiliaries } = clauses.at(verb);
    if ((voice === 'PASSIVE') !== isBy) continue;
    const headed = isBy ? clauses.subjectsOf(verb).heads : objects;
    const former = tense === 'PAST' && auxiliaries.length === 0 && !isBy && title !== 'founder';
    const finding = headshipIn(named, person, verb, headed[0] ?? -1);
    const isSure = finding !== null && (finding.of >= 0 || verb !== governor || isBy);
    if (isSure) return { ...finding, title, former };
  }
  return null;
}

type Headed = Omit<PositionFinding, 'title' | 'former'>;

function headshipIn(named: NamedPeople, person: number, verb: number, headed: number): Headed | null {
  const { document, mentions, mentionAt, isPerson } = named;
  const of = mentionAt(headed);
  const isNamed = of >= 0 && !isPerson(of);
  if (!isNamed && !((document.tokens.lemmas[headed] ?? '') in ORGANISATION_NOUNS)) return null;
  const last = headed < verb ? verb : isNamed ? (mentions[of]?.last ?? headed) : headed;
  return { person, first: verb, last, of: isNamed ? of : -1, demonym: -1, ...TOLD };
}

/**
 * `her Tanzanian counterpart, NAME`: the office of the subject of the clause, or else of the person whose role was told
 * last, in another country.
 */
export function counterpartOf(named: NamedPeople, person: number, told: ToldRoles): PositionFinding | null {
  const { document, clauses, mentions, mentionAt } = named;
  const first = mentions[person]?.first ?? 0;
  const noun = tokenText(document, first - 1) === ',' ? first - 2 : first - 1;
  if (!/^counterpart$/i.test(tokenText(document, noun))) return null;
  const [subject = -1] = clauses.subjectsOf(clauses.around(noun)).heads;
  const before = told.byEntity.get(mentions[mentionAt(subject)]?.entity ?? -1) ?? told.last;
  if (!before || before.person === person) return null;
  const demonym = [noun - 1, noun - 2].find((token) => findDemonymAt(document, token)?.last === noun - 1) ?? -1;
  const place = { first: demonym >= 0 ? demonym : noun, last: noun, of: -1, demonym };
  return { person, title: before.title, former: false, ...place, ...TOLD };
}
