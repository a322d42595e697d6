import { PRICES } from './cost-prices.ts';

/** What is known of a selection or a field: a part of what an operation costs. */
export interface Measured {
  readonly depth: number;
  /** What it costs once, however often it is repeated: what is planned, and what one statement does for all parents. */
  readonly once: number;
  /**
   * What going through all there is of something costs, however often it is repeated, over a graph of 10,000 articles:
   * it grows with the graph.
   */
  readonly whole: number;
  /** What it costs for each object that it is asked of. */
  readonly each: number;
  /**
   * Going through the lists that hang on each object that it is asked of; and on what that object refers to, or has on
   * a page.
   */
  readonly walk: number;
  readonly near: number;
  /** In a page: what each of its items costs, beside such lists. */
  readonly rows: number;
  /** In a page: how often its total is asked for, whether there is more, and the words around hits. */
  readonly totals: number;
  readonly infos: number;
  readonly marks: number;
}

export const NOTHING: Measured = {
  depth: 0,
  once: 0,
  whole: 0,
  each: 0,
  walk: 0,
  near: 0,
  rows: 0,
  totals: 0,
  infos: 0,
  marks: 0,
};
export const LEAF: Measured = { ...NOTHING, depth: 1, once: PRICES.planned.leaf, each: PRICES.leaf.value };

/** Sums stop here, so that a cost that doubles sixty times over is still an exact number. */
const MOST = Number.MAX_SAFE_INTEGER;

/** The parts of a selection together. */
export function addMeasures(parts: readonly Measured[]): Measured {
  let [depth, once, whole, each, walk, near, rows, totals, infos, marks] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const part of parts) {
    depth = Math.max(depth, part.depth);
    once += part.once;
    whole += part.whole;
    each += part.each;
    walk += part.walk;
    near += part.near;
    rows += part.rows;
    totals += part.totals;
    infos += part.infos;
    marks += part.marks;
  }
  return {
    depth,
    once: Math.min(once, MOST),
    whole: Math.min(whole, MOST),
    each: Math.min(each, MOST),
    walk: Math.min(walk, MOST),
    near: Math.min(near, MOST),
    rows: Math.min(rows, MOST),
    totals: Math.min(totals, MOST),
    infos: Math.min(infos, MOST),
    marks: Math.min(marks, MOST),
  };
}

/** A selection of something that is of one of several types: all are planned, the dearest is read. */
export function eitherMeasure(types: readonly Measured[]): Measured {
  let [depth, once, whole, each, walk, near, rows, totals, infos, marks] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const type of types) {
    depth = Math.max(depth, type.depth);
    once += type.once;
    whole += type.whole;
    each = Math.max(each, type.each);
    walk = Math.max(walk, type.walk);
    near = Math.max(near, type.near);
    rows = Math.max(rows, type.rows);
    totals = Math.max(totals, type.totals);
    infos = Math.max(infos, type.infos);
    marks = Math.max(marks, type.marks);
  }
  return {
    depth,
    once: Math.min(once, MOST),
    whole: Math.min(whole, MOST),
    each,
    walk,
    near,
    rows,
    totals,
    infos,
    marks,
  };
}
