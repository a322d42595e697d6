import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/language/text/quotations.ts';
import { splitSentences } from '../../src/language/text/sentences.ts';
import { tokenise } from '../../src/language/text/tokenise.ts';

function quotationsOf(text: string): string[] {
  return findQuotations(splitSentences(tokenise(text))).map(({ span, closed, continues, mark }) => {
    const notes = [
      mark === 'SINGLE' ? 'single' : '',
      closed ? '' : 'open',
      continues >= 0 ? `after ${continues}` : '',
    ].filter((note) => note !== '');
    return [text.slice(span.start, span.end), ...notes].join(' | ');
  });
}

/** A text, and its quotations with what is special about them. */
const CASES: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'double marks of every kind pair': [
    ['He said “yes” and "no".', ['“yes”', '"no"']],
    ["She said ``fine,'' and left.", ["``fine,''"]],
    ['Il dit «non» enfin.', ['«non»']],
    ['„Well“, no: „Well” he said.', ['„Well“, no: „Well”']],
  ],
  'single marks pair apart from apostrophes': [
    ["The workers' union said 'no deal' today.", ["'no deal' | single"]],
    ['‘It’s over,’ said the minister.', ['‘It’s over,’ | single']],
    ["It's Iran's plan, they don't mind.", []],
    ["rock 'n' roll in the '90s", []],
  ],
  'singles inside doubles are quotations too': [
    ['“He said ‘go’ twice,” she said.', ['“He said ‘go’ twice,”', '‘go’ | single']],
    ['"He told us \'go\' again."', ['"He told us \'go\' again."', "'go' | single"]],
  ],
  'an unclosed quotation ends with its paragraph and goes on in the next': [
    ['“We came.\n“We saw,” he said.', ['“We came. | open', '“We saw,” | after 0']],
    [
      '"One.\n"Two.\n"Three," she said. "Four."',
      ['"One. | open', '"Two. | open | after 0', '"Three," | after 1', '"Four."'],
    ],
    ['“It ends here.\nAnother line says “so”.', ['“It ends here. | open', '“so”']],
  ],
  'a closing mark alone is nothing': [['So it ends.” He left.', []]],
  'empty marks': [['“” and ""', ['“”', '""']]],
};

describe('findQuotations', () => {
  for (const [rule, cases] of Object.entries(CASES)) {
    it.each(cases)(`${rule}: %s`, (text, expected) => {
      expect(quotationsOf(text)).toEqual(expected);
    });
  }

  it('gives the tokens between the marks', () => {
    const [quotation] = findQuotations(splitSentences(tokenise('He said “yes , no” now')));
    expect([quotation?.first, quotation?.last]).toEqual([3, 5]);
  });
});
