import type { TokenRange } from '../../language/document.ts';
import type { ReportingVerb } from '../lexicon/speech-acts.ts';
import { chooseEnd } from './ends.ts';
import { type Page, trimMarks, wordAt } from './page.ts';
import type { Content } from './content.ts';
import type { VerbCue } from './cue.ts';

const ABOUT = /^(?:on|about|of|to|against|for|over|with|from|as)$/;

/**
 * What a verb may report in a way that its frames do not name: a clause, an object (`cited her record`), a phrase
 * (`pointed to the figures`). Most such words report nothing: only what was learned tells which do. Null where nothing
 * follows.
 */
export function findLoosely(page: Page, cue: VerbCue, bounds: TokenRange, addressee: number): Content | null {
  const { tree } = page;
  const [reading] = cue.readings;
  if (!reading || cue.isPassive) return null;
  const after = cue.range.last + 1;
  const clause = tree.childrenBy(cue.verb, 'ccomp').find((child) => child > cue.range.last);
  if (clause !== undefined) {
    const first = Math.max(after, tree.subtreeOf(clause).first);
    if (!/^(?:when|while|as|after|before|because|although|if)$/.test(wordAt(page, first)))
      return make(page, cue, bounds, reading, first, 'LOOSE_CLAUSE', addressee);
  }
  const object = tree.childrenBy(cue.verb, 'obj').find((child) => child > cue.range.last);
  if (object !== undefined)
    return make(page, cue, bounds, reading, Math.max(after, tree.subtreeOf(object).first), 'LOOSE_OBJECT', addressee);
  const phrase = tree
    .childrenBy(cue.verb, 'obl', 'advcl')
    .find(
      (child) =>
        child > cue.range.last &&
        tree.subtreeOf(child).first <= after + 1 &&
        ABOUT.test(wordAt(page, tree.subtreeOf(child).first)),
    );
  if (phrase === undefined) return null;
  const { first } = tree.subtreeOf(phrase);
  return make(page, cue, bounds, reading, wordAt(page, first) === 'as' ? first : first + 1, 'LOOSE_PHRASE', addressee);
}

function make(
  page: Page,
  cue: VerbCue,
  bounds: TokenRange,
  reading: ReportingVerb,
  first: number,
  way: Content['way'],
  addressee: number,
): Content | null {
  if (first > bounds.last) return null;
  const range = trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb: cue.verb }) });
  return range && range.first > cue.head
    ? { parts: [range], reading, addressee: addressee >= range.first ? -1 : addressee, way }
    : null;
}
