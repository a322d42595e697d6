import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

/**
 * The events of a text published on Thursday 14 March 2024: `TYPE[/mode] STATUS: actors > recipients | date | place |
 * summary`, what is unknown left out.
 */
function eventsOf(text: string): string[] {
  const { events, entities } = extract(text, '2024-03-14');
  return events.map(({ type, mode, status, participants, time, place, summary }) => {
    const named = (role: string): string =>
      participants
        .filter((participant) => participant.role === role)
        .map(({ entity, span }) =>
          entity === null ? `(${text.slice(span.start, span.end)})` : (entities[entity]?.name ?? ''),
        )
        .join(', ');
    const recipients = named('RECIPIENT');
    const sides = recipients === '' ? named('ACTOR') : `${named('ACTOR')} > ${recipients}`.trim();
    return [`${type}${mode ? `/${mode}` : ''} ${status}: ${sides}`, time?.start, entities[place ?? -1]?.name, summary]
      .filter((part) => part !== undefined && part !== null)
      .join(' | ');
  });
}

test.each([
  [
    'but whom one asks to do something is asked',
    'Ida Roe asked Tom Hale to wait.',
    ['REQUEST OCCURRED: Ida Roe > Tom Hale | Ida Roe asked Tom Hale to wait'],
  ],
  ['an opened window is nothing new', 'Ida Roe opened the window at dawn.', []],
  ['talks that open are not released', 'Talks due to open in Geneva look doubtful.', []],
  [
    'a date and a dateline take no part',
    'Abuja — President Musa Danjuma fired the police chief on Monday.',
    [
      'APPOINTMENT OCCURRED: Musa Danjuma > (the police chief) | 2024-03-11 | Musa Danjuma fired the police chief on Monday',
    ],
  ],
  [
    'what somebody is accused of is no part of them',
    'Opposition lawmaker Grace Tembo accused the government of protecting suppliers.',
    [
      'ACCUSE/allege OCCURRED: Grace Tembo > (the government) | Grace Tembo accused the government of protecting suppliers',
    ],
  ],
  [
    'what somebody says of himself keeps its person',
    '“I have asked for an audit,” Chanda Mwila told the daily Times.',
    ['REQUEST OCCURRED: Chanda Mwila | Chanda Mwila: I have asked for an audit'],
  ],
  [
    'who is after whose is not who',
    '“We want the truth,” said Malee Chaiya, whose two sons drowned.',
    ['ACCIDENT OCCURRED: > (two sons) | Malee Chaiya’s two sons drowned'],
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
      'SANCTION/discontinue OCCURRED: European Union > (four officials) | 2024-03-12 | European Union imposed sanctions on four officials',
    ],
  ],
  [
    'a relative pronoun is whom it stands for',
    'Police questioned Tunde Bakare, who was arrested on Monday.',
    [
      'ACCUSE/investigate OCCURRED: (Police) > Tunde Bakare | Police questioned Tunde Bakare',
      'COERCE/arrest OCCURRED: > Tunde Bakare | 2024-03-11 | Tunde Bakare was arrested on Monday',
    ],
  ],
  [
    'what is threatened is part of the threat',
    'The rebels threatened to attack the port.',
    ['THREATEN/violence OCCURRED: (The rebels) | The rebels threatened to attack the port'],
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
    'an offer is rejected to whoever made it',
    'Brightwell Foods rejected an offer from Mondelez in May.',
    [
      'REJECT OCCURRED: Brightwell Foods > Mondelez | 2023-05-01 | Brightwell Foods rejected an offer from Mondelez in May',
    ],
  ],
  [
    'who speaks means themselves by I',
    '“I was appointed in October,” Helen Marlowe said.',
    ['APPOINTMENT OCCURRED: > Helen Marlowe | 2023-10-01 | Helen Marlowe was appointed in October'],
  ],
  [
    'who says they will help promises it',
    'Syria says it is willing to withdraw its troops from Lebanon.',
    [
      'RETREAT/withdraw HYPOTHETICAL: Syria | Syria to withdraw its troops from Lebanon',
      'AGREE OCCURRED: Syria | Syria to withdraw its troops from Lebanon',
    ],
  ],
  [
    'what must be done is asked for',
    'Russia said on Tuesday that Sudan must return the helicopter.',
    ['REQUEST OCCURRED: Russia > Sudan | 2024-03-12 | Russia: Sudan must return the helicopter'],
  ],
  [
    'there',
    'He flew to Gdansk. Donald Tusk met Alexander Stubb there on Monday.',
    [
      'CONSULT OCCURRED: Donald Tusk, Alexander Stubb | 2024-03-11 | Gdansk | Donald Tusk met Alexander Stubb there on Monday',
    ],
  ],
  ['a film is shot without harm', 'Javier Montero is shooting a thriller in Morocco.', []],
  [
    'a name after a long description',
    'A journalist who first reported on the payments, Liis Kask, was stabbed.',
    ['ASSAULT/beat OCCURRED: > Liis Kask | Liis Kask was stabbed'],
  ],
  [
    'a date is no subject',
    'Ana Ruiz was arrested in Lisbon in May 2022 as she tried to leave.',
    ['COERCE/arrest OCCURRED: > Ana Ruiz | 2022-05-01 | Lisbon | Ana Ruiz was arrested in Lisbon in May 2022'],
  ],
  [
    'a day before a name',
    'On Wednesday Ana Ruiz appointed the economist Grace Phiri as finance minister.',
    [
      'APPOINTMENT OCCURRED: Ana Ruiz > Grace Phiri | 2024-03-13 | Ana Ruiz appointed the economist Grace Phiri as finance minister',
    ],
  ],
  [
    'the passive of a second verb',
    'Anil Deshpande flew home and was questioned by police.',
    ['ACCUSE/investigate OCCURRED: (police) > Anil Deshpande | Anil Deshpande was questioned by police'],
  ],
  [
    'what is captured or struck is a part of it',
    'Rebels captured the town. The navy released two hostages.',
    [
      'ASSAULT OCCURRED: (Rebels) > (the town) | Rebels captured the town',
      'RETREAT/release OCCURRED: (The navy) > (two hostages) | The navy released two hostages',
    ],
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
    'who considers a sale sells',
    'Sarva Motors is considering the sale of its bus division.',
    ['BUSINESS HYPOTHETICAL: Sarva Motors > (its bus division) | The sale of its bus division'],
  ],
  [
    'a second passive',
    'Jan Mraz was convicted in 2019 and pardoned in 2021.',
    [
      'LEGAL OCCURRED: > Jan Mraz | 2019-01-01 | Jan Mraz was convicted in 2019',
      'SUPPORT OCCURRED: > Jan Mraz | 2021-01-01 | Jan Mraz was pardoned in 2021',
    ],
  ],
  [
    'a preposition of the verb',
    'President Marek Sulik will swear in the new ministers on Monday.',
    [
      'APPOINTMENT PLANNED: Marek Sulik > (the new ministers) | 2024-03-18 | Marek Sulik will swear in the new ministers on Monday',
    ],
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
    'to whom something is sold',
    'Jules Maes sold them to a dealer in 1974.',
    ['BUSINESS OCCURRED: Jules Maes > (a dealer) | 1974-01-01 | Jules Maes sold them to a dealer in 1974'],
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
    'PROTEST/demo OCCURRED: (Thousands of people) | 2024-03-09 | Lima | Thousands of people marched in Lima on Saturday',
  ]);
});
