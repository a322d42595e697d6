import { annotate } from '../language/analyse.ts';
import { UNIVERSAL_TAGS, universalTag } from '../language/tags.ts';
import type { Span } from '../span.ts';
import { readTreebank } from '../training/treebank.ts';
import { type Figure, f1 } from './figures.ts';
import { groupByDocument, joinSentences } from './gold-text.ts';

/**
 * A word as a reader of texts has it, with every universal tag that its own tag may stand for: coarser tags lose
 * nothing by being coarse.
 */
export interface TaggedWord extends Span {
  readonly universal: readonly string[];
}

/** Tags the words of a running text. */
export type TagWords = (text: string) => readonly TaggedWord[];

/** The words of a text as this package tags them. */
export function tagWords(text: string): TaggedWord[] {
  const document = annotate(text);
  return Array.from({ length: document.tokens.count }, (_, token) => ({
    start: document.tokens.start[token] ?? 0,
    end: document.tokens.end[token] ?? 0,
    universal: [universalTag(document, token)],
  }));
}

const PUNCTUATION = ['PUNCT', 'SYM'];

/**
 * Universal tags on running text by any reader, punctuation left out, which not every reader has: the share of all
 * words of the treebank that are found and tagged as there, and the share of those found with the same borders.
 */
export function scoreTags(corpora: string, tag: TagWords): Figure[] {
  const sets = [
    ['GUM dev, running text', readTreebank(corpora, 'gum-dev')],
    ['EWT dev, running text', readTreebank(corpora, 'ewt-dev')],
  ] as const;
  return sets.flatMap(([data, treebank]) => {
    const counts = { gold: 0, alike: 0, right: 0, found: 0 };
    for (const sentences of groupByDocument(treebank)) {
      const { text, starts, ends, tags } = joinSentences(sentences);
      const found = new Map(tag(text).map((word) => [`${word.start}-${word.end}`, word.universal]));
      counts.found += [...found.values()].filter(
        (universal) => !universal.every((name) => PUNCTUATION.includes(name)),
      ).length;
      for (const [place, start] of starts.entries()) {
        const gold = UNIVERSAL_TAGS[tags[place] ?? 0] ?? 'X';
        if (PUNCTUATION.includes(gold)) continue;
        const universal = found.get(`${start}-${ends[place]}`);
        counts.gold += 1;
        if (universal === undefined) continue;
        counts.alike += 1;
        if (universal.includes(gold)) counts.right += 1;
      }
    }
    return [
      { measure: 'words, borders F1', data, value: f1(counts.alike, counts.found, counts.gold) },
      { measure: 'universal tags, of all words', data, value: (100 * counts.right) / counts.gold },
      { measure: 'universal tags, of words found alike', data, value: (100 * counts.right) / (counts.alike || 1) },
    ];
  });
}
