import { readFileSync } from 'node:fs';
import { PERSON_TITLES } from '../language/lexicon/name-cues.ts';
import type { GoldName } from './gold-name.ts';

interface Token {
  readonly id: number;
  readonly form: string;
  readonly penn: string;
  readonly head: number;
  readonly relation: string;
  readonly start: number;
  readonly end: number;
}

interface MarkedEntity {
  readonly group: string;
  readonly type: string;
  readonly minimum: readonly number[];
  readonly tokens: readonly Token[];
  readonly sentence: readonly Token[];
}

/**
 * A GUM document: its text, its named people, organisations and places, and all of its entity mentions with their
 * groups.
 */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly names: readonly (GoldName & { readonly group: string })[];
  /** The pronouns he and she in all their forms, with the group of the person. */
  readonly pronouns: readonly { readonly start: number; readonly end: number; readonly group: string }[];
}

const HE_OR_SHE = /^(?:he|him|his|himself|she|her|hers|herself)$/i;
const TYPES: Readonly<Record<string, number>> = { person: 0, organization: 1, place: 2 };
const JOINTS: readonly RegExp[] = [
  /^(?:[-–.'’"“”]|de|da|di|del|la|le|von|van|der|den|bin|al|el|ibn)$/i,
  /^(?:[-–.&/]|of|and|for|the|'s|’s|de|du|la|des|del|von|on)$/i,
  /^(?:[-–.&/]|of|the|'s|’s|de|du|la|des|del|upon|and)$/i,
];

/**
 * The documents of a GUM file: sentences joined by spaces, paragraphs by blank lines; names cut out of the nested
 * entity layer (`Entity=` in MISC).
 */
export function readGumDocuments(file: string): GumDocument[] {
  return readFileSync(file, 'utf8')
    .split(/^(?=# newdoc id = )/m)
    .filter((part) => part.startsWith('# newdoc id = '))
    .map(readDocument);
}

function readDocument(part: string): GumDocument {
  const id = /^# newdoc id = (\S+)/.exec(part)?.[1] ?? '';
  let text = '';
  const entities: MarkedEntity[] = [];
  for (const block of part.split(/\n\s*\n/)) {
    const lines = block.split('\n');
    const line = lines.find((candidate) => candidate.startsWith('# text = '))?.slice('# text = '.length);
    if (line === undefined) continue;
    if (text !== '') text += lines.some((candidate) => candidate.startsWith('# newpar')) ? '\n\n' : ' ';
    const base = text.length;
    let at = 0;
    const rows = lines.map((candidate) => candidate.split('\t')).filter((row) => /^\d+$/.test(row[0] ?? ''));
    const tokens = rows.map((row): Token => {
      const form = row[1] ?? '';
      const found = line.indexOf(form, at);
      const start = found >= 0 && found <= at + 2 ? found : at;
      at = start + form.length;
      return {
        id: Number(row[0]),
        form,
        penn: row[4] ?? '',
        head: Number(row[6]),
        relation: row[7] ?? '',
        start: base + start,
        end: base + at,
      };
    });
    entities.push(...readEntities(rows, tokens));
    text += line;
  }
  const names = entities.flatMap((entity) => {
    const name = cutName(entity, entities);
    return name ? [{ ...name, group: entity.group }] : [];
  });
  const pronouns = entities.flatMap(({ type, tokens: [token, ...more], group }) =>
    type === 'person' && token && more.length === 0 && HE_OR_SHE.test(token.form)
      ? [{ start: token.start, end: token.end, group }]
      : [],
  );
  return { id, text, names: withoutOverlaps(names), pronouns };
}

function readEntities(rows: readonly string[][], tokens: readonly Token[]): MarkedEntity[] {
  const entities: MarkedEntity[] = [];
  const open: { raw: string; fields: string[]; first: number }[] = [];
  const close = (fields: readonly string[], first: number, last: number): void => {
    entities.push({
      group: fields[0]?.split('[')[0] ?? '',
      type: fields[1] ?? '',
      minimum: (fields[5] ?? '').split(',').map(Number),
      tokens: tokens.slice(first, last + 1),
      sentence: tokens,
    });
  };
  rows.forEach((row, place) => {
    const layer = /(?:^|\|)Entity=([^|]*)/.exec(row[9] ?? '')?.[1] ?? '';
    for (const mark of layer.match(/\(?[^()]+\)?/g) ?? []) {
      if (!/^\(|\)$/.test(mark)) continue;
      if (mark.startsWith('(')) {
        const fields = mark.replace(/[()]/g, '').split('-');
        if (mark.endsWith(')')) close(fields, place, place);
        else open.push({ raw: fields[0] ?? '', fields, first: place });
      } else {
        const found = open.findLastIndex((candidate) => candidate.raw === mark.slice(0, -1));
        const [opened] = found >= 0 ? open.splice(found, 1) : [];
        if (opened) close(opened.fields, opened.first, place);
      }
    }
  });
  return entities;
}

/**
 * The proper name inside an entity mention: the capitalised run around its head, without titles and other entities
 * before a person; null where its head is no proper noun, or where nothing but a title is left (`the Secretary`).
 */
function cutName(entity: MarkedEntity, all: readonly MarkedEntity[]): GoldName | null {
  const type = TYPES[entity.type];
  const { tokens } = entity;
  if (type === undefined || !tokens[0]) return null;
  const ids = new Set(tokens.map((token) => token.id));
  const minimum = entity.minimum.map((place) => place + (tokens[0]?.id ?? 0) - 1);
  const heads = tokens.filter((token) => !ids.has(token.head));
  const head = heads.find((token) => minimum.includes(token.id)) ?? heads[0];
  if (!head || (type === 0 ? head.penn !== 'NNP' : !/^NNPS?$/.test(head.penn))) return null;
  const lowest = Math.min(...minimum);
  const highest = Math.max(...minimum);
  const isInside = (token: Token | undefined): token is Token =>
    token !== undefined && token.id >= lowest && token.id <= highest;
  const isCapital = (token: Token | undefined): boolean =>
    isInside(token) && /^[\p{Lu}\d]/u.test(token.form) && !/^(?:RB|VBP?Z?|PRP|IN|CC|DT|CD)$/.test(token.penn);
  const isJoint = (token: Token | undefined): boolean =>
    token !== undefined && (JOINTS[type]?.test(token.form) ?? false);
  let first = tokens.indexOf(head);
  let last = first;
  for (;;) {
    if (isCapital(tokens[first - 1])) first -= 1;
    else if (isJoint(tokens[first - 1]) && isCapital(tokens[first - 2])) first -= 2;
    else break;
  }
  for (;;) {
    if (isCapital(tokens[last + 1])) last += 1;
    else if (isJoint(tokens[last + 1]) && isCapital(tokens[last + 2])) last += 2;
    else if (type !== 0 && isJoint(tokens[last + 1]) && isJoint(tokens[last + 2]) && isCapital(tokens[last + 3]))
      last += 3;
    else break;
  }
  if (type === 0) {
    const isOther = (token: Token): boolean =>
      all.some(
        (other) =>
          other !== entity &&
          other.sentence === entity.sentence &&
          other.group !== entity.group &&
          other.tokens.length < tokens.length &&
          other.tokens.includes(token),
      );
    const isTitle = (token: Token): boolean =>
      PERSON_TITLES.has(token.form.toLowerCase().replace(/\.$/, '')) &&
      !(token === tokens[last] && /^speaker$/i.test(token.form));
    for (let at = first; at <= last; at += 1) {
      const token = tokens[at];
      if (token && (isTitle(token) || isOther(token))) first = at + 1;
    }
    if (first > last) return null;
  }
  while (first < last && !/^[\p{Lu}\d]/u.test(tokens[first]?.form ?? '')) first += 1;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  return end > start && /\p{Lu}/u.test(tokens[first]?.form ?? '') ? { type, start, end } : null;
}

function withoutOverlaps<Name extends GoldName>(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const name of [...names].sort((left, right) => left.start - right.start || right.end - left.end)) {
    if (kept.every((other) => other.end <= name.start || name.end <= other.start)) kept.push(name);
  }
  return kept;
}
