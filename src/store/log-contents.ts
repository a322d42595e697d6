import { closeSync, openSync, readSync } from 'node:fs';
import type { Contents } from './contents.ts';
import { codeOf } from './failures.ts';

/**
 * SQLite's write-ahead log (https://sqlite.org/fileformat2.html#walformat): a header, then frames, each a header and a
 * page.
 */
const HEADER = 32;
const FRAME_HEADER = 24;
/** Where page 1 keeps numbers of the file. */
const USER_VERSION = 60;
const APPLICATION_ID = 68;
const FIRST_PAGE_TREE = 100;
const LEAF = 0x0d;
const BRANCH = 0x05;
/** The schema of a file of ours fills some twenty pages. */
const MOST_PAGES = 1_000;

const NOTHING: Contents = { applicationId: 0, userVersion: 0, names: new Set() };

/**
 * What a write-ahead log says of its file where the file itself holds nothing yet: SQLite would tell, but leave files
 * beside it. Where there is no log, or nothing whole in it, nothing; names that do not stand in the log are left out.
 */
export function readLog(path: string): Contents {
  let log: number;
  try {
    log = openSync(path, 'r');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return NOTHING;
    throw cause;
  }
  try {
    const pages = findPages(log);
    const first = pages.read(1);
    return first
      ? {
          applicationId: first.readInt32BE(APPLICATION_ID),
          userVersion: first.readInt32BE(USER_VERSION),
          names: readNames(pages.read),
        }
      : NOTHING;
  } finally {
    closeSync(log);
  }
}

type ReadPage = (page: number) => Buffer | null;

/** The pages as the last transaction that is whole in a log left them. */
function findPages(log: number): { readonly read: ReadPage } {
  const readAt = (position: number, length: number): Buffer | null => {
    const bytes = Buffer.alloc(length);
    return readSync(log, bytes, 0, length, position) === length ? bytes : null;
  };
  const header = readAt(0, HEADER);
  const written = header?.readUInt32BE(8) ?? 0;
  const size = written === 1 ? 65_536 : written;
  const places = new Map<number, number>();
  const open = new Map<number, number>();
  const isLog = header !== null && (header.readUInt32BE(0) & ~1) === 0x37_7f_06_82 && size >= 512;
  for (let position = HEADER; isLog; position += FRAME_HEADER + size) {
    const frame = readAt(position, FRAME_HEADER);
    // Frames of before the log was begun anew have other salts.
    if (frame?.compare(header, 16, 24, 8, 16) !== 0) break;
    open.set(frame.readUInt32BE(0), position + FRAME_HEADER);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [page, place] of open) places.set(page, place);
    open.clear();
  }
  return {
    read: (page) => {
      const place = places.get(page);
      return place === undefined ? null : readAt(place, size);
    },
  };
}

/** The names in the table of the schema, whose tree begins on page 1. */
function readNames(read: ReadPage): Set<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [1];
  for (let page = waiting.pop(); page !== undefined && seen.size < MOST_PAGES; page = waiting.pop()) {
    const bytes = seen.has(page) ? null : read(page);
    seen.add(page);
    if (!bytes) continue;
    const start = page === 1 ? FIRST_PAGE_TREE : 0;
    const kind = bytes[start];
    if (kind !== LEAF && kind !== BRANCH) continue;
    const cells = start + (kind === LEAF ? 8 : 12);
    for (let cell = 0; cell < bytes.readUInt16BE(start + 3) && cells + 2 * cell + 2 <= bytes.length; cell += 1) {
      const place = bytes.readUInt16BE(cells + 2 * cell);
      if (kind === BRANCH && place + 4 <= bytes.length) waiting.push(bytes.readUInt32BE(place));
      if (kind === LEAF) names.add(nameIn(bytes, place));
    }
    if (kind === BRANCH) waiting.push(bytes.readUInt32BE(start + 8));
  }
  return new Set([...names].filter((name) => !name.startsWith('sqlite_')));
}

/**
 * The second column of a row of the schema: a row is its length, its number, the length of its header, the types of its
 * columns, and its columns.
 */
function nameIn(bytes: Buffer, place: number): string {
  const [, afterLength] = readNumber(bytes, place);
  const [, record] = readNumber(bytes, afterLength);
  const [headerLength, types] = readNumber(bytes, record);
  const [type, afterType] = readNumber(bytes, types);
  const [nameType] = readNumber(bytes, afterType);
  const start = record + headerLength + textLength(type);
  return bytes.toString('utf8', start, start + textLength(nameType));
}

function textLength(type: number): number {
  return type >= 13 ? Math.floor((type - 13) / 2) : 0;
}

/** A number in SQLite's variable length, of at most four bytes here, and where it ends. */
function readNumber(bytes: Buffer, place: number): [value: number, end: number] {
  let value = 0;
  for (let at = place; at < place + 9; at += 1) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + 1];
  }
  return [value, place + 9];
}
