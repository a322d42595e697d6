import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { DatelineError } from '../errors.ts';
import { hashCorpora, sha256 } from './corpora-read.ts';
import { writeModelCard } from './model-card.ts';
import type { TrainingScore } from './trainer.ts';
import { TRAINERS } from './trainers.ts';

export interface TrainOptions {
  /** The folder of corpora: `treebank/`, `names/` and the rest. */
  readonly corpora: string;
  /** Names of trainers; all when left out. The others' models stay as they are. */
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly log: (line: string) => void;
}

const recordSchema = z.record(
  z.string(),
  z.object({
    models: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
    corpora: z.record(z.string(), z.string()),
    seed: z.number(),
    scores: z.array(z.object({ measure: z.string(), data: z.string(), value: z.number() })),
  }),
);

/** What was made, when it was last made, by trainer: models and corpora with their SHA-256, seed and scores. */
export type TrainingRecord = z.infer<typeof recordSchema>;

const MODELS = fileURLToPath(new URL('../../src/language/models/', import.meta.url));

/**
 * Trains the models in order, writes them with their model card, and says how good they are on the development sets.
 * The same seed and corpora give the same bytes. Throws INVALID_INPUT for an unknown trainer and NOT_FOUND without
 * corpora.
 */
export async function trainAll({ corpora, only, seed = 1, log }: TrainOptions): Promise<void> {
  const names = TRAINERS.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new DatelineError(
      'INVALID_INPUT',
      `There is no model "${unknown}" to train.`,
      `Choose from ${names.join(', ')}.`,
    );
  if (!existsSync(join(corpora, 'treebank')))
    throw new DatelineError(
      'NOT_FOUND',
      `The folder "${corpora}" has no treebank/.`,
      'Give the folder that holds treebank/ and names/.',
    );
  mkdirSync(MODELS, { recursive: true });
  const record = readRecord();
  for (const trainer of TRAINERS) {
    if (only !== undefined && !only.includes(trainer.name)) continue;
    log(`${trainer.name}: training`);
    const began = performance.now();
    const models: TrainingRecord[string]['models'] = {};
    const write = (model: string, raw: Uint8Array): void => {
      // Weights hardly shrink, and words a tenth less than with brotli, which takes twice as long to unpack.
      const compressed = gzipSync(raw, { level: 9 });
      writeFileSync(join(MODELS, `${model}.bin`), compressed);
      models[model] = { bytes: compressed.byteLength, sha256: sha256(compressed) };
    };
    const scores = trainer.train({ corpora, seed, log, write });
    const seconds = Math.round((performance.now() - began) / 1000);
    record[trainer.name] = {
      models,
      corpora: hashCorpora(corpora, trainer.name),
      seed,
      scores: scores.map(roundScore),
    };
    for (const { measure, data, value } of scores) log(`${trainer.name}: ${measure}, ${data}: ${value.toFixed(2)} %`);
    log(`${trainer.name}: ${Object.values(models).reduce((sum, { bytes }) => sum + bytes, 0)} bytes in ${seconds} s`);
    writeFileSync(join(MODELS, 'record.json'), `${JSON.stringify(record, null, 2)}\n`);
    writeFileSync(join(MODELS, 'MODELS.md'), writeModelCard(TRAINERS, record, sizeOf));
    await setImmediate();
  }
}

function roundScore({ measure, data, value }: TrainingScore): { measure: string; data: string; value: number } {
  return { measure, data, value: Math.round(value * 100) / 100 };
}

function sizeOf(model: string): number {
  const file = join(MODELS, `${model}.bin`);
  return existsSync(file) ? statSync(file).size : 0;
}

function readRecord(): TrainingRecord {
  const file = join(MODELS, 'record.json');
  return existsSync(file) ? recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}
