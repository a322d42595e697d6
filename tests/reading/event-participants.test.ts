import { expect, test } from 'vitest';
import { eventsOf } from './event-notation.ts';

test.each([
  [
    'a date and a dateline take no part',
    'Abuja — President Musa Danjuma fired the police chief on Monday.',
    [
      'APPOINTMENT OCCURRED: Musa Danjuma > (the police chief) | 2024-03-11 | ' +
        'Musa Danjuma fired the police chief on Monday',
    ],
  ],
  [
    'what a participle after a noun is done by',
    'The group Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman.',
    [
      'RETREAT/release OCCURRED: Ansar al-Bahr > (eleven sailors) | 2024-03-11 | ' +
        'Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman',
      'CONSULT/third-party OCCURRED: Oman | A deal was mediated by Oman',
    ],
  ],
  [
    'an organisation before an office is not who acts',
    'Westport Rovers chairman Alan Pike rejected the offer.',
    ['REJECT OCCURRED: Alan Pike | Alan Pike rejected the offer'],
  ],
  [
    'who comes after whose is not who',
    '“We want the truth,” said Malee Chaiya, whose two sons drowned.',
    ['ACCIDENT OCCURRED: > (two sons) | Malee Chaiya’s two sons drowned'],
  ],
  [
    'a participle after a comma tells of the verb',
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
    'a subject that commas cut off is that of both verbs',
    'India, whose nationals make up most of the crew, summoned the Somali ambassador and sent a destroyer to the area.',
    [
      'ACCUSE/disapprove OCCURRED: India | India summoned the Somali ambassador',
      'MOBILIZE/weapons OCCURRED: India | India sent a destroyer to the area',
    ],
  ],
  [
    'who is listed with others after an and',
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
    'who an apposition tells of',
    'Thandeka Moyo, a former judge who was jailed in 2016, won the election.',
    [
      'COERCE/arrest OCCURRED: > Thandeka Moyo | 2016-01-01 | Thandeka Moyo was jailed in 2016',
      'ELECTION OCCURRED: Thandeka Moyo | Thandeka Moyo won the election',
    ],
  ],
  [
    'a clause after whose is not the sentence',
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
    'who holds the office that is met',
    'Ana Ruiz met the head of the government, Colonel Sadio Traoré.',
    ['CONSULT OCCURRED: Ana Ruiz, Sadio Traoré | Ana Ruiz met the head of the government, Colonel Sadio Traoré'],
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
    'who shoots whom dead',
    'Police in Uganda shot dead four protesters and arrested a priest, witnesses and a doctor said.',
    [
      'ASSAULT/firearms OCCURRED: Uganda > (four protesters) | Police shot dead four protesters',
      'COERCE/arrest OCCURRED: Uganda > (a priest) | Police arrested a priest',
    ],
  ],
  [
    'the verb after a participle and its object',
    'Two journalists covering the march were beaten.',
    ['ASSAULT/beat OCCURRED: > (Two journalists) | Two journalists were beaten'],
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
    'some of a crew',
    'Four of its crew drowned.',
    ['ACCIDENT OCCURRED: > (Four of its crew) | Four of its crew drowned'],
  ],
])('%s', (_, text, expected) => {
  expect(eventsOf(text)).toEqual(expected);
});
