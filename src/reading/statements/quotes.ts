import type { TokenRange } from '../../language/document.ts';
import { pennTag } from '../../language/tags.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import type { StatementKind } from '../reading.ts';
import { countIn, type Page, paragraphOf, sentenceOf, trimMarks, withMarks, wordAt } from './page.ts';
import { Speeches } from './speeches.ts';
import type { Draft } from './draft.ts';

/** Shorter quotations that no cue takes are scare quotes, titles and nicknames. */
const SHORTEST_ALONE = 4;

/**
 * Gives every quotation that no cue takes to whom it belongs: what follows an attributed quotation in its paragraph
 * goes on with it, and over the end of the paragraph where nothing but the quotation ends it; any other quotation that
 * fills its sentence is a statement of its own, by the last speaker. Content that begins or ends inside a quotation is
 * drawn out to all of it, over sentences.
 */
export function claimQuotations(page: Page, drafts: readonly Draft[]): Draft[] {
  const speeches = new Speeches(
    page,
    drafts.map((draft): Draft => ({ ...draft, content: draft.content.map((part) => drawOut(page, part, draft.head)) })),
  );
  const claimed = claimedBy(page, speeches.drafts());
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
    const owner = quotation.continues >= 0 ? null : speeches.ownerBefore(range.first);
    if (owner) {
      speeches.extend(owner, range);
      return;
    }
    const introduced = introducedBy(page, range);
    if (introduced) {
      speeches.add(introduced);
      return;
    }
    const speaking = speeches.quotedBefore(range.first);
    if (speaking && kindBy(speaking.words, speaking.quoted) === 'DIRECT' && goesOn(page, speaking.end, range)) {
      speeches.extend(speaking, range);
      return;
    }
    alone.push(quoteAlone(range, speaking?.draft.source ?? null, speaking?.draft.sourceHead ?? -1));
  });
  return [...speeches.drafts(), ...alone].sort((left, right) => left.head - right.head);
}

/**
 * Which quotations some drafts report, 1 for each: those that their contents touch, but for the one that their cue
 * stands in.
 */
function claimedBy(page: Page, drafts: readonly Draft[]): Uint8Array {
  const claimed = new Uint8Array(page.quotations.length);
  for (const draft of drafts) {
    for (const part of draft.content) {
      for (let token = part.first; token <= part.last; token += 1) {
        const quotation = page.quoteAt[token] ?? -1;
        if (quotation >= 0 && ((page.quoteAt[draft.head] ?? -1) !== quotation || draft.way === 'COLON'))
          claimed[quotation] = 1;
      }
    }
  }
  return claimed;
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
  if (
    !/^[–—―-]+$/.test(wordAt(page, range.last + 1)) ||
    range.last + 1 >= paragraph.last ||
    paragraph.last - range.last > 9
  )
    return null;
  return page.tagOf(range.last + 2).startsWith('NNP')
    ? trimMarks(page, { first: range.last + 2, last: paragraph.last })
    : null;
}

/**
 * Whether a quotation opens the paragraph behind one that ends with a draft's own words, the last of which is `end`.
 * Where a cue or anything else ends that paragraph, the quotation is a statement of its own.
 */
function goesOn(page: Page, end: number, range: TokenRange): boolean {
  const paragraph = paragraphOf(page, range.first);
  return (
    paragraph.first === range.first && paragraph.first > 0 && end >= paragraphOf(page, paragraph.first - 1).last - 1
  );
}

/** A content that ends inside a quotation ends with it, where it also begins there or the cue stands outside. */
function drawOut(page: Page, part: TokenRange, head: number): TokenRange {
  const inside = page.quoteAt[part.first] ?? -1;
  const quotation = page.quotations[inside];
  if (!quotation || (page.quoteAt[head] ?? -1) === inside) return endOfLast(page, part, head);
  const range = withMarks(page.document, quotation);
  const startsIt = part.first - range.first <= 1;
  const endsIt = range.last - part.last <= 1;
  return {
    first: endsIt && !startsIt ? Math.min(part.first, range.first) : startsIt ? range.first : part.first,
    last: startsIt ? Math.max(part.last, range.last) : part.last,
  };
}

/**
 * Where a content ends inside a quotation that it led up to (`He said they were “…. …”`), it goes on to the closing
 * mark.
 */
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

/**
 * A quotation behind a colon, even one that ends the paragraph before, is what the subject of that sentence said: `The
 * ministry issued a statement: “…”`.
 */
function introducedBy(page: Page, range: TokenRange): Draft | null {
  const { document, tree } = page;
  const colon = range.first - 1;
  if (colon < 1 || wordAt(page, colon) !== ':') return null;
  const sentence = sentenceOf(page, colon);
  for (let token = sentence.first; token < colon; token += 1) {
    if ((document.tokens.heads[token] ?? -1) >= 0 || !pennTag(document, token).startsWith('VB')) continue;
    const subject = tree.childBy(token, 'nsubj');
    const source =
      subject >= 0 && subject < token
        ? trimMarks(page, {
            first: Math.max(sentence.first, tree.subtreeOf(subject).first),
            last: Math.min(tree.subtreeOf(subject).last, token - 1),
          })
        : null;
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

/**
 * Whether a draft's content is all, partly or not at all in double quotation marks, by its words: nine in ten, two,
 * none.
 */
export function kindOf(page: Page, content: readonly TokenRange[]): StatementKind {
  let words = 0;
  let quoted = 0;
  for (const { first, last } of content) {
    words += countIn(page, 'words', first, last);
    quoted += countIn(page, 'quotedWords', first, last);
  }
  return kindBy(words, quoted);
}

function kindBy(words: number, quoted: number): StatementKind {
  if (words > 0 && quoted / words >= 0.9) return 'DIRECT';
  return quoted >= 2 ? 'MIXED' : 'INDIRECT';
}
