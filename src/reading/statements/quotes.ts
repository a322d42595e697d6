import type { Quotation, TokenRange } from '../../language/document.ts';
import { pennTag } from '../../language/tags.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { isMark, type Page, paragraphOf, sentenceOf, trimMarks, withMarks, wordAt } from './page.ts';
import type { Draft } from './drafts.ts';

/** Shorter quotations that no cue takes are scare quotes, titles and nicknames. */
const SHORTEST_ALONE = 4;

/**
 * Gives every quotation that no cue takes to whom it belongs: what follows an attributed quotation in its paragraph goes on with it, and over the end of the paragraph
 * where nothing but the quotation ends it; any other quotation that fills its sentence is a statement of its own, by the last speaker. Content that begins or ends inside a quotation is drawn out to all of it, over sentences.
 */
export function claimQuotations(page: Page, drafts: readonly Draft[]): Draft[] {
  const claimed = new Uint8Array(page.quotations.length);
  const extended = drafts.map((draft): Draft => ({ ...draft, content: draft.content.map((part) => drawOut(page, part, draft.head)) }));
  for (const draft of extended) {
    for (const part of draft.content) {
      for (let token = part.first; token <= part.last; token += 1) {
        const quotation = page.quoteAt[token] ?? -1;
        if (quotation >= 0 && ((page.quoteAt[draft.head] ?? -1) !== quotation || draft.way === 'COLON')) claimed[quotation] = 1;
      }
    }
  }
  const alone: Draft[] = [];
  page.quotations.forEach((quotation, number) => {
    if (claimed[number] === 1 || quotation.last - quotation.first + 1 < SHORTEST_ALONE) return;
    const range = withMarks(page.document, quotation);
    const signature = signatureOf(page, range);
    if (signature) {
      alone.push(quoteAlone(range, signature, signature.last));
      return;
    }
    if (!standsAlone(page, range)) return;
    const before = ownerBefore(page, extended, range, quotation);
    if (before >= 0) {
      const draft = extended[before];
      if (draft) extended[before] = { ...draft, content: [...draft.content, range] };
      claimed[number] = 1;
      return;
    }
    const introduced = introducedBy(page, range);
    if (introduced) {
      extended.push(introduced);
      return;
    }
    const speaking = quoteBefore(page, extended, range, quotation);
    const spoken = extended[speaking];
    if (spoken && kindOf(page, spoken.content) === 'DIRECT' && goesOn(page, spoken, range)) {
      extended[speaking] = { ...spoken, content: [...spoken.content, range] };
      return;
    }
    alone.push(quoteAlone(range, spoken?.source ?? null, spoken?.sourceHead ?? -1));
  });
  return [...extended, ...alone].sort((left, right) => left.head - right.head);
}

/** A quotation without a cue, as a draft. */
function quoteAlone(range: TokenRange, source: TokenRange | null, sourceHead: number): Draft {
  return {
    act: 'SAY',
    isThought: false,
    lemma: '',
    way: 'QUOTE_ALONE',
    cue: null,
    head: range.first,
    source,
    sourceHead,
    content: [range],
    addressee: -1,
    via: null,
    isNegated: false,
  };
}

/** `“It was never safe.” — Ida Roe`: a short name behind a dash that ends the paragraph signs the quotation. */
function signatureOf(page: Page, range: TokenRange): TokenRange | null {
  const paragraph = paragraphOf(page, range.first);
  if (!/^[–—―-]+$/.test(wordAt(page, range.last + 1)) || range.last + 1 >= paragraph.last || paragraph.last - range.last > 9) return null;
  return page.tagOf(range.last + 2).startsWith('NNP') ? trimMarks(page, { first: range.last + 2, last: paragraph.last }) : null;
}

/** Whether a quotation opens the paragraph behind one that ends with a draft's own words. Where a cue or anything else ends that paragraph, the quotation is a statement of its own. */
function goesOn(page: Page, draft: Draft, range: TokenRange): boolean {
  const paragraph = paragraphOf(page, range.first);
  if (paragraph.first !== range.first || paragraph.first === 0) return false;
  const end = Math.max(...draft.content.map((part) => part.last));
  return end >= paragraphOf(page, paragraph.first - 1).last - 1;
}

/** A content that ends inside a quotation ends with it, where it also begins there or the cue stands outside. */
function drawOut(page: Page, part: TokenRange, head: number): TokenRange {
  const inside = page.quoteAt[part.first] ?? -1;
  const quotation = page.quotations[inside];
  if (!quotation || (page.quoteAt[head] ?? -1) === inside) return endOfLast(page, part, head);
  const range = withMarks(page.document, quotation);
  const startsIt = part.first - range.first <= 1;
  const endsIt = range.last - part.last <= 1;
  return { first: endsIt && !startsIt ? Math.min(part.first, range.first) : startsIt ? range.first : part.first, last: startsIt ? Math.max(part.last, range.last) : part.last };
}

/** Where a content ends inside a quotation that it led up to (`He said they were “…. …”`), it goes on to the closing mark. */
function endOfLast(page: Page, part: TokenRange, head: number): TokenRange {
  const inside = page.quoteAt[part.last] ?? -1;
  const quotation = page.quotations[inside];
  if (!quotation || (page.quoteAt[head] ?? -1) === inside) return part;
  return { first: part.first, last: Math.max(part.last, withMarks(page.document, quotation).last) };
}

/** Whether a quotation fills whole sentences: it opens one, and closes one. */
function standsAlone(page: Page, range: TokenRange): boolean {
  const opening = sentenceOf(page, range.first);
  const closing = sentenceOf(page, range.last);
  return range.first - opening.first <= 0 && closing.last - range.last <= 1;
}

/** The draft in the same paragraph whose quotation this one goes on from: nothing but its cue, its source and narrow words stand between. */
function ownerBefore(page: Page, drafts: readonly Draft[], range: TokenRange, quotation: Quotation): number {
  const paragraph = paragraphOf(page, range.first);
  let best = -1;
  let latest = -1;
  drafts.forEach((draft, number) => {
    const end = Math.max(...draft.content.map((part) => part.last), draft.cue?.last ?? -1, draft.source?.last ?? -1);
    const quoted = draft.content.some((part) => (page.quoteAt[part.first] ?? -1) >= 0 || (page.quoteAt[part.last] ?? -1) >= 0);
    const isNear = sentenceOf(page, range.first - 1).first <= end || sentenceOf(page, Math.max(0, range.first - 1)).first <= draft.head;
    if (draft.head >= paragraph.first && end < range.first && quoted && isNear && (page.quoteAt[draft.head] ?? -1) < 0 && end > latest) {
      best = number;
      latest = end;
    }
  });
  return quotation.continues >= 0 ? -1 : best;
}

/** A quotation behind a colon, even one that ends the paragraph before, is what the subject of that sentence said: `The ministry issued a statement: “…”`. */
function introducedBy(page: Page, range: TokenRange): Draft | null {
  const { document, tree } = page;
  const colon = range.first - 1;
  if (colon < 1 || wordAt(page, colon) !== ':') return null;
  const sentence = sentenceOf(page, colon);
  for (let token = sentence.first; token < colon; token += 1) {
    if ((document.tokens.heads[token] ?? -1) >= 0 || !pennTag(document, token).startsWith('VB')) continue;
    const subject = tree.childBy(token, 'nsubj');
    const source =
      subject >= 0 && subject < token ? trimMarks(page, { first: Math.max(sentence.first, tree.subtreeOf(subject).first), last: Math.min(tree.subtreeOf(subject).last, token - 1) }) : null;
    const act = REPORTING_VERBS.get(document.tokens.lemmas[token] ?? '')?.[0]?.act ?? 'SAY';
    return {
      act,
      isThought: false,
      lemma: ':',
      way: 'RIGHT_QUOTE',
      cue: { first: token, last: token },
      head: token,
      source,
      sourceHead: source ? subject : -1,
      content: [range],
      addressee: -1,
      via: null,
      isNegated: false,
    };
  }
  return null;
}

/** The draft whose speech the paragraph before ends with: a quotation that opens the next paragraph and has no cue of its own goes on with it. */
function quoteBefore(page: Page, drafts: readonly Draft[], range: TokenRange, quotation: Quotation): number {
  const paragraph = paragraphOf(page, range.first);
  const before = paragraphOf(page, Math.max(0, paragraph.first - 1));
  let best = -1;
  let latest = -1;
  drafts.forEach((draft, number) => {
    if ((page.quoteAt[draft.head] ?? -1) >= 0) return;
    const end = Math.max(...draft.content.map((part) => part.last));
    const isQuoted = draft.content.some((part) => (page.quoteAt[part.first] ?? -1) >= 0 || (page.quoteAt[part.last] ?? -1) >= 0);
    if (isQuoted && end >= before.first && end < range.first && end > latest) {
      best = number;
      latest = end;
    }
  });
  return quotation.last >= 0 ? best : -1;
}

/** Whether a draft's content is all, partly or not at all in double quotation marks, by its words: nine in ten, two, none. */
export function kindOf(page: Page, content: readonly TokenRange[]): 'DIRECT' | 'INDIRECT' | 'MIXED' {
  let words = 0;
  let quoted = 0;
  for (const part of content) {
    for (let token = part.first; token <= part.last; token += 1) {
      if (isMark(page, token) || /^['’]/.test(wordAt(page, token))) continue;
      words += 1;
      if ((page.quoteAt[token] ?? -1) >= 0) quoted += 1;
    }
  }
  if (words > 0 && quoted / words >= 0.9) return 'DIRECT';
  return quoted >= 2 ? 'MIXED' : 'INDIRECT';
}
