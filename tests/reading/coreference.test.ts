import { describe, expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

/** The mentions of the entity of a name, in text order. */
function mentionsOf(text: string, name: string): string[] {
  const reading = extract(text, null);
  const number = reading.entities.findIndex((entity) => entity.name === name);
  return reading.mentions.filter(({ entity }) => entity === number).map(({ span }) => text.slice(span.start, span.end));
}

describe('who is who', () => {
  test.each([
    [
      'who is given something for a purpose',
      'Chad supplied drones to Sudan for its war, officials said.',
      'Sudan',
      ['Sudan', 'its'],
    ],
    [
      'a company that says something in a statement',
      'Calder Airlines denied it. The airline said in a statement that it had paid fees to agents.',
      'Calder Airlines',
      ['Calder Airlines', 'The airline', 'it'],
    ],
    ['surname', 'Jane Holloway won. Holloway thanked voters in Leeds.', 'Jane Holloway', ['Jane Holloway', 'Holloway']],
    [
      'title and surname',
      'Grace Oduya resigned on Monday. Mayor Oduya gave no reason.',
      'Grace Oduya',
      ['Grace Oduya', 'Oduya'],
    ],
    [
      'pronouns by gender',
      'Jane Holloway met Peter Brandt. She thanked him.',
      'Jane Holloway',
      ['Jane Holloway', 'She'],
    ],
    [
      'possessive pronoun',
      'Peter Brandt resigned. His deputy will take over.',
      'Peter Brandt',
      ['Peter Brandt', 'His'],
    ],
    [
      'an office refers to who holds it',
      'Defence Minister Peter Brandt flew to Kabul. The minister met soldiers.',
      'Peter Brandt',
      ['Peter Brandt', 'The minister'],
    ],
    [
      'the subject of what somebody says',
      'Jane Holloway met Carol Marsh. Holloway, who had met Marsh, said she would resign.',
      'Jane Holloway',
      ['Jane Holloway', 'Holloway', 'she'],
    ],
    [
      'after a description that holds a name',
      'She was greeted by Andres Rojas, the director of the Colombian customs agency. Carolina Pinzon said she was glad.',
      'Carolina Pinzon',
      ['Carolina Pinzon', 'she'],
    ],
    [
      'but not for a name with another role',
      'A bank manager wept on Monday in court.\n\nPeter Brandt, the prosecutor, said little.',
      'Peter Brandt',
      ['Peter Brandt', 'the prosecutor'],
    ],
    [
      'who is asked',
      'Ana Poe spoke first. Asked whether she would dismiss Pike, Jane Holloway said no.',
      'Jane Holloway',
      ['she', 'Jane Holloway'],
    ],
    [
      'the name beside a description',
      'Sintren called a strike. The rail operator, EFE Sur, described the walkout as unfair.',
      'EFE Sur',
      ['The rail operator', 'EFE Sur'],
    ],
    [
      'the subject before others of the sex',
      'Carol Denham was found guilty of poisoning Harold Pike and Joyce Amberley. Both survived. She showed no emotion.',
      'Carol Denham',
      ['Carol Denham', 'She'],
    ],
    [
      'whom the article is about',
      'President Musa Danjuma fired the central banker, Chinedu Obiora, in the biggest shake-up since he took office.',
      'Musa Danjuma',
      ['Musa Danjuma', 'he'],
    ],
    [
      'the subject behind a title',
      'Rafael Mendes scored twice. Novo coach Luis Brandao refused to blame the referee. “It was fair,” he said.',
      'Luis Brandao',
      ['Luis Brandao', 'he'],
    ],
    [
      'nobody calls himself he',
      'Coach Héctor Arbel blamed the referee, Wilmar Pinto. “He gave a free kick that only he saw,” Arbel told reporters.',
      'Wilmar Pinto',
      ['the referee', 'Wilmar Pinto', 'He', 'he'],
    ],
    [
      'nor in the quotation that goes on',
      'The leader, Marta Lind, met Eva Roe. “It is over,” Lind said. “She lied to us.”',
      'Eva Roe',
      ['Eva Roe', 'She'],
    ],
    [
      'a company that owns the rest of a description',
      'Abyssal Metals had no plans. The company’s chief scientist, Brona Tate, left.',
      'Abyssal Metals',
      ['Abyssal Metals', 'The company'],
    ],
    [
      'an office that owns the rest of a description',
      'Prime Minister Torvald Aashe won. Sigmund Hauk, the prime minister’s cousin, lost.',
      'Torvald Aashe',
      ['Torvald Aashe', 'the prime minister'],
    ],
    [
      'a description is not who speaks of it',
      'Inspector Tariq Masood said the 43-year-old had thrown a book.',
      'Tariq Masood',
      ['Tariq Masood'],
    ],
    [
      'a union among companies',
      'The Public Workers’ Union fears for jobs. Petrus Ngama, who leads the union, wrote to Calder Holdings.',
      'Public Workers’ Union',
      ['Public Workers’ Union', 'the union'],
    ],
    [
      'what is denied is nobody',
      'Ripost Media bought the station. Its owner denied it.',
      'Ripost Media',
      ['Ripost Media', 'Its'],
    ],
    [
      'a bank behind another firm',
      'Wanjiru Kamo ran Uchum Savings Bank. Paul Otieno runs Pwani Freight. He pleaded not guilty. The bank said it was sorry.',
      'Uchum Savings Bank',
      ['Uchum Savings Bank', 'The bank', 'it'],
    ],
    [
      'nothing that is sad',
      'Calder Holdings closed the plant. Grace Oduya said it was sad.',
      'Calder Holdings',
      ['Calder Holdings'],
    ],
    [
      'a company by its kind',
      'Calder Holdings cut 200 jobs. The company blamed fuel prices.',
      'Calder Holdings',
      ['Calder Holdings', 'The company'],
    ],
  ])('%s', (_, text, name, expected) => {
    expect(mentionsOf(text, name)).toEqual(expected);
  });

  test('two people with one surname are two', () => {
    const text = 'John Marlow sued his brother. Peter Marlow denied it. John Marlow said the court would decide.';
    expect(mentionsOf(text, 'John Marlow').filter((mention) => mention === 'John Marlow')).toHaveLength(2);
    expect(mentionsOf(text, 'Peter Marlow')).toContain('Peter Marlow');
  });

  test('the one who goes by the surname alone is meant by it', () => {
    const text =
      'Prime Minister Torvald Aashe survived the vote. Aashe won by two votes.\n\nHis brother, Sigmund Aashe, runs a company. Sigmund Aashe had no comment.\n\nThe opposition said Aashe should resign.';
    expect(mentionsOf(text, 'Torvald Aashe').filter((mention) => mention === 'Aashe')).toHaveLength(2);
  });

  test('a given name alone is no surname alone', () => {
    const text =
      'Hilda Marlow met her mother’s guests. Chelsea Marlow came too, and Chelsea wept.\n\nHilda Marlow stayed.\n\nMarlow said it was late.';
    expect(mentionsOf(text, 'Hilda Marlow').filter((mention) => mention === 'Marlow').length).toBeGreaterThan(0);
  });

  test('ministries of one name are one a country', () => {
    const text =
      'Ethiopia’s Foreign Ministry said the deal was signed. Egypt’s Foreign Ministry welcomed it. The Foreign Ministry in Cairo gave no details.';
    const found = extract(text, null).entities.filter(({ type }) => type === 'ORGANISATION');
    expect(found.map(({ mentions }) => mentions.length)).toEqual([1, 2]);
  });

  test('a borough is not its council', () => {
    const reading = extract(
      'Councillors in Kesterby voted to close the library. Maureen Acklam has led Kesterby Borough Council since 2017. Nobody in Kesterby was asked.',
      null,
    );
    expect(reading.entities.map(({ type, name }) => `${type} ${name}`)).toEqual(
      expect.arrayContaining(['PLACE Kesterby', 'ORGANISATION Kesterby Borough Council']),
    );
  });

  test('a person is not a place of the same name', () => {
    const reading = extract('Paris Whitfield flew to Paris on Monday. Whitfield said she would stay in Paris.', null);
    expect(reading.entities.map(({ type, name }) => `${type} ${name}`)).toEqual(
      expect.arrayContaining(['PERSON Paris Whitfield', 'PLACE Paris']),
    );
  });

  test('a noun for its kind behind a name stands for it, a name without its legal form too', () => {
    const reading = extract(
      'Vodaline Ltd will close a plant. The CSTP union said Vodaline had promised otherwise. The company declined to comment.',
      null,
    );
    expect(
      reading.statements.map(({ speakers }) => speakers.map((speaker) => reading.entities[speaker]?.name)),
    ).toContainEqual(['CSTP']);
    expect(
      mentionsOf(
        'Vodaline Ltd will close a plant. The CSTP union said Vodaline had promised otherwise. The company declined to comment.',
        'Vodaline Ltd',
      ),
    ).toEqual(['Vodaline Ltd', 'Vodaline', 'The company']);
  });
});
