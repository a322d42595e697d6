import { PENN_TAGS, RELATIONS, UNIVERSAL_TAGS } from '../tags.ts';

/** How many numbers describe a token before and after it has been read in its sentence; half of the latter each way. */
export const INPUT = 96;
export const STATE = 192;
/** Of each layer: what a token brings, how much of what was there is kept, and how much of it shows. */
export const GATES = STATE * 3;
export const LAYERS = 2;
/** The numbers between a parser's state and its choice of a step, and between an arc and its relation. */
export const STEP = 96;
export const ARC = 64;
/** What a token can be to a step (on the stack: first, second, third; to come: first, second), and to an arc. */
export const STEP_ROLES = 5;
export const ARC_ROLES = 3;
export const ROLES = STEP_ROLES * STEP + ARC_ROLES * ARC;
/** Columns come in eights. */
export const RELATION_COLUMNS = Math.ceil(RELATIONS.length / 8) * 8;
export const STEP_COLUMNS = 8;
/** The most tokens that are read at once: twice as many as the longest sentence has. */
export const MOST_TOKENS = 512;

/** The tables of what describes a token, with the number of their rows: powers of two where hashes are folded. */
const TOKEN_TABLES = {
  suffix2: 1024,
  suffix3: 4096,
  suffix4: 4096,
  prefix2: 1024,
  prefix3: 4096,
  shape: 1024,
  casing: 32,
  forms: 2048,
  nounSense: 32,
  verbSense: 16,
  frames: 256,
  penn: PENN_TAGS.length,
  universal: UNIVERSAL_TAGS.length,
} as const;

/** The rows of a table of tags or relations: with the root, and with nothing at all. */
export const TAG_ROWS = 64;
/** A pair of universal tags, the root and nothing among them, as one number. */
export const PAIR = 21;
const PAIR_ROWS = PAIR * PAIR;

/** The tables of what describes a parser's state, beside the tokens themselves. */
const STEP_TABLES = {
  always: 1,
  topLeftRelation: TAG_ROWS,
  topRightRelation: TAG_ROWS,
  topRight2Relation: TAG_ROWS,
  belowLeftRelation: TAG_ROWS,
  belowRightRelation: TAG_ROWS,
  belowRight2Relation: TAG_ROWS,
  nextLeftRelation: TAG_ROWS,
  topLeftTag: TAG_ROWS,
  topRightTag: TAG_ROWS,
  belowRightTag: TAG_ROWS,
  nextLeftTag: TAG_ROWS,
  topAndNext: PAIR_ROWS,
  belowAndTop: PAIR_ROWS,
  topToNext: 16,
  belowToTop: 16,
  topCounts: 16,
  belowCounts: 16,
  topSet: 1024,
  belowSet: 1024,
  nextSet: 1024,
  allSets: 2048,
  markBeforeNext: 256,
  markBeforeTop: 256,
  lastMark: 64,
  betweenTopAndNext: 16,
  betweenBelowAndTop: 16,
  finiteVerbs: 16,
} as const;

/** The tables of what describes an arc, beside its tokens. */
const ARC_TABLES = {
  always: 1,
  distance: 32,
  leftRelation: TAG_ROWS,
  left2Relation: TAG_ROWS,
  rightRelation: TAG_ROWS,
  leftWord: 2048,
  left2Word: 2048,
  headSet: 2048,
  leftSet: 1024,
  rightSet: 1024,
  markBefore: 256,
  markAfter: 256,
  tags: PAIR_ROWS,
  between: 32,
  edge: 4,
  headTag: TAG_ROWS,
  dependentTag: TAG_ROWS,
} as const;

type TokenTable = keyof typeof TOKEN_TABLES;
type StepTable = keyof typeof STEP_TABLES;
type ArcTable = keyof typeof ARC_TABLES;

/** A matrix in the network's memory, row by row; `at` counts floats. */
export interface Block {
  readonly at: number;
  readonly rows: number;
  readonly width: number;
}

/** Where everything of a network lies in its memory. */
export interface Layout {
  readonly token: Readonly<Record<TokenTable, Block>>;
  readonly step: Readonly<Record<StepTable, Block>>;
  readonly arc: Readonly<Record<ArcTable, Block>>;
  readonly layers: readonly { readonly weights: Block; readonly bias: Block }[];
  readonly roles: Block;
  /** The roles of the root and of nothing. */
  readonly rootRoles: Block;
  readonly noRoles: Block;
  readonly tags: Block;
  readonly tagBias: Block;
  readonly steps: Block;
  readonly stepBias: Block;
  readonly relations: Block;
  readonly relationBias: Block;
  /** Every block that is learned, by name: what a model file holds. */
  readonly learned: ReadonlyMap<string, Block>;
  /** Where the learned blocks end. */
  readonly learnedSize: number;
  readonly work: WorkSpace;
  readonly size: number;
}

/** Room for the tokens that are read at once. */
export interface WorkSpace {
  readonly input: Block;
  readonly layers: readonly { readonly gates: Block; readonly cells: Block; readonly states: Block }[];
  readonly roles: Block;
  readonly tags: Block;
  readonly stepHidden: Block;
  readonly stepScores: Block;
  readonly arcHidden: Block;
  readonly arcScores: Block;
  readonly list: Block;
}

/** Hands out blocks of a memory, one after the other. */
export class Allotter {
  readonly named = new Map<string, Block>();
  /** A few numbers at the beginning stay free, so that no place is 0. */
  size = 8;

  make(name: string, rows: number, width: number): Block {
    const block = { at: this.size, rows, width };
    this.named.set(name, block);
    this.size += Math.ceil((rows * width) / 8) * 8;
    return block;
  }
}

/**
 * Lays out a network that tells so many classes of tags apart, with room for `tokens` tokens at once. What training
 * alone needs comes after the learned blocks that are shipped (`extra`), as `[name, rows, width]`.
 */
export function layOut(
  tagClasses: number,
  tokens: number = MOST_TOKENS,
  extra: readonly (readonly [string, number, number])[] = [],
): Layout {
  const allotter = new Allotter();
  const make = (name: string, rows: number, width: number): Block => allotter.make(name, rows, width);
  const tagColumns = Math.ceil(tagClasses / 8) * 8;
  const token = makeTables(TOKEN_TABLES, (name, rows) => make(`token.${name}`, rows, INPUT));
  const step = makeTables(STEP_TABLES, (name, rows) => make(`step.${name}`, rows, STEP));
  const arc = makeTables(ARC_TABLES, (name, rows) => make(`arc.${name}`, rows, ARC));
  const layers = Array.from({ length: LAYERS }, (_, layer) => ({
    weights: make(`layer${layer}.weights`, layer === 0 ? INPUT : STATE, GATES),
    bias: make(`layer${layer}.bias`, 1, GATES),
  }));
  const learned = {
    roles: make('roles', STATE, ROLES),
    rootRoles: make('roles.root', 1, ROLES),
    noRoles: make('roles.none', 1, ROLES),
    tags: make('tags', STATE, tagColumns),
    tagBias: make('tags.bias', 1, tagColumns),
    steps: make('steps', STEP, STEP_COLUMNS),
    stepBias: make('steps.bias', 1, STEP_COLUMNS),
    relations: make('relations', ARC, RELATION_COLUMNS),
    relationBias: make('relations.bias', 1, RELATION_COLUMNS),
  };
  for (const [name, rows, width] of extra) make(name, rows, width);
  const learnedSize = allotter.size;
  const named = new Map(allotter.named);
  const work = {
    input: make('work.input', tokens, INPUT),
    layers: Array.from({ length: LAYERS }, (_, layer) => ({
      gates: make(`work.gates${layer}`, tokens, GATES),
      cells: make(`work.cells${layer}`, tokens, STATE),
      states: make(`work.states${layer}`, tokens, STATE),
    })),
    roles: make('work.roles', tokens, ROLES),
    tags: make('work.tags', tokens, tagColumns),
    stepHidden: make('work.stepHidden', 1, STEP),
    stepScores: make('work.stepScores', 1, STEP_COLUMNS),
    arcHidden: make('work.arcHidden', 1, ARC),
    arcScores: make('work.arcScores', 1, RELATION_COLUMNS),
    list: make('work.list', 1, 64),
  };
  return { token, step, arc, layers, ...learned, learned: named, learnedSize, work, size: allotter.size };
}

function makeTables<Name extends string>(
  rows: Readonly<Record<Name, number>>,
  make: (name: string, rows: number) => Block,
): Record<Name, Block>;
function makeTables(
  rows: Readonly<Record<string, number>>,
  make: (name: string, rows: number) => Block,
): Record<string, Block> {
  return Object.fromEntries(Object.entries(rows).map(([name, count]) => [name, make(name, count)]));
}
