import type { TokenRange } from '../../language/document.ts';
import { GO_BETWEENS, ISSUING_VERBS, MEDIA_NOUNS, NETWORKS } from '../lexicon/media.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Draft } from './draft.ts';
import { endOfParts, isNoun } from './noun-phrases.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** The words that name what a statement was spoken or written through. */
type MediumRule = Rule<readonly [Page, Draft], TokenRange>;

export const MEDIUM_RULES: readonly MediumRule[] = [
  {
    name: 'statements/medium/issued by who speaks',
    examples: ['Roe issued a statement saying the plan was dead.', 'The union issued a report saying that wages fell.'],
    nearMisses: ['Roe said the statement was a joke.'],
    apply: (page, { head }) => {
      const { link, governor } = page.clauses.at(head);
      const issued = link === 'ADVERBIAL' ? page.clauses.at(governor).objects : [governor];
      const medium = page.tagOf(head) === 'VBG' || link === 'REDUCED' ? issued.find((noun) => noun < head) : undefined;
      if (!/^(?:REDUCED|ADVERBIAL)$/.test(link) || medium === undefined || issuerOf(page, medium) < 0) return null;
      return trimMarks(page, { first: page.phrases.at(medium).first, last: medium });
    },
  },
  {
    name: 'statements/medium/quoted by',
    examples: [
      'Ida Roe was quoted as saying by Interfax that talks had failed.',
      'The minister was quoted as saying by the Nova news agency that the road was open.',
      'The minister was quoted as telling envoys by Interfax that the road was open.',
    ],
    nearMisses: ['The minister was quoted as saying that the road was open.', 'The plan was condemned by Interfax.'],
    apply: (page, { head, cue, addressee }) => {
      const next = (cue?.last ?? head) + 1;
      const told = addressee >= next ? endOfParts(page, next, sentenceOf(page, head).last) : -1;
      const by = wordAt(page, next) !== 'by' && told >= addressee ? told + 1 : next;
      if (wordAt(page, head + 1) !== 'as' || wordAt(page, by) !== 'by') return null;
      const last = endOfParts(page, by + 1, sentenceOf(page, head).last);
      return last > by && isNoun(page, last) ? { first: by + 1, last } : null;
    },
  },
  {
    name: 'statements/medium/beside the cue',
    examples: [
      'In a tweet, Roe called Hale a coward.',
      'Ida Roe said in an interview with El Norte that she would resign.',
      'Speaking on Radio Cordillera, he said the road was open.',
    ],
    nearMisses: ['Ida Roe said the letter was a fake.', 'Ida Roe said in May that she would resign.'],
    apply: mediumNear,
  },
];

/** The medium that a reporting clause names: `in a tweet`, `in an interview with El Norte`, `via email`; or null. */
export function mediumOf(page: Page, draft: Draft): TokenRange | null {
  return draft.cue && applyFirst(MEDIUM_RULES, page.ledger, page, draft);
}

/**
 * Whoever issued what a participle describes: `Roe` of `Roe issued a statement saying …`. -1 where the noun is no
 * medium, or nobody issued it.
 */
export function issuerOf(page: Page, noun: number): number {
  const { lemmas } = page.document.tokens;
  const { role, governor } = page.phrases.at(noun);
  const isIssued =
    role === 'OBJECT' && MEDIA_NOUNS.has(lemmas[noun] ?? '') && ISSUING_VERBS.has(lemmas[governor] ?? '');
  return isIssued ? (page.clauses.at(governor).ownSubjects.find((subject) => subject < governor) ?? -1) : -1;
}

/** How far from its cue a medium may stand, in tokens. */
const NEAR = 14;

/** A medium with its preposition near a cue, or at the start of its sentence, outside of content and source. */
function mediumNear(page: Page, draft: Draft): TokenRange | null {
  const { phrases } = page;
  const sentence = sentenceOf(page, draft.head);
  const isOpening = /^(?:in|via|on|through)$/.test(wordAt(page, sentence.first));
  const isOutside = (token: number): boolean =>
    [...draft.content, ...(draft.source ? [draft.source] : [])].every(
      (part) => token < part.first || part.last < token,
    );
  const first = Math.max(sentence.first, draft.head - NEAR);
  const last = Math.min(sentence.last, draft.head + NEAR);
  const opening = isOpening
    ? [0, 1, 2, 3, 4, 5].map((step) => sentence.first + step).filter((token) => token < first)
    : [];
  for (const noun of [...opening, ...Array.from({ length: last - first + 1 }, (_, step) => first + step)]) {
    const { preposition, last: end } = phrases.at(noun);
    if (
      preposition < 0 ||
      !isMedium(page, noun, wordAt(page, preposition)) ||
      !isOutside(noun) ||
      !isOutside(preposition)
    )
      continue;
    return trimMarks(page, { first: preposition + 1, last: Math.max(end, receiverOf(page, noun)) });
  }
  return null;
}

/**
 * Whether a noun is what people speak through after a preposition: `in a letter`, `on Facebook`, `on Radio Quito`, `via
 * his lawyer`.
 */
function isMedium(page: Page, noun: number, preposition: string): boolean {
  const lemmaAt = (token: number): string => (page.document.tokens.lemmas[token] ?? '').toLowerCase();
  if (/^(?:via|through)$/.test(preposition) && GO_BETWEENS.has(lemmaAt(noun))) return true;
  const words = page.tagOf(noun).startsWith('NNP') ? [noun, ...page.phrases.at(noun).nouns] : [noun];
  const isNamed = words.map(lemmaAt).some((lemma) => MEDIA_NOUNS.has(lemma) || NETWORKS.has(lemma));
  return isNamed && /^(?:in|via|on|through|by)$/.test(preposition);
}

/** The end of `with El Norte`, `to the Guardian` right after a medium, or -1. */
function receiverOf(page: Page, noun: number): number {
  const { phrases } = page;
  const receiver = phrases.at(noun).complements.find((one) => {
    const { preposition, first } = phrases.at(one);
    return (
      preposition === phrases.at(noun).last + 1 &&
      first > preposition &&
      (/^(?:with|to|for)$/.test(wordAt(page, preposition)) || NETWORKS.has(wordAt(page, one)))
    );
  });
  return receiver !== undefined && page.tagOf(receiver).startsWith('NNP') ? phrases.at(receiver).last : -1;
}
