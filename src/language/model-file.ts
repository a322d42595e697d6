import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { DatelineError } from '../errors.ts';

/** Where the models lie: in the source tree also when the code runs from the built one, as the build copies no weights. */
const MODELS_FOLDER = new URL('../../src/language/models/', import.meta.url);

const headerSchema = z.object({
  name: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())])),
  columns: z.array(z.object({ name: z.string(), bytes: z.number().int().nonnegative() })),
});

export type ModelHeader = z.infer<typeof headerSchema>;

/** A model as stored: a header of facts and named columns of bytes. */
export interface ModelFile {
  readonly facts: ModelHeader['facts'];
  /** The bytes of a column where they lie in the file, at any alignment; throws INTERNAL when the model has no such column. */
  column(name: string): Uint8Array;
}

/**
 * Reads a model that training wrote: compressed, a length (4 bytes, little endian), a JSON header and the columns.
 * Throws INTERNAL when the file is missing or damaged.
 */
export function readModelFile(name: string): ModelFile {
  const url = new URL(`${name}.bin`, MODELS_FOLDER);
  try {
    return decodeModel(decompress(readFileSync(url)));
  } catch (cause) {
    if (cause instanceof DatelineError) throw cause;
    throw new DatelineError('INTERNAL', `The model "${name}" cannot be read.`, 'Install the package again, or make the models again with the train command.', { cause });
  }
}

/** Room for any model unpacked by brotli, which does not say how long it will be. */
const BROTLI_CHUNK = 4 << 20;
const LARGEST_CHUNK = 64 << 20;

/** Weights are gzipped, which unpacks twice as fast; tables of words are smaller with brotli. Unpacked in one piece: gzip says the length in its last four bytes. */
function decompress(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return brotliDecompressSync(bytes, { chunkSize: BROTLI_CHUNK });
  return gunzipSync(bytes, { chunkSize: Math.min(Math.max(bytes.readUInt32LE(bytes.length - 4), 64), LARGEST_CHUNK) });
}

/** The model in its uncompressed bytes. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  const header = headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))));
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
      if (column === undefined) throw new DatelineError('INTERNAL', `The model "${header.name}" has no column "${name}".`);
      return column;
    },
  };
}

/** A model's uncompressed bytes, as `decodeModel` reads them. */
export function encodeModel(name: string, facts: ModelHeader['facts'], columns: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const header: ModelHeader = { name, facts, columns: [...columns].map(([column, bytes]) => ({ name: column, bytes: bytes.byteLength })) };
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
