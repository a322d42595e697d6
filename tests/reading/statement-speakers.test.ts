import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

test.each([
  ['Allies of Hale said he would fight on.', []],
  ['Hale allies said he would fight on.', []],
  ['A Hale spokesman said he was ill.', []],
  ['Hale’s lawyer said he was ill.', []],
  ['The Hale campaign said it would appeal.', []],
  ['Aides to Tom Hale said he was ill.', []],
  ['The family of Tom Hale said he was ill.', []],
  ['A person close to Hale said he was ill.', []],
  ['Hale supporter Mia Poe said he was ill.', ['Mia Poe']],
  ['One of the guards, Mia Poe, said he was ill.', ['Mia Poe']],
  ['Former president Tom Hale said he was ill.', ['Tom Hale']],
  ['A spokesman for the Brigades, Tom Hale, called the claim a lie.', ['Tom Hale']],
  ['The head of the federation, Tom Hale, predicted that markets would welcome the move.', ['Tom Hale']],
  ['Speaking after a meeting of the security council, Levan Abuladze said troops had moved.', ['Levan Abuladze']],
  ['Norland Foods chief executive Mia Poe told analysts on a call that he was ill.', ['Mia Poe']],
])('a group around a person is not that person: %s', (text, expected) => {
  const { statements, entities } = extract(`Tom Hale lost the vote on Monday. ${text}`, null);
  expect(statements[0]?.speakers.map((entity) => entities[entity]?.name)).toEqual(expected);
});

test.each([
  [
    'the paragraph’s own speaker',
    'Tom Hale ran the coast until 2019.\n\nShadow minister Dev Anand called for a list. ' +
      '“Let us see the names,” he said.',
    'Dev Anand',
  ],
  [
    'nobody quotes himself by name',
    'Lukas Brandt lost again. Chairman Alan Pike ruled out a change. “Lukas is our man,” he insisted.',
    'Alan Pike',
  ],
  [
    'an unnamed spokesman is not the last man named',
    'Tom Hale ran the coast.\n\nThe minister’s spokesman said the policy was the policy. ' +
      'He declined to say whether it would change.',
    undefined,
  ],
])('whom a pronoun before a cue means: %s', (_, text, expected) => {
  const { statements, entities } = extract(text, null);
  expect(entities[statements.at(-1)?.speakers[0] ?? -1]?.name).toBe(expected);
});

test.each([
  ['“I told my son that you lied,” Ida Roe told Tom Hale.', { I: 'Ida Roe', my: 'Ida Roe', you: 'Tom Hale' }],
  ['“He told me I was fine,” said Ida Roe.', { me: 'Ida Roe', I: 'Ida Roe' }],
  ['“We will not yield,” the union Sintren said.', { We: 'Sintren' }],
  ['“He said, ‘I will go,’ and it was over,” Ida Roe said.', {}],
  ['“We will not yield,” Ida Roe said.', {}],
])('words for speaker and addressee are mentions: %s', (text, expected) => {
  const { mentions, entities, statements } = extract(text, null);
  const spoken = mentions.filter(
    ({ span, kind }) => kind === 'PRONOUN' && !/^he$/i.test(text.slice(span.start, span.end)),
  );
  expect(
    Object.fromEntries(spoken.map(({ span, entity }) => [text.slice(span.start, span.end), entities[entity]?.name])),
  ).toEqual(expected);
  for (const [number, entity] of entities.entries())
    expect(entity.mentions.map((mention) => mentions[mention]?.entity)).toEqual(entity.mentions.map(() => number));
  expect(statements).not.toHaveLength(0);
});

test.each([
  ['“I will not go,” Ida Roe told Tom Hale.', ['Ida Roe']],
  ['“I told you so,” Ida Roe told Tom Hale.', ['Ida Roe', 'Tom Hale']],
  ['“We will not yield,” the union Sintren said.', ['Sintren']],
])('whom I, we and you mean: %s', (text, expected) => {
  const { statements, entities } = extract(text, null);
  expect(statements[0]?.about.map((entity) => entities[entity]?.name)).toEqual(expected);
});
