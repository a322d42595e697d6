import type { TreebankSentence } from './treebank.ts';

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at to by for and or but as with from vs over into per via'.split(' '),
);

/** A sentence as a headline writes it: capitals on all but short function words, which some papers capitalise too. */
export function titleCased(sentence: TreebankSentence, capitaliseAll: boolean): TreebankSentence {
  const words = sentence.words.map((word, at) =>
    at > 0 && !capitaliseAll && SMALL_WORDS.has(word) ? word : capitalise(word),
  );
  return { ...sentence, words };
}

/** A sentence in capitals. */
export function upperCased(sentence: TreebankSentence): TreebankSentence {
  return { ...sentence, words: sentence.words.map((word) => word.toUpperCase()) };
}

function capitalise(word: string): string {
  return /^['’]/u.test(word) || /^n['’]t$/u.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Headlines end without a stop: the last token goes when it is one and nothing depends on it. */
export function withoutFinalStop(sentence: TreebankSentence): TreebankSentence {
  const last = sentence.words.length - 1;
  if (last < 3 || sentence.words[last] !== '.' || sentence.heads.includes(last) || sentence.heads[last] === -1)
    return sentence;
  return {
    ...sentence,
    words: sentence.words.slice(0, last),
    penn: sentence.penn.slice(0, last),
    universal: sentence.universal.slice(0, last),
    lemmas: sentence.lemmas.slice(0, last),
    heads: sentence.heads.slice(0, last),
    relations: sentence.relations.slice(0, last),
  };
}

const TITLE_SHARE = 0.12;
const UPPER_SHARE = 0.04;

/** Copies of some sentences as headlines or in capitals. */
export function makeHeadlines(treebank: readonly TreebankSentence[], random: () => number): TreebankSentence[] {
  return treebank.flatMap((sentence) => {
    const draw = random();
    if (draw < TITLE_SHARE) return [titleCased(random() < 0.6 ? withoutFinalStop(sentence) : sentence, random() < 0.3)];
    return draw < TITLE_SHARE + UPPER_SHARE ? [upperCased(sentence)] : [];
  });
}
