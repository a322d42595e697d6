import { DatelineError } from '../../errors.ts';

/** `arithmetic.wat`, compiled; a test compiles it again and compares. */
export const CODE = [
  'AGFzbQEAAAABSQdgCn9/f39/f39/f38AYAp/f39/f39/f399AGAFf39/fX0AYAl/f39/f39/f38AYAR/f39/AGAFf39/f38AYAh/',
  'f399fX19fQADCAcAAQIDBAUGBQMBABAHVwgGbWVtb3J5AgAIbXVsdGlwbHkAAA1tdWx0aXBseVNob3J0AAEHc2hvcnRlbgACCnJl',
  'YWRPbmVXYXkAAwdzdW1Sb3dzAAQGc3ByZWFkAAUFYWRhcHQABgr6EgeUBQIMfwt7AkADQCAKQQRqIAdKDQFBACELA0AgACENIAAg',
  'AWohDiAOIAFqIQ8gDyABaiEQIAMgC0ECdGohESAFIAtBAnRqIRIgEiAGaiETIBMgBmohFCAUIAZqIRUgEv0ABAAhGSAS/QAEECEa',
  'IBP9AAQAIRsgE/0ABBAhHCAU/QAEACEdIBT9AAQQIR4gFf0ABAAhHyAV/QAEECEgIAkhDANAIBH9AAQAIRYgEf0ABBAhFyAN/QkC',
  'ACEYIBkgGCAW/eYB/eQBIRkgGiAYIBf95gH95AEhGiAO/QkCACEYIBsgGCAW/eYB/eQBIRsgHCAYIBf95gH95AEhHCAP/QkCACEY',
  'IB0gGCAW/eYB/eQBIR0gHiAYIBf95gH95AEhHiAQ/QkCACEYIB8gGCAW/eYB/eQBIR8gICAYIBf95gH95AEhICANIAJqIQ0gDiAC',
  'aiEOIA8gAmohDyAQIAJqIRAgESAEaiERIAxBAWsiDA0ACyASIBn9CwQAIBIgGv0LBBAgEyAb/QsEACATIBz9CwQQIBQgHf0LBAAg',
  'FCAe/QsEECAVIB/9CwQAIBUgIP0LBBAgC0EIaiILIAhIDQALIAAgAUECdGohACAFIAZBAnRqIQUgCkEEaiEKDAALCwJAA0AgCiAH',
  'Tg0BQQAhCwNAIAAhDSADIAtBAnRqIREgBSALQQJ0aiESIBL9AAQAIRkgEv0ABBAhGiAJIQwDQCAN/QkCACEYIBkgGCAR/QAEAP3m',
  'Af3kASEZIBogGCAR/QAEEP3mAf3kASEaIA0gAmohDSARIARqIREgDEEBayIMDQALIBIgGf0LBAAgEiAa/QsEECALQQhqIgsgCEgN',
  'AAsgACABaiEAIAUgBmohBSAKQQFqIQoMAAsLC8YFAgl/DHsgCf0TIRYCQANAIAogBk4NAUEAIQsDQCAAIQ0gACABaiEOIA4gAWoh',
  'DyAPIAFqIRAgAiALQQJ0aiER/QwAAAAAAAAAAAAAAAAAAAAAIRf9DAAAAAAAAAAAAAAAAAAAAAAhGP0MAAAAAAAAAAAAAAAAAAAA',
  'ACEZ/QwAAAAAAAAAAAAAAAAAAAAAIRr9DAAAAAAAAAAAAAAAAAAAAAAhG/0MAAAAAAAAAAAAAAAAAAAAACEc/QwAAAAAAAAAAAAA',
  'AAAAAAAAIR39DAAAAAAAAAAAAAAAAAAAAAAhHiAIIQwDQCAR/QAEACETIBH9AAQQIRQgDf0JAgAhFSAXIBUgE/26Af2uASEXIBgg',
  'FSAU/boB/a4BIRggDv0JAgAhFSAZIBUgE/26Af2uASEZIBogFSAU/boB/a4BIRogD/0JAgAhFSAbIBUgE/26Af2uASEbIBwgFSAU',
  '/boB/a4BIRwgEP0JAgAhFSAdIBUgE/26Af2uASEdIB4gFSAU/boB/a4BIR4gDUEEaiENIA5BBGohDiAPQQRqIQ8gEEEEaiEQIBEg',
  'A2ohESAMQQFrIgwNAAsgBCALQQJ0aiESIBIgEv0ABAAgFiAX/foB/eYB/eQB/QsEACASIBL9AAQQIBYgGP36Af3mAf3kAf0LBBAg',
  'EiAFaiESIBIgEv0ABAAgFiAZ/foB/eYB/eQB/QsEACASIBL9AAQQIBYgGv36Af3mAf3kAf0LBBAgEiAFaiESIBIgEv0ABAAgFiAb',
  '/foB/eYB/eQB/QsEACASIBL9AAQQIBYgHP36Af3mAf3kAf0LBBAgEiAFaiESIBIgEv0ABAAgFiAd/foB/eYB/eQB/QsEACASIBL9',
  'AAQQIBYgHv36Af3mAf3kAf0LBBAgC0EIaiILIAdIDQALIAAgAUECdGohACAEIAVBAnRqIQQgCkEEaiEKDAALCwt2AgF/A3sgACAB',
  'QQJ0aiEFIAP9EyEGIAT9EyEHIAf94QEhCANAIAIgCCAHIAYgAP0ABAD95gH96AH96QH9av34ASAIIAcgBiAA/QAEEP3mAf3oAf3p',
  'Af1q/fgB/YUB/QsEACACQRBqIQIgAEEgaiIAIAVJDQALC/oCAgV/Bnv9DAAAgD8AAIA/AACAPwAAgD8hEv0MAAAAPwAAAD8AAAA/',
  'AAAAPyETA0AgACEJIAMhCiAEIQsgBSEM/QwAAAAAAAAAAAAAAAAAAAAAIQ4gByENA0AgCf0ABAAhDyAPIBIgD/3gAf3kAf3nASEP',
  'IAkgD/0LBAAgCSACav0ABAAhECATIBMgECASIBD94AH95AH95wH95gH95AEhECAJIAJqIBD9CwQAIAkgAkEBdGr9AAQAIREgEyAT',
  'IBEgEiAR/eAB/eQB/ecB/eYB/eQBIREgCSACQQF0aiAR/QsEACAQIA795gEgEiAQ/eUBIA/95gH95AEhDiAKIA79CwQAIBEgDv3m',
  'ASERIAUEQCARIAz9AAQA/eQBIRELIAsgEf0LBAAgCSABaiEJIAogBmohCiALIAZqIQsgDCAGaiEMIA1BAWsiDQ0ACyAAQRBqIQAg',
  'A0EQaiEDIARBEGohBCAFBEAgBUEQaiEFCyAIQQRrIghBAEoNAAsLmwECBH8CeyAAIAFBAnRqIQUgAkECdCECA0D9DAAAAAAAAAAA',
  'AAAAAAAAAAAhCP0MAAAAAAAAAAAAAAAAAAAAACEJIAAhBANAIAQoAgAgBmohByAIIAf9AAQA/eQBIQggCSAH/QAEEP3kASEJIARB',
  'BGoiBCAFSQ0ACyADIAZqIAj9CwQAIAMgBmogCf0LBBAgBkEgaiIGIAJJDQALC34CBH8CeyAAIAFBAnRqIQYgAkECdCECA0AgAyAH',
  'av0ABAAhCSADIAdq/QAEECEKIAAhBQNAIAUoAgAgB2ogBGohCCAIIAkgCP0ABAD95AH9CwQAIAggCiAI/QAEEP3kAf0LBBAgBUEE',
  'aiIFIAZJDQALIAdBIGoiByACSQ0ACwuKAgIEfwp7IAAgAUECdGohCCAAIAJqIQkgCSACaiEKIAogAmohCyAE/RMhD0MAAIA/IAST',
  '/RMhECAF/RMhEUMAAIA/IAWT/RMhEiAD/RMhEyAG/RMhFCAH/RMhFQNAIBUgCf0ABAD95gEhDCAJ/QwAAAAAAAAAAAAAAAAAAAAA',
  '/QsEACAPIAr9AAQA/eYBIBAgDP3mAf3kASENIAogDf0LBAAgESAL/QAEAP3mASASIAwgDP3mAf3mAf3kASEOIAsgDv0LBAAgACAA',
  '/QAEACATIA395gEgDv3jASAU/eQB/ecB/eUB/QsEACAJQRBqIQkgCkEQaiEKIAtBEGohCyAAQRBqIgAgCEkNAAsL',
].join('');

/** The size of a page of memory, in bytes. */
const PAGE = 65_536;

/**
 * Arithmetic on 32-bit floats, four at a time, over one memory of its own (`arithmetic.wat` says what each does). All
 * places and steps are in bytes, all numbers of columns multiples of 8.
 */
export interface Arithmetic {
  /** The memory, as floats and as whole numbers of 32 and of 16 bits. */
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  readonly shorts: Int16Array;
  multiply(
    left: number,
    leftRow: number,
    leftStep: number,
    right: number,
    rightRow: number,
    into: number,
    intoRow: number,
    rows: number,
    columns: number,
    inner: number,
  ): void;
  multiplyShort(
    left: number,
    leftRow: number,
    right: number,
    rightRow: number,
    into: number,
    intoRow: number,
    rows: number,
    columns: number,
    pairs: number,
    scale: number,
  ): void;
  shorten(from: number, count: number, into: number, scale: number, limit: number): void;
  readOneWay(
    gate: number,
    gateStep: number,
    width: number,
    cell: number,
    state: number,
    below: number,
    step: number,
    count: number,
    columns: number,
  ): void;
  sumRows(list: number, count: number, columns: number, into: number): void;
  spread(list: number, count: number, columns: number, from: number, shift: number): void;
  adapt(
    at: number,
    count: number,
    shift: number,
    rate: number,
    meanKeep: number,
    squareKeep: number,
    tiny: number,
    scale: number,
  ): void;
}

type Exports = Omit<Arithmetic, 'floats' | 'integers' | 'shorts'> & { readonly memory: WebAssembly.Memory };

/** The arithmetic with a memory of its own of at least so many floats, all of them 0. */
export function makeArithmetic(size: number): Arithmetic {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(CODE, 'base64')));
  if (!areExports(exports)) throw new DatelineError('INTERNAL', 'The arithmetic of the networks is damaged.');
  const { memory, ...functions } = exports;
  const missing = size * 4 - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  const { buffer } = memory;
  return {
    ...functions,
    floats: new Float32Array(buffer),
    integers: new Int32Array(buffer),
    shorts: new Int16Array(buffer),
  };
}

const NAMES = ['memory', 'multiply', 'multiplyShort', 'shorten', 'readOneWay', 'sumRows', 'spread', 'adapt'];

function areExports(value: unknown): value is Exports {
  return typeof value === 'object' && value !== null && NAMES.every((name) => name in value);
}
