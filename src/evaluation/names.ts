import { join } from 'node:path';
import { annotate } from '../language/analyse.ts';
import { read } from '../reading/read.ts';
import type { EntityType, Reading } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import { readGumDocuments } from '../training/gum-names.ts';
import { type NamedText, readUniversalNer, readWorldwide } from '../training/name-corpora.ts';
import { type Figure, f1 } from './figures.ts';

const TYPES: readonly EntityType[] = ['PERSON', 'ORGANISATION', 'PLACE'];
const PRONOUNS = new Set(
  'i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves who whom whose which that this these those'.split(
    ' ',
  ),
);

/** A name that a reader of texts found. */
export interface FoundName extends Span {
  readonly type: EntityType;
}

/** Finds the names of a text. */
export type FindNames = (text: string) => readonly FoundName[];

/** A span without outer marks, a leading `the` and a trailing `'s`: borders that guidelines differ about. */
export function trimBorders(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  for (;;) {
    const words = text.slice(from, to);
    const lead = /^(?:the\s+|[\s"'“”‘’(,;:]+)/i.exec(words)?.[0].length ?? 0;
    const tail = /(?:['’]s|[\s"'“”‘’),;:!?.]{1,8})$/u.exec(words)?.[0].length ?? 0;
    const nextFrom = lead > 0 && lead < words.length ? from + lead : from;
    const nextTo = tail > 0 && tail < to - nextFrom ? to - tail : to;
    if (nextFrom === from && nextTo === to) return { start: from, end: to };
    from = nextFrom;
    to = nextTo;
  }
}

/** Whether words can be a name to the scorer: with a capital, and no pronoun. */
export function isName(words: string): boolean {
  return /\p{Lu}/u.test(words) && !PRONOUNS.has(words.toLowerCase());
}

/** Names of people, organisations and places on the development sets, by the whole reading. */
export function evaluateNames(corpora: string): Figure[] {
  return [
    ...scoreUniversalNer(corpora, findNames),
    ...scoreGum(corpora, findNames),
    ...scoreWorldwide(corpora, findNames),
  ];
}

/** The figures of any finder of names on Universal NER's sentences of the English Web Treebank's development part. */
export function scoreUniversalNer(corpora: string, find: FindNames): Figure[] {
  return scoreFoundNames('Universal NER, EWT dev', readUniversalNer(corpora), find, {
    atLeast: 73,
    aim: 78,
  });
}

/** The figures of any finder of names on GUM's development part. */
export function scoreGum(corpora: string, find: FindNames): Figure[] {
  return scoreFoundNames('GUM dev', readGumDocuments(join(corpora, 'treebank', 'gum-dev.conllu')), find);
}

/** The figures of any finder of names on the English Worldwide Newswire's development part. */
export function scoreWorldwide(corpora: string, find: FindNames): Figure[] {
  const [all, ...byType] = scoreFoundNames('Worldwide Newswire dev', readWorldwide(corpora), find, {
    atLeast: 80,
    aim: 85,
  });
  return [
    ...(all ? [all] : []),
    ...byType.map((figure) => (figure.measure.endsWith('organisation') ? { ...figure, atLeast: 72, aim: 80 } : figure)),
  ];
}

/** The names of a text as the whole reading has them. */
export function findNames(text: string): FoundName[] {
  return namesIn(read(annotate(text), null));
}

/** The names of a reading. */
export function namesIn({ entities, mentions }: Reading): FoundName[] {
  return mentions
    .filter(({ kind }) => kind === 'NAME')
    .map(({ span, entity }) => ({ start: span.start, end: span.end, type: entities[entity]?.type ?? 'PERSON' }));
}

/**
 * Span and type exact, outer marks left out on both sides; each name found counts once. Gold names without a capital
 * count, and so do found ones where they are gold. What overlaps with words that are marked unsure counts neither way.
 */
export function scoreFoundNames(
  data: string,
  texts: readonly Pick<NamedText, 'text' | 'names' | 'unsure'>[],
  find: FindNames,
  target: { atLeast?: number; aim?: number } = {},
): Figure[] {
  const counts = TYPES.map(() => ({ right: 0, found: 0, gold: 0 }));
  for (const { text, names, unsure = [] } of texts) {
    const isSure = (span: Span): boolean => !unsure.some((other) => overlaps(span, other));
    const gold = names.filter(isSure).map((name) => keyOf(text, { ...name, type: TYPES[name.type] ?? 'PERSON' }));
    const known = new Set(gold);
    const found = new Set(
      find(text)
        .filter(isSure)
        .map((name) => keyOf(text, name)),
    );
    TYPES.forEach((type, number) => {
      const count = counts[number];
      if (!count) return;
      for (const key of found) {
        const [, start, end] = key.split(':');
        if (key.startsWith(type) && (known.has(key) || isName(text.slice(Number(start), Number(end)))))
          count.found += 1;
      }
      const own = gold.filter((key) => key.startsWith(type));
      count.gold += own.length;
      count.right += own.filter((key) => found.has(key)).length;
    });
  }
  const sum = (field: 'right' | 'found' | 'gold'): number => counts.reduce((total, count) => total + count[field], 0);
  return [
    { measure: 'names, exact F1', data, value: f1(sum('right'), sum('found'), sum('gold')), ...target },
    ...counts.map((count, number) => ({
      measure: `names, ${(TYPES[number] ?? '').toLowerCase()}`,
      data,
      value: f1(count.right, count.found, count.gold),
    })),
  ];
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function keyOf(text: string, name: FoundName): string {
  const { start, end } = trimBorders(text, name);
  return `${name.type}:${start}:${end}`;
}
