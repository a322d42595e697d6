import { describe, expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import { EVENT_WORDINGS } from '../../src/reading/lexicon/event-types.ts';
import { EVENT_TYPES } from '../../src/reading/reading.ts';

const typesIn = (sentence: string): string[] => extract(sentence, '2024-05-15').events.map((event) => event.type);

describe('the lexicon of events', () => {
  for (const { type, mode, examples, nearMisses } of EVENT_WORDINGS) {
    const name = mode ? `${type} ${mode}` : type;
    test.each(examples)(`${name}: %s`, (sentence) => {
      expect(typesIn(sentence)).toContain(type);
    });
    test.each(nearMisses)(`not ${name}: %s`, (sentence) => {
      expect(typesIn(sentence)).not.toContain(type);
    });
  }

  test('every type but OTHER has words', () => {
    expect([...new Set(EVENT_WORDINGS.map((wording) => wording.type))].sort()).toEqual(
      EVENT_TYPES.filter((type) => type !== 'OTHER').sort(),
    );
  });
});
