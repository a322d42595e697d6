import { describe, expect, test, onTestFinished } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';
import { connect, NEW_ARTICLES, post, serve, subscribe, titleOf } from './subscribers.ts';

describe('articleIngested', () => {
  test('tells each new or changed article, and none that was there', async () => {
    const { url } = await serve();
    await post(url, 'Before anybody listened the mayor spoke.', 'https://news.example/before');
    const next = await subscribe(connect(url));
    expect(await post(url, 'Ingrid Solheim said that the ferry would sail.')).toBe('CREATED');
    expect(await next()).toEqual({
      value: {
        data: {
          articleIngested: {
            title: 'Ingrid Solheim said',
            url: 'https://news.example/ferry',
            people: { totalCount: 1, nodes: [{ name: 'Ingrid Solheim' }] },
          },
        },
      },
      done: false,
    });
    expect(await post(url, 'Ingrid Solheim said that the ferry would sail.')).toBe('UNCHANGED');
    expect(await post(url, 'Ida Krog denied it.')).toBe('UPDATED');
    expect(await titleOf(next())).toBe('Ida Krog denied it.');
  });

  test('tells of all articles in their order, however slowly one reads', async () => {
    const { url } = await serve();
    const [quick, slow] = [await subscribe(connect(url)), await subscribe(connect(url))];
    const titles = ['One ferry sailed.', 'Two ferries sailed.', 'Three ferries did.'];
    for (const [number, title] of titles.entries()) {
      await post(url, title, `https://news.example/${number}`);
      expect(await titleOf(quick())).toBe(title);
    }
    for (const title of titles) expect(await titleOf(slow())).toBe(title);
  });

  test('answers with errors of its fields like a query', async () => {
    const { url } = await serve();
    const next = await subscribe(
      connect(url),
      'subscription { articleIngested { title people(first: 5000) { totalCount nodes { id } } } }',
    );
    await post(url, 'Ida Krog opened the bridge.');
    expect(await next()).toMatchObject({
      value: {
        data: null,
        errors: [
          {
            message: '"first" must be from 0 to 100.',
            path: ['articleIngested', 'people'],
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    });
  });

  test('tells of articles that another process has read in', async () => {
    const { url, path } = await serve();
    const next = await subscribe(connect(url));
    const other = openStore({ path });
    onTestFinished(() => other.close());
    ingest(other, {
      text: 'The other process wrote this.',
      title: 'Elsewhere',
      url: null,
      publisher: null,
      authors: [],
      publishedAt: null,
      language: 'en',
    });
    expect(await titleOf(next())).toBe('Elsewhere');
  });

  test('ends for the client that leaves, and goes on for the other', async () => {
    const { url, app } = await serve();
    const [leaver, stayer] = [connect(url), connect(url)];
    await subscribe(leaver);
    const next = await subscribe(stayer);
    const left = new Promise((resolve) => [...app.websocketServer.clients][0]?.once('close', resolve));
    await leaver.dispose();
    await left;
    await post(url, 'Ida Krog opened the bridge.');
    expect(await titleOf(next())).toBe('Ida Krog opened the');
  });

  test('is counted: what runs, what ran, and its answers', async () => {
    const { url } = await serve();
    const figures = async (): Promise<string[]> =>
      (await (await fetch(url.replace('/graphql', '/metrics'))).text())
        .split('\n')
        .filter((line) => line.startsWith('dateline_subscription'));
    const client = connect(url);
    const next = await subscribe(client);
    await connect(url)
      .iterate({ query: 'subscription { articleIngeste { id } }' })
      .next()
      .catch(() => {});
    await post(url, 'Ida Krog opened the bridge.');
    await next();
    expect(await figures()).toEqual([
      'dateline_subscriptions_open{transport="websocket"} 1',
      'dateline_subscriptions_total{transport="websocket",outcome="STARTED"} 1',
      'dateline_subscriptions_total{transport="websocket",outcome="REFUSED"} 1',
      'dateline_subscription_answers_total{transport="websocket"} 1',
    ]);
    await client.dispose();
    await expect.poll(async () => (await figures())[0]).toBe('dateline_subscriptions_open{transport="websocket"} 0');
  });

  test('does not run like a query', async () => {
    const { url } = await serve();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: NEW_ARTICLES }),
    });
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'A subscription has more than one answer.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
