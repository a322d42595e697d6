import type { TokenRange } from '../language/document.ts';
import { FLOAT, type Masks, multiplyBlock, type Network } from '../language/networks/encoder.ts';
import { GATES, INPUT, LAYERS, ROLES, STATE } from '../language/networks/layout.ts';

const DIRECTION = STATE / 2;

/** A network that is being trained: its gradients stand one `shift` (in floats) after what they are of. */
export interface TrainedNetwork extends Network {
  readonly shift: number;
  /** Room for a matrix turned round. */
  readonly turned: number;
}

/**
 * Goes back over what `encode` did (the same tokens, sentences and masks): from the gradients of the roles and of the
 * tags' scores to those of everything learned and of the tokens' inputs.
 */
export function goBack(network: TrainedNetwork, count: number, sentences: readonly TokenRange[], masks: Masks): void {
  const { layout, arithmetic, shift } = network;
  const { floats } = arithmetic;
  const { work, tags, tagBias } = layout;
  const top = work.layers[LAYERS - 1]?.states;
  if (!top) return;
  goBackThrough(network, top.at, STATE, layout.roles.at, work.roles.at, ROLES, count);
  goBackThrough(network, top.at, STATE, tags.at, work.tags.at, tags.width, count);
  addRows(floats, shift + work.tags.at, tags.width, count, shift + tagBias.at);
  for (let layer = LAYERS - 1; layer >= 0; layer--) {
    const learned = layout.layers[layer];
    const room = work.layers[layer];
    const below = layer === 0 ? work.input : work.layers[layer - 1]?.states;
    const mask = masks.states[layer];
    if (!learned || !room || !below || !mask) continue;
    const begin = shift + room.states.at;
    for (let at = 0; at < count * STATE; at++) floats[begin + at] = (floats[begin + at] ?? 0) * (mask[at] ?? 0);
    for (const { first, last } of sentences) {
      unreadOneWay(network, layer, layer > 0 ? below.at : -1, first, last, 1);
      unreadOneWay(network, layer, layer > 0 ? below.at : -1, last, first, -1);
    }
    addRows(floats, shift + room.gates.at, GATES, count, shift + learned.bias.at);
    goBackThrough(network, below.at, below.width, learned.weights.at, room.gates.at, GATES, count);
  }
  for (let at = 0; at < count * INPUT; at++) {
    const place = shift + work.input.at + at;
    floats[place] = (floats[place] ?? 0) * (masks.input[at] ?? 0);
  }
}

/** Adds `count` rows up. */
function addRows(floats: Float32Array, from: number, width: number, count: number, into: number): void {
  for (let row = 0; row < count; row++)
    for (let at = 0; at < width; at++)
      floats[into + at] = (floats[into + at] ?? 0) + (floats[from + row * width + at] ?? 0);
}

/** The gradients of a product of rows (`from`, `inner` wide) and a matrix: of the matrix, and of the rows. */
export function goBackThrough(
  network: TrainedNetwork,
  from: number,
  inner: number,
  matrix: number,
  into: number,
  columns: number,
  count: number,
): void {
  const { arithmetic, shift, turned } = network;
  learnMatrix(network, from, inner, matrix, into, columns, count);
  const { floats } = arithmetic;
  for (let row = 0; row < inner; row++)
    for (let column = 0; column < columns; column++)
      floats[turned + column * inner + row] = floats[matrix + row * columns + column] ?? 0;
  multiplyBlock(arithmetic, shift + into, columns, turned, inner, shift + from, count);
}

/** The gradient of a matrix alone. */
export function learnMatrix(
  { arithmetic, shift }: TrainedNetwork,
  from: number,
  inner: number,
  matrix: number,
  into: number,
  columns: number,
  count: number,
): void {
  arithmetic.multiply(
    from * FLOAT,
    FLOAT,
    inner * FLOAT,
    (shift + into) * FLOAT,
    columns * FLOAT,
    (shift + matrix) * FLOAT,
    columns * FLOAT,
    inner,
    columns,
    count,
  );
}

/** One layer's gradients, one way through a sentence; `from` and `to` as it was read, gone through backwards. */
function unreadOneWay(
  { layout, arithmetic, shift }: TrainedNetwork,
  layer: number,
  below: number,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const { floats } = arithmetic;
  const room = layout.work.layers[layer];
  if (!room) return;
  const offset = step > 0 ? 0 : DIRECTION;
  for (let token = to; ; token -= step) {
    const gate = room.gates.at + token * GATES + offset;
    const cell = room.cells.at + token * STATE + offset;
    const before = cell - step * STATE;
    const state = shift + room.states.at + token * STATE + offset;
    const lower = shift + below + token * STATE + offset;
    for (let at = 0; at < DIRECTION; at++) {
      const brought = floats[gate + at] ?? 0;
      const kept = floats[gate + STATE + at] ?? 0;
      const shown = floats[gate + 2 * STATE + at] ?? 0;
      const ofState = floats[state + at] ?? 0;
      const ofCell = (floats[shift + cell + at] ?? 0) + ofState * shown;
      const previous = token === from ? 0 : (floats[before + at] ?? 0);
      if (token !== from) floats[shift + before + at] = (floats[shift + before + at] ?? 0) + ofCell * kept;
      const slope = 1 - Math.abs(brought);
      const keptSlope = 1 - Math.abs(2 * kept - 1);
      const shownSlope = 1 - Math.abs(2 * shown - 1);
      floats[shift + gate + at] = ofCell * (1 - kept) * slope * slope;
      floats[shift + gate + STATE + at] = ofCell * (previous - brought) * 0.5 * keptSlope * keptSlope;
      floats[shift + gate + 2 * STATE + at] = ofState * (floats[cell + at] ?? 0) * 0.5 * shownSlope * shownSlope;
      if (below >= 0) floats[lower + at] = (floats[lower + at] ?? 0) + ofState;
    }
    if (token === from) break;
  }
}
