import { PRICES } from './cost-prices.ts';

/** What is known of a selection or a field: a part of what an operation costs. */
export interface Measured {
  readonly depth: number;
  /** What it costs once, however often it is repeated: what is planned, and what one statement does for all parents. */
  readonly once: number;
  /** What going through all there is of something costs, however often it is repeated, over a graph of 10,000 articles: it grows with the graph. */
  readonly walked: number;
  /** What it costs for each object that it is asked of. */
  readonly each: number;
  /** In a page: what each of its items costs. */
  readonly rows: number;
  /** In a page: how often its total is asked for, whether there is more, and the words around hits. */
  readonly totals: number;
  readonly infos: number;
  readonly marks: number;
}

export const NOTHING: Measured = { depth: 0, once: 0, walked: 0, each: 0, rows: 0, totals: 0, infos: 0, marks: 0 };
export const LEAF: Measured = { ...NOTHING, depth: 1, once: PRICES.planned.leaf, each: PRICES.leaf.value };

/** Sums stop here: what doubles sixty times over stays a number that can be told. */
const MOST = Number.MAX_SAFE_INTEGER;

/** The parts of a selection together. */
export function addMeasures(parts: readonly Measured[]): Measured {
  let [depth, once, walked, each, rows, totals, infos, marks] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const part of parts) {
    depth = Math.max(depth, part.depth);
    once += part.once;
    walked += part.walked;
    each += part.each;
    rows += part.rows;
    totals += part.totals;
    infos += part.infos;
    marks += part.marks;
  }
  return {
    depth,
    once: Math.min(once, MOST),
    walked: Math.min(walked, MOST),
    each: Math.min(each, MOST),
    rows: Math.min(rows, MOST),
    totals: Math.min(totals, MOST),
    infos: Math.min(infos, MOST),
    marks: Math.min(marks, MOST),
  };
}

/** A selection of something that is of one of several types: all are planned, the dearest is read. */
export function eitherMeasure(types: readonly Measured[]): Measured {
  let [depth, once, walked, each, rows, totals, infos, marks] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const type of types) {
    depth = Math.max(depth, type.depth);
    once += type.once;
    walked += type.walked;
    each = Math.max(each, type.each);
    rows = Math.max(rows, type.rows);
    totals = Math.max(totals, type.totals);
    infos = Math.max(infos, type.infos);
    marks = Math.max(marks, type.marks);
  }
  return { depth, once: Math.min(once, MOST), walked: Math.min(walked, MOST), each, rows, totals, infos, marks };
}
