import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createServer } from '../../src/api/server.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const TOKEN = 'a-token-for-tests';
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let store: Store;
let app: FastifyInstance;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  store = openStore({ path: ':memory:' });
  const [article] = parseArticles(
    readFileSync(new URL('../../seeds/shoigu-in-tehran.txt', import.meta.url)),
    1_000_000,
  );
  if (article && !(article instanceof Error)) ingest(store, article);
  const writer = { ingest: (written: Parameters<typeof ingest>[1]) => ingest(store, written), store };
  app = await createServer({
    store,
    writer,
    token: TOKEN,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 1_000_000,
    logs: false,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  store.close();
});

describe.skipIf(!existsSync(CHROMIUM))('GraphiQL in a browser without internet', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    await page.goto(`${app.listeningOrigin}/graphiql`);
    await page.click('.graphiql-execute-button');
  });

  test('runs a query', async () => {
    await page.click('[role=menuitem]:has-text("SaidBy")');
    await page.locator('.result-window', { hasText: 'Sergey Shoigu' }).waitFor();
    expect(await page.locator('.result-window').textContent()).toContain('Sergey Shoigu');
  });

  test('follows a subscription', async () => {
    const subscribed = new Promise<void>((resolve) =>
      app.websocketServer.once('connection', (socket) =>
        socket.on('message', (message) => String(message).includes('"type":"subscribe"') && setImmediate(resolve)),
      ),
    );
    await page.click('[role=menuitem]:has-text("NewArticles")');
    await subscribed;
    const query = `mutation { ingestArticle(input: {
      title: "Ferry", text: "Ingrid Solheim said that the ferry would sail again." }) { status } }`;
    await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${TOKEN}` },
      payload: { query },
    });
    await page.locator('.result-window', { hasText: 'Ingrid Solheim' }).waitFor();
    expect(await page.locator('.result-window').textContent()).toContain('Ferry');
  });

  test('is where the page leads to that Sandbox does not come to', async () => {
    await page.route(/apollographql\.com/, (route) => route.abort());
    await page.goto(`${app.listeningOrigin}/graphql`);
    await page.click('text=GraphiQL');
    await page.locator('.graphiql-execute-button').waitFor();
  });
});
