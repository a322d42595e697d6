import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import type { Span } from '../../src/span.ts';

/**
 * The statements of a text in brackets, each with its parts in the order of the text: `[Ida Roe]source [said]cue [it is over]content`. Addressee and medium follow where there are any,
 * then `not` where the reporting is denied.
 */
function statementsOf(text: string): string[] {
  const { statements, entities } = extract(text, '2024-03-02');
  return statements.map(({ source, cue, content, addressees, via, negated }) => {
    const part = (span: Span, name: string) => ({ start: span.start, words: `[${text.slice(span.start, span.end)}]${name}` });
    const parts = [...(source ? [part(source, 'source')] : []), ...(cue ? [part(cue, 'cue')] : []), ...content.map((span) => part(span, 'content'))];
    const words = parts.sort((left, right) => left.start - right.start).map((found) => found.words);
    const further = [...addressees.map((entity) => `to ${entities[entity]?.name}`), ...(via ? [`via ${text.slice(via.span.start, via.span.end)}`] : []), ...(negated ? ['not'] : [])];
    return [...words, ...further].join(' ');
  });
}

test.each([
  ['a day before the clause is not said', 'Roe said on Monday the plant would close.', ['[Roe]source [said]cue [the plant would close]content']],
  ['a day with its part', 'The ministry said late on Tuesday three soldiers had died.', ['[The ministry]source [said]cue [three soldiers had died]content']],
  ['a phrase before a pronoun is not said', 'Hale said after the convention he would not accept the offer.', ['[Hale]source [said]cue [he would not accept the offer]content']],
  ['time and place of the telling', 'Roe told reporters in Geneva on Monday that talks had failed.', ['[Roe]source [told]cue [that talks had failed]content']],
  ['a clause behind its addressee', 'Hale told the forum he was against the war.', ['[Hale]source [told]cue [he was against the war]content']],
  [
    'speech inside speech gives both',
    'Ida Roe said that Tom Hale had told Mara Poe the deal was dead.',
    ['[Ida Roe]source [said]cue [that Tom Hale had told Mara Poe the deal was dead]content', '[Tom Hale]source [had told]cue [the deal was dead]content'],
  ],
  ['quoted by a medium', 'Hale was quoted as saying by Interfax that talks had failed.', ['[Hale]source [was quoted as saying]cue [that talks had failed]content via Interfax']],
  ['in a tweet, with two objects', 'In a tweet, Roe called Hale a coward.', ['[Roe]source [called]cue [Hale a coward]content via a tweet']],
  ['in an interview', 'In an interview with El Norte, Ida Roe said she would resign.', ['[Ida Roe]source [said]cue [she would resign]content via an interview with El Norte']],
  ['a headline with a colon', 'Poll: most voters want change', ['[Poll]source [:]cue [most voters want change]content']],
  ['a headline signed behind a dash', 'Economy to grow next year - minister', ['[Economy to grow next year]content [-]cue [minister]source']],
  ['a quotation signed behind a dash', '“It was never safe, and they knew it.” — Ida Roe', ['[“It was never safe, and they knew it.”]content [Ida Roe]source']],
  ['a transcript', 'Q: When did you know?\n\nROE: When the lamp went out.', ['[Q]source [:]cue [When did you know]content', '[ROE]source [:]cue [When the lamp went out]content']],
  ['reporting denied', 'Roe did not say whether she would run.', ['[Roe]source [did not say]cue [whether she would run]content not']],
  ['joint speakers', 'Ida Roe and Tom Hale said they would marry.', ['[Ida Roe and Tom Hale]source [said]cue [they would marry]content']],
  ['two single marks for a double one', "''Not paying makes me smart,'' he said.", ["[''Not paying makes me smart,'']content [he]source [said]cue"]],
  ['a verb of its own at a quotation', 'Hale leaned in and boomed: “Let us defeat her in November.”', ['[Hale]source [boomed]cue [“Let us defeat her in November.”]content']],
  ['a shout ends its sentence', '“Lock her up!” the crowd chanted.', ['[“Lock her up!”]content [the crowd]source [chanted]cue']],
  ['an auxiliary in the quotation is not of the cue', '“She just did,” said Mona Poe.', ['[“She just did,”]content [said]cue [Mona Poe]source']],
  [
    'a noun phrase beside a verb between commas says it',
    'The clerk who shot the film - Tom Hale, who was on leave - was not wearing a badge, police said.',
    ['[The clerk who shot the film - Tom Hale, who was on leave - was not wearing a badge]content [police]source [said]cue'],
  ],
  ['so does one behind it', 'The report did not go over well with the board, said one official.', ['[The report did not go over well with the board]content [said]cue [one official]source']],
  ['a cue that interrupts', 'All of which, he said, would help ensure confidence in the process.', ['[All of which]content [he]source [said]cue [would help ensure confidence in the process]content']],
  ['a title for an office', '“There are discussions,” a White House official said Wednesday.', ['[“There are discussions,”]content [a White House official]source [said]cue']],
  ['a hyphenated town', '“Carson is cratering,” Texas-based Matt Hale said.', ['[“Carson is cratering,”]content [Texas-based Matt Hale]source [said]cue']],
  ['scare quotes', 'The so-called “peace train” left on Monday.', []],
  ['titles of works', 'Her novel “The Long Night of Stones” won a prize.', []],
  ['nicknames', '“Slim” Jim Hale ran for office.', []],
  ['what two sides discussed', 'Russia and Turkey signed an accord. The two sides also discussed grain exports.', []],
])('%s', (_, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});

test.each([
  ['“I will not go,” Ida Roe told Tom Hale.', ['Ida Roe']],
  ['“I told you so,” Ida Roe told Tom Hale.', ['Ida Roe', 'Tom Hale']],
  ['“We will not yield,” the union Sintren said.', ['Sintren']],
])('whom I, we and you mean: %s', (text, expected) => {
  const { statements, entities } = extract(text, null);
  expect(statements[0]?.about.map((entity) => entities[entity]?.name)).toEqual(expected);
});
