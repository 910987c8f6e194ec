import { join } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The server for Node 20, and beside it what trains the brain in a thread of its own; libraries stay in node_modules,
 * because some of them bring binaries.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: true,
    outDir: join(import.meta.dirname, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: join(import.meta.dirname, 'server/main.ts'),
        trainWorker: join(import.meta.dirname, 'server/composition/teach/trainWorker.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
