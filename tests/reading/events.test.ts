import { expect, test } from 'vitest';
import { eventsOf } from './event-notation.ts';

test.each([
  ['a question asks nobody to do anything', 'Ida Roe asked why a minister with nothing to hide would leave.', []],
  [
    'but whom one asks to do something is asked',
    'Ida Roe asked Tom Hale to wait.',
    ['REQUEST OCCURRED: Ida Roe > Tom Hale | Ida Roe asked Tom Hale to wait'],
  ],
  [
    'goals are sport',
    'Rafael Mendes scored three goals on Saturday.',
    ['SPORT OCCURRED: Rafael Mendes | 2024-03-09 | Rafael Mendes scored three goals on Saturday'],
  ],
  [
    'where, after the name of a place',
    'Ana Ruiz spoke of tensions between Chad and Sudan over Badme, where rebels carried out a raid this week.',
    ['ASSAULT OCCURRED: (rebels) | 2024-03-11 | Badme | Rebels carried out a raid this week'],
  ],
  [
    'who turns down an offer does it to whose it is',
    'Oman refused Chad’s offer of talks.',
    ['REJECT OCCURRED: Oman > Chad | Oman refused Chad’s offer of talks'],
  ],
  [
    'when a strike is planned for',
    'The union said a two-day strike planned for Friday would go ahead.',
    ['PROTEST/strike PLANNED:  | 2024-03-15 | A two-day strike'],
  ],
  [
    'a month before a noun is that noun’s alone',
    'Daniel Mwangi rejected the accord after the August election.',
    [
      'REJECT OCCURRED: Daniel Mwangi | Daniel Mwangi rejected the accord after the August election',
      'ELECTION OCCURRED:  | 2023-08-01 | Daniel Mwangi rejected the accord after the August election',
    ],
  ],
  [
    'later is not then',
    'In May, sailors arrested 19 fishermen, who were later deported.',
    [
      'COERCE/arrest OCCURRED: (sailors) > (19 fishermen) | 2023-05-01 | Sailors arrested 19 fishermen',
      'COERCE/deport OCCURRED: > (19 fishermen) | 19 fishermen were later deported',
    ],
  ],
  ['an opened window is nothing new', 'Ida Roe opened the window at dawn.', []],
  ['talks that open are not released', 'The talks will open in Geneva on Monday.', []],
  [
    'what somebody is accused of is no part of them',
    'Opposition lawmaker Grace Tembo accused the government of protecting suppliers.',
    [
      'ACCUSE/allege OCCURRED: Grace Tembo > (the government) | ' +
        'Grace Tembo accused the government of protecting suppliers',
    ],
  ],
  [
    'what somebody says of himself keeps its person',
    '“I have asked for an audit,” Chanda Mwila told the daily Times.',
    ['REQUEST OCCURRED: Chanda Mwila | Chanda Mwila: I have asked for an audit'],
  ],
  [
    'who declines to comment refuses nobody anything',
    'A spokesman for the bank declined to comment on the report.',
    [],
  ],
  [
    'a verb taken for an adjective',
    'The European Union on Tuesday imposed sanctions on four officials.',
    [
      'SANCTION/discontinue OCCURRED: European Union > (four officials) | 2024-03-12 | ' +
        'European Union imposed sanctions on four officials',
    ],
  ],
  [
    'what is threatened is part of the threat',
    'The rebels threatened to attack the port.',
    ['THREATEN/violence OCCURRED: (The rebels) | The rebels threatened to attack the port'],
  ],
  [
    'an accident assaults nobody',
    'Six people were killed when a train derailed near Lyon on Monday.',
    [
      'DEATH OCCURRED: > (Six people) | 2024-03-11 | Six people were killed',
      'ACCIDENT OCCURRED: > (a train) | 2024-03-11 | Lyon | A train derailed near Lyon on Monday',
    ],
  ],
  ['nor does a disease', 'Cholera killed 86 people.', ['DEATH OCCURRED: > (86 people) | Cholera killed 86 people']],
  [
    'the attack again is no other attack',
    'Rebels attacked the town on Sunday. France condemned the attack.',
    [
      'ASSAULT OCCURRED: (Rebels) > (the town) | 2024-03-10 | Rebels attacked the town on Sunday',
      'ACCUSE/disapprove OCCURRED: France | France condemned the attack',
    ],
  ],
  [
    'who says they will help promises it',
    'Oman said it was prepared to withdraw its soldiers from Socotra.',
    [
      'RETREAT/withdraw PLANNED: Oman | Oman to withdraw its soldiers from Socotra',
      'AGREE OCCURRED: Oman | Oman to withdraw its soldiers from Socotra',
    ],
  ],
  [
    'what must be done is asked for',
    'Norway said on Tuesday that Oman must repay the loan.',
    ['REQUEST OCCURRED: Norway > Oman | 2024-03-12 | Norway: Oman must repay the loan'],
  ],
  [
    'there',
    'He flew to Gdansk. Donald Tusk met Alexander Stubb there on Monday.',
    [
      'CONSULT OCCURRED: Donald Tusk, Alexander Stubb | 2024-03-11 | Gdansk | ' +
        'Donald Tusk met Alexander Stubb there on Monday',
    ],
  ],
  ['a film is shot without harm', 'Javier Montero is shooting a thriller in Morocco.', []],
  [
    'what somebody is cleared of is alleged',
    'The judge acquitted Ana Ruiz of threatening a witness.',
    [
      'LEGAL OCCURRED: (The judge) > Ana Ruiz | The judge acquitted Ana Ruiz of threatening a witness',
      'THREATEN ALLEGED: Ana Ruiz > (a witness) | The judge acquitted Ana Ruiz of threatening a witness',
    ],
  ],
  [
    'who demands what in a base form',
    'Ana Ruiz spoke. Lawmakers demanded that she resign.',
    ['REQUEST/yield OCCURRED: (Lawmakers) | Lawmakers demanded that she resign'],
  ],
  [
    'when a trial begins',
    'The trial is due to begin on 8 May.',
    ['LEGAL PLANNED:  | 2024-05-08 | The trial is due to begin on 8 May'],
  ],
  [
    'by a day that is over',
    'By Wednesday, soldiers had rescued 1,300 people.',
    ['AID OCCURRED: (soldiers) > (1,300 people) | 2024-03-13 | Soldiers had rescued 1,300 people'],
  ],
  [
    'an airport by its city',
    'The owner of the mall, businessman Vicente Go, was arrested at Manila airport.',
    ['COERCE/arrest OCCURRED: > Vicente Go | Manila | Vicente Go was arrested at Manila airport'],
  ],
  [
    'a preposition of the verb',
    'President Marek Sulik will swear in the new ministers on Monday.',
    [
      'APPOINTMENT PLANNED: Marek Sulik > (the new ministers) | 2024-03-18 | ' +
        'Marek Sulik will swear in the new ministers on Monday',
    ],
  ],
  [
    'the time in which attacks are counted',
    'Rebels abducted a priest on Sunday in the second such attack this month.',
    [
      'ASSAULT/abduct OCCURRED: (Rebels) > (a priest) | 2024-03-10 | ' +
        'Rebels abducted a priest on Sunday in the second such attack this month',
    ],
  ],
  [
    'a past tense that is a noun as well',
    'Air defences shot down two drones.',
    ['ASSAULT OCCURRED: > (two drones) | Air defences shot down two drones'],
  ],
  [
    'what a fire kills is assaulted by nobody',
    'The museum was damaged by a fire, which killed a guard.',
    [
      'ACCIDENT OCCURRED: > (The museum) | The museum was damaged by a fire',
      'DEATH OCCURRED: > (a guard) | A fire killed a guard',
    ],
  ],
  [
    'a passive after the word after',
    'The rally was postponed after its leader, Moses Kato, was arrested.',
    ['COERCE/arrest OCCURRED: > Moses Kato | Moses Kato was arrested'],
  ],
  [
    'the year of an election is not that of a ruling',
    'The Supreme Court overturned the result of the 2016 election.',
    [
      'LEGAL OCCURRED: Supreme Court | Supreme Court overturned the result of the 2016 election',
      'ELECTION OCCURRED:  | 2016-01-01 | Supreme Court overturned the result of the 2016 election',
    ],
  ],
  [
    'what somebody denies having done',
    'Indonesia’s coastguard denied ramming the boat.',
    ['ASSAULT/destroy DENIED: Indonesia > (the boat) | Indonesia’s coastguard denied ramming the boat'],
  ],
  [
    'a person dies once',
    'Ida Berg has died in Oslo. Berg died on Monday.',
    ['DEATH OCCURRED: > Ida Berg | 2024-03-11 | Oslo | Ida Berg has died in Oslo'],
  ],
])('%s', (_, text, expected) => {
  expect(eventsOf(text)).toEqual(expected);
});

test('a headline tells no second event', () => {
  const text = 'Thousands march in Lima\nThousands of people marched in Lima on Saturday.\nPolice watched.';
  expect(eventsOf(text)).toEqual([
    'PROTEST/demo OCCURRED: (Thousands of people) | 2024-03-09 | Lima | ' +
      'Thousands of people marched in Lima on Saturday',
  ]);
});
