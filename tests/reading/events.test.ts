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
  ['a question asks nobody to do anything', 'Ida Roe asked why a minister with nothing to hide would leave.', []],
  ['nor does who asks not to be named', 'A partner, who asked not to be named, was calm.', []],
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
      'APPOINTMENT OCCURRED: Musa Danjuma > (the police chief) | 2024-03-11 | ' +
        'Musa Danjuma fired the police chief on Monday',
    ],
  ],
  [
    'what a participle behind a noun is done by',
    'The group Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman.',
    [
      'RETREAT/release OCCURRED: Ansar al-Bahr > (eleven sailors) | 2024-03-11 | ' +
        'Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman',
      'CONSULT/third-party OCCURRED: Oman | A deal was mediated by Oman',
    ],
  ],
  [
    'what somebody is accused of is no part of them',
    'Opposition lawmaker Grace Tembo accused the government of protecting suppliers.',
    [
      'ACCUSE/allege OCCURRED: Grace Tembo > (the government) | ' +
        'Grace Tembo accused the government of protecting suppliers',
    ],
  ],
  [
    'an organisation before an office is not who acts',
    'Westport Rovers chairman Alan Pike rejected the offer.',
    ['REJECT OCCURRED: Alan Pike | Alan Pike rejected the offer'],
  ],
  [
    'what somebody says of himself keeps its person',
    '“I have asked for an audit,” Chanda Mwila told the daily Times.',
    ['REQUEST OCCURRED: Chanda Mwila | Chanda Mwila: I have asked for an audit'],
  ],
  [
    'who is behind whose is not who',
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
      'SANCTION/discontinue OCCURRED: European Union > (four officials) | 2024-03-12 | ' +
        'European Union imposed sanctions on four officials',
    ],
  ],
  [
    'a participle behind a comma tells of the verb',
    'Chadian forces shelled positions near Abeche, killing two men.',
    [
      'ASSAULT/heavy-weapons OCCURRED: (Chadian forces) > (positions) | Abeche | ' +
        'Chadian forces shelled positions near Abeche',
      'ASSAULT OCCURRED: (Chadian forces) > (two men) | Chadian forces shelled positions near Abeche, killing two men',
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
  [
    'what is demanded is part of the demand',
    'Deputies demanded that the minister resign.',
    ['REQUEST/yield OCCURRED: (Deputies) | Deputies demanded that the minister resign'],
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
    'each other',
    'Armenia and Azerbaijan accused each other on Tuesday of violating the deal.',
    [
      'ACCUSE/allege OCCURRED: Armenia, Azerbaijan > Armenia, Azerbaijan | 2024-03-12 | ' +
        'Armenia and Azerbaijan accused each other on Tuesday of violating the deal',
    ],
  ],
  [
    'an offer is rejected to whoever made it',
    'Brightwell Foods rejected an offer from Mondelez in May.',
    [
      'REJECT OCCURRED: Brightwell Foods > Mondelez | 2023-05-01 | ' +
        'Brightwell Foods rejected an offer from Mondelez in May',
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
    'a subject that commas cut off is that of both verbs',
    'India, whose nationals make up most of the crew, summoned the Somali ambassador and sent a destroyer to the area.',
    [
      'ACCUSE/disapprove OCCURRED: India | India summoned the Somali ambassador',
      'MOBILIZE/weapons OCCURRED: India | India sent a destroyer to the area',
    ],
  ],
  [
    'a participle behind those it tells of',
    'Spain’s parliament approved an amnesty for 400 people convicted over a failed independence bid in Catalonia.',
    [
      'SUPPORT OCCURRED: Spain | Spain’s parliament approved an amnesty for 400 people convicted over a ' +
        'failed independence bid in Catalonia',
      'LEGAL OCCURRED: > (400 people) | 400 people were convicted over a failed independence bid in Catalonia',
    ],
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
    'who is listed with others behind an and',
    'Three women and a child died in Oslo.',
    ['DEATH OCCURRED: > (Three women), (a child) | Oslo | Three women and a child died in Oslo'],
  ],
  [
    'a number counts people',
    'Four of the kidnappers were killed and two were captured.',
    [
      'ASSAULT OCCURRED: > (Four of the kidnappers) | Four of the kidnappers were killed',
      'COERCE/arrest OCCURRED: > (two) | Two were captured',
    ],
  ],
  [
    'an apposition is no second person',
    'One hostage, the Filipino cook Ramon Dizon, was wounded.',
    ['ASSAULT OCCURRED: > Ramon Dizon | Ramon Dizon was wounded'],
  ],
  [
    'a name behind a long description',
    'A journalist who first reported on the payments, Liis Kask, was stabbed.',
    ['ASSAULT/beat OCCURRED: > Liis Kask | Liis Kask was stabbed'],
  ],
  [
    'who an apposition tells of',
    'Thandeka Moyo, a former judge who was jailed in 2016, won the election.',
    [
      'COERCE/arrest OCCURRED: > Thandeka Moyo | 2016-01-01 | Thandeka Moyo was jailed in 2016',
      'ELECTION OCCURRED: Thandeka Moyo | Thandeka Moyo won the election',
    ],
  ],
  [
    'a clause behind whose is not the sentence',
    'Hassan Djerou, whose brother was shot dead by soldiers in 2021, condemned the ban.',
    [
      'ASSAULT/firearms OCCURRED: (soldiers) > (brother) | 2021-01-01 | ' +
        'Hassan Djerou’s brother was shot dead by soldiers in 2021',
      'ACCUSE/disapprove OCCURRED: Hassan Djerou | Hassan Djerou condemned the ban',
    ],
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
      'APPOINTMENT OCCURRED: Ana Ruiz > Grace Phiri | 2024-03-13 | ' +
        'Ana Ruiz appointed the economist Grace Phiri as finance minister',
    ],
  ],
  [
    'who is shot and killed',
    'A guard was wounded in Lima, and police shot and killed two men.',
    [
      'ASSAULT OCCURRED: > (A guard) | Lima | A guard was wounded in Lima',
      'ASSAULT OCCURRED: (police) > (two men) | Police killed two men',
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
    'who organised it',
    'The demonstration, organised by two unions, was peaceful.',
    ['PROTEST/demo OCCURRED: (two unions) | The demonstration was peaceful'],
  ],
  [
    'a warning kills nobody',
    'Three warnings were ignored before a dam burst above the town and killed 31 people.',
    [
      'ACCIDENT OCCURRED: > (a dam) | A dam burst above the town',
      'DEATH OCCURRED: > (31 people) | A dam killed 31 people',
    ],
  ],
  [
    'a phrase before the verb is not its subject',
    'A ferry with 112 passengers capsized. Workers struck after talks with the union collapsed.',
    ['ACCIDENT OCCURRED: > (A ferry) | A ferry capsized'],
  ],
  [
    'what a relative clause carries does not crash',
    'A cargo plane that was carrying medicine crashed near Lima.',
    ['ACCIDENT OCCURRED: > (A cargo plane) | Lima | A cargo plane crashed near Lima'],
  ],
  [
    'the main verb behind a participle',
    'The trial of the man accused of the killing will begin in June.',
    [
      'LEGAL PLANNED: > (the man) | 2024-06-01 | The trial of the man accused of the killing will begin in June',
      'ACCUSE/allege OCCURRED: > (the man) | The man was accused of the killing',
      'ASSAULT ALLEGED:  | The man was accused of the killing',
    ],
  ],
  [
    'who holds the office that is met',
    'Ana Ruiz met the head of the government, Colonel Sadio Traoré.',
    ['CONSULT OCCURRED: Ana Ruiz, Sadio Traoré | Ana Ruiz met the head of the government, Colonel Sadio Traoré'],
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
    'who shoots whom dead',
    'Police in Uganda shot dead four protesters and arrested a priest, witnesses and a doctor said.',
    [
      'ASSAULT/firearms OCCURRED: Uganda > (four protesters) | Police shot dead four protesters',
      'COERCE/arrest OCCURRED: Uganda > (a priest) | Police arrested a priest',
    ],
  ],
  [
    'a past tense that is a noun as well',
    'Air defences shot down two drones.',
    ['ASSAULT OCCURRED: > (two drones) | Air defences shot down two drones'],
  ],
  [
    'a passive behind after',
    'The rally was postponed after its leader, Moses Kato, was arrested.',
    ['COERCE/arrest OCCURRED: > Moses Kato | Moses Kato was arrested'],
  ],
  [
    'the verb behind a participle and its object',
    'Two journalists covering the march were beaten.',
    ['ASSAULT/beat OCCURRED: > (Two journalists) | Two journalists were beaten'],
  ],
  [
    'who calls it',
    'The protests were called by the Forward Alliance.',
    ['PROTEST/demo OCCURRED: Forward Alliance | The protests were called by the Forward Alliance'],
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
    'some of a crew',
    'Four of its crew drowned.',
    ['ACCIDENT OCCURRED: > (Four of its crew) | Four of its crew drowned'],
  ],
  [
    'a second subject is no second object',
    'Vietnam has deployed a frigate and its president, Le Van Minh, cancelled a visit.',
    [
      'MOBILIZE/troops OCCURRED: Vietnam > (a frigate) | Vietnam has deployed a frigate',
      'SANCTION/discontinue OCCURRED: Le Van Minh | Le Van Minh cancelled a visit',
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
