import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { runDateline, spawnDateline, waitForEnd } from './dateline.ts';

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const parse = (text: string): Record<string, unknown> => JSON.parse(text);

test('answers each line in order, names lines that are wrong, and counts in the text as given', () => {
  const text = '  “It is over,” Jane Roe said.';
  const { status, stdout, stderr } = runDateline(
    ['extract'],
    { DATELINE_DB: '/nowhere/at/all.db' },
    [
      line({ id: 'a', text, title: 'Over', publishedAt: null }),
      'nonsense\n\n',
      line({ id: 'b' }),
      line({ id: 'c', text: 'Fine.', publishedAt: 'soon' }),
      line({ id: 'e', text: 'Fine.', publishedAt: '2024-13-45' }),
      line(['Fine.']),
      line({ id: 7, text: '' }),
      line({ id: 'd', text: 'Nothing here.' }).trimEnd(),
    ].join(''),
  );
  expect(status).toBe(1);
  expect(stderr.trimEnd().split('\n')).toEqual([
    'line 2: not JSON',
    'line 4: text: must be a text',
    expect.stringMatching(/^line 5: publishedAt: must begin with a day/),
    expect.stringMatching(/^line 6: publishedAt: must begin with a day/),
    'line 7: the line: must be an object such as {"id": 1, "text": "…"}',
  ]);
  const [first, ...others] = stdout.trimEnd().split('\n').map(parse);
  expect(others).toEqual([
    { id: 7, people: [], organisations: [], places: [], positions: [], statements: [], events: [] },
    expect.objectContaining({ id: 'd', statements: [] }),
  ]);
  expect(first).toMatchObject({
    id: 'a',
    people: [
      {
        key: expect.any(String),
        name: 'Jane Roe',
        mentions: [{ start: text.indexOf('Jane'), end: text.indexOf(' said'), kind: 'NAME' }],
      },
    ],
    statements: [
      {
        kind: 'DIRECT',
        act: 'SAY',
        content: [{ start: 2, end: 15 }],
        cue: { start: text.indexOf('said'), end: text.length - 1 },
        source: { start: text.indexOf('Jane'), end: text.indexOf(' said') },
        speaker: { name: 'Jane Roe' },
        speakers: [{ name: 'Jane Roe' }],
        addressee: null,
        via: null,
      },
    ],
  });
});

test('answers a line before the next one comes', async () => {
  const child = spawnDateline(['extract']);
  const answers = createInterface({ input: child.stdout });
  for (const id of ['one', 'two']) {
    child.stdin.write(line({ id, text: 'Jane Roe left.' }));
    const [answer] = await once(answers, 'line');
    expect(parse(String(answer))['id']).toBe(id);
  }
  child.stdin.end();
  expect(await waitForEnd(child)).toEqual({ code: 0, signal: null });
});
