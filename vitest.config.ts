import { join } from 'node:path'
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
    expect: { poll: { timeout: 40_000 } },
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{shared,server,renderer,build,bench,e2e}/**/*.test.ts'], exclude: ignored },
      },
      {
        extends: true,
        // The main process meets small fakes instead of the package, which brings no binary and is not needed here at all.
        resolve: { alias: { electron: join(import.meta.dirname, 'main/testing/electron.ts') } },
        test: { name: 'main', environment: 'node', include: ['main/**/*.test.ts'], exclude: ignored },
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
