import type { TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { EXPECTING } from '../lexicon/time-words.ts';

/** How many clauses upwards from a date are asked. */
const MOST_STEPS = 4;

/**
 * Whether what a date dates is still to come, as the verbs above it tell: a future or a modal, an infinitive, or what
 * is expected. The nearest verb that tells something decides.
 */
export function looksAhead({ document, clauses }: Grammar, { first, last }: TokenRange): boolean {
  const before = [first - 3, first - 2, first - 1].map((token) => tokenText(document, token)).join(' ');
  if (/(?:\bahead of(?: the)?|\b(?:for|to|until|till|next))$/i.test(before)) return true;
  let head = clauses.around(last);
  for (let steps = 0; head >= 0 && steps < MOST_STEPS; steps += 1) {
    const { tense, modality, openers, auxiliaries, governor } = clauses.at(head);
    if (EXPECTING.has(document.tokens.lemmas[head] ?? '')) return true;
    if (tense === 'FUTURE' || modality !== 'NONE') return true;
    if (openers.some((opener) => pennTag(document, opener) === 'TO')) return true;
    const isPerfect = auxiliaries.some((word) => document.tokens.lemmas[word] === 'have');
    if (tense === 'PAST' || isPerfect) return false;
    head = governor < 0 ? -1 : clauses.around(governor);
  }
  return false;
}
