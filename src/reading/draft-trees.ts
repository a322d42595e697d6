import type { Document, TokenRange } from '../language/document.ts';
import { lemmaOf } from '../language/tagging/lemmatise.ts';
import { rangeHolding } from '../language/ranges.ts';
import {
  numberOfPenn,
  numberOfUniversal,
  type PennTag,
  pennTag,
  pennTagIn,
  RELATIONS,
  tokenText,
  UNIVERSAL_TAGS,
  universalTag,
} from '../language/tags.ts';
import { isRelation } from '../language/tree.ts';

/** The columns of a document that mending writes, copies of its own. */
export interface Draft {
  readonly document: Document;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  readonly lemmas: string[];
}

/** Whether a token has, as the draft has it, one of some relations. */
export function isAt({ relations }: Pick<Draft, 'relations'>, token: number, ...roles: readonly string[]): boolean {
  return token >= 0 && isRelation(RELATIONS[relations[token] ?? 0] ?? 'dep', ...roles);
}

/** Whether a token is a subject of its head as the draft has it. */
export function isSubject(draft: Draft, token: number): boolean {
  return isAt(draft, token, 'nsubj', 'nsubj:pass');
}

/** Whether a token was tagged as a noun, a name or a number. */
export function isNominal(document: Document, token: number): boolean {
  return /^(?:NOUN|PROPN|NUM)$/.test(universalTag(document, token));
}

/** The first and the last token of the sentence of a token. */
export function boundsOf(document: Document, token: number): { readonly first: number; readonly last: number } {
  return document.sentences[rangeHolding(document.sentences, token)] ?? { first: token, last: token };
}

/** The tokens of a sentence that hang on a token directly. */
export function childrenIn({ document, heads }: Draft, head: number): number[] {
  const { first, last } = boundsOf(document, head);
  const found: number[] = [];
  for (let token = first; token <= last; token += 1) if (heads[token] === head) found.push(token);
  return found;
}

/** The tag of a token as the draft has it. */
export function tagNow({ penn }: Draft, token: number): PennTag {
  return pennTagIn(penn, token);
}

/** Whether the draft has a token for a noun, a name or a pronoun. */
export function isNounOrPronoun({ universal }: Draft, token: number): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(UNIVERSAL_TAGS[universal[token] ?? 0] ?? 'X');
}

/** The first dependent of a token in one of some relations from `first` to `last`, or -1. */
export function childNow(
  draft: Draft,
  head: number,
  { first, last }: TokenRange,
  ...wanted: readonly string[]
): number {
  for (let token = first; token <= last; token += 1)
    if (draft.heads[token] === head && isAt(draft, token, ...wanted)) return token;
  return -1;
}

/** The first root of a sentence as the draft has it, or -1. */
export function rootOf({ heads }: Draft, { first, last }: TokenRange): number {
  for (let token = first; token <= last; token += 1) if ((heads[token] ?? -1) < 0) return token;
  return -1;
}

/** Whether a verb has a subject as the draft has it. */
export function hasSubject(draft: Draft, verb: number): boolean {
  return childrenIn(draft, verb).some((child) => isSubject(draft, child));
}

/**
 * The first token of all that hangs on a token, from its first dependent before it on to the first one of that, however
 * crossed the tree is.
 */
export function firstOf({ document, heads }: Draft, head: number): number {
  const { first } = boundsOf(document, head);
  let found = head;
  for (let token = first; token < found; token += 1) {
    if (heads[token] !== found) continue;
    found = token;
    token = first - 1;
  }
  return found;
}

/**
 * Gives a sentence its first tree back when mends together tied a knot in it, so that whoever climbs or descends a tree
 * ends.
 */
export function undoKnots({ document, heads, relations }: Draft): void {
  const marks = new Int32Array(document.tokens.count).fill(-1);
  for (const { first, last } of document.sentences) {
    let isKnotted = false;
    for (let token = first; token <= last && !isKnotted; token += 1) {
      let at = token;
      while (at >= first && marks[at] === -1) {
        marks[at] = token;
        at = heads[at] ?? -1;
      }
      isKnotted = at >= first && marks[at] === token;
    }
    if (!isKnotted) continue;
    heads.set(document.tokens.heads.subarray(first, last + 1), first);
    relations.set(document.tokens.relations.subarray(first, last + 1), first);
  }
}

/** Makes a token a verb in a form. */
export function makeVerb(draft: Draft, token: number, tag: PennTag): void {
  draft.penn[token] = numberOfPenn(tag);
  draft.universal[token] = numberOfUniversal('VERB');
  draft.lemmas[token] = lemmaOf(tokenText(draft.document, token), tag);
}

/** Whether a verb is finite by itself or by an auxiliary. */
export function isFiniteVerb(draft: Draft, verb: number): boolean {
  const { document } = draft;
  return (
    universalTag(document, verb) === 'VERB' &&
    (/^VB[DZP]$/.test(pennTag(document, verb)) ||
      childrenIn(draft, verb).some(
        (child) => isAt(draft, child, 'aux') && /^(?:MD|VB[DZP])$/.test(pennTag(document, child)),
      ))
  );
}
