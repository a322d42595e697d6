import type { TokenRange } from '../../language/document.ts';
import { countIn, type Page, paragraphOf, sentenceOf } from './page.ts';
import type { Draft } from './draft.ts';

/** A draft whose content may grow by quotations that go on with it. */
export interface Speech {
  readonly number: number;
  readonly draft: Draft;
  readonly parts: TokenRange[];
  /** The last token of its content. */
  end: number;
  /** Its words, and those of them in quotation marks. */
  words: number;
  quoted: number;
}

/**
 * The drafts of an article as quotations are asked whose they are, in text order: found by where they end, so that each
 * quotation costs the same, however many there are.
 */
export class Speeches {
  readonly #page: Page;
  readonly #speeches: Speech[] = [];
  /** By the last token of content, cue and source. */
  readonly #ending = new Map<number, Speech[]>();
  /**
   * Those that quote, from outside of quotation marks, with where they ended at first, in that order; the first
   * `#passed` of them end before the quotation that was asked for last.
   */
  readonly #quoting: { readonly speech: Speech; readonly end: number }[];
  #passed = 0;
  #latest: Speech | null = null;

  constructor(page: Page, drafts: readonly Draft[]) {
    this.#page = page;
    const speeches = drafts.map((draft) => this.#append(draft));
    this.#quoting = speeches.filter((speech) => this.#isQuoting(speech)).map((speech) => ({ speech, end: speech.end }));
    this.#quoting.sort((left, right) => left.end - right.end || left.speech.number - right.speech.number);
  }

  /** The drafts with what has been added to them. */
  drafts(): Draft[] {
    return this.#speeches.map(({ draft, parts }) => ({ ...draft, content: parts }));
  }

  /** Adds a draft that a quotation is the content of. */
  add(draft: Draft): void {
    const speech = this.#append(draft);
    if (this.#isQuoting(speech)) this.#pass(speech);
  }

  /** Adds a quotation, after all that were asked for before, to what somebody says. */
  extend(speech: Speech, range: TokenRange): void {
    speech.parts.push(range);
    speech.end = Math.max(speech.end, range.last);
    speech.words += countIn(this.#page, 'words', range.first, range.last);
    speech.quoted += countIn(this.#page, 'quotedWords', range.first, range.last);
    this.#note(speech, range.last);
    if (this.#isQuoting(speech)) this.#pass(speech);
  }

  /**
   * The draft in the same paragraph whose quotation one that begins at a token goes on from: nothing but its cue, its
   * source and narrow words stand between.
   */
  ownerBefore(token: number): Speech | null {
    const first = Math.max(paragraphOf(this.#page, token).first, sentenceOf(this.#page, token - 1).first);
    for (let end = token - 1; end >= first; end -= 1) {
      const owner = this.#ending
        .get(end)
        ?.find((speech) => speech.draft.head >= paragraphOf(this.#page, token).first && this.#isQuoting(speech));
      if (owner) return owner;
    }
    return null;
  }

  /**
   * The draft whose speech the paragraph before, or the same one, ends with: a quotation that begins at a token and has
   * no cue of its own goes on with it. Asked for tokens in text order.
   */
  quotedBefore(token: number): Speech | null {
    for (let next = this.#quoting[this.#passed]; next && next.end < token; next = this.#quoting[this.#passed]) {
      if (next.end === next.speech.end) this.#pass(next.speech);
      this.#passed += 1;
    }
    const before = paragraphOf(this.#page, Math.max(0, paragraphOf(this.#page, token).first - 1));
    return this.#latest && this.#latest.end >= before.first ? this.#latest : null;
  }

  #append(draft: Draft): Speech {
    const speech: Speech = {
      number: this.#speeches.length,
      draft,
      parts: [...draft.content],
      end: -1,
      words: 0,
      quoted: 0,
    };
    for (const { first, last } of draft.content) {
      speech.end = Math.max(speech.end, last);
      speech.words += countIn(this.#page, 'words', first, last);
      speech.quoted += countIn(this.#page, 'quotedWords', first, last);
    }
    this.#speeches.push(speech);
    this.#note(speech, Math.max(speech.end, draft.cue?.last ?? -1, draft.source?.last ?? -1));
    return speech;
  }

  #note(speech: Speech, end: number): void {
    const others = this.#ending.get(end);
    if (others) others.push(speech);
    else this.#ending.set(end, [speech]);
  }

  /** Takes a speech for the one that ends last, the first of several. */
  #pass(speech: Speech): void {
    const isLater =
      !this.#latest ||
      speech.end > this.#latest.end ||
      (speech.end === this.#latest.end && speech.number < this.#latest.number);
    if (isLater) this.#latest = speech;
  }

  #isQuoting({ draft, parts }: Speech): boolean {
    const { quoteAt } = this.#page;
    return (
      (quoteAt[draft.head] ?? -1) < 0 &&
      parts.some((part) => (quoteAt[part.first] ?? -1) >= 0 || (quoteAt[part.last] ?? -1) >= 0)
    );
  }
}
