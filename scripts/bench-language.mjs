// Measures the reading of English against other packages, in processor time of one process: `npm run bench:language --
// [rounds]`. What is measured is the built package.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const root = new URL('..', import.meta.url);
const rounds = Number(process.argv[2] ?? 7);
if (!(rounds >= 1)) throw new Error('The number of rounds must be at least 1.');

/**
 * Run in a fresh process: imports the reader of English, opens every model by reading a sentence, and says what that
 * took.
 */
const LOAD = `
  const before = process.memoryUsage();
  const began = performance.now();
  const { annotate } = await import(${JSON.stringify(new URL('dist/language/analyse.js', root).href)});
  const { loadStatementModel } = await
    import(${JSON.stringify(new URL('dist/reading/statements/model.js', root).href)});
  const imported = performance.now();
  annotate('President Jane Roe of France said on Monday that Acme Corp. would pay.');
  loadStatementModel();
  const loaded = performance.now();
  const { user, system } = process.cpuUsage();
  const { rss, arrayBuffers } = process.memoryUsage();
  const [seconds, held] = [(user + system) / 1000, (rss - before.rss) / 1e6];
  console.log(JSON.stringify([imported - began, loaded - began, seconds, held, arrayBuffers / 1e6]));
`;

/** The median; between two, the upper. */
const middle = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];

function print(title, columns, rows) {
  const line = (name, cells) => `${name.padEnd(54)}${cells.map((cell) => cell.padStart(16)).join('')}\n`;
  process.stdout.write(`\n${line(title, columns)}${rows.map(([name, cells]) => line(`  ${name}`, cells)).join('')}`);
}

const loads = Array.from({ length: rounds }, () =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', LOAD], { encoding: 'utf8' })),
);
const loadOf = (column) => middle(loads.map((load) => load[column])).toFixed(0);
print(
  'every model loaded, in a fresh process',
  ['ms', 'of it imports', 'CPU ms', 'MB more', 'MB of columns'],
  [['Dateline', [1, 0, 2, 3, 4].map(loadOf)]],
);

const { annotate } = await import(new URL('dist/language/analyse.js', root).href);
const { extract } = await import(new URL('dist/ingest.js', root).href);
const { parseArticles } = await import(new URL('dist/article/formats.js', root).href);
const folder = new URL('tests/articles/', root);
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const texts = files.flatMap((file) =>
  parseArticles(readFileSync(new URL(file, folder)), 1_000_000).flatMap((article) =>
    article instanceof Error ? [] : [article.text],
  ),
);
const tokens = texts.reduce((sum, text) => sum + annotate(text).tokens.count, 0);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => word !== '').length, 0);
const wink = winkNLP(model);

const RUNNERS = [
  ['compromise (tags, names)', readWithCompromise],
  ['wink-nlp (tags, lemmas, entities)', (text) => wink.readDoc(text).entities().out()],
  ['Dateline annotate (tags, lemmas, trees, names, quotes)', annotate],
  ['Dateline extract (the whole reading)', (text) => extract(text, '2023-09-20')],
];

function readWithCompromise(text) {
  const document = nlp(text);
  document.people().out('array');
  document.places().out('array');
  document.organizations().out('array');
}

/** Seconds of processor time that a reader takes over all texts. */
function readAll(read) {
  const before = process.cpuUsage();
  for (const text of texts) read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

// In turn, so that other load on the machine falls on all; the first two rounds only warm up.
const taken = RUNNERS.map(() => []);
for (let round = -2; round < rounds; round += 1)
  for (const [number, [, read]] of RUNNERS.entries())
    if (round < 0) readAll(read);
    else taken[number].push(readAll(read));
const [reference = []] = taken;
print(
  `${texts.length} articles, ${words} words, ${tokens} tokens`,
  ['tokens/s', 'words/s', '× compromise'],
  RUNNERS.map(([name], number) => [
    name,
    [
      (tokens / middle(taken[number])).toFixed(0),
      (words / middle(taken[number])).toFixed(0),
      middle(taken[number].map((seconds, round) => reference[round] / seconds)).toFixed(2),
    ],
  ]),
);
