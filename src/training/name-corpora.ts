import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../span.ts';
import { loadAnnotatedArticles } from './annotated-articles.ts';
import type { GoldName } from './gold-name.ts';
import { readGumDocuments } from './gum-names.ts';

/** A text with every name in it marked. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly GoldName[];
  /** Words that may or may not be names: nothing is learned from their sentences. */
  readonly unsure?: readonly Span[];
}

const CLOSING = /^(?:[.,;:!?%)\]}…”]|'(?:s|S|m|re|ve|d|ll)?|’(?:s|m|re|ve|d|ll)?|n['’]t|'')$/;
const OPENING = /^(?:[([{$£€“]|``)$/;

/** Tokens as running text, with the place of each: enough like print for a tokeniser to take apart again. */
function joinTokens(tokens: readonly string[]): { text: string; spans: Span[] } {
  let text = '';
  let isGlued = true;
  let isQuoteOpen = false;
  const spans = tokens.map((token) => {
    const closes = CLOSING.test(token) || (token === '"' && isQuoteOpen);
    if (!isGlued && !closes) text += ' ';
    if (token === '"') isQuoteOpen = !isQuoteOpen;
    isGlued = OPENING.test(token) || (token === '"' && isQuoteOpen);
    const start = text.length;
    text += token;
    return { start, end: text.length };
  });
  return { text, spans };
}

/**
 * Reads tokens with IOB1 or IOB2 labels; `typeOf` gives the number of a label's type, or -1 for what is no name to us.
 */
function readLabelled(
  id: string,
  sentences: readonly (readonly [string, string])[][],
  typeOf: (label: string) => number,
): NamedText {
  let text = '';
  const names: GoldName[] = [];
  for (const sentence of sentences) {
    if (text !== '') text += '\n';
    const joined = joinTokens(sentence.map(([token]) => token));
    const open: { type: number; start: number; end: number; label: string }[] = [];
    for (const [place, [, label]] of sentence.entries()) {
      const span = joined.spans[place];
      const type = label === 'O' ? -1 : typeOf(label.slice(2));
      const [current] = open;
      const goesOn = current !== undefined && label.startsWith('I-') && current.label === label.slice(2);
      if (current && !goesOn) {
        names.push({ type: current.type, start: current.start, end: current.end });
        open.pop();
      }
      if (!span || type < 0) continue;
      if (current && goesOn) current.end = text.length + span.end;
      else open.push({ type, start: text.length + span.start, end: text.length + span.end, label: label.slice(2) });
    }
    if (open.length > 0) names.push(...open.map(({ type, start, end }) => ({ type, start, end })));
    text += joined.text;
  }
  return { id, text, names };
}

function readBlocks(file: string, split: RegExp): string[][] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== '' && !split.test(line)))
    .filter((lines) => lines.length > 0);
}

/** Groups sentences to documents of a few, where a corpus has lost its documents. */
function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}

/** WikiGold: its MISC is nothing to us. */
export function readWikiGold(corpora: string): NamedText[] {
  const types: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2 };
  const sentences = readBlocks(join(corpora, 'names', 'wikigold.conll'), /^-DOCSTART-/).map((lines) =>
    lines.map((line): [string, string] => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? 'O']),
  );
  return chunk(sentences, 12).map((part, number) =>
    readLabelled(`wikigold-${number}`, part, (label) => types[label] ?? -1),
  );
}

/**
 * Universal NER over the EWT development sentences, as running text: sentences joined by spaces, paragraphs as the
 * treebank has them.
 */
export function readUniversalNer(corpora: string): NamedText[] {
  const types: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2 };
  const opening = paragraphOpenings(readFileSync(join(corpora, 'treebank', 'ewt-dev.conllu'), 'utf8'));
  const documents = new Map<string, { text: string; names: GoldName[] }>();
  let id = '';
  for (const block of readFileSync(join(corpora, 'names', 'uner-ewt-dev.iob2'), 'utf8').split(/\n\s*\n/)) {
    const lines = block.split('\n');
    const comment = (key: string): string | undefined =>
      lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5);
    id = comment('newdoc id') ?? id;
    const sentence = comment('text');
    if (sentence === undefined) continue;
    const document = documents.get(id) ?? { text: '', names: [] };
    if (document.text !== '') document.text += opening.has(comment('sent_id') ?? '') ? '\n\n' : ' ';
    const base = document.text.length;
    const rows = lines
      .filter((line) => /^\d+\t/.test(line))
      .map((line): [string, string] => [line.split('\t')[1] ?? '', line.split('\t')[2] ?? 'O']);
    const { text: joined, names } = readLabelled(id, [rows], (label) => types[label] ?? -1);
    const spans = locate(
      sentence,
      rows.map(([word]) => word),
    );
    const places = joinTokens(rows.map(([word]) => word)).spans;
    for (const name of names) {
      const first = spans[places.findIndex((span) => span.start === name.start)];
      const last = spans[places.findIndex((span) => span.end === name.end)];
      if (first && last && joined.length > 0)
        document.names.push({ type: name.type, start: base + first.start, end: base + last.end });
    }
    document.text += sentence;
    documents.set(id, document);
  }
  return [...documents].map(([name, { text, names }]) => ({ id: `uner-${name}`, text, names }));
}

/** Where words stand in their sentence, in order. */
function locate(sentence: string, words: readonly string[]): (Span | undefined)[] {
  let at = 0;
  return words.map((word) => {
    const start = sentence.indexOf(word, at);
    if (start < 0) return undefined;
    at = start + word.length;
    return { start, end: at };
  });
}

/** The ids of the sentences that open a paragraph or a document. */
function paragraphOpenings(conllu: string): Set<string> {
  const found = new Set<string>();
  for (const block of conllu.split(/\n\n+/)) {
    if (/^# new(?:par|doc)/m.test(block)) found.add(/^# sent_id = (.+)$/m.exec(block)?.[1] ?? '');
  }
  return found;
}

const worldwideSchema = z.object({
  id: z.string(),
  text: z.string(),
  names: z.array(z.object({ type: z.enum(['PER', 'ORG', 'LOC']), start: z.number(), end: z.number() })),
  ignore: z.array(z.object({ start: z.number(), end: z.number() })),
});

/**
 * The development articles of the English Worldwide Newswire corpus, news from outside the West. They have no licence
 * to learn from: they are measured on and nothing else.
 */
export function readWorldwide(corpora: string): NamedText[] {
  const types = { PER: 0, ORG: 1, LOC: 2 } as const;
  return readFileSync(join(corpora, 'names', 'worldwide-dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, names, ignore } = worldwideSchema.parse(JSON.parse(line));
      return {
        id,
        text,
        names: names.map(({ type, start, end }) => ({ type: types[type], start, end })),
        unsure: ignore,
      };
    });
}

/** GUM's named people, organisations and places. */
export function readGumNames(corpora: string, part: 'train' | 'dev'): NamedText[] {
  return readGumDocuments(join(corpora, 'treebank', `gum-${part}.conllu`)).map(({ id, text, names }) => ({
    id,
    text,
    names,
  }));
}

/** The annotated articles of the repository. */
export function readArticleNames(folder: string): NamedText[] {
  const types: Readonly<Record<string, number>> = { P: 0, O: 1, L: 2 };
  return loadAnnotatedArticles(folder).map(({ id, text, mentions }) => ({
    id,
    text,
    names: mentions.flatMap((mention) => {
      const type = types[mention.type];
      return type === undefined ? [] : [{ ...mention.span, type }];
    }),
  }));
}
