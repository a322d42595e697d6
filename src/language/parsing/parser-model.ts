import { type ModelFile, readModelFile } from '../classifiers/model-file.ts';
import { ThreeWayModel } from '../classifiers/three-way-model.ts';
import { openReader, type Reader } from '../networks/network.ts';

/** A loaded parser: the network that reads sentences and chooses steps and relations, and where marks are attached. */
export interface ParserModel {
  readonly reader: Reader;
  readonly marks: ThreeWayModel;
}

let loaded: ParserModel | undefined;

/** The parser of the package. Loaded once. */
export function loadParser(): ParserModel {
  loaded ??= openParser(readModelFile('parser'));
  return loaded;
}

/** Makes a parser of its file. */
export function openParser(file: ModelFile): ParserModel {
  return { reader: openReader(file), marks: ThreeWayModel.from(file, 'marks') };
}
