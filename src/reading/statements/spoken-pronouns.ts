import type { Document } from '../../language/document.ts';
import { spanOf, tokenAt, tokensOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { Entity, Mention, Statement } from '../reading.ts';

/** Whom a word in quotation marks means by who says it to whom: its place in the conversation, or null. */
export function personOf(word: string): 'SPEAKER' | 'SPEAKERS' | 'ADDRESSEE' | null {
  if (/^(?:i|me|my|mine|myself)$/i.test(word)) return 'SPEAKER';
  if (/^(?:we|us|our|ours|ourselves)$/i.test(word)) return 'SPEAKERS';
  return /^(?:you|your|yours|yourself)$/i.test(word) ? 'ADDRESSEE' : null;
}

/**
 * The mentions of an article with those of its quotations added, and its entities with their numbers: `I` is the person
 * who speaks, `we` the one organisation that does, `you` the one person spoken to. What a quotation quotes in its turn
 * stays as it is, for others may be speaking there.
 */
export function addSpokenPronouns(
  document: Document,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  const found = new Map<number, number>();
  const quoteAt = fill(document, 'DOUBLE');
  const innerAt = fill(document, 'SINGLE');
  const taken = new Set(mentions.flatMap((mention) => (mention.first === mention.last ? [mention.first] : [])));
  for (const { content, cue, speakers, addressees } of statements) {
    const cueQuote = cue ? (quoteAt[tokenAt(document, cue.start)] ?? -1) : -1;
    for (const span of content) {
      const { first, last } = tokensOf(document, span);
      for (let token = first; token <= last; token += 1) {
        const quote = quoteAt[token] ?? -1;
        if (
          quote < 0 ||
          quote === cueQuote ||
          (innerAt[token] ?? -1) >= 0 ||
          taken.has(token) ||
          found.has(token) ||
          !pennTag(document, token).startsWith('PRP')
        )
          continue;
        const meant = whoIsMeant(entities, tokenText(document, token), speakers, addressees);
        if (meant !== null) found.set(token, meant);
      }
    }
  }
  return found.size === 0 ? { entities, mentions } : insert(document, entities, mentions, found);
}

function whoIsMeant(
  entities: readonly Entity[],
  word: string,
  speakers: readonly number[],
  addressees: readonly number[],
): number | null {
  const person = personOf(word);
  const [meant, other] = person === 'ADDRESSEE' ? addressees : speakers;
  if (person === null || meant === undefined || other !== undefined) return null;
  const isPerson = entities[meant]?.type === 'PERSON';
  return isPerson === (person !== 'SPEAKERS') ? meant : null;
}

function fill(document: Document, mark: Document['quotations'][number]['mark']): Int32Array {
  const numbers = new Int32Array(document.tokens.count).fill(-1);
  document.quotations.forEach((quotation, number) => {
    if (quotation.mark === mark) numbers.fill(number, quotation.first, quotation.last + 1);
  });
  return numbers;
}

/** Puts pronouns among the mentions in text order, and numbers the mentions of every entity anew. */
function insert(
  document: Document,
  entities: readonly Entity[],
  mentions: readonly Mention[],
  found: ReadonlyMap<number, number>,
): { entities: Entity[]; mentions: Mention[] } {
  const added = [...found].map(([token, entity]): Mention => {
    const range = { first: token, last: token };
    return { ...range, span: spanOf(document, range), head: token, kind: 'PRONOUN', entity };
  });
  const all = [...mentions, ...added].sort((left, right) => left.first - right.first || right.last - left.last);
  const own = entities.map((): number[] => []);
  for (const [number, mention] of all.entries()) own[mention.entity]?.push(number);
  return { mentions: all, entities: entities.map((entity, number) => ({ ...entity, mentions: own[number] ?? [] })) };
}
