import type { Document } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import type { Ledger, RuleEntry } from '../rule.ts';
import type { NameMention } from './name-mention.ts';

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}s?$/u;

export const ACRONYM_RULES = [
  {
    name: 'names/acronyms/in brackets after the name',
    examples: ['The World Health Organization (WHO) sent doctors to Goma.'],
    nearMisses: ['LONDON (AP) — A court sentenced a former banker on Wednesday.'],
  },
] as const satisfies readonly RuleEntry[];

const [IN_BRACKETS] = ACRONYM_RULES;

/** Joins each acronym that stands in brackets right after an organisation's name to it, and adds those overlooked. */
export function withAcronyms(document: Document, names: readonly NameMention[], ledger: Ledger): NameMention[] {
  if (!ledger.isOn(IN_BRACKETS.name)) return [...names];
  const found: NameMention[] = [];
  const starts = new Set(names.map((name) => name.first));
  for (const name of names) {
    const previous = found.findLastIndex((other) => other.acronymOf < 0);
    const before = found[previous];
    if (before && before.last === name.first - 2 && isBracketed(document, name) && mayBe(name, before)) {
      ledger.fired(IN_BRACKETS.name);
      found.push({ ...name, type: before.type, acronymOf: previous });
      continue;
    }
    found.push(name);
    const inside = { first: name.last + 2, last: name.last + 2 };
    const text = tokenText(document, inside.first);
    const isOverlooked = name.type === 'ORGANISATION' && !starts.has(inside.first) && isBracketed(document, inside);
    if (!isOverlooked || !isAcronymOf(text, name.text)) continue;
    ledger.fired(IN_BRACKETS.name);
    found.push({ ...name, ...inside, text, acronymOf: found.length - 1 });
  }
  return found;
}

function isBracketed(document: Document, { first, last }: Pick<NameMention, 'first' | 'last'>): boolean {
  return tokenText(document, first - 1) === '(' && tokenText(document, last + 1) === ')';
}

function mayBe(acronym: NameMention, name: NameMention): boolean {
  if (!ACRONYM.test(acronym.text)) return false;
  return name.type === 'ORGANISATION' || (name.type === 'PLACE' && isAcronymOf(acronym.text, name.text));
}

/**
 * Whether the capitals of an acronym are initials of a name, in order: `IRGC` of `Islamic Revolutionary Guard Corps`.
 */
export function isAcronymOf(acronym: string, name: string): boolean {
  if (!ACRONYM.test(acronym)) return false;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '');
  const [capitals, all] = initialsOf(name);
  return (
    letters.length >= 2 &&
    (letters === capitals || letters === all || (letters.length >= 3 && capitals.startsWith(letters)))
  );
}

/**
 * The initials of a name's capitalised words, and those of all its words as capitals: `BE` and `BOE` of `Bank of
 * England`.
 */
export function initialsOf(name: string): [string, string] {
  const words = name.split(/[\s-]+/);
  const initials = (chosen: readonly string[]): string => chosen.map((word) => word.charAt(0)).join('');
  return [initials(words.filter((word) => /^\p{Lu}/u.test(word))), initials(words).toUpperCase()];
}
