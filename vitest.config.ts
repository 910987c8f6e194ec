import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/broken/**', 'dist/**']

/**
 * One project per kind of surroundings: what draws (`.test.tsx`) gets a DOM, everything else plain Node. The files of a
 * project share one process, because most of a run was spent on starting processes and importing the same modules again.
 */
export default defineConfig({
  test: {
    // Far above what any test takes: machines here are shared, and a slow minute is not a broken rule.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{shared,server,renderer,build,bench,main}/**/*.test.ts'], exclude: ignored },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          exclude: ignored,
          setupFiles: ['renderer/testing/windowAsFound.ts'],
          unstubGlobals: true,
        },
      },
    ],
  },
})
