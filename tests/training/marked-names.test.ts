import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadMarkedNames, parseMarkedNames } from '../../src/training/marked-names.ts';

test('the texts of corpus/names all read, with names of every type, and no text stands there twice', () => {
  const texts = loadMarkedNames(fileURLToPath(new URL('../../corpus/names', import.meta.url)));
  expect(texts.length).toBeGreaterThan(300);
  for (const type of [0, 1, 2])
    expect(texts.flatMap(({ names }) => names.filter((name) => name.type === type)).length).toBeGreaterThan(500);
  for (const { text, names } of texts)
    for (const { start, end } of names) expect(text.slice(start, end)).toMatch(/^\S(?:[^\n]*\S)?$/);
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
});

test('marks are taken out, and names stand where they did', () => {
  const [first, second] = parseMarkedNames('x', 'In [L Leith], [P Jane Roe] sued.\n---\n[O Calder Lines] won.\n');
  expect(first?.text).toBe('In Leith, Jane Roe sued.');
  expect(first?.names.map(({ type, start, end }) => [type, first.text.slice(start, end)])).toEqual([
    [2, 'Leith'],
    [0, 'Jane Roe'],
  ]);
  expect(second?.text).toBe('Calder Lines won.');
});

test.each(['[X Leith] won.', '[P Jane [O Roe]] won.', '[P Jane won.', 'Jane] won.', '[P ] won.'])(
  '%s is named as wrong',
  (source) => {
    expect(() => parseMarkedNames('file', source)).toThrow('file-1: a bracket that belongs to no mark');
  },
);
