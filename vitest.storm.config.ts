import { defineConfig } from 'vitest/config'

/** Seeded storms: long random plays of the whole thing, run beside the unit tests because they take minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['{shared,server,build,bench,e2e}/**/*.storm.ts'],
    exclude: ['**/node_modules/**', '**/broken/**', 'dist/**'],
    environment: 'node',
    passWithNoTests: true,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
})
