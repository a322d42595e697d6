// Adds and deletes articles, over and over, until it is ended: what a reader must not notice in the middle of an
// answer.
import { ingest } from '../../../dist/ingest.js';
import { openStore } from '../../../dist/store/store.js';

const [path = '', first = '0'] = process.argv.slice(2);
const store = openStore({ path });
const TEXTS = [
  'Minister Jane Roe told reporters in Oslo that the deal was dead. “We ran out of money,” she said. ' +
    'Protesters marched through Bergen on Monday.',
  'Commander Abel Nord warned minister Ida Berg in Tromsø that the border would close. ' +
    'Soldiers arrested two men on Tuesday, said Nord.',
];
process.once('disconnect', () => process.exit());
const ids = [];
for (let round = Number(first); ; round += 2) {
  const text = `${TEXTS[round % TEXTS.length]} It was visit number ${round}.`;
  ids.push(
    ingest(store, {
      title: null,
      url: `https://news.example/torn/${round % 40}`,
      publisher: 'The Example',
      authors: [],
      publishedAt: '2024-05-01',
      language: 'en',
      text,
    }).id,
  );
  if (ids.length > 8) store.deleteArticle(ids.shift());
  // Lets the end of the test be heard.
  await new Promise((resolve) => setImmediate(resolve));
}
