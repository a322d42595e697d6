import { readFileSync } from 'node:fs';
import nlp from 'compromise';
import { bench, describe } from 'vitest';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { annotate } from '../../src/language/analyse.ts';
import { extract } from '../../src/ingest.ts';

const text = readFileSync(new URL('../../seeds/shoigu-in-tehran.txt', import.meta.url), 'utf8')
  .replace(/^---\n[\s\S]*?\n---\n/, '')
  .repeat(4);
const wink = winkNLP(model);

annotate(text);

describe('reading English: the seed article four times over', () => {
  bench('Dateline annotate (tags, lemmas, dependencies, names, quotations)', () => {
    annotate(text);
  });
  bench('Dateline extract (the whole reading)', () => {
    extract(text, '2023-09-20');
  });
  bench('compromise (tags, names)', () => {
    const document = nlp(text);
    document.people().out('array');
    document.places().out('array');
    document.organizations().out('array');
  });
  bench('wink-nlp (tags, lemmas, entities)', () => {
    wink.readDoc(text).entities().out();
  });
});
