import type { TokenRange } from '../../language/document.ts';
import { pennTag, relation } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { draftAccording } from './according.ts';
import { readAsked } from './asked.ts';
import { isBlow } from './blows.ts';
import { findContent } from './contents.ts';
import { boundsOf } from './sought-content.ts';
import { findCues } from './cues.ts';
import { keepLikely } from './likely.ts';
import { expressesFeeling, readFeeling } from './feelings.ts';
import { isQuoteMark, type Page, paragraphOf, sentenceOf, trimMarks, wordAt } from './page.ts';
import { attributeSource } from './sources.ts';
import type { ColonCue, NounCue, VerbCue } from './cue.ts';
import type { Draft, Way } from './draft.ts';
import type { Source } from './source.ts';

/** The drafts that the article likely reports as statements, in the order of their cues. */
export function draftStatements(page: Page): Draft[] {
  return keepLikely(page, draftCandidates(page));
}

/**
 * Whatever has a cue and could be a statement, in the order of the cues. A verb that carries another (`declined to
 * say`) and a noun that a verb takes into its cue (`expressed concern`) are no cues of their own.
 */
export function draftCandidates(page: Page): Draft[] {
  const drafts: Draft[] = [];
  for (const cue of findCues(page)) {
    switch (cue.kind) {
      case 'VERB': {
        const draft = draftVerb(page, cue) ?? draftPassive(page, cue);
        if (draft) drafts.push(draft.source ? draft : withSourceBefore(page, draft, drafts));
        break;
      }
      case 'NOUN':
        drafts.push(draftNoun(cue));
        break;
      case 'COLON':
        drafts.push(...draftColon(page, cue));
        break;
      case 'ACCORDING':
        draftAccording(page, cue, drafts);
        break;
    }
  }
  const carried = new Set(drafts.flatMap(({ cue, head }) => (cue && cue.first < head ? [cue.first] : [])));
  const taken = new Set<number>();
  for (const { way, cue } of drafts)
    if (way !== 'NOUN' && cue) for (let token = cue.first + 1; token <= cue.last; token += 1) taken.add(token);
  return drafts.filter(
    ({ way, cue, head }) => !(cue && cue.last === head && carried.has(head)) && !(way === 'NOUN' && taken.has(head)),
  );
}

/**
 * `“…,” said Roe, adding that …`: a participle behind a comma, or a verb behind `and`, without a source of its own goes
 * on with the one before it in its sentence.
 */
function withSourceBefore(page: Page, draft: Draft, drafts: readonly Draft[]): Draft {
  const before = wordAt(page, (draft.cue?.first ?? draft.head) - 1);
  if (!(page.tagOf(draft.head) === 'VBG' ? /^[,–—-]$/ : /^(?:and|but)$/).test(before)) return draft;
  const sentence = sentenceOf(page, draft.head);
  for (let number = drafts.length - 1; number >= 0; number -= 1) {
    const earlier = drafts[number];
    if (!earlier || earlier.head < sentence.first) return draft;
    if (earlier.source !== null && page.quoteAt[earlier.head] === page.quoteAt[draft.head])
      return { ...draft, source: earlier.source, sourceHead: earlier.sourceHead };
  }
  return draft;
}

function draftVerb(page: Page, cue: VerbCue): Draft | null {
  const asked = readAsked(page, cue);
  if (asked) return asked;
  const source = attributeSource(page, cue);
  if (expressesFeeling(page, cue)) return draftFeeling(page, cue, source);
  const content = findContent(page, cue, source);
  if (!content) return null;
  const overlap = source && content.parts.some((part) => holds(part, source.range) || holds(source.range, part));
  if (
    overlap ||
    isBlow(page, cue, source, content) ||
    (content.reading.lemma === 'ask' && asksForSecrecy(page, content.parts)) ||
    (content.reading.lemma === 'tell' && content.way === 'LOOSE_OBJECT' && tellsTruth(page, cue)) ||
    (content.way === 'LEFT' && !source) ||
    (content.reading.isThought && (!source || (page.quoteAt[cue.head] ?? -1) >= 0))
  )
    return null;
  return {
    act: isDeclined(page, cue) ? 'DECLINE' : content.reading.act,
    isThought: content.reading.isThought,
    lemma: content.reading.lemma,
    way: content.way,
    cue: cue.range,
    head: cue.head,
    source: source?.range ?? null,
    sourceHead: source?.head ?? -1,
    content: content.parts,
    addressee: content.addressee,
    via: mediumBy(page, cue),
    isNegated: cue.isNegated,
  };
}

function holds(outer: TokenRange, inner: TokenRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** `Roe expressed concern that …`: the verb and its noun are one cue. */
function draftFeeling(page: Page, cue: VerbCue, source: Source | null): Draft | null {
  const feeling = source ? readFeeling(page, cue, boundsOf(page, cue.head)) : null;
  if (!source || !feeling) return null;
  return {
    act: feeling.act,
    isThought: false,
    lemma: page.document.tokens.lemmas[cue.verb] ?? '',
    way: 'OBJECT',
    cue: feeling.cue,
    head: cue.head,
    source: source.range,
    sourceHead: source.head,
    content: [feeling.content],
    addressee: -1,
    via: null,
    isNegated: cue.isNegated,
  };
}

/** `who asked not to be named` says how the article came by its words, not what somebody wants to be known. */
function asksForSecrecy(page: Page, [part]: readonly TokenRange[]): boolean {
  if (!part || wordAt(page, part.first) !== 'not' || wordAt(page, part.first + 1) !== 'to') return false;
  for (let token = part.first + 2; token <= Math.min(part.last, part.first + 5); token += 1)
    if (/^(?:named|identified|quoted|photographed)$/.test(wordAt(page, token))) return true;
  return false;
}

/** `telling the whole truth`, `tell the time`: idioms that report no words. */
function tellsTruth(page: Page, cue: VerbCue): boolean {
  const object = page.tree.childrenBy(cue.verb, 'obj').find((child) => child > cue.verb);
  return (
    object !== undefined &&
    /^(?:truth|lie|story|tale|joke|time|difference|fortune)$/.test(page.document.tokens.lemmas[object] ?? '')
  );
}

/** `declined to say whether`, `refused to comment on`: the verb before tells what was done. */
function isDeclined(page: Page, cue: VerbCue): boolean {
  return cue.range.first < cue.head && /^(?:decline|refuse)$/.test(page.document.tokens.lemmas[cue.range.first] ?? '');
}

/** The medium of a quoted statement: `was quoted as saying by Interfax`, `was quoted by local media as telling`. */
function mediumBy(page: Page, cue: VerbCue): TokenRange | null {
  if (!cue.isPassive || !/^(?:quoted|cited|reported|heard)$/.test(wordAt(page, cue.verb))) return null;
  const sentence = sentenceOf(page, cue.head);
  for (let token = cue.verb + 1; token <= sentence.last; token += 1) {
    if (wordAt(page, token) === 'by') return trimMarks(page, nounPhraseFrom(page, token + 1, sentence.last));
  }
  return null;
}

function nounPhraseFrom(page: Page, first: number, limit: number): TokenRange {
  let last = first;
  while (last < limit && /^(?:DT|JJ|JJS|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/.test(pennTag(page.document, last + 1)))
    last += 1;
  return { first, last };
}

/** `is expected to …`, `is said to have …`: the subject and the infinitive are what somebody unnamed holds. */
function draftPassive(page: Page, cue: VerbCue): Draft | null {
  const { tree } = page;
  if (
    !cue.isPassive ||
    !/^(?:say|expect|report|allege|believe|think|know|understand|claim|accuse)$/.test(cue.readings[0]?.lemma ?? '')
  )
    return null;
  const subject = tree.childBy(cue.verb, 'nsubj:pass', 'nsubj');
  const complements = tree.childrenBy(cue.verb, 'xcomp', 'advcl', 'ccomp').filter((child) => child > cue.verb);
  const complement = complements.find((child) => isRelation(relation(page.document, child), 'xcomp')) ?? complements[0];
  const reading = cue.readings[0];
  if (subject < 0 || complement === undefined || !reading || subject > cue.range.first) return null;
  const left = trimMarks(page, tree.subtreeOf(subject));
  const right = trimMarks(page, { first: cue.range.last + 1, last: tree.subtreeOf(complement).last });
  if (!left || !right || right.first > complement) return null;
  return {
    act: reading.act,
    isThought: reading.isThought,
    lemma: reading.lemma,
    way: 'PASSIVE',
    cue: cue.range,
    head: cue.head,
    source: null,
    sourceHead: -1,
    content: [left, right],
    addressee: -1,
    via: null,
    isNegated: cue.isNegated,
  };
}

function draftNoun({ report, range, head }: NounCue): Draft {
  return {
    act: report.noun.act,
    isThought: report.noun.act === 'BELIEVE',
    lemma: report.noun.lemma,
    way: 'NOUN',
    cue: range,
    head,
    source: report.source,
    sourceHead: report.sourceHead,
    content: [report.content],
    addressee: -1,
    via: null,
    isNegated: false,
  };
}

function draftColon(page: Page, cue: ColonCue): Draft[] {
  const paragraph = paragraphOf(page, cue.head);
  const source = trimMarks(page, { first: paragraph.first, last: cue.head - 1 });
  const content = trimMarks(page, { first: cue.head + 1, last: paragraph.last });
  if (!source || !content || content.last - content.first < 2) return [];
  return [asColon(cue, source, content, isQuoteMark(page, cue.head + 1) ? 'RIGHT_QUOTE' : 'COLON')];
}

function asColon(cue: ColonCue, source: TokenRange, content: TokenRange, way: Way): Draft {
  return {
    act: 'SAY',
    isThought: false,
    lemma: ':',
    way,
    cue: cue.range,
    head: cue.head,
    source,
    sourceHead: source.last,
    content: [content],
    addressee: -1,
    via: null,
    isNegated: false,
  };
}
