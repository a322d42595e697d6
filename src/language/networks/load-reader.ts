import { readModelFile } from '../classifiers/model-file.ts';
import { openReader, type Reader } from './network.ts';

let loaded: Reader | undefined;

/** The network of the package, by which sentences are tagged once more and parsed. Loaded once. */
export function loadReader(): Reader {
  loaded ??= openReader(readModelFile('parser'));
  return loaded;
}
