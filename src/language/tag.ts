import type { Segmented } from './sentences.ts';

/** Sentences with their tokens' tags: numbers into `PENN_TAGS` and `UNIVERSAL_TAGS`. */
export interface Tagged extends Segmented {
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

export function tag(segmented: Segmented): Tagged {
  return { ...segmented, penn: new Uint8Array(segmented.count), universal: new Uint8Array(segmented.count).fill(7) };
}
