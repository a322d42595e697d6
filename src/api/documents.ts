import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * About what a parsed document takes in memory for each character of its text, and for itself, in bytes: its tokens are
 * kept with it, so that errors tell lines.
 */
const BYTES_A_CHARACTER = 100;
const BYTES_A_DOCUMENT = 2_000;

/** About what the parsed document of a query takes in memory, in bytes. */
export function bytesOfDocument(query: string): number {
  return BYTES_A_DOCUMENT + BYTES_A_CHARACTER * query.length;
}

/** The largest that Apollo Server's documents and the texts of persisted queries may become, in bytes. */
const MOST_DOCUMENT_BYTES = 8_000_000;
const MOST_TEXT_BYTES = 4_000_000;

interface Cache<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What Apollo Server keeps of documents that are valid; the one used longest ago goes first. */
export function keepDocuments(): Cache<DocumentNode> {
  return keep(MOST_DOCUMENT_BYTES, (document) => bytesOfDocument(document.loc?.source.body ?? ''));
}

/** What Apollo Server keeps of the texts of persisted queries. */
export function keepTexts(): Cache<string> {
  return keep(MOST_TEXT_BYTES, (text) => 100 + 2 * text.length);
}

function keep<Value extends object | string>(most: number, measure: (value: Value) => number): Cache<Value> {
  const cache = new LRUCache<string, Value>({ maxSize: most, sizeCalculation: measure });
  return {
    get: async (key) => cache.get(key),
    set: async (key, value) => {
      cache.set(key, value);
    },
    delete: async (key) => {
      cache.delete(key);
    },
  };
}
