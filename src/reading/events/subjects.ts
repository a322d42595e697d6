import { MEASURES, WRITINGS } from '../lexicon/event-words.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { Scene } from './scene.ts';

/**
 * Who does what a verb tells: its subjects by grammar, without dates; for a participle that describes what somebody has
 * written (`issued a statement condemning …`) whoever wrote it.
 */
export function subjectsOf(scene: Scene, verb: number): readonly number[] {
  const { phrases, clauses, lemma } = scene;
  const { heads } = clauses.subjectsOf(verb);
  const [noun = -1] = heads;
  if (clauses.at(verb).link === 'REDUCED' && WRITINGS.words.has(lemma(noun)) && phrases.at(noun).role === 'OBJECT') {
    const writers = clauses.at(phrases.at(noun).governor).ownSubjects;
    if (writers.length > 0) return writers;
  }
  const told = heads.filter((head) => !scene.isAside(head));
  if (told.length < 2) return told;
  // Of two subjects beside each other one may be a measure of time, or the title of the other.
  const sure = told.filter(
    (head) => !MEASURES.words.has(lemma(head)) && !(OFFICES.has(lemma(head)) && told.includes(head + 1)),
  );
  return sure.length > 0 ? sure : told;
}
