import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, Registry } from 'prom-client';

/**
 * What the processes tell each other: a worker that it shares its figures, or that it wants those of all; the primary
 * that it wants a worker's own; and the answers to both.
 */
type Message =
  | { readonly type: 'figures:shares' }
  | { readonly type: 'figures:all?' | 'figures:own?'; readonly number: number }
  | { readonly type: 'figures:own'; readonly number: number; readonly metrics: object[] }
  | { readonly type: 'figures:all'; readonly number: number; readonly text: string | null };

/** How long a worker has to tell its figures, in milliseconds: it may be reading a long text. */
const PATIENCE = 5_000;

/** One gathering of figures: the workers that have still to tell theirs. */
interface Round {
  readonly missing: Set<Worker>;
  readonly finish: () => void;
}

/**
 * In the process that has the workers: adds their figures up for whichever of them is asked for the figures of all.
 * What a worker that is no more has counted stays in the sums as it was last told, so that counters never go back.
 * Gives what prints the figures of all, which throws where a worker does not tell its own in time.
 */
export function gatherMetrics(): () => Promise<{ type: string; text: string }> {
  const told = new Map<Worker, object[]>();
  const rounds = new Map<number, Round>();
  let departed: object[] = [];
  let begun = 0;
  const cross = (number: number, { missing, finish }: Round, worker: Worker): void => {
    missing.delete(worker);
    if (missing.size > 0 || !rounds.delete(number)) return;
    finish();
  };
  const gather = (answer: (text: string | null) => void): void => {
    begun += 1;
    const number = begun;
    const timer = setTimeout(() => rounds.delete(number) && answer(null), PATIENCE);
    const finish = (): void => {
      clearTimeout(timer);
      AggregatorRegistry.aggregate([departed, ...told.values()])
        .metrics()
        .then(answer, () => answer(null));
    };
    rounds.set(number, { missing: new Set(told.keys()), finish });
    for (const worker of told.keys()) tell(worker, { type: 'figures:own?', number });
  };
  cluster.on('message', (worker, message: unknown) => {
    if (!isMessage(message)) return;
    if (message.type === 'figures:shares') told.set(worker, []);
    if (message.type === 'figures:all?')
      gather((text) => tell(worker, { type: 'figures:all', number: message.number, text }));
    if (message.type === 'figures:own') {
      told.set(worker, message.metrics);
      const round = rounds.get(message.number);
      if (round) cross(message.number, round, worker);
    }
  });
  cluster.on('exit', (worker) => {
    const last = (told.get(worker) ?? []).filter((metric) => 'type' in metric && metric.type !== 'gauge');
    told.delete(worker);
    void AggregatorRegistry.aggregate([departed, last])
      .getMetricsAsJSON()
      .then((metrics) => {
        departed = metrics;
        for (const [number, round] of rounds) cross(number, round, worker);
      });
  });
  return async () => {
    const text = await new Promise<string | null>((resolve) => gather(resolve));
    if (text === null) throw new Error('A worker does not tell its figures.');
    return { type: Registry.PROMETHEUS_CONTENT_TYPE, text };
  };
}

function tell(worker: Worker, message: Message): void {
  if (worker.isConnected()) worker.send(message, () => {});
}

/**
 * In a worker: shares its figures with the others, and gives what prints those of all. That throws where one of them
 * does not tell its own in time.
 */
export function shareMetrics(own: Registry): () => Promise<string> {
  const waiting = new Map<number, (text: string | null) => void>();
  let asked = 0;
  const send = (message: Message): void => void process.send?.(message);
  process.on('message', (message: unknown) => {
    if (!isMessage(message)) return;
    if (message.type === 'figures:own?')
      void own.getMetricsAsJSON().then((metrics) => send({ type: 'figures:own', number: message.number, metrics }));
    if (message.type === 'figures:all') {
      waiting.get(message.number)?.(message.text);
      waiting.delete(message.number);
    }
  });
  send({ type: 'figures:shares' });
  return async () => {
    asked += 1;
    const number = asked;
    const text = await new Promise<string | null>((resolve) => {
      waiting.set(number, resolve);
      send({ type: 'figures:all?', number });
    });
    if (text === null) throw new Error('A worker does not tell its figures.');
    return text;
  };
}

/** Only our own processes send such. */
function isMessage(message: unknown): message is Message {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    message.type.startsWith('figures:')
  );
}
