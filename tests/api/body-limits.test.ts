import { request } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { TOKEN, serve } from './live-server.ts';

interface Got {
  readonly status: number;
  readonly text: string;
}

/** Sends a body of so many bytes, with its length told before or in chunks of unknown number. */
function send(url: string, bytes: number, isChunked: boolean, headers: Readonly<Record<string, string>>): Promise<Got> {
  const body = JSON.stringify({ query: '{ __typename }', extensions: { padding: '' } });
  const padded = body.replace('"padding":""', `"padding":"${'x'.repeat(bytes - body.length)}"`);
  return new Promise((resolve, reject) => {
    const length = isChunked ? {} : { 'content-length': String(padded.length) };
    const sent = request(
      `${url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...length, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    for (let at = 0; at < padded.length; at += 100_000) sent.write(padded.slice(at, at + 100_000));
    sent.end();
  });
}

const GRANTED = { authorization: `Bearer ${TOKEN}` };

test.each([
  ['with its length', false],
  ['in chunks', true],
])('a body that comes %s may be larger for whoever may write', async (_name, isChunked) => {
  const { url } = await serve({ mostBytes: 3_000_000 });
  expect(await send(url, 450_000, isChunked, {})).toMatchObject({ status: 200 });
  for (const headers of [{}, { authorization: 'Bearer something-else' }]) {
    const { status, text } = await send(url, 550_000, isChunked, headers);
    expect(status).toBe(413);
    expect(JSON.parse(text).errors).toEqual([
      {
        message: 'The request is larger than the 500000 bytes that may be sent without a token.',
        extensions: { code: 'TOO_LARGE' },
      },
    ]);
  }
  expect(await send(url, 1_100_000, isChunked, GRANTED)).toMatchObject({ status: 200 });
  expect((await send(url, 3_100_000, isChunked, GRANTED)).status).toBe(413);
});

test('where the server takes less than that, it takes no more of anybody', async () => {
  const { url } = await serve({ mostBytes: 200_000 });
  expect(await send(url, 300_000, false, {})).toMatchObject({
    status: 413,
    text: expect.stringContaining('larger than 200000 bytes'),
  });
});

test('large bodies take room until they have come to their end; small ones take none', async () => {
  const { url } = await serve({ mostBytes: 3_000_000 });
  const begun = Array.from({ length: 5 }, () => {
    const sent = request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '400000' },
    });
    sent.on('error', () => {});
    sent.write('{');
    return sent;
  });
  // As soon as all five have begun, a sixth finds no room.
  let status = 200;
  while (status === 200) ({ status } = await send(url, 400_000, false, {}));
  expect(status).toBe(429);
  expect(await send(url, 30_000, false, {})).toMatchObject({ status: 200 });
  expect(await send(url, 400_000, false, GRANTED)).toMatchObject({ status: 200 });
  for (const sent of begun) sent.destroy();
  while (status !== 200) ({ status } = await send(url, 400_000, false, {}));
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
])('a body packed by %s, which may be as long as it likes, is for whoever may write', async (encoding, pack) => {
  const { url } = await serve({ mostBytes: 3_000_000 });
  const ask = (bytes: number, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const body = new Uint8Array(
      pack(JSON.stringify({ query: '{ __typename }', extensions: { padding: 'x'.repeat(bytes) } })),
    );
    return fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'content-encoding': encoding, ...headers },
    });
  };
  for (const headers of [{}, { authorization: 'Bearer something-else' }]) {
    for (const bytes of [10, 2_000_000]) {
      const answer = await ask(bytes, headers);
      expect([answer.status, await answer.json()]).toEqual([
        415,
        { errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] },
      ]);
    }
  }
  expect((await ask(2_000_000, GRANTED)).status).toBe(200);
  expect((await ask(4_000_000, GRANTED)).status).toBe(413);
});
