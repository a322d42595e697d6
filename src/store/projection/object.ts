import { type Clause, value, write } from '../clause.ts';
import type { Value } from '../database.ts';
import type { WantedField } from './wanted-field.ts';

/** Writes a field as an SQL expression that gives its JSON, over the row that an alias names. */
export type FieldWriter = (row: string, field: WantedField) => Clause;

/** How each field of a type is written. */
export type FieldWriters = Readonly<Record<string, FieldWriter>>;

/** The alias of the row that belongs to another row: each level of a statement has its own. */
export function rowBelow(row: string): string {
  return `r${Number(row.slice(1)) + 1}`;
}

const known = new WeakMap<readonly WantedField[], Clause>();

/**
 * The JSON object of a record over its row. The fields of a record are written once where they never change: they
 * depend on the row alone. Throws where a field has no writer:
 * `isProjectable` tells before.
 */
export function writeRecord(type: string, writers: FieldWriters, row: string, fields: readonly WantedField[]): Clause {
  const written = known.get(fields);
  if (written) return written;
  const clause = writeObject(type, writers, row, fields);
  if (fields.every(({ isFixed }) => isFixed)) known.set(fields, clause);
  return clause;
}

/** A JSON object of fields. What a client calls a field is bound like any other value. */
export function writeObject(type: string, writers: FieldWriters, row: string, fields: readonly WantedField[]): Clause {
  let text = 'json_object(';
  const values: Value[] = [];
  for (const field of fields) {
    const { text: own, values: bound } =
      field.name === '__typename' ? value(type) : (writers[field.name] ?? unwritable(type, field))(row, field);
    text += values.length === 0 ? `?, ${own}` : `, ?, ${own}`;
    values.push(field.as, ...bound);
  }
  return { text: `${text})`, values };
}

function unwritable(type: string, { name }: WantedField): never {
  throw new Error(`There is no SQL for ${type}.${name}.`);
}

/** A column of the row, as it stands. */
export function column(name: string): FieldWriter {
  return (row) => write`${row}.${name}`;
}

/** A column that holds JSON. */
export function json(name: string): FieldWriter {
  return (row) => write`json(${row}.${name})`;
}

/** A column that holds 0 or 1. */
export function flag(name: string): FieldWriter {
  return (row) => write`json(iif(${row}.${name}, 'true', 'false'))`;
}

/** A column that holds a moment, or a day, which counts as its first moment: `DateTime` in the graph. */
export function moment(name: string): FieldWriter {
  return (row) => write`iif(length(${row}.${name}) = 10, ${row}.${name} || 'T00:00:00Z', ${row}.${name})`;
}

/** An object made of columns of the row itself; null where the column `unless` is. */
export function part(type: string, columns: Readonly<Record<string, string>>, unless?: string): FieldWriter {
  const writers = Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, column(of)]));
  return (row, field) => {
    const object = writeObject(type, writers, row, field.of(type));
    return unless === undefined ? object : write`iif(${row}.${unless} IS NULL, NULL, ${object})`;
  };
}
