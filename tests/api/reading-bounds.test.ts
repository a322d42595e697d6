import { expect, test } from 'vitest';
import { runDateline } from '../cli/dateline.ts';
import { serve } from './live-server.ts';

/** A sentence that goes on longer than any in the news. */
const AND_MORE = 'and the ferry and the market and the school '.repeat(80);
const ENDLESS = `Mayor Ida Krog opened the bridge ${AND_MORE}on Monday.`;
const PLAIN = 'Mayor Ida Krog opened the bridge on Monday.';

test('a text that is read only in part says so, wherever it is read', async () => {
  const { ask, granted } = await serve();
  const EXTRACT = 'query ($text: String!) { extract(input: { text: $text }) { bounds } }';
  expect((await ask(EXTRACT, { text: ENDLESS })).body.data.extract.bounds).toContain('SENTENCES');
  expect((await ask(EXTRACT, { text: PLAIN })).body.data.extract.bounds).toEqual([]);
  const INGEST = 'mutation ($text: String!) { ingestArticle(input: { text: $text }) { status bounds } }';
  expect((await ask(INGEST, { text: ENDLESS }, granted)).body.data.ingestArticle).toMatchObject({
    status: 'CREATED',
    bounds: expect.arrayContaining(['SENTENCES']),
  });
  expect((await ask(INGEST, { text: ENDLESS }, granted)).body.data.ingestArticle).toEqual({
    status: 'UNCHANGED',
    bounds: [],
  });
  expect((await ask(INGEST, { text: '…' }, granted)).body.data.ingestArticle).toEqual({ status: null, bounds: [] });
});

test('the command line says so too', () => {
  const lines = runDateline(
    ['extract'],
    {},
    `${JSON.stringify({ id: 1, text: ENDLESS })}\n${JSON.stringify({ id: 2, text: PLAIN })}\n`,
  )
    .stdout.trim()
    .split('\n');
  expect(JSON.parse(lines[0] ?? '').bounds).toContain('SENTENCES');
  expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('bounds');
  const { status, stderr } = runDateline(['ingest', '-'], { DATELINE_DB: ':memory:' }, ENDLESS);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^-: the text is unusual, and less of it was read than there is \(.*SENTENCES.*\)$/m);
});
