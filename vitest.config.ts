import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/broken/**', 'dist/**']

/** One project per kind of surroundings: pages get a DOM, everything else plain Node. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['{shared,server,build,bench}/**/*.test.ts'], exclude: ignored } },
      { test: { name: 'pages', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'], exclude: ignored } },
    ],
  },
})
