import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { createServer } from '../../src/api/server.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

test.skipIf(!existsSync(CHROMIUM))('GraphiQL runs a query in a browser without internet', async () => {
  const store = openStore({ path: ':memory:' });
  const [article] = parseArticles(readFileSync(new URL('../../seeds/shoigu-in-tehran.txt', import.meta.url)), 1_000_000);
  if (article && !(article instanceof Error)) ingest(store, article);
  const app = await createServer({ store, writer: null, token: null, corsOrigins: true, isProduction: false, mostBytes: 1_000_000, logs: false });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/graphiql`);
    await page.click('.graphiql-execute-button');
    await page.click('[role=menuitem]:has-text("SaidBy")');
    await page.locator('.result-window', { hasText: 'Sergey Shoigu' }).waitFor();
    expect(await page.locator('.result-window').textContent()).toContain('Sergey Shoigu');
  } finally {
    await browser.close();
    await app.close();
    store.close();
  }
});
