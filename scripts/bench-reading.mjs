// Puts what other packages find in the development sets beside what this one finds, by the same scorer: `npm run
// bench:reading -- CORPORA`.
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { evaluateNames, scoreGum, scoreUniversalNer } from '../dist/evaluation/names.js';
import { scoreTags, tagWords } from '../dist/evaluation/running-tags.js';

const [corpora] = process.argv.slice(2);
if (corpora === undefined) throw new Error('Give the folder of corpora: npm run bench:reading -- CORPORA');

/**
 * What compromise's tags may stand for, the first that a word has; generous wherever it makes no difference that the
 * treebanks make.
 */
const COMPROMISE_TAGS = [
  ['Negative', ['PART', 'ADV', 'DET', 'INTJ']],
  ['QuestionWord', ['PRON', 'ADV', 'SCONJ', 'DET']],
  ['Pronoun', ['PRON', 'DET']],
  ['Determiner', ['DET', 'PRON']],
  ['Value', ['NUM', 'ADJ', 'NOUN']],
  ['Conjunction', ['CCONJ', 'SCONJ']],
  ['Preposition', ['ADP', 'SCONJ', 'PART']],
  ['Auxiliary', ['AUX', 'VERB']],
  ['Copula', ['AUX', 'VERB']],
  ['Modal', ['AUX']],
  ['Verb', ['VERB']],
  ['Adjective', ['ADJ']],
  ['Adverb', ['ADV']],
  ['Date', ['PROPN', 'NOUN', 'NUM', 'ADV']],
  ['ProperNoun', ['PROPN']],
  ['Acronym', ['PROPN', 'NOUN']],
  ['Noun', ['NOUN']],
  ['Expression', ['INTJ']],
];

function tagWithCompromise(text) {
  return nlp(text)
    .json({ offset: true, terms: { offset: true, tags: true } })
    .flatMap(({ terms }) => terms)
    .filter(({ offset }) => offset.length > 0)
    .map(({ tags, offset }) => ({
      start: offset.start,
      end: offset.start + offset.length,
      universal: COMPROMISE_TAGS.find(([tag]) => tags.includes(tag))?.[1] ?? ['X'],
    }));
}

function nameWithCompromise(text) {
  const document = nlp(text);
  const found = [
    ['PERSON', document.people()],
    ['ORGANISATION', document.organizations()],
    ['PLACE', document.places()],
  ];
  return found.flatMap(([type, view]) =>
    view.json({ offset: true }).map(({ offset }) => ({ type, start: offset.start, end: offset.start + offset.length })),
  );
}

const wink = winkNLP(model);

function tagWithWink(text) {
  const document = wink.readDoc(text);
  const words = document.tokens().out();
  const tags = document.tokens().out(wink.its.pos);
  let at = 0;
  return words.flatMap((word, place) => {
    const start = text.indexOf(word, at);
    if (start < 0) return [];
    at = start + word.length;
    return [{ start, end: at, universal: [tags[place]] }];
  });
}

const columns = [
  ['Dateline', [...evaluateNames(corpora), ...scoreTags(corpora, tagWords)]],
  [
    'compromise',
    [
      ...scoreUniversalNer(corpora, nameWithCompromise),
      ...scoreGum(corpora, nameWithCompromise),
      ...scoreTags(corpora, tagWithCompromise),
    ],
  ],
  ['wink-nlp', scoreTags(corpora, tagWithWink)],
];
const [[, measured]] = columns;
process.stdout.write(`${''.padEnd(72)}${columns.map(([name]) => name.padStart(12)).join('')}\n`);
for (const { measure, data } of measured) {
  const values = columns.map(
    ([, figures]) =>
      figures.find((figure) => figure.measure === measure && figure.data === data)?.value.toFixed(1) ?? '—',
  );
  process.stdout.write(`${`${measure}, ${data}`.padEnd(72)}${values.map((value) => value.padStart(12)).join('')}\n`);
}
