import { mix } from '../../language/tagging/word-features.ts';

/**
 * The features of one decision, as hashes: a template's number mixed with what was seen. Used again for every decision.
 */
export class FeatureList {
  readonly hashes: Int32Array;
  count = 0;

  constructor(most: number) {
    this.hashes = new Int32Array(most);
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds a feature; beyond the most that fit, none. */
  add(template: number, first = 0, second = 0, third = 0): void {
    if (this.count >= this.hashes.length) return;
    this.hashes[this.count] = mix(mix(mix(template, first), second), third);
    this.count += 1;
  }
}
