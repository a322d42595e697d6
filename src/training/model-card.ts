import type { Trainer } from './trainer.ts';

interface CardRecord {
  readonly [trainer: string]: {
    readonly models: Readonly<Record<string, unknown>>;
    readonly seed: number;
    readonly scores: readonly { readonly measure: string; readonly data: string; readonly value: number }[];
  };
}

/**
 * The model card, in Markdown: what each model is, its data and licences, size and scores, and how to make it
 * again.
 */
export function writeModelCard(
  trainers: readonly Trainer[],
  record: CardRecord,
  sizeOf: (model: string) => number,
): string {
  const sections = trainers.flatMap(({ name, about, data }) => {
    const made = record[name];
    if (made === undefined) return [];
    const files = Object.keys(made.models).map((model) => `\`${model}.bin\`, ${kilobytes(sizeOf(model))}`);
    return [
      `## ${name}\n\n${about}\n\n- ${files.join('; ')}; made with seed ${made.seed}\n${data.map((source) => `- from ${source}`).join('\n')}\n${scoreTable(made.scores)}`,
    ];
  });
  return `${OPENING}\n${sections.join('\n')}`;
}

const OPENING = `# The models

Weights for English, read by \`src/language\`. They are data, not code, and have their own licence: Creative Commons
Attribution-ShareAlike 4.0 (see LICENSE.md beside this file), because some of the corpora they were trained on have it. The
corpora themselves are not in this repository; no model was trained on texts without an open licence.

To make them again, with the corpora in a folder: \`npm run train -- FOLDER\`, or one of them: \`npm run train -- FOLDER --only tagger\`.
The same seed gives the same bytes. This card is written by that command; the scores are on the development parts, which no model
was trained on.

Weights are int8 and compressed; those of perceptrons are looked up by the 32-bit hash of a feature. \`record.json\` holds the
SHA-256 of every model and of what it was made from. Known limits: the treebanks' news is a small part of them; the parser is
greedy and errs most on where clauses and coordinations are attached (advcl, parataxis, conj).
`;

function scoreTable(scores: CardRecord[string]['scores']): string {
  if (scores.length === 0) return '';
  const rows = scores.map(({ measure, data, value }) => `| ${measure} | ${data} | ${value.toFixed(1)} |`);
  return `\n| measure | data | % |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
