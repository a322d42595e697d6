import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseArticles } from '../../src/article/formats.ts';
import { extract } from '../../src/ingest.ts';
import type { Reading } from '../../src/reading/reading.ts';

const folder = new URL('./', import.meta.url);
const seeds = new URL('../../seeds/', import.meta.url);

const factsSchema = z.strictObject({
  people: z.array(z.string()).default([]),
  noOtherPeople: z.boolean().default(true),
  organisations: z.array(z.string()).default([]),
  noOtherOrganisations: z.boolean().default(false),
  places: z.array(z.string()).default([]),
  dateline: z.string().optional(),
  positions: z
    .array(
      z.strictObject({
        person: z.string(),
        title: z.string(),
        of: z.string().optional(),
        former: z.boolean().optional(),
        optional: z.boolean().default(false),
      }),
    )
    .default([]),
  statements: z
    .array(
      z.strictObject({
        speaker: z.string().optional(),
        source: z.string().optional(),
        kind: z.string().optional(),
        act: z.string().optional(),
        addressee: z.string().optional(),
        via: z.string().optional(),
        /** Words that the content holds. */
        content: z.string().optional(),
        /** Words that the content begins with, behind its opening mark and `that`. */
        begins: z.string().optional(),
        /** Words that the content ends with, before its closing marks. */
        ends: z.string().optional(),
      }),
    )
    .default([]),
  noStatement: z.array(z.string()).default([]),
  events: z
    .array(
      z.strictObject({
        type: z.string().optional(),
        mode: z.string().optional(),
        status: z.string().optional(),
        trigger: z.string().optional(),
        date: z.union([z.string(), z.number()]).transform(String).optional(),
        precision: z.string().optional(),
        participant: z.string().optional(),
        place: z.string().optional(),
      }),
    )
    .default([]),
  /** Events that the article does not tell of. */
  noEvent: z.array(z.strictObject({ type: z.string(), participant: z.string().optional() })).default([]),
});
type Facts = z.infer<typeof factsSchema>;

const withoutMarks = (content: string): string =>
  content.replace(/^[“"‘']?(?:that )?[“"‘']?/, '').replace(/[.,;:!?”"’']+$/, '');

/** Every fact that does not come out of a reading, in words: all misses of an article show at once. */
function findMisses(reading: Reading, facts: Facts): string[] {
  const { document, entities } = reading;
  const words = (span: { start: number; end: number } | null): string =>
    span ? document.text.slice(span.start, span.end) : '';
  const nameOf = (number: number | null): string => (number === null ? '' : (entities[number]?.name ?? ''));
  const namesOf = (type: string): string[] =>
    entities.filter((entity) => entity.type === type).map((entity) => entity.name);
  const misses: string[] = [];
  const lists = [
    ['PERSON', facts.people, facts.noOtherPeople],
    ['ORGANISATION', facts.organisations, facts.noOtherOrganisations],
    ['PLACE', facts.places, false],
  ] as const;
  for (const [type, wanted, only] of lists) {
    const found = namesOf(type);
    for (const name of wanted)
      if (found.filter((other) => other === name).length !== 1)
        misses.push(`${type} ${name} once (found: ${found.join(', ')})`);
    if (only) for (const name of found) if (!wanted.includes(name)) misses.push(`no ${type} ${name}`);
  }
  if (facts.dateline !== undefined && nameOf(reading.dateline) !== facts.dateline)
    misses.push(`dateline ${facts.dateline} (found: ${nameOf(reading.dateline)})`);
  for (const wanted of facts.positions) {
    const isThere = reading.positions.some(
      (position) =>
        nameOf(position.person) === wanted.person &&
        position.title.toLowerCase().includes(wanted.title.toLowerCase()) &&
        (wanted.former === undefined || position.former === wanted.former) &&
        (wanted.of === undefined || [nameOf(position.organisation), nameOf(position.place)].includes(wanted.of)),
    );
    if (!isThere && !wanted.optional) misses.push(`position ${JSON.stringify(wanted)}`);
  }
  for (const wanted of facts.statements) {
    const isThere = reading.statements.some(
      (statement) =>
        (wanted.content === undefined ||
          statement.content.some((part) => words(part).includes(wanted.content ?? ''))) &&
        (wanted.begins === undefined || withoutMarks(words(statement.content[0] ?? null)).startsWith(wanted.begins)) &&
        (wanted.ends === undefined || withoutMarks(words(statement.content.at(-1) ?? null)).endsWith(wanted.ends)) &&
        (wanted.speaker === undefined || statement.speakers.map(nameOf).includes(wanted.speaker)) &&
        (wanted.source === undefined || words(statement.source) === wanted.source) &&
        (wanted.kind === undefined || statement.kind === wanted.kind) &&
        (wanted.act === undefined || statement.act === wanted.act) &&
        (wanted.addressee === undefined || statement.addressees.map(nameOf).includes(wanted.addressee)) &&
        (wanted.via === undefined || words(statement.via?.span ?? null).includes(wanted.via)),
    );
    if (!isThere) misses.push(`statement ${JSON.stringify(wanted)}`);
  }
  for (const start of facts.noStatement)
    if (
      reading.statements.some((statement) =>
        words(statement.content[0] ?? null)
          .replace(/^[“"]/, '')
          .startsWith(start),
      )
    )
      misses.push(`no statement «${start}»`);
  for (const wanted of facts.events) {
    const isThere = reading.events.some(
      (event) =>
        (wanted.type === undefined || event.type === wanted.type) &&
        (wanted.mode === undefined || event.mode === wanted.mode) &&
        (wanted.status === undefined || event.status === wanted.status) &&
        (wanted.trigger === undefined ||
          words(event.trigger).includes(wanted.trigger) ||
          event.summary.includes(wanted.trigger)) &&
        (wanted.date === undefined || (event.time?.start ?? '').startsWith(wanted.date)) &&
        (wanted.precision === undefined || event.time?.precision === wanted.precision) &&
        (wanted.participant === undefined ||
          event.participants.some((participant) => nameOf(participant.entity) === wanted.participant)) &&
        (wanted.place === undefined || nameOf(event.place) === wanted.place),
    );
    if (!isThere) misses.push(`event ${JSON.stringify(wanted)}`);
  }
  for (const unwanted of facts.noEvent) {
    const found = reading.events.find(
      (event) =>
        event.type === unwanted.type &&
        (unwanted.participant === undefined ||
          event.participants.some((participant) => nameOf(participant.entity) === unwanted.participant)),
    );
    if (found) misses.push(`no event ${JSON.stringify(unwanted)} (found: ${found.summary})`);
  }
  return misses;
}

describe('whole articles', () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort();

  test.each(names)('%s', (name) => {
    const file = [new URL(`${name}.txt`, folder), new URL(`${name}.txt`, seeds)].find((candidate) =>
      existsSync(candidate),
    );
    const [article] = file ? parseArticles(readFileSync(file), 1_000_000) : [];
    const facts = factsSchema.parse(parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'), { schema: 'core' }));
    expect(article).not.toBeInstanceOf(Error);
    if (!article || article instanceof Error) return;
    expect(findMisses(extract(article.text, article.publishedAt), facts).join('\n')).toBe('');
  });
});
