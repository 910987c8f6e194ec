import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/broken/**', 'dist/**']

/** One project per kind of surroundings: pages get a DOM, everything else plain Node. */
export default defineConfig({
  test: {
    // Far above what any test takes: machines here are shared, and a slow minute is not a broken rule.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{shared,server,build,bench}/**/*.test.ts'], exclude: ignored },
      },
      { extends: true, test: { name: 'pages', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'], exclude: ignored } },
    ],
  },
})
