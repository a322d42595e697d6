import { mix } from '../../language/tagging/word-features.ts';

/** The names of what a feature puts together. */
export type Template<Sign extends string> = readonly Sign[];

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

  /** Adds one feature a template, numbered from a number on: what was seen under its names, at most three. */
  addAll<Sign extends string>(
    from: number,
    templates: readonly Template<Sign>[],
    seen: Readonly<Record<Sign, number>>,
  ): void {
    templates.forEach(([first, second, third], number) => {
      this.add(
        from + number,
        first === undefined ? 0 : seen[first],
        second === undefined ? 0 : seen[second],
        third === undefined ? 0 : seen[third],
      );
    });
  }
}
