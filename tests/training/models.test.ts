import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TRAINERS } from '../../src/training/trainers.ts';

const folder = new URL('../../src/language/models/', import.meta.url);
const record = z
  .record(z.string(), z.object({ models: z.record(z.string(), z.object({ sha256: z.string() })) }))
  .parse(JSON.parse(readFileSync(new URL('record.json', folder), 'utf8')));

describe('the models', () => {
  const models = Object.values(record).flatMap(({ models }) => Object.entries(models));

  test.each(models)('%s is the one that the record tells of', (model, { sha256 }) => {
    const bytes = readFileSync(new URL(`${model}.bin`, folder));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  test.each(['lexicon', 'gazetteer', 'statements'])(
    '%s comes out of training as it is',
    { timeout: 240_000 },
    (name) => {
      const made = new Map<string, Uint8Array>();
      const write = (model: string, bytes: Uint8Array): void => {
        made.set(model, bytes);
      };
      TRAINERS.find((trainer) => trainer.name === name)?.train({ corpora: '', seed: 1, log: () => {}, write });
      expect([...made.keys()]).toEqual([name]);
      for (const [model, bytes] of made) {
        const shipped = gunzipSync(readFileSync(new URL(`${model}.bin`, folder)));
        expect(Buffer.compare(Buffer.from(bytes), shipped)).toBe(0);
      }
    },
  );
});
