import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Job } from '../../../src/api/jobs/job.ts';
import { JobPool } from '../../../src/api/jobs/pool.ts';

const entry = fileURLToPath(new URL('./job-process.mjs', import.meta.url));
/** Longer than any machine needs to start a process; shorter than anybody waits. */
const AMPLE = 60_000;

interface Opened {
  readonly pool: JobPool;
  readonly losses: string[];
}

function open(): Opened {
  const losses: string[] = [];
  const pool = new JobPool({
    database: ':memory:',
    writes: false,
    entry,
    onLoss: (reason) => losses.push(reason),
    onIngest: () => {},
  });
  onTestFinished(() => pool.close());
  return { pool, losses };
}

function jobOf(query: string, others: Partial<Job> = {}): Job {
  return {
    lane: 'TEXT',
    client: 'someone',
    isUrgent: false,
    isWanted: () => true,
    query,
    operationName: null,
    variables: {},
    permission: 'OFF',
    arrival: null,
    end: performance.now() + AMPLE,
    mostSeconds: AMPLE / 1000,
    ...others,
  };
}

/** What the process answered. */
async function run(pool: JobPool, job: Job): Promise<{ query: string; pid: number }> {
  const { json } = await pool.run(job);
  return JSON.parse(Buffer.from(json).toString());
}

test('one process does one job after the other', async () => {
  const { pool } = open();
  const answers = await Promise.all(['a', 'b', 'c'].map((query) => run(pool, jobOf(query))));
  expect(answers.map(({ query }) => query)).toEqual(['a', 'b', 'c']);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  expect(pool.usage()).toEqual({ processorSeconds: 1, residentBytes: 1000 });
});

test('a job that does not end is ended when its time is up, and another process does the next', async () => {
  const { pool } = open();
  const { pid } = await run(pool, jobOf('first'));
  await expect(pool.run(jobOf('forever', { end: performance.now() + 50, mostSeconds: 0.05 }))).rejects.toMatchObject({
    code: 'TIMED_OUT',
  });
  const next = await run(pool, jobOf('next'));
  expect(next.query).toBe('next');
  expect(next.pid).not.toBe(pid);
  expect(pool.usage()).toEqual({ processorSeconds: 2, residentBytes: 1000 });
});

test('a job whose turn does not come in its time is given up, and takes no turn', async () => {
  const { pool } = open();
  const busy = pool.run(jobOf('forever', { end: performance.now() + 500, mostSeconds: 0.5 }));
  const late = pool.run(jobOf('late', { end: performance.now() + 20, mostSeconds: 0.02 }));
  await expect(late).rejects.toMatchObject({ code: 'TIMED_OUT' });
  await expect(busy).rejects.toMatchObject({ code: 'TIMED_OUT' });
});

test('a process that ends in the middle of a job fails that job alone, and its end is told', async () => {
  const { pool, losses } = open();
  await expect(pool.run(jobOf('end'))).rejects.toThrow('A job process ended (3).');
  expect(losses).toEqual(['A job process ended (3).']);
  expect((await run(pool, jobOf('next'))).query).toBe('next');
});

test('what is no answer fails its job', async () => {
  const { pool } = open();
  await expect(pool.run(jobOf('nonsense'))).rejects.toThrow();
  expect((await run(pool, jobOf('next'))).query).toBe('next');
});

test('clients take turns, what is urgent goes first, and what nobody waits for is passed over', async () => {
  const { pool } = open();
  const order: string[] = [];
  const ask = (query: string, others: Partial<Job> = {}): Promise<unknown> =>
    pool.run(jobOf(query, others)).then(() => order.push(query));
  const jobs = [
    ask('first'),
    ...['many 1', 'many 2', 'many 3'].map((query) => ask(query, { client: 'many' })),
    ask('few 1', { client: 'few' }),
    ask('gone', { client: 'gone', isWanted: () => false }).catch(() => {}),
    ask('few 2', { client: 'few' }),
    ask('urgent', { isUrgent: true }),
  ];
  await Promise.all(jobs);
  expect(order).toEqual(['first', 'urgent', 'many 1', 'few 1', 'many 2', 'few 2', 'many 3']);
});

test('one client can have a hundred jobs wait, and is refused more; others are not', async () => {
  const { pool } = open();
  const waiting = Array.from({ length: 101 }, (_, number) => pool.run(jobOf(String(number), { client: 'many' })));
  await expect(pool.run(jobOf('more', { client: 'many' }))).rejects.toMatchObject({ code: 'TIMED_OUT' });
  expect((await run(pool, jobOf('other', { client: 'few' }))).query).toBe('other');
  await Promise.all(waiting);
});

test('the two kinds of jobs do not wait for each other', async () => {
  const { pool } = open();
  const busy = pool.run(jobOf('forever', { end: performance.now() + 2_000, mostSeconds: 2 }));
  expect((await run(pool, jobOf('read', { lane: 'GRAPH' }))).query).toBe('read');
  await expect(busy).rejects.toMatchObject({ code: 'TIMED_OUT' });
});

test.each([
  ['is told so later', '/there/is/no/such/node'],
  ['is told so at once', 'no\0file'],
])(
  'where the machine gives no process and the pool %s, what waits fails, and the next job has one',
  async (_name, path) => {
    const { pool, losses } = open();
    const { execPath } = process;
    process.execPath = path;
    const failed = await Promise.allSettled(['a', 'b', 'c'].map((query) => pool.run(jobOf(query)))).finally(() => {
      process.execPath = execPath;
    });
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(losses).toHaveLength(3);
    expect((await run(pool, jobOf('next'))).query).toBe('next');
  },
);

test('a process that starts slower than a job may take goes on, and does the first that waits for it', async () => {
  process.env['SLOW_START'] = '1';
  onTestFinished(() => {
    delete process.env['SLOW_START'];
  });
  const { pool, losses } = open();
  for (const query of ['a', 'b'])
    await expect(pool.run(jobOf(query, { end: performance.now() + 40, mostSeconds: 0.04 }))).rejects.toMatchObject({
      code: 'TIMED_OUT',
    });
  const { pid } = await run(pool, jobOf('c'));
  expect((await run(pool, jobOf('d'))).pid).toBe(pid);
  expect(losses).toEqual([]);
  expect(pool.usage().processorSeconds).toBe(1);
});
