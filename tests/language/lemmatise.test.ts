import { describe, expect, it } from 'vitest';
import { lemmaOf } from '../../src/language/tagging/lemmatise.ts';
import type { PennTag } from '../../src/language/tags.ts';

/** Words with their lemma, by tag. */
const LEMMAS: readonly (readonly [PennTag, string])[] = [
  [
    'VBD',
    'said say|told tell|announced announce|stated state|planned plan|agreed agree|denied deny|died die|' +
      'visited visit|referred refer|argued argue|used use',
  ],
  [
    'VBD',
    'travelled travel|controlled control|called call|filled fill|noted note|needed need|wrote write|' +
      'rebuilt rebuild|had have|was be|created create|opened open',
  ],
  [
    'VBN',
    'killed kill|been be|taken take|arrested arrest|released release|sworn swear|based base|hanged hang|' +
      'challenged challenge|targeted target',
  ],
  [
    'VBG',
    'saying say|making make|running run|dying die|planning plan|according accord|leaving leave|' +
      'meeting meet|bringing bring|changing change|seeing see',
  ],
  ['VBZ', "says say|goes go|watches watch|denies deny|'s be|has have|does do|passes pass|uses use"],
  ['MD', "ca can|wo will|'ll will|'d would|could could|must must"],
  [
    'NNS',
    'ministers minister|parties party|men man|women woman|children child|wives wife|analyses analysis|' +
      'churches church|houses house|buses bus|crises crisis',
  ],
  [
    'NNS',
    'policemen policeman|drones drone|news news|troops troop|people people|MPs MP|companies company|' +
      'heroes hero|shoes shoe|series series',
  ],
  ['NNP', 'Tehran Tehran|Moscow Moscow'],
  ['NNPS', 'States State|Democrats Democrat'],
  ['JJR', 'bigger big|earlier early|better good|larger large|higher high'],
  ['JJS', 'biggest big|worst bad|latest late|strongest strong'],
  ['PRP', 'him he|them they|I I|us we|her she'],
  ['PRP$', 'his his|their their'],
  ['RB', "n't not|quickly quickly|not not"],
  ['DT', 'an a|those that|the the'],
  ['CD', '40,000 40000|two two'],
];

describe('lemmaOf', () => {
  const cases = LEMMAS.flatMap(([tag, pairs]) => pairs.split('|').map((pair) => [...pair.split(' '), tag] as const));
  it.each(cases)('%s is a form of %s (%s)', (word, lemma, tag) => {
    expect(lemmaOf(word ?? '', LEMMAS.find(([known]) => known === tag)?.[0] ?? 'NN')).toBe(lemma);
  });
});
