import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DatelineError } from '../../errors.ts';

/**
 * Where the models lie: in the source tree also when the code runs from the built one, as the build copies no weights.
 */
const MODELS_FOLDER = new URL('../../../src/language/models/', import.meta.url);

/** What a model says of itself: facts, and the names and sizes of its columns. */
export interface ModelHeader {
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
  readonly columns: readonly { readonly name: string; readonly bytes: number }[];
}

/** A model as stored: a header of facts and named columns of bytes. */
export interface ModelFile {
  readonly facts: ModelHeader['facts'];
  /**
   * The bytes of a column where they lie in the file, at any alignment; throws INTERNAL when the model has no such
   * column.
   */
  column(name: string): Uint8Array;
}

/**
 * Reads a model that training wrote: gzipped, a length (4 bytes, little endian), a JSON header and the columns.
 * Throws INTERNAL when the file is missing or damaged.
 */
export function readModelFile(name: string): ModelFile {
  const url = new URL(`${name}.bin`, MODELS_FOLDER);
  try {
    return decodeModel(decompress(readFileSync(url)));
  } catch (cause) {
    if (cause instanceof DatelineError) throw cause;
    throw new DatelineError(
      'INTERNAL',
      `The model "${name}" cannot be read.`,
      'Install the package again, or make the models again with the train command.',
      { cause },
    );
  }
}

const LARGEST_CHUNK = 64 << 20;

/**
 * Unpacks a model in one piece: gzip says the length in the last four bytes. With no byte to spare, room for a second
 * piece would be made.
 */
function decompress(bytes: Buffer): Buffer {
  return gunzipSync(bytes, {
    chunkSize: Math.min(Math.max(bytes.readUInt32LE(bytes.length - 4) + 1, 64), LARGEST_CHUNK),
  });
}

/** Checked by hand: a library of schemas would take longer to load than the models. */
function isHeader(value: unknown): value is ModelHeader {
  if (
    !isRecord(value) ||
    typeof value['name'] !== 'string' ||
    !isRecord(value['facts']) ||
    !Array.isArray(value['columns'])
  )
    return false;
  const areFacts = Object.values(value['facts']).every(
    (fact) => isPlain(fact) || (Array.isArray(fact) && fact.every(isPlain)),
  );
  return (
    areFacts &&
    value['columns'].every(
      (column: unknown) =>
        isRecord(column) && typeof column['name'] === 'string' && Number.isSafeInteger(column['bytes']),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** The model in its uncompressed bytes. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength)));
  if (!isHeader(header))
    throw new DatelineError(
      'INTERNAL',
      'A model has no header.',
      'Install the package again, or make the models again with the train command.',
    );
  const columns = new Map<string, Uint8Array>();
  let at = 4 + headerLength;
  for (const column of header.columns) {
    columns.set(column.name, new Uint8Array(bytes.buffer, bytes.byteOffset + at, column.bytes));
    at += column.bytes;
  }
  return {
    facts: header.facts,
    column(name) {
      const column = columns.get(name);
      if (column === undefined)
        throw new DatelineError('INTERNAL', `The model "${header.name}" has no column "${name}".`);
      return column;
    },
  };
}

/** A model's uncompressed bytes, as `decodeModel` reads them. */
export function encodeModel(
  name: string,
  facts: ModelHeader['facts'],
  columns: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const header: ModelHeader = {
    name,
    facts,
    columns: [...columns].map(([column, bytes]) => ({ name: column, bytes: bytes.byteLength })),
  };
  const encoded = new TextEncoder().encode(JSON.stringify(header));
  const size = 4 + encoded.byteLength + header.columns.reduce((sum, column) => sum + column.bytes, 0);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, encoded.byteLength, true);
  bytes.set(encoded, 4);
  let at = 4 + encoded.byteLength;
  for (const column of columns.values()) {
    bytes.set(column, at);
    at += column.byteLength;
  }
  return bytes;
}
