import { connect } from 'node:net';
import type { Ask, Load } from './race.ts';

const CONNECTIONS = 16;
/** In bytes. */
const LARGEST_READ = 262_144;
const WELL = Buffer.from('HTTP/1.1 200');

/**
 * Asks over some connections, again as soon as an answer is there, and only counts the bytes that come: all answers to
 * one question are as long as each other. It needs less of a processor than reading them would, which matters where the
 * servers want every processor. Throws where an answer is none, or longer than the first.
 */
export const countAnswers: Load = async ({ url }, ask, seconds) => {
  const request = printRequest(url, ask);
  const length = await measureAnswer(url, request);
  const began = performance.now();
  const end = began + seconds * 1_000;
  const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => askUntil({ url, request, length, end })));
  const taken = (performance.now() - began) / 1_000;
  return { requests: counts.reduce((total, count) => total + count, 0), seconds: taken };
};

function printRequest(url: string, { path, body }: Ask): Buffer {
  const method = body === undefined ? 'GET' : 'POST';
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\n`;
  return Buffer.from(
    body === undefined ? `${head}\r\n` : `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** The bytes of an answer, its head included. */
async function measureAnswer(url: string, request: Buffer): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(request);
  let answer = Buffer.alloc(0);
  for await (const chunk of socket) {
    if (!Buffer.isBuffer(chunk)) continue;
    answer = Buffer.concat([answer, chunk]);
    const head = answer.indexOf('\r\n\r\n');
    const body = /^content-length: (\d+)/im.exec(answer.subarray(0, Math.max(0, head)).toString('latin1'))?.[1];
    if (head >= 0 && body === undefined) break;
    if (head >= 0 && answer.length >= head + 4 + Number(body)) return answer.length;
  }
  throw new Error('The length of the answer is not told.');
}

interface Asking {
  readonly url: string;
  readonly request: Buffer;
  readonly length: number;
  readonly end: number;
}

/** How many answers one connection gets until a moment. What it reads goes into one place over and over. */
async function askUntil({ url, request, length, end }: Asking): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let count = 0;
    let read = 0;
    const take = (bytes: number, chunk: Uint8Array): boolean => {
      if (read === 0 && !WELL.equals(chunk.subarray(0, WELL.length))) reject(new Error('A request was refused.'));
      read += bytes;
      if (read < length) return true;
      if (read > length) reject(new Error('An answer was longer than the first.'));
      count += 1;
      read = 0;
      if (performance.now() < end) socket.write(request);
      else {
        resolve(count);
        socket.destroy();
      }
      return true;
    };
    const socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: Buffer.alloc(LARGEST_READ), callback: take },
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The server closed a connection.')));
    socket.write(request);
  });
}
