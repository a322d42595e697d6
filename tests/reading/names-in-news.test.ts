import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import type { EntityType, Reading } from '../../src/reading/reading.ts';

interface Paragraph {
  readonly about: string;
  readonly text: string;
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
}

/** Every name of each paragraph, whose people, companies and events are invented. */
const PARAGRAPHS: readonly Paragraph[] = [
  {
    about: 'ministries with and without their country',
    text: 'Vietnamese Foreign Minister Tran Quoc Hung met his Hungarian counterpart, Zsófia Kerekes, in Hanoi on Tuesday. Hung said the Foreign Ministry would open a consulate in Debrecen next year. The Hungarian Foreign Ministry confirmed the plan.',
    people: ['Tran Quoc Hung', 'Zsófia Kerekes'],
    organisations: ['Foreign Ministry', 'Hungarian Foreign Ministry'],
    places: ['Hanoi', 'Debrecen'],
  },
  {
    about: 'an agency with its acronym in brackets',
    text: 'The National Agency for Food and Drug Control (NAFDC) closed two factories in Lagos on Monday. NAFDC director Chukwuemeka Obiora said the owners had ignored four warnings. Obiora promised more inspections.',
    people: ['Chukwuemeka Obiora'],
    organisations: ['National Agency for Food and Drug Control'],
    places: ['Lagos'],
  },
  {
    about: 'an armed group and an army',
    text: 'Fighters of the Northern Liberation Front attacked an army post near Gao in northern Mali on Sunday, killing six soldiers. The Malian Armed Forces said they had repelled the attack. The front, known as the NLF, did not comment.',
    people: [],
    organisations: ['Northern Liberation Front', 'Malian Armed Forces'],
    places: ['Gao', 'Mali'],
  },
  {
    about: 'parties and a parliament',
    text: 'Bulgaria’s parliament rejected the budget after the Democratic Renewal Party walked out. Its leader, Stoyan Velchev, accused the Agrarian Union of betrayal. Velchev said his party would not return to the National Assembly.',
    people: ['Stoyan Velchev'],
    organisations: ['Democratic Renewal Party', 'Agrarian Union', 'National Assembly'],
    places: ['Bulgaria'],
  },
  {
    about: 'media that report',
    text: 'The daily Al-Masar reported on Friday that Omar al-Khatib had left Amman for Doha. Radio Levant, a private station, quoted an aide of al-Khatib as denying it.',
    people: ['Omar al-Khatib'],
    organisations: ['Al-Masar', 'Radio Levant'],
    places: ['Amman', 'Doha'],
  },
  {
    about: 'a university and a hospital',
    text: 'Researchers at the University of Tartu and at Saint Brigid’s Hospital in Dublin followed 4,000 patients. “The effect is small,” said Liis Tamm, who led the study. The Estonian Research Council paid for it.',
    people: ['Liis Tamm'],
    organisations: ['University of Tartu', 'Saint Brigid’s Hospital', 'Estonian Research Council'],
    places: ['Dublin'],
  },
  {
    about: 'Chinese names, the surname first',
    text: 'Commerce Minister Zhao Lixin will visit Jakarta next week, the Commerce Ministry said. Zhao is to meet Indonesian Trade Minister Wahyu Pranoto, officials at the Trade Ministry said.',
    people: ['Zhao Lixin', 'Wahyu Pranoto'],
    organisations: ['Commerce Ministry', 'Trade Ministry'],
    places: ['Jakarta'],
  },
  {
    about: 'Indian names and a regulator',
    text: 'The Securities Board of India fined Narmada Steel Ltd on Wednesday. Chairwoman Lakshmi Venkataraman told the Mumbai Herald that the company had hidden its debts. Narmada Steel said it would appeal to the High Court.',
    people: ['Lakshmi Venkataraman'],
    organisations: ['Securities Board of India', 'Narmada Steel Ltd', 'Mumbai Herald', 'High Court'],
    places: [],
  },
  {
    about: 'Latin American names with two surnames',
    text: 'Ecuador’s Interior Minister, María Fernanda Salcedo Ruiz, resigned on Tuesday. Salcedo had clashed with the Policía Nacional over an operation in Guayaquil. President Andrés Villacís thanked her.',
    people: ['María Fernanda Salcedo Ruiz', 'Andrés Villacís'],
    organisations: ['Policía Nacional'],
    places: ['Ecuador', 'Guayaquil'],
  },
  {
    about: 'Slavic names and a state company',
    text: 'Oleksandr Hrytsenko, head of the state grid operator Ukrvolt, said repairs in Kharkiv would take a week. Hrytsenko spoke after strikes that the Energy Ministry blamed on Russia. Ukrvolt supplies nine regions.',
    people: ['Oleksandr Hrytsenko'],
    organisations: ['Ukrvolt', 'Energy Ministry'],
    places: ['Kharkiv', 'Russia'],
  },
  {
    about: 'Arabic names with particles',
    text: 'Sheikh Hamad bin Rashid Al-Nuaimi, the Qatari mediator, met Hamas and Fatah officials in Cairo. Abdel Rahman Shaheen, a Fatah spokesman, said the Palestinian Authority was ready. Shaheen gave no date.',
    people: ['Hamad bin Rashid Al-Nuaimi', 'Abdel Rahman Shaheen'],
    organisations: ['Hamas', 'Fatah', 'Palestinian Authority'],
    places: ['Cairo'],
  },
  {
    about: 'unions and a railway',
    text: 'The Transport Workers’ Union called off its strike at Northern Rail on Monday. Gwen Archer, the union’s general secretary, said Northern Rail had made a fair offer. The Department for Transport welcomed the deal.',
    people: ['Gwen Archer'],
    organisations: ['Transport Workers’ Union', 'Northern Rail', 'Department for Transport'],
    places: [],
  },
  {
    about: 'courts and prosecutors',
    text: 'A court in Medan sentenced Budi Santoso to nine years. The Corruption Eradication Commission had asked for twelve. Prosecutors from the Attorney General’s Office said Santoso took bribes from Sinar Logistics.',
    people: ['Budi Santoso'],
    organisations: ['Corruption Eradication Commission', 'Attorney General’s Office', 'Sinar Logistics'],
    places: ['Medan'],
  },
  {
    about: 'banks and a fund',
    text: 'The Central Bank of Kenya raised its rate to 11% on Thursday. Analysts at Meridian Capital had expected it. The International Monetary Fund (IMF) praised the move, and the IMF’s envoy, Ingrid Solheim, called it overdue.',
    people: ['Ingrid Solheim'],
    organisations: ['Central Bank of Kenya', 'Meridian Capital', 'International Monetary Fund'],
    places: [],
  },
  {
    about: 'police forces and a coast guard',
    text: 'The Greek Coast Guard rescued 61 people off Lesbos on Sunday. Nikolaos Drakos of the Hellenic Police said the boat had come from Turkey. The Turkish Coast Guard Command did not answer calls.',
    people: ['Nikolaos Drakos'],
    organisations: ['Greek Coast Guard', 'Hellenic Police', 'Turkish Coast Guard Command'],
    places: ['Lesbos', 'Turkey'],
  },
  {
    about: 'a think-tank, a front and a person by her surname alone',
    text: 'Support for the National Front has doubled, according to the Warsaw Institute for Public Opinion. Its director, Agnieszka Zielinska, blamed prices. “People are angry,” Zielinska told TVP World.',
    people: ['Agnieszka Zielinska'],
    organisations: ['National Front', 'Warsaw Institute for Public Opinion', 'TVP World'],
    places: [],
  },
];

function namesOf({ entities }: Reading, type: EntityType): string[] {
  return entities.filter((entity) => entity.type === type && entity.mentions.length > 0).map(({ name }) => name);
}

test.each(PARAGRAPHS)('$about', ({ text, people, organisations, places }) => {
  const reading = extract(text, null);
  const found = {
    people: namesOf(reading, 'PERSON').sort(),
    organisations: namesOf(reading, 'ORGANISATION').sort(),
    places: namesOf(reading, 'PLACE').sort(),
  };
  expect(found).toEqual({
    people: [...people].sort(),
    organisations: [...organisations].sort(),
    places: [...places].sort(),
  });
});
