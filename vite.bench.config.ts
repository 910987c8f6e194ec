import { join } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The benches, built as the server is: started from source, each small function would also be given its name anew
 * at every call, and a third of what is measured would be that.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: join(import.meta.dirname, '.cache/bench'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { run: join(import.meta.dirname, 'bench/run.ts'), consoleSwarm: join(import.meta.dirname, 'bench/consoleSwarm.ts') },
      output: { entryFileNames: '[name].js' },
    },
  },
})
