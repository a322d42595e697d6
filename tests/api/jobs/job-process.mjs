// A job process that does as the query says, to try the pool with what real jobs do only when something is wrong.
process.once('disconnect', () => process.exit());
const isSlow = process.env.SLOW_START !== undefined;
setTimeout(() => process.send({ kind: 'READY' }), isSlow ? 300 : 0);
process.on('message', ({ kind, query }) => {
  if (kind !== 'JOB') return;
  if (query === 'forever') for (;;);
  if (query === 'end') process.exit(3);
  if (query === 'nonsense') process.send({ kind: 'NOTHING' });
  else
    process.send({
      kind: 'ANSWER',
      json: Buffer.from(JSON.stringify({ query, pid: process.pid })),
      errors: [],
      ingests: [],
      usage: { processorSeconds: 1, residentBytes: 1000 },
    });
});
