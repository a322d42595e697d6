/** A figure measured after training, for the model card. */
export interface TrainingScore {
  readonly measure: string;
  readonly data: string;
  /** In percent. */
  readonly value: number;
}

/** What a trainer is given. */
export interface TrainingContext {
  /** The folder of corpora. */
  readonly corpora: string;
  readonly seed: number;
  readonly log: (line: string) => void;
  /** Stores a model's uncompressed bytes under its name; later trainers read it from there. */
  write(model: string, bytes: Uint8Array): void;
}

/**
 * Makes one or more models again. Trainers run in the order of their list: each may read the models of those before it.
 */
export interface Trainer {
  readonly name: string;
  /** For the model card: what the models are, and what they were made from, with its licence. */
  readonly about: string;
  readonly data: readonly string[];
  train(context: TrainingContext): readonly TrainingScore[];
}
