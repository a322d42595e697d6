import { numberOfPenn, numberOfRelation, tokenText } from '../language/tags.ts';
import { SPEAKING_VERBS } from '../language/lexicon/name-cues.ts';
import { childNow, isAt, isNounOrPronoun, tagNow, type Draft } from './draft-trees.ts';

const NSUBJ = numberOfRelation('nsubj');
const OBJ = numberOfRelation('obj');
const PARATAXIS = numberOfRelation('parataxis');
const RELATIVE = numberOfPenn('WDT');

/**
 * `The report went over badly, said one official`: behind a comma and a verb of speaking that has no subject, the noun
 * that hangs on it is who speaks.
 */
export function turnSpeakers(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let verb = sentence.first + 2; verb < sentence.last; verb += 1) {
      if (
        !/^(?:VBD|VBZ)$/.test(tagNow(draft, verb)) ||
        !SPEAKING_VERBS.has(tokenText(document, verb)) ||
        !/^[,”"’]$/.test(tokenText(document, verb - 1))
      )
        continue;
      if (childNow(draft, verb, sentence, 'nsubj', 'csubj') >= 0 || isAt(draft, verb, 'conj', 'acl')) continue;
      const speaker = childNow(
        draft,
        verb,
        { first: verb + 1, last: sentence.last },
        'ccomp',
        'obj',
        'iobj',
        'xcomp',
        'obl:unmarked',
        'parataxis',
      );
      if (
        speaker < 0 ||
        !isNounOrPronoun(draft, speaker) ||
        childNow(draft, speaker, sentence, 'nsubj', 'cop', 'case', 'mark') >= 0
      )
        continue;
      relations[speaker] = NSUBJ;
      if ((heads[verb] ?? -1) >= 0) relations[verb] = PARATAXIS;
    }
  }
}

/**
 * `The answer, the partner told them, was simple`: a noun before the comma that opens what interrupts is the subject of
 * the verb behind the comma that closes it.
 */
export function closeInterruptions(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const sentence of document.sentences) {
    for (let verb = sentence.first + 3; verb < sentence.last; verb += 1) {
      if (!SPEAKING_VERBS.has(tokenText(document, verb)) || !/^(?:VBD|VBZ)$/.test(tagNow(draft, verb))) continue;
      const told = childNow(draft, verb, { first: verb + 1, last: sentence.last }, 'ccomp');
      const speaker = childNow(draft, verb, { first: sentence.first, last: verb - 1 }, 'nsubj');
      if (told < 0 || speaker < 0 || childNow(draft, told, sentence, 'nsubj', 'csubj', 'mark', 'expl') >= 0) continue;
      const noun = childNow(
        draft,
        verb,
        { first: sentence.first, last: speaker - 2 },
        'advcl',
        'obl',
        'obj',
        'dislocated',
        'parataxis',
        'nsubj',
        'ccomp',
      );
      if (
        noun < 0 ||
        !isNounOrPronoun(draft, noun) ||
        childNow(draft, noun, sentence, 'nsubj', 'cop', 'case', 'mark') >= 0 ||
        !hasComma(draft, verb + 1, told)
      )
        continue;
      heads[told] = heads[verb] ?? -1;
      relations[told] = relations[verb] ?? PARATAXIS;
      heads[verb] = told;
      relations[verb] = PARATAXIS;
      heads[noun] = told;
      relations[noun] = NSUBJ;
    }
  }
}

function hasComma({ document }: Draft, first: number, last: number): boolean {
  for (let token = first; token < last; token += 1) if (tokenText(document, token) === ',') return true;
  return false;
}

/**
 * `the drone that Western allies have accused Tehran of supplying`: `that` before a plural is no article, but opens a
 * clause.
 */
export function freeRelatives(draft: Draft): void {
  const { document, heads, relations, penn } = draft;
  for (let that = 1; that < document.tokens.count - 1; that += 1) {
    const noun = heads[that] ?? -1;
    const verb = heads[noun] ?? -1;
    if (
      tokenText(document, that) !== 'that' ||
      !isAt(draft, that, 'det') ||
      !/^NNP?S$/.test(tagNow(draft, noun)) ||
      noun < that ||
      verb < noun ||
      !isAt(draft, noun, 'nsubj')
    )
      continue;
    if (!isAt(draft, verb, 'acl')) continue;
    heads[that] = verb;
    relations[that] = OBJ;
    penn[that] = RELATIVE;
  }
}
