import { expect, test } from 'vitest';
import { statementsOf } from './statement-notation.ts';

test.each([
  ['an attack on a post is no criticism', 'Militants attacked an army post near the border on Tuesday.', []],
  ['nor are blows', 'Rebels blasted a bridge. Fighters slammed into the gate. Gunmen shot at a bus.', []],
  ['nor is weather', 'The storm slammed the coast and ripped roofs off houses.', []],
  [
    'an attack on a rival over something is',
    'Ida Roe attacked Tom Hale over his record on trade.',
    ['[Ida Roe]source [attacked]cue [Tom Hale over his record on trade]content'],
  ],
  ['so is one on a bill', 'The senator slammed the bill.', ['[The senator]source [slammed]cue [the bill]content']],
  ['and one in a headline', 'Ida Roe slams Tom Hale', ['[Ida Roe]source [slams]cue [Tom Hale]content']],
  [
    'a feeling about nothing is no statement',
    'Ida Roe expressed her gratitude and left. She expressed herself well.',
    [],
  ],
  [
    'a feeling that something is so',
    'Roe expressed confidence that the bill would pass.',
    ['[Roe]source [expressed confidence]cue [that the bill would pass]content'],
  ],
  [
    'a feeling about something, on a day',
    'Roe voiced concern on Tuesday about the plan.',
    ['[Roe]source [voiced concern on Tuesday about]cue [the plan]content'],
  ],
  [
    'a stance joined to another cue',
    'She expressed deep regret for the deaths and promised to rebuild.',
    ['[She]source [expressed deep regret for]cue [the deaths]content', '[She]source [promised]cue [to rebuild]content'],
  ],
  [
    'a claim of hers',
    'Her claim that the plant is safe has angered the town.',
    ['[Her]source [claim]cue [that the plant is safe]content'],
  ],
  [
    'a pledge of somebody’s',
    'Ida Roe’s pledge to rebuild the bridge was met with cheers.',
    ['[Ida Roe]source [pledge]cue [to rebuild the bridge]content'],
  ],
  [
    'a threat by somebody',
    'A threat by rebels to blow up the dam alarmed the town.',
    ['[threat]cue [rebels]source [to blow up the dam]content'],
  ],
  [
    'a warning that somebody issued',
    'Ida Roe issued a warning that the dam could fail.',
    ['[Ida Roe]source [issued a warning]cue [that the dam could fail]content'],
  ],
  [
    'a call for something',
    'The union’s call for a strike was ignored.',
    ['[The union]source [call for]cue [a strike]content'],
  ],
  ['a claim described is not told', 'The claim that angered the town was dropped.', []],
  ['an order for goods', 'The firm’s order for steel was late. A call for Hale came at noon.', []],
  ['a cue that ends the text', 'Peter Brandt, who led Calder Holdings, agreed.', []],
  ['scare quotes', 'The so-called “peace train” left on Monday.', []],
  ['titles of works', 'Her novel “The Long Night of Stones” won a prize.', []],
  ['nicknames', '“Slim” Jim Hale ran for office.', []],
  ['what two sides discussed', 'Russia and Turkey signed an accord. The two sides also discussed grain exports.', []],
])('%s', (_, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});
