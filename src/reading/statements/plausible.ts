import type { TokenRange } from '../../language/document.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { BLOWS } from '../lexicon/speech-acts.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Draft, Way } from './draft.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';

/** Ways that words in quotation marks or a whole clause vouch for: what they find is seldom anything but reported. */
const SURE_WAYS: ReadonlySet<Way> = new Set<Way>(['LEFT_QUOTE', 'RIGHT_QUOTE', 'CLAUSE', 'LEFT', 'ACCORDING']);

/** Acts of those who take a stand: `it` that does them is an organisation or a country. */
const STANCES: ReadonlySet<string> = new Set([
  'ANNOUNCE',
  'CONFIRM',
  'DENY',
  'ACCUSE',
  'CRITICISE',
  'THANK',
  'APOLOGISE',
  'WARN',
  'PROMISE',
  'DEMAND',
  'URGE',
  'DECLINE',
]);

/** What speaks against a draft that has a cue. The first that applies settles it. */
export const UNLIKELY_RULES: readonly Rule<readonly [Page, Draft], true>[] = [
  {
    name: 'statements/unlikely/inside a quotation',
    examples: ['“She said the plan was dead,” Tom Hale said.', '“They told us to wait,” the farmer said.'],
    nearMisses: ['“The plan is dead,” Tom Hale said.', 'She said the plan was dead.'],
    apply: (page, draft) => ((page.quoteAt[draft.head] ?? -1) >= 0 ? true : null),
  },
  {
    name: 'statements/unlikely/by the author or the reader',
    examples: ['I said the plan was dead.', 'We know that prices will rise.'],
    nearMisses: ['He said the plan was dead.', '“It is dead,” I said.'],
    apply: (page, draft) => (!isQuoted(draft) && isSource(page, draft, /^(?:i|we|you)$/) ? true : null),
  },
  {
    name: 'statements/unlikely/by a thing',
    examples: ['This suggests that prices will rise.', 'It shows that the plan works.'],
    nearMisses: ['The report suggests that prices will rise.', 'It denied the report.'],
    apply: readThing,
  },
  {
    name: 'statements/unlikely/who with less than a clause',
    examples: ['The woman who criticised the plan left.', 'Voters who criticised the vote went home.'],
    nearMisses: ['The woman who said that the plan was dead left.', 'The woman criticised the plan.'],
    apply: (page, draft) => (!SURE_WAYS.has(draft.way) && isSource(page, draft, /^who$/) ? true : null),
  },
  {
    name: 'statements/unlikely/thought that is no clause',
    examples: ['The minister wants to stay.', 'The minister did not believe that prices would rise.'],
    nearMisses: ['The minister believes that prices will rise.', 'The minister said that prices would rise.'],
    apply: (page, draft) => (draft.isThought && !isTold(page, draft) ? true : null),
  },
  {
    name: 'statements/unlikely/blow without words',
    examples: ['Militants attacked an army post on Monday.', 'The storm slammed the coast of Norvane.'],
    nearMisses: ['The minister attacked the plan as a gift to the rich.', 'Ida Roe criticised the plan.'],
    apply: (page, draft) => (isBlow(page, draft) ? true : null),
  },
  {
    name: 'statements/unlikely/bare verb with less than a clause',
    examples: ['The minister may criticise the plan.', 'Voters wait for him to denounce the attack.'],
    nearMisses: ['The minister may say that the plan is dead.', 'The minister criticised the plan.'],
    apply: (page, draft) => (page.tagOf(draft.head) === 'VB' && !SURE_WAYS.has(draft.way) ? true : null),
  },
];

/** Whether a draft is likely a statement that the article reports, not merely a verb that could report one. */
export function isPlausible(page: Page, draft: Draft): boolean {
  const { way, cue, head } = draft;
  if (way.startsWith('LOOSE')) return false;
  if (cue === null || way === 'COLON') return true;
  if (way === 'NOUN') return (page.quoteAt[head] ?? -1) < 0;
  return applyFirst(UNLIKELY_RULES, page.ledger, page, draft) === null;
}

/**
 * Whether a draft that stands inside what another reports may stay: `she said he had told them it was over` gives both,
 * `she said he praised the plan` only the outer.
 */
export function isStrongInside({ way, isThought, source }: Draft): boolean {
  return SURE_WAYS.has(way) && !isThought && source !== null;
}

function isQuoted({ way }: Draft): boolean {
  return way === 'LEFT_QUOTE' || way === 'RIGHT_QUOTE';
}

/** Whether the source is one word of some kind. */
function isSource(page: Page, { source }: Draft, words: RegExp): boolean {
  return source !== null && source.first === source.last && words.test(wordAt(page, source.first));
}

function readThing(page: Page, draft: Draft): true | null {
  if (!isSource(page, draft, /^(?:which|that|this|it)$/)) return null;
  const { act, way, head } = draft;
  const takesStand = STANCES.has(act) && isSource(page, draft, /^it$/) && /^VB[DZ]$/.test(page.tagOf(head));
  const isImplied = act === 'SUGGEST' || act === 'FIND' || !SURE_WAYS.has(way);
  return isImplied && !takesStand ? true : null;
}

function isTold(page: Page, { way, head, isNegated }: Draft): boolean {
  return way === 'CLAUSE' && /^VB[DZP]$/.test(page.tagOf(head)) && !isNegated;
}

/** Whether what may be criticism is a blow: nobody is quoted, and no reason is given with `as`, `for` or `over`. */
function isBlow(page: Page, draft: Draft): boolean {
  const { lemma, way, content } = draft;
  if (!BLOWS.has(lemma) || (way !== 'WHOLE' && way !== 'OBJECT') || isSlating(page, draft)) return false;
  const complement = complementOf(page, content);
  return complement === 0 || complement === OF;
}

/** Verbs of blows that people hardly ever deal but with words. */
const WORDY_BLOWS = /^(?:slam|assail|skewer|savage)$/;

/** `The senator slammed the bill`, `Ida Roe slams Tom Hale`: what storms and cars do with force, people do in words. */
function isSlating(page: Page, { lemma, head, source, sourceHead }: Draft): boolean {
  if (!WORDY_BLOWS.test(lemma) || !source || page.tagOf(head + 1) === 'IN') return false;
  for (let token = source.first; token <= source.last; token += 1)
    if (/^(?:storm|hurricane|typhoon|cyclone)s?$/.test(wordAt(page, token))) return false;
  return /^(?:NNP|PRP)/.test(page.tagOf(sourceHead)) || isActorNoun(page.document.tokens.lemmas[sourceHead] ?? '');
}

/** Within how many tokens an object has its complement. */
const LONGEST_OBJECT = 20;

const COMPLEMENTS = ['as', 'of', 'for', 'over'];
const OF = 2;
const QUOTED = 5;

/**
 * Which of `as`, `of`, `for` and `over` a content holds, as in `accused Tehran of …`; 5 where it quotes first, 0 for
 * none.
 */
export function complementOf(page: Page, [part]: readonly TokenRange[]): number {
  if (!part) return 0;
  const last = Math.min(part.last, part.first + LONGEST_OBJECT);
  for (let token = part.first; token <= last; token += 1) {
    const kind = COMPLEMENTS.indexOf(wordAt(page, token));
    if (kind >= 0) return kind + 1;
    if (token > part.first && isQuoteMark(page, token)) return QUOTED;
  }
  return 0;
}
