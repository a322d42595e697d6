import { expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { readGrammar } from '../../src/language/grammar.ts';
import { tokenText } from '../../src/language/tags.ts';

/**
 * The clauses of a text, one line a predicate: `verb LINK: who does it (where from) > object; preposition noun; by
 * agent; voice tense modality`, with what is not there left out.
 */
function clausesOf(text: string): string[] {
  const grammar = readGrammar(annotate(text));
  const { document, clauses, phrases } = grammar;
  const word = (token: number): string => tokenText(document, token);
  const lines: string[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    const clause = clauses.at(token);
    if (!clause.isPredicate) continue;
    const { source, all } = clauses.subjectsOf(token);
    const objects = [...clause.objects, ...(clause.indirectObject >= 0 ? [clause.indirectObject] : [])];
    const parts = [
      `${word(token)} ${clause.link}`,
      all.length > 0 ? `${all.map(word).join(' ')} (${source})` : 'nobody',
      ...objects.map((object) => `> ${phrases.membersOf(object).map(word).join(' ')}`),
      ...clause.obliques.map((oblique) => `${word(phrases.at(oblique).preposition)} ${word(oblique)}`),
      ...(clause.negation >= 0 ? [`no: ${word(clause.negation)}`] : []),
      ...(clause.particles.length > 0 ? [`with ${clause.particles.map(word).join(' ')}`] : []),
      [
        ...(clause.voice === 'PASSIVE' ? ['passive'] : []),
        clause.tense.toLowerCase(),
        ...(clause.isProgressive ? ['progressive'] : []),
        ...(clause.modality === 'NONE' ? [] : [clause.modality.toLowerCase()]),
      ].join(' '),
    ];
    lines.push(parts.join(', '));
  }
  return lines;
}

test.each([
  [
    'all subjects of a coordination',
    'The United States and Germany are sending tanks to Ukraine.',
    ['sending MAIN, States Germany (OWN), > tanks, to Ukraine, present progressive'],
  ],
  [
    'a subject shared by the next verb',
    'The minister met the union and signed the deal.',
    ['met MAIN, minister (OWN), > union, past', 'signed MEMBER, minister (SHARED), > deal, past'],
  ],
  [
    'a passive with its agent',
    'The town was shelled by rebels on Monday.',
    ['shelled MAIN, town (OWN), by rebels, on Monday, passive past'],
  ],
  [
    'who is ordered to leave leaves',
    'The diplomats were ordered to leave the country.',
    ['ordered MAIN, diplomats (OWN), passive past', 'leave OPEN, diplomats (UNDERSTOOD), > country, none'],
  ],
  [
    'whom somebody orders to leave leaves',
    'The court ordered the men to leave the house.',
    ['ordered MAIN, court (OWN), > men, past', 'leave OPEN, men (UNDERSTOOD), > house, none'],
  ],
  [
    'who promises to leave leaves',
    'The general promised the crowd to leave the capital.',
    ['promised MAIN, general (OWN), > crowd, past', 'leave OPEN, general (UNDERSTOOD), > capital, none'],
  ],
  [
    'who wants to leave leaves',
    'The company wants to leave the country.',
    ['wants MAIN, company (OWN), present', 'leave OPEN, company (UNDERSTOOD), > country, none'],
  ],
  [
    'whom somebody calls on to resign resigns',
    'Lawmakers called on the president to resign.',
    ['called MAIN, Lawmakers (OWN), on president, past', 'resign OPEN, president (UNDERSTOOD), none'],
  ],
  [
    'who does something while visiting visits',
    'The queen fell ill while visiting the hospital.',
    ['fell MAIN, queen (OWN), past', 'visiting ADVERBIAL, queen (UNDERSTOOD), > hospital, none'],
  ],
  [
    'a relative pronoun stands for its noun',
    'The soldiers who guarded the bridge fled.',
    ['guarded RELATIVE, soldiers (DESCRIBED), > bridge, past', 'fled MAIN, soldiers (OWN), past'],
  ],
  [
    'a participle tells of the noun before it',
    'A bomb planted by militants killed two soldiers.',
    ['planted REDUCED, bomb (DESCRIBED), by militants, passive none', 'killed MAIN, bomb (OWN), > soldiers, past'],
  ],
  ['a denied future', 'The party will not support the bill.', ['support MAIN, party (OWN), > bill, no: not, future']],
  ['what may be', 'The strike could delay flights.', ['delay MAIN, strike (OWN), > flights, none possible']],
  ['a particle', 'The army carried out an attack.', ['carried MAIN, army (OWN), > attack, with out, past']],
  [
    'what is said hangs on saying',
    'Officials said the bridge had collapsed.',
    ['said MAIN, Officials (OWN), past', 'collapsed CONTENT, bridge (OWN), past'],
  ],
  ['a noun is no clause', 'The mayor of Oslo.', []],
])('%s', (_, text, expected) => {
  expect(clausesOf(text)).toEqual(expected);
});
