import type { Row } from './database.ts';

/** A text column; the empty string where it is null. */
export function textOr(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

export function numberOr(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

export function numberOrNull(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/**
 * A column with a fixed set of values, which the database's own checks guarantee; the first stands for what cannot be.
 */
export function oneOf<Item extends string>(row: Row, column: string, values: readonly [Item, ...Item[]]): Item {
  const value = row[column];
  return values.find((candidate) => candidate === value) ?? values[0];
}

export function oneOrNull<Item extends string>(row: Row, column: string, values: readonly Item[]): Item | null {
  const value = row[column];
  return values.find((candidate) => candidate === value) ?? null;
}
