import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

/** The events of a text published on Thursday 14 March 2024: `TYPE[/mode] STATUS: actors > recipients | date | place | summary`, what is unknown left out. */
function eventsOf(text: string): string[] {
  const { events, entities } = extract(text, '2024-03-14');
  return events.map(({ type, mode, status, participants, time, place, summary }) => {
    const named = (role: string): string =>
      participants
        .filter((participant) => participant.role === role)
        .map(({ entity, span }) => (entity === null ? `(${text.slice(span.start, span.end)})` : (entities[entity]?.name ?? '')))
        .join(', ');
    const recipients = named('RECIPIENT');
    const sides = recipients === '' ? named('ACTOR') : `${named('ACTOR')} > ${recipients}`.trim();
    return [`${type}${mode ? `/${mode}` : ''} ${status}: ${sides}`, time?.start, entities[place ?? -1]?.name, summary].filter((part) => part !== undefined && part !== null).join(' | ');
  });
}

test.each([
  ['a question asks nobody to do anything', 'Ida Roe asked why a minister with nothing to hide would leave.', []],
  ['nor does who asks not to be named', 'A partner, who asked not to be named, was calm.', []],
  ['but whom one asks to do something is asked', 'Ida Roe asked Tom Hale to wait.', ['REQUEST OCCURRED: Ida Roe > Tom Hale | Ida Roe asked Tom Hale to wait']],
  ['an opened window is nothing new', 'Ida Roe opened the window at dawn.', []],
  ['talks that open are not released', 'Talks due to open in Geneva look doubtful.', []],
  [
    'a date and a dateline take no part',
    'Abuja — President Musa Danjuma fired the police chief on Monday.',
    ['APPOINTMENT OCCURRED: Musa Danjuma > (the police chief) | 2024-03-11 | Musa Danjuma fired the police chief on Monday'],
  ],
  [
    'what a participle behind a noun is done by',
    'The group Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman.',
    [
      'RETREAT/release OCCURRED: Ansar al-Bahr > (eleven sailors) | 2024-03-11 | Ansar al-Bahr released eleven sailors on Monday, in a deal mediated by Oman',
      'CONSULT/third-party OCCURRED: Oman | A deal was mediated by Oman',
    ],
  ],
  [
    'what somebody is accused of is no part of them',
    'Opposition lawmaker Grace Tembo accused the government of protecting suppliers.',
    ['ACCUSE/allege OCCURRED: Grace Tembo > (the government) | Grace Tembo accused the government of protecting suppliers'],
  ],
  ['an organisation before an office is not who acts', 'Westport Rovers chairman Alan Pike rejected the offer.', ['REJECT OCCURRED: Alan Pike | Alan Pike rejected the offer']],
  ['what somebody says of himself keeps its person', '“I have asked for an audit,” Chanda Mwila told the daily Times.', ['REQUEST OCCURRED: Chanda Mwila | Chanda Mwila: I have asked for an audit']],
  ['who is behind whose is not who', '“We want the truth,” said Malee Chaiya, whose two sons drowned.', ['ACCIDENT OCCURRED: > (whose two sons) | Whose two sons drowned']],
  ['who declines to comment refuses nobody anything', 'A spokesman for the bank declined to comment on the report.', []],
  [
    'a verb taken for an adjective',
    'The European Union on Tuesday imposed sanctions on four officials.',
    ['SANCTION/discontinue OCCURRED: European Union > (four officials) | 2024-03-12 | European Union imposed sanctions on four officials'],
  ],
  [
    'a participle behind a comma tells of the verb',
    'Chadian forces shelled positions near Abeche, killing two men.',
    [
      'ASSAULT/heavy-weapons OCCURRED: (Chadian forces) > (positions) | Abeche | Chadian forces shelled positions near Abeche',
      'ASSAULT OCCURRED: (Chadian forces) > (two men) | Chadian forces shelled positions near Abeche, killing two men',
    ],
  ],
  [
    'a relative pronoun is whom it stands for',
    'Police questioned Tunde Bakare, who was arrested on Monday.',
    ['ACCUSE/investigate OCCURRED: (Police) > Tunde Bakare | Police questioned Tunde Bakare', 'COERCE/arrest OCCURRED: > Tunde Bakare | 2024-03-11 | Tunde Bakare was arrested on Monday'],
  ],
  ['what is threatened is part of the threat', 'The rebels threatened to attack the port.', ['THREATEN/violence OCCURRED: (The rebels) | The rebels threatened to attack the port']],
  ['what is demanded is part of the demand', 'Deputies demanded that the minister resign.', ['REQUEST/yield OCCURRED: (Deputies) | Deputies demanded that the minister resign']],
  [
    'an accident assaults nobody',
    'Six people were killed when a train derailed near Lyon on Monday.',
    ['DEATH OCCURRED: > (Six people) | 2024-03-11 | Six people were killed', 'ACCIDENT OCCURRED: > (a train) | 2024-03-11 | Lyon | A train derailed near Lyon on Monday'],
  ],
  ['nor does a disease', 'Cholera killed 86 people.', ['DEATH OCCURRED: > (86 people) | Cholera killed 86 people']],
  [
    'the attack again is no other attack',
    'Rebels attacked the town on Sunday. France condemned the attack.',
    ['ASSAULT OCCURRED: (Rebels) > (the town) | 2024-03-10 | Rebels attacked the town on Sunday', 'ACCUSE/disapprove OCCURRED: France | France condemned the attack'],
  ],
  [
    'each other',
    'Armenia and Azerbaijan accused each other on Tuesday of violating the deal.',
    ['ACCUSE/allege OCCURRED: Armenia, Azerbaijan > Armenia, Azerbaijan | 2024-03-12 | Armenia and Azerbaijan accused each other on Tuesday of violating the deal'],
  ],
  [
    'an offer is rejected to whoever made it',
    'Brightwell Foods rejected an offer from Mondelez in May.',
    ['REJECT OCCURRED: Brightwell Foods > Mondelez | 2023-05-01 | Brightwell Foods rejected an offer from Mondelez in May'],
  ],
  ['who speaks means themselves by I', '“I was appointed in October,” Helen Marlowe said.', ['APPOINTMENT OCCURRED: > Helen Marlowe | 2023-10-01 | Helen Marlowe was appointed in October']],
  [
    'who says they will help promises it',
    'Syria says it is willing to withdraw its troops from Lebanon.',
    ['RETREAT/withdraw HYPOTHETICAL: Syria | Syria to withdraw its troops from Lebanon', 'AGREE OCCURRED: Syria | Syria to withdraw its troops from Lebanon'],
  ],
  ['what must be done is asked for', 'Russia said on Tuesday that Sudan must return the helicopter.', ['REQUEST OCCURRED: Russia > Sudan | 2024-03-12 | Russia: Sudan must return the helicopter']],
  [
    'a subject that commas cut off is that of both verbs',
    'India, whose nationals make up most of the crew, summoned the Somali ambassador and sent a destroyer to the area.',
    ['ACCUSE/disapprove OCCURRED: India | India summoned the Somali ambassador', 'MOBILIZE/weapons OCCURRED: India | India sent a destroyer to the area'],
  ],
  [
    'a participle behind those it tells of',
    'Spain’s parliament approved an amnesty for 400 people convicted over a failed independence bid in Catalonia.',
    [
      'SUPPORT OCCURRED: Spain | Spain’s parliament approved an amnesty for 400 people convicted over a failed independence bid in Catalonia',
      'LEGAL OCCURRED: > (400 people) | 400 people were convicted over a failed independence bid in Catalonia',
    ],
  ],
  [
    'there',
    'He flew to Gdansk. Donald Tusk met Alexander Stubb there on Monday.',
    ['CONSULT OCCURRED: Donald Tusk, Alexander Stubb | 2024-03-11 | Gdansk | Donald Tusk met Alexander Stubb there on Monday'],
  ],
  ['a film is shot without harm', 'Javier Montero is shooting a thriller in Morocco.', []],
  ['a person dies once', 'Ida Berg has died in Oslo. Berg died on Monday.', ['DEATH OCCURRED: > Ida Berg | 2024-03-11 | Oslo | Ida Berg has died in Oslo']],
])('%s', (_, text, expected) => {
  expect(eventsOf(text)).toEqual(expected);
});

test('a headline tells no second event', () => {
  const text = 'Thousands march in Lima\nThousands of people marched in Lima on Saturday.\nPolice watched.';
  expect(eventsOf(text)).toEqual(['PROTEST/demo OCCURRED: (Thousands of people) | 2024-03-09 | Lima | Thousands of people marched in Lima on Saturday']);
});
