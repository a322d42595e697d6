import type { Document, NamedSpan } from './document.ts';

export function findNames(_document: Omit<Document, 'names'>): NamedSpan[] {
  return [];
}
