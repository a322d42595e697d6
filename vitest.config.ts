import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Apollo Server loads the CommonJS build of graphql: one process must not have both.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/cli/build.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    benchmark: { include: ['tests/bench/*.bench.ts'] },
  },
});
