import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** What measures its own process, by memory or processor time, and must have it for itself. */
const MEASURING = ['tests/api/memory.test.ts', 'tests/api/true-cost.test.ts', 'tests/reading/linear.test.ts'];

/** Files that share a process, with the modules and models it has loaded, or have one each. */
function project(name: string, isolate: boolean, include: string[], exclude: string[] = []): TestProjectConfiguration {
  return {
    // Apollo Server loads the CommonJS build of graphql: one process must not have both.
    resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
    test: {
      name,
      isolate,
      include,
      exclude,
      testTimeout: 120_000,
      hookTimeout: 180_000,
      expect: { poll: { timeout: 20_000 } },
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: 'tests/setup.ts',
    maxWorkers: 2,
    projects: [project('shared', false, ['tests/**/*.test.ts'], MEASURING), project('measuring', true, MEASURING)],
  },
});
