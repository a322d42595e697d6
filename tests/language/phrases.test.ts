import { expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { readGrammar } from '../../src/language/grammar.ts';
import { textOf } from '../../src/language/ranges.ts';
import { tokenText } from '../../src/language/tags.ts';

/** One phrase of a text, by its head word: its words and what is known of it, what is not there left out. */
function phraseOf(text: string, head: string): Record<string, string> {
  const { document, phrases } = readGrammar(annotate(text));
  const token = Array.from({ length: document.tokens.count }, (_, at) => at).find(
    (at) => tokenText(document, at) === head,
  );
  const phrase = phrases.at(token ?? -1);
  const word = (at: number): string => tokenText(document, at);
  const words = (list: readonly number[]): string => list.map(word).join(' ');
  const known: Record<string, string> = {
    text: textOf(document, phrase),
    role: phrase.role,
    preposition: phrase.preposition >= 0 ? word(phrase.preposition) : '',
    determiner: phrase.determiner >= 0 ? word(phrase.determiner) : '',
    owner: phrase.owner >= 0 ? word(phrase.owner) : '',
    count: phrase.count >= 0 ? word(phrase.count) : '',
    adjectives: words(phrase.adjectives),
    nouns: words(phrase.nouns),
    titles: words(phrase.titles),
    nameParts: words(phrase.nameParts),
    complements: words(phrase.complements),
    appositions: words(phrase.appositions),
    members: words(phrases.membersOf(phrase.head).slice(1)),
    describedBy: words(phrase.describedBy),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

test.each([
  [
    'an object with its determiner, adjective and noun',
    'The army bombed the old police station.',
    'station',
    { text: 'the old police station', role: 'OBJECT', determiner: 'the', adjectives: 'old', nouns: 'police' },
  ],
  [
    'an owner by name',
    "Germany's foreign minister resigned.",
    'minister',
    { text: "Germany's foreign minister", role: 'SUBJECT', owner: 'Germany', adjectives: 'foreign' },
  ],
  ['an owner by pronoun', 'She sold her house in March.', 'house', { text: 'her house', role: 'OBJECT', owner: 'her' }],
  [
    'an of phrase belongs to it',
    'The mayor of Oslo resigned.',
    'mayor',
    { text: 'The mayor of Oslo', role: 'SUBJECT', determiner: 'The', complements: 'Oslo' },
  ],
  [
    'another preposition does not',
    'The talks with Iran failed.',
    'talks',
    { text: 'The talks', role: 'SUBJECT', determiner: 'The', complements: 'Iran' },
  ],
  [
    'an apposition is told apart',
    'The director, Jane Roe, resigned.',
    'director',
    { text: 'The director', role: 'SUBJECT', determiner: 'The', appositions: 'Jane' },
  ],
  [
    'all members of a list',
    'Iran, Oman and Qatar signed the deal.',
    'Iran',
    { text: 'Iran', role: 'SUBJECT', members: 'Oman Qatar' },
  ],
  ['a count', 'Rebels killed two soldiers.', 'soldiers', { text: 'two soldiers', role: 'OBJECT', count: 'two' }],
  [
    'a relative clause describes it and is no part of it',
    'The man who stole the car fled.',
    'man',
    { text: 'The man', role: 'SUBJECT', determiner: 'The', describedBy: 'stole' },
  ],
  [
    'what is done to a passive subject',
    'The bridge was closed by police.',
    'bridge',
    { text: 'The bridge', role: 'PASSIVE_SUBJECT', determiner: 'The' },
  ],
  ['who does it', 'The bridge was closed by police.', 'police', { text: 'police', role: 'AGENT', preposition: 'by' }],
])('%s', (_, text, head, expected) => {
  expect(phraseOf(text, head)).toEqual(expected);
});
