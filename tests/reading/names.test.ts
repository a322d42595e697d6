import { describe, expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import type { Entity } from '../../src/reading/reading.ts';

function entitiesOf(text: string, type: Entity['type']): string[] {
  return extract(text, null)
    .entities.filter((entity) => entity.type === type)
    .map(({ name }) => name);
}

function organisation(text: string, name: string): { kind: string; acronym: string | null } | undefined {
  const found = extract(text, null).entities.find((entity) => entity.type === 'ORGANISATION' && entity.name === name);
  return found?.type === 'ORGANISATION' ? { kind: found.kind, acronym: found.acronym } : undefined;
}

describe('people', () => {
  test.each([
    [
      'a title is no part of a name',
      'President Ricardo Almeida met Senator Jane Holloway in Lisbon.',
      ['Ricardo Almeida', 'Jane Holloway'],
    ],
    [
      'a surname that is an occupation, behind a title',
      'Senator Baker, Reverend Moomaw and Councillor Ngata left early.',
      ['Baker', 'Moomaw', 'Ngata'],
    ],
    [
      'a first name behind what one is to another',
      'Viktor Sand, 51, and his wife Alma Sand, 47, from Bergen were charged.',
      ['Viktor Sand', 'Alma Sand'],
    ],
    ['a title alone is nobody', 'The Secretary said the President would not attend.', []],
    [
      'a storm is nobody',
      'Hurricane Marta reached Florida on Monday. Marta had weakened at sea, forecasters said.',
      [],
    ],
    ['a nationality is nobody', 'A German was among the injured, police said.', []],
    [
      'a particle is part of a surname',
      'Ursula von der Leyen met Moqtada al-Maliki and Rudolf de Jong, aides of Ms O’Keefe said.',
      ['Ursula von der Leyen', 'Moqtada al-Maliki', 'Rudolf de Jong', 'O’Keefe'],
    ],
    [
      'a surname with a particle stands alone',
      'On Monday bin Salman left. Fighters of al-Qaeda stayed in El Salvador, as Smith said.',
      ['bin Salman', 'Smith'],
    ],
    [
      'a given name with a hyphen',
      'Officials received Kim Sang-woo, chief of staff. South Korean Justice Minister Park Ji-hye met the Obama-era envoy.',
      ['Kim Sang-woo', 'Park Ji-hye'],
    ],
    [
      'a short given name with a hyphen, and none of a namesake',
      'Nguyen Thi Kim Ngan met Kim Ok-ju in Pyongyang.',
      ['Nguyen Thi Kim Ngan', 'Kim Ok-ju'],
    ],
    [
      'a surname that is a common noun',
      'Judge Hope Rivers sided with the port. Rivers said the owners had waited too long.',
      ['Hope Rivers'],
    ],
    [
      'a first name behind an office',
      'He met port chief Ayesha Gul Khan and Interior Minister Syed Imran Qureshi on Monday.',
      ['Ayesha Gul Khan', 'Syed Imran Qureshi'],
    ],
    [
      'an Arabic article comes and goes',
      'Hossam el-Masry arrived on Tuesday. Masry said talks would follow, and el-Masry left.',
      ['Hossam el-Masry'],
    ],
    [
      'a last name that is a verb',
      'Tran Quoc Hung arrived on Monday. Hung told reporters that the talks went well.',
      ['Tran Quoc Hung'],
    ],
    [
      'a surname that is also a town',
      'Turkish Foreign Minister Cemal Aydin arrived on Tuesday. Aydin met his hosts. Aydin said the talks went well, and officials told Aydin that they agreed.',
      ['Cemal Aydin'],
    ],
    [
      'an honorific before a surname alone',
      'The nurse thanked Mr. Ploughwright, and Dr. Mbeki-Thorne thanked her.',
      ['Ploughwright', 'Mbeki-Thorne'],
    ],
    [
      'a family name and a given name that the recogniser took apart',
      'Chinese President Xi Jinping also sent a message of greeting.',
      ['Xi Jinping'],
    ],
    [
      'an occupation that opens the sentence is no part of it',
      'Campaigner Dai Prothero, 71, lost. Cllr Megan Prosser won.',
      ['Dai Prothero', 'Megan Prosser'],
    ],
    [
      'a description with a possessive says nothing of the name before it',
      'Nils Dunmore, the firm’s managing director, resigned.',
      ['Nils Dunmore'],
    ],
    ['a brewer is somebody behind a name', 'Jan Kulik, a brewer from Olomouc, wept.', ['Jan Kulik']],
    ['a relative between marks', 'He founded it with his late wife, Janice, and sold it.', ['Janice']],
    [
      'a surname is met again',
      'The vote was close. “It is over,” Oduya said. Grace Oduya, the mayor, had won by a hair.',
      ['Grace Oduya'],
    ],
  ])('%s', (_, text, expected) => {
    expect(entitiesOf(text, 'PERSON')).toEqual(expected);
  });
});

describe('organisations', () => {
  test.each([
    [
      'a description before it tells',
      'The pact was signed in May, the Russian news agency Interfax reported.',
      'Interfax',
      'MEDIA',
      null,
    ],
    [
      'an agency by its initials',
      'The Hungarian minister claimed it was over, according to the Hungarian news agency MTI.',
      'MTI',
      'MEDIA',
      null,
    ],
    [
      'who quotes is a medium',
      'There was no such plan, the minister was quoted as saying by Folha de S.Paulo on Sunday.',
      'Folha de S.Paulo',
      'MEDIA',
      null,
    ],
    [
      'a noun behind it tells',
      'The CSTP union, which represents half of the staff, threatened to strike.',
      'CSTP',
      'UNION',
      null,
    ],
    [
      'a possessive inside',
      'She praised the Workers’ Party of Korea on Monday.',
      'Workers’ Party of Korea',
      'PARTY',
      null,
    ],
    [
      'what it is for',
      'Péter Szabó, a lawmaker of the opposition Alliance for Democracy, left Budapest.',
      'Alliance for Democracy',
      'PARTY',
      null,
    ],
    [
      'a club before its town',
      'The striker moved to Atlético Bucaramanga in May.',
      'Atlético Bucaramanga',
      'OTHER',
      null,
    ],
    [
      'a name with a hyphen and a sign',
      'Lawyers from Adeyemi-Cole & Sons advised the buyer.',
      'Adeyemi-Cole & Sons',
      'OTHER',
      null,
    ],
    [
      'an authority on something',
      'The Regional Authority on Fisheries said it would send boats.',
      'Regional Authority on Fisheries',
      'GOVERNMENT',
      null,
    ],
    ['what is an it', 'The bid was small. Vandor denied that it had made one.', 'Vandor', 'OTHER', null],
    [
      'whose it is behind it',
      'The divers worked with KAMTEC, Japan’s agency for marine science.',
      'KAMTEC',
      'GOVERNMENT',
      null,
    ],
    [
      'a telecoms firm by its first word',
      'The operator Telecom Lesara said it would merge its towers.',
      'Telecom Lesara',
      'COMPANY',
      null,
    ],
    [
      'an institute in another language',
      'Divers from the Instituto de Pesca de Itapuã joined them.',
      'Instituto de Pesca de Itapuã',
      'OTHER',
      null,
    ],
    [
      'a paper in another language',
      'Karolis Petrulis wrote for Laisvas Rytas until 2021.',
      'Laisvas Rytas',
      'OTHER',
      null,
    ],
    [
      'a firm by its last word',
      'The ministry gave Mae Wang Energy a licence to build a dam.',
      'Mae Wang Energy',
      'COMPANY',
      null,
    ],
    [
      'what has a midfielder',
      'Suárez, a former Boca Seniors midfielder, has won nine games.',
      'Boca Seniors',
      'OTHER',
      null,
    ],
    [
      'a school of a saint',
      'Pupils of St Anne’s Primary School sang outside.',
      'St Anne’s Primary School',
      'UNIVERSITY',
      null,
    ],
    ['a capital inside', 'She joined the operator from SunTel in 2019.', 'SunTel', 'OTHER', null],
    ['a broadcaster by its initials', 'The studio made it with the Slovak broadcaster RTVX.', 'RTVX', 'MEDIA', null],
    ['where people work', 'Analysts at Handelsbanken had predicted the cuts.', 'Handelsbanken', 'OTHER', null],
    [
      'an agency in a dateline is no acronym',
      'LONDON (AP) — A court sentenced a former banker on Wednesday.',
      'AP',
      'MEDIA',
      null,
    ],
    [
      'an acronym in brackets is the same organisation',
      'The World Health Organization (WHO) sent doctors. The WHO said more would follow.',
      'World Health Organization',
      'INTERNATIONAL',
      'WHO',
    ],
    [
      'a ministry is government',
      'The Ministry of Health said the hospitals were full.',
      'Ministry of Health',
      'GOVERNMENT',
      null,
    ],
  ])('%s', (_, text, name, kind, acronym) => {
    expect(organisation(text, name)).toEqual({ kind, acronym });
  });
});

test('what a party is called is no party', () => {
  expect(entitiesOf('The Republican Party met. She was hardly a loyal Republican.', 'ORGANISATION')).toEqual([
    'Republican Party',
  ]);
});

test.each([
  [
    'a chief of staff',
    'President Danjuma’s first chief of staff left. Danjuma’s campaign chairman stayed.',
    ['Danjuma'],
  ],
  [
    'a plan of his and a clause',
    'It is the plan of the candidate, Donald J. Marsh, which most analyses have faulted.',
    ['Donald J. Marsh'],
  ],
  ['the church behind a comma', 'They all wished to see her sister Esther, the choir wrote on Sunday.', ['Esther']],
  [
    'a given name and a clause',
    'He bought the mine from a firm of Ian Telford, which broke the rules.',
    ['Ian Telford'],
  ],
])('%s makes nobody an organisation', (_, text, people) => {
  expect(entitiesOf(text, 'PERSON')).toEqual(people);
  expect(entitiesOf(text, 'ORGANISATION')).toEqual([]);
});

test('a super PAC and a law are no names of organisations', () => {
  expect(entitiesOf('The super PAC’s founder praised the Holms Amendment, which bars aid.', 'ORGANISATION')).toEqual(
    [],
  );
});
