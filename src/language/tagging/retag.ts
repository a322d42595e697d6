import { MOST_TOKENS } from '../networks/layout.ts';
import { type Reader, scoreTags } from '../networks/network.ts';

/** The scores that a first tagger gives: of every token, of every pair of a Penn and a universal tag. */
export interface TagVotes {
  readonly scores: Int32Array;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

/** What a point of the first tagger counts against the network's own scores. */
const VOTE = 0.002;
/** The same for tags that the first tagger does not know: as if it had given so many points. */
const NO_VOTE = -250;

/**
 * The tags of a network that has read the sentences with the tags of a first tagger, whose scores are added: the best
 * that a token can be. Written into the columns `penn` and `universal`.
 */
export function retag(
  reader: Reader,
  states: Float32Array,
  votes: TagVotes,
  penn: Uint8Array,
  universal: Uint8Array,
  canBe: (token: number, penn: number) => boolean,
): void {
  const { floats } = reader.arithmetic;
  const { work, tags } = reader.layout;
  const classes = reader.penn.length;
  const voters = votesFor(reader, votes);
  const scores = new Float32Array(classes);
  for (let first = 0; first < penn.length; first += MOST_TOKENS) {
    const count = Math.min(MOST_TOKENS, penn.length - first);
    scoreTags(reader, states, first, count);
    for (let token = first; token < first + count; token++) {
      const from = work.tags.at + (token - first) * tags.width;
      const voted = token * votes.penn.length;
      for (let kind = 0; kind < classes; kind++) {
        const voter = voters[kind] ?? -1;
        scores[kind] = (floats[from + kind] ?? 0) + VOTE * (voter < 0 ? NO_VOTE : (votes.scores[voted + voter] ?? 0));
      }
      let best = indexOfLargest(scores);
      for (let tries = 1; tries < classes && !canBe(token, reader.penn[best] ?? 0); tries++) {
        scores[best] = Number.NEGATIVE_INFINITY;
        best = indexOfLargest(scores);
      }
      penn[token] = reader.penn[best] ?? 0;
      universal[token] = reader.universal[best] ?? 0;
    }
  }
}

/** Which class of the first tagger stands for each of the network's: the same two tags. */
function votesFor(reader: Reader, votes: TagVotes): Int32Array {
  const known = new Map(Array.from(votes.penn, (penn, kind) => [(penn << 8) | (votes.universal[kind] ?? 0), kind]));
  return Int32Array.from(reader.penn, (penn, kind) => known.get((penn << 8) | (reader.universal[kind] ?? 0)) ?? -1);
}

function indexOfLargest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
