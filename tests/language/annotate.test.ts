import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { pennTag, relation, tokenText, universalTag } from '../../src/language/tags.ts';

/** A text, and its tokens as word/TAG. */
const TAGGED: readonly string[] = [
  "Iran/NNP 's/POS foreign/JJ minister/NN said/VBD that/IN the/DT talks/NNS would/MD resume/VB on/IN Monday/NNP ./.",
  "She/PRP did/VBD n't/RB know/VB what/WP they/PRP were/VBD planning/VBG ./.",
  'The/DT two/CD largest/JJS parties/NNS have/VBP agreed/VBN to/TO meet/VB ./.',
  'Officials/NNS denied/VBD the/DT report/NN ./.',
  'Border/NN police/NN chief/NN Peter/NNP Mwangi/NNP resigned/VBD ./.',
  'Police/NNS arrested/VBD three/CD men/NNS in/IN London/NNP ./.',
];

/** A text, and some of its arcs: dependent, relation, head. */
const PARSED: readonly (readonly [string, readonly string[]])[] = [
  [
    'The minister told reporters that the deal was close.',
    ['minister nsubj told', 'that mark close', 'deal nsubj close', 'was cop close', 'close ccomp told', 'told root -'],
  ],
  [
    'The attack was condemned by the president.',
    [
      'attack nsubj:pass condemned',
      'was aux:pass condemned',
      'president obl:agent condemned',
      'by case president',
      'condemned root -',
    ],
  ],
  [
    'Two soldiers were killed in the north.',
    ['Two nummod soldiers', 'soldiers nsubj:pass killed', 'north obl killed', 'in case north'],
  ],
  ['She wants to leave the country.', ['She nsubj wants', 'leave xcomp wants', 'to mark leave', 'country obj leave']],
  [
    "Russia's army withdrew its troops.",
    ['Russia nmod:poss army', "'s case Russia", 'army nsubj withdrew', 'troops obj withdrew', 'its nmod:poss troops'],
  ],
  [
    'The company bought a factory and sold two ships.',
    ['company nsubj bought', 'factory obj bought', 'sold conj bought', 'and cc sold', 'ships obj sold'],
  ],
];

describe('annotate', () => {
  it.each(TAGGED)('tags %s', (expected) => {
    const text = expected
      .split(' ')
      .map((pair) => pair.slice(0, pair.lastIndexOf('/')))
      .join(' ');
    const document = annotate(text);
    expect(
      [...document.tokens.start]
        .map((_, token) => `${tokenText(document, token)}/${pennTag(document, token)}`)
        .join(' '),
    ).toBe(expected);
  });

  it.each(PARSED)('parses %s', (text, expected) => {
    const document = annotate(text);
    const arcs = [...document.tokens.heads].map(
      (head, token) =>
        `${tokenText(document, token)} ${relation(document, token)} ${head < 0 ? '-' : tokenText(document, head)}`,
    );
    expect(arcs).toEqual(expect.arrayContaining([...expected]));
  });

  it('tags headlines as it tags running text', () => {
    const document = annotate('Minister Denies Report of Secret Talks With Rebels');
    expect([...document.tokens.penn].map((_, token) => universalTag(document, token))[1]).toBe('VERB');
  });

  it('keeps sentences, paragraphs and quotations of a whole text', () => {
    const document = annotate('TEHRAN, Iran (AP) — “We will go,” she said. He left.\nThe end');
    expect(document.paragraphs).toHaveLength(2);
    expect(document.sentences).toHaveLength(4);
    expect(document.quotations.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(['“We will go,”']);
    expect(document.tokens.lemmas).toContain('say');
  });

  it('takes the empty text', () => {
    const document = annotate('');
    expect([
      document.tokens.count,
      document.sentences,
      document.paragraphs,
      document.quotations,
      document.names,
    ]).toEqual([0, [], [], [], []]);
  });
});
