import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { putGraph } from '../graphs.ts';
import { makePlace, rowsOf, serveGraph } from './backup-place.ts';
import { bridgeText, putBridges, readBridges } from './bridges.ts';
import { runDateline, spawnDateline, waitForEnd } from './dateline.ts';

const INGEST = 'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status errors { message } } }';
const COUNT = '{ articles { totalCount } }';

describe('the drill: back up while it is served and written, lose the graph, restore', () => {
  test('every backup is one moment of the graph, and what is restored is the backup, row by row', async () => {
    const place = makePlace();
    const { path, saved, run } = place;
    const bridges = join(place.folder, 'bridges.jsonl');
    putBridges(bridges, 0, 10);
    expect((await run('ingest', bridges)).status).toBe(0);
    const server = await serveGraph(place);
    putBridges(bridges, 100, 40);
    const writer = spawnDateline(['ingest', bridges], { DATELINE_DB: path });
    await once(writer.stdout, 'data');
    writer.stdout.resume();
    const counts: number[] = [];
    do {
      const { status, stdout, stderr } = await run('backup', '--force', saved);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const rows = rowsOf(saved);
      counts.push(rows['articles']?.length ?? 0);
      expect(stdout).toContain(`${counts.at(-1)} articles`);
      // All articles say as much as each other.
      expect(rows['statements']?.length).toBe(2 * (counts.at(-1) ?? 0));
      await setImmediate();
    } while (writer.exitCode === null && counts.length < 8);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
    expect((await waitForEnd(writer)).code).toBe(0);

    expect(await server.ask(INGEST, { input: { url: 'https://news.example/last', text: bridgeText(999) } })).toEqual({
      data: { ingestArticle: { status: 'CREATED', errors: [] } },
    });
    expect(runDateline(['backup', '--force', saved], { DATELINE_DB: path }).status).toBe(0);
    const whole = rowsOf(saved);
    expect(whole['articles']).toHaveLength(51);
    await server.ask(INGEST, { input: { url: 'https://news.example/later', text: bridgeText(1000) } });

    expect(await run('restore', saved)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `${path} is open: a server or another process uses it.\nStop it first.\n`,
    });
    expect(await server.stop()).toEqual({ code: 0, signal: null });
    const before = rowsOf(path);
    expect(before['articles']).toHaveLength(52);
    writeFileSync(`${path}-wal`, 'a log that somebody left');
    const { status, stdout, stderr } = runDateline(['restore', saved], { DATELINE_DB: path });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const kept = /kept in (.*)\n$/.exec(stdout)?.[1] ?? '';
    expect(rowsOf(path)).toEqual(whole);
    expect(rowsOf(kept)).toEqual(before);
    const again = await serveGraph(place);
    expect(await again.ask(COUNT)).toEqual({ data: { articles: { totalCount: 51 } } });
    expect(await again.ready()).toBe(200);
  }, 180_000);

  test('a graph that is lost or damaged is restored all the same', async () => {
    const { path, saved, run } = makePlace();
    putGraph(readBridges(0, 5), path);
    await run('backup', saved);
    const whole = rowsOf(saved);
    rmSync(path);
    expect(await run('restore', saved)).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(path)).toEqual(whole);
    for (const damage of [
      'no database at all',
      '',
      Buffer.concat([readFileSync(saved).subarray(0, 4096), Buffer.alloc(20_000, 0x5a)]),
    ]) {
      writeFileSync(path, damage);
      expect(await run('restore', saved)).toMatchObject({
        status: 0,
        stderr: '',
        stdout: expect.stringContaining('kept in'),
      });
      expect(rowsOf(path)).toEqual(whole);
    }
  });
});

test('a file that is replaced under a server makes it unready, and it writes nothing more', async () => {
  const place = makePlace();
  const { path, saved, run } = place;
  putGraph(readBridges(0, 5), path);
  await run('backup', saved);
  const server = await serveGraph(place);
  await server.ask(INGEST, { input: { url: 'https://news.example/more', text: bridgeText(7) } });
  expect(await server.ready()).toBe(200);
  renameSync(saved, path);
  expect(await server.ready()).toBe(503);
  const refused = JSON.stringify(
    await server.ask(INGEST, { input: { url: 'https://news.example/lost', text: bridgeText(8) } }),
  );
  expect(refused).toContain('has been replaced by another file while it was open.');
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  const again = await serveGraph(place);
  expect(await again.ask(COUNT)).toEqual({ data: { articles: { totalCount: 5 } } });
  expect(await again.ready()).toBe(200);
  await again.stop();
  expect(rowsOf(path)['articles']).toHaveLength(5);
});
