import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { Tree } from '../../language/tree.ts';
import type { MentionIndex } from '../mention-index.ts';

const CODE_BY_WORD: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) => [...country.capitals, ...country.aliases, ...country.demonyms, country.name].map((word) => [word.toLowerCase(), country.code] as const)),
);

const GROUPS = new Set('country nation state government side neighbour neighbor capital power party ally'.split(' '));
/** How far back the countries that an article is about are counted, in tokens: long enough for an article, bounded for a book. */
const LOOK_BACK = 3000;

/**
 * The two countries that `the two countries` or `both sides` stands for, as entities: the two that its own sentence has named before, or the sentence
 * before it, where there are exactly two; or else the two that the article has named most, by name, demonym or capital. None where neither is clear.
 */
export function findTwoStates(document: Document, tree: Tree, index: MentionIndex, head: number): number[] {
  if (!GROUPS.has(document.tokens.lemmas[head] ?? '') || pennTag(document, head) !== 'NNS') return [];
  if (!tree.childrenBy(head, 'nummod', 'det', 'amod').some((child) => /^(?:two|both)$/i.test(tokenText(document, child)))) return [];
  const sentence = rangeHolding(document.sentences, head);
  const own = document.sentences[sentence]?.first ?? head;
  const before = document.sentences[sentence - 1]?.first ?? own;
  for (const [first, last] of [[own, head] as const, [before, own] as const]) {
    const named = [...countStates(document, index, first, last, true).keys()];
    if (named.length === 2) return named;
  }
  const ranked = [...countStates(document, index, Math.max(0, head - LOOK_BACK), head)].sort((left, right) => right[1] - left[1]);
  const [most, second, third] = ranked;
  return most && second && second[1] > (third?.[1] ?? 0) ? [most[0], second[0]] : [];
}

/** How often each country of the article, and with `withUnions` each union of countries, is named in the tokens from `first` to before `end`, in the order of the first naming. */
function countStates(document: Document, index: MentionIndex, first: number, end: number, withUnions = false): Map<number, number> {
  const counts = new Map<number, number>();
  for (let token = first; token < end; token += 1) {
    const mention = index.mentions[index.mentionAt(token)];
    if (mention && mention.first !== token) continue;
    const entity = mention?.kind === 'NAME' ? index.entities[mention.entity] : undefined;
    const isCountry = entity?.type === 'PLACE' && entity.kind === 'COUNTRY';
    if (withUnions && mention && entity?.type === 'ORGANISATION' && entity.kind === 'INTERNATIONAL') counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
    const code = isCountry ? entity.countryCode : CODE_BY_WORD.get(tokenText(document, token).toLowerCase());
    const state = code ? index.countryBy(code) : -1;
    if (state >= 0) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
