import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

const GUARDED = 'A GET without a header that makes browsers ask first could be forged by any page: it is refused.';
const TELLING =
  'A request that nothing ran of is a 400 for whoever asks, so that caches, proxies and figures see it ' +
  'fail; the specification allows that.';

/** What a server SHOULD or MAY do and ours does not, each with the reason. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'MAY accept application/x-www-form-urlencoded formatted GET requests': GUARDED,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    GUARDED,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json': GUARDED,
  'SHOULD use 200 status code on document parsing failure when accepting application/json': TELLING,
  'SHOULD use 200 status code on document validation failure when accepting application/json': TELLING,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': TELLING,
};

/** Some audits ask by introspection, which there is in development only; nothing else of HTTP differs. */
test('GraphQL over HTTP: nothing that a server MUST do is missing, and of the rest only what is listed', async () => {
  const { url } = await serve({ isProduction: false });
  const results = await auditServer({ url: `${url}/graphql` });
  expect(results.length).toBeGreaterThan(50);
  const failed = results.filter(({ status }) => status !== 'ok').map(({ name }) => name);
  expect(failed.filter((name) => name.startsWith('MUST'))).toEqual([]);
  expect(failed.sort()).toEqual(Object.keys(ACCEPTED).sort());
});
