import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/language/text/tokenise.ts';

function tokensOf(text: string): string {
  const { start, end } = tokenise(text);
  return [...start].map((from, token) => text.slice(from, end[token])).join(' ');
}

/** A text, and its tokens with a space between them. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'parts of a contraction are tokens': [
    ["They don't know.", "They do n't know ."],
    ['She’s sure they’ll win', 'She ’s sure they ’ll win'],
    ["I'd've gone, he can't", "I'd 've gone , he ca n't"],
    ['We cannot stop; you gonna go?', 'We can not stop ; you gon na go ?'],
    ["Let's see what's new", "Let 's see what 's new"],
  ],
  'a possessive is a token': [
    ["Iran's ministers' plan", "Iran 's ministers ' plan"],
    ['the AP’s report', 'the AP ’s report'],
    ["the 1930's and the '90s", "the 1930's and the '90s"],
  ],
  'an apostrophe inside a name stays': [
    ["O'Brien met d'Alembert in Sana'a", "O'Brien met d'Alembert in Sana'a"],
    ["five o'clock", "five o'clock"],
  ],
  'a hyphen is a token, but for bound prefixes': [
    ['the well-known Al-Jazeera host', 'the well - known Al - Jazeera host'],
    ['a non-profit co-founded by an ex-minister in mid-July', 'a non-profit co-founded by an ex-minister in mid-July'],
    ['a 10-year-old', 'a 10 - year - old'],
    ['call 555-867-5309', 'call 555-867-5309'],
    ['U.S.-led forces', 'U.S. - led forces'],
  ],
  'abbreviations keep their stop': [
    ['Gen. J. P. Smith of the U.S. Army', 'Gen. J. P. Smith of the U.S. Army'],
    ['Mr. Roe and Dr. Doe, e.g. Prof. Poe', 'Mr. Roe and Dr. Doe , e.g. Prof. Poe'],
    ['at 5 p.m. on Jan. 3', 'at 5 p.m. on Jan. 3'],
    ['Acme Inc. and Sons Ltd. of St. Louis', 'Acme Inc. and Sons Ltd. of St. Louis'],
    ['Ph.D. students', 'Ph.D. students'],
  ],
  'a stop that ends a sentence is a token': [
    ['We met in May. It rained.', 'We met in May . It rained .'],
    ['He said no. She left.', 'He said no . She left .'],
    ['It is plan B.', 'It is plan B .'],
    ['The end.Then more', 'The end . Then more'],
  ],
  'figures are one token, with their marks apart': [
    ['3.5% of 40,000 or $1.2m', '3.5 % of 40,000 or $ 1.2 m'],
    ['at 10:30am on 9/11', 'at 10:30 am on 9/11'],
    ['£5bn, €20, 12km', '£ 5 bn , € 20 , 12 km'],
    ['No. 10, the 1990s, the 21st', 'No. 10 , the 1990s , the 21st'],
    ['2010–2015', '2010 – 2015'],
    ['and/or 1,2', 'and / or 1 , 2'],
    ['1. First, of 2.', '1. First , of 2 .'],
  ],
  'addresses, handles and tags are one token': [
    ['See https://example.com/a?b=c.', 'See https://example.com/a?b=c .'],
    ['(www.example.org/x)', '( www.example.org/x )'],
    ['write to jane.roe@example.co.uk, or @jane_roe #News', 'write to jane.roe@example.co.uk , or @jane_roe #News'],
    ['on example.com today', 'on example.com today'],
  ],
  'marks stand alone, runs of one mark together': [
    ['“Stop!” he said — twice…', '“ Stop ! ” he said — twice …'],
    ["``Yes,'' she said", "`` Yes , '' she said"],
    ['Really?! Yes... no--maybe', 'Really ?! Yes ... no -- maybe'],
    ['• First (a) [b]', '• First ( a ) [ b ]'],
    ['AT&T & Sons', 'AT&T & Sons'],
  ],
  'an emoji is one token with all its parts': [
    ['Hi 👩‍👩‍👧!', 'Hi 👩‍👩‍👧 !'],
    ['👍🏽 🇮🇷🇷🇺', '👍🏽 🇮🇷 🇷🇺'],
    ['nice :) and ;-)', 'nice :) and ;-)'],
  ],
};

describe('tokenise', () => {
  for (const [rule, cases] of Object.entries(CASES)) {
    it.each(cases)(`${rule}: %s`, (text, expected) => {
      expect(tokensOf(text)).toBe(expected);
    });
  }
});
