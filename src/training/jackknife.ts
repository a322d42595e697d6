import { tagFirst } from '../language/tagging/tag.ts';
import { describeWords, type WordFeatures } from '../language/tagging/word-features.ts';
import type { Segmented } from '../language/text/sentences.ts';
import { segmentTreebank } from './segmented-treebank.ts';
import { encodeTagger, tagTreebank, trainTagger } from './train-tagger.ts';
import type { TreebankSentence } from './treebank.ts';

export interface TaggedTreebank extends Segmented {
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  readonly words: WordFeatures;
}

/** These taggers need not be small or fast: they keep all but the least of their weights, and look no word up. */
const LEAST_WEIGHT = 2;

/**
 * A treebank with tags as they will be at run time: each part is tagged by a tagger that was trained on the others, so
 * that what is trained on the tags learns their mistakes too. Sentences are parted by document. After the treebank come
 * `copies` of its sentences as headlines, which are tagged with the part that they were made of, and `others`, tagged
 * by the package's own tagger, which has not learned from them.
 */
export function jackknifeTags(
  treebank: readonly TreebankSentence[],
  parts: number,
  options: { seed: number; epochs: number; log: (line: string) => void },
  copies: readonly TreebankSentence[] = [],
  others: readonly TreebankSentence[] = [],
): TaggedTreebank {
  const known = [...treebank, ...copies];
  const segmented = segmentTreebank([...known, ...others]);
  const penn = new Uint8Array(segmented.count);
  const universal = new Uint8Array(segmented.count);
  const documents = new Map<string, number>();
  const partOf = known.map(({ document }) => {
    const number = documents.get(document) ?? documents.size;
    documents.set(document, number);
    return number % parts;
  });
  for (let part = 0; part < parts; part++) {
    options.log(`tagger without part ${part + 1} of ${parts}`);
    const tagger = trainTagger(
      treebank.filter((_, at) => partOf[at] !== part),
      { ...options, log: () => undefined },
    );
    const bytes = encodeTagger({ ...tagger, sure: new Map() }, LEAST_WEIGHT);
    const held = known.map((_, at) => at).filter((at) => partOf[at] === part);
    const tagged = tagTreebank(
      bytes,
      held.flatMap((at) => known[at] ?? []),
    );
    let from = 0;
    for (const at of held) {
      const range = segmented.sentences[at];
      if (range === undefined) continue;
      const length = range.last - range.first + 1;
      penn.set(tagged.penn.subarray(from, from + length), range.first);
      universal.set(tagged.universal.subarray(from, from + length), range.first);
      from += length;
    }
  }
  if (others.length > 0) {
    const tagged = tagFirst(segmentTreebank(others));
    penn.set(tagged.penn, segmented.count - tagged.count);
    universal.set(tagged.universal, segmented.count - tagged.count);
  }
  return { ...segmented, penn, universal, words: describeWords(segmented) };
}
