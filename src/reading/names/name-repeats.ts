import type { Document } from '../../language/document.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { EntityType } from '../reading.ts';
import { applyAll, type Ledger, type Rule } from '../rule.ts';
import type { NameMention } from './name-mention.ts';

/** From this on a name is believed wherever its words stand again. */
const SURE = 0.6;
/** Two words that are read as a name are one more often than any single word is. */
const SURE_OF_FULL_NAME = 0.35;
const LONGEST = 6;

/** Words that stand for a name where they stand again. */
interface Form {
  readonly words: string;
  readonly type: EntityType;
}

/** The forms in which a name may stand again. */
export const FORM_RULES: readonly Rule<readonly [NameMention], Form>[] = [
  {
    name: 'names/repeats/whole',
    examples: ['Omar al-Khatib left Amman. An aide of Omar al-Khatib denied it.'],
    nearMisses: ['Nobody left or denied it.'],
    apply: ({ text, type }) => ({ words: text.split(/\s+/).join(' '), type }),
  },
  {
    name: 'names/repeats/by surname',
    examples: ['Grace Oduya won by a hair. Oduya wept.'],
    nearMisses: ['Oduya won by a hair.'],
    apply: ({ text, type }) => {
      const last = /\s(\S+)$/.exec(text)?.[1] ?? '';
      return type === 'PERSON' && /^\p{Lu}\p{Ll}./u.test(last) ? { words: last, type } : null;
    },
  },
];

/**
 * The names of a document with those that the recogniser overlooked: words that are a sure name or a known person's
 * surname elsewhere are that name wherever they stand again as proper nouns. Reads the text once; what is
 * found already stays.
 */
export function addRepeats(document: Document, names: readonly NameMention[], ledger: Ledger): NameMention[] {
  const known = indexForms(names, ledger);
  const taken = new Uint8Array(document.tokens.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  const found: NameMention[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    if (taken[token] === 1 || !/^[\p{Lu}\d]|^al-/u.test(tokenText(document, token))) continue;
    const match = longestMatch(document, token, taken, known);
    if (!match) continue;
    found.push(match);
    token = match.last;
  }
  return [...names, ...found].sort((left, right) => left.first - right.first);
}

/** The type that each form of a sure name has where it stands first. */
function indexForms(names: readonly NameMention[], ledger: Ledger): Map<string, EntityType> {
  const known = new Map<string, EntityType>();
  for (const name of names) {
    if (name.confidence < (/\s/.test(name.text) ? SURE_OF_FULL_NAME : SURE)) continue;
    for (const { words, type } of applyAll(FORM_RULES, ledger, name))
      if (words.length >= 2 && !known.has(words)) known.set(words, type);
  }
  return known;
}

function longestMatch(
  document: Document,
  token: number,
  taken: Uint8Array,
  known: ReadonlyMap<string, EntityType>,
): NameMention | null {
  let best: NameMention | null = null;
  let text = '';
  for (let last = token; last < token + LONGEST && last < document.tokens.count && taken[last] === 0; last += 1) {
    const gap = last === token ? '' : document.text.slice(document.tokens.end[last - 1], document.tokens.start[last]);
    if (/[\n\r]/.test(gap)) break;
    text += (gap === '' ? '' : ' ') + tokenText(document, last);
    const type = known.get(text);
    if (!type || !isProper(document, token, last) || (type === 'PERSON' && isInRow(document, token, last))) continue;
    best = { first: token, last, type, text, acronymOf: -1, confidence: SURE };
  }
  return best;
}

/** Whether capitals stand right beside a range, so that it is hardly a name by itself: `Hasan` in `Hasan Street`. */
function isInRow(document: Document, first: number, last: number): boolean {
  return [first - 1, last + 1].some(
    (token) => /^\p{Lu}|^[-‑]$/u.test(tokenText(document, token)) && /^NNP|^HYPH|^:/.test(pennTag(document, token)),
  );
}

/** Whether the tagger takes one of the words for a proper noun, or the first is an acronym. */
function isProper(document: Document, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1) if (/^NNPS?$/.test(pennTag(document, token))) return true;
  return /^[\p{Lu}&.]{2,}$/u.test(tokenText(document, first));
}
