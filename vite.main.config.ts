import { join } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The desktop's main process: one file for the Node inside Electron, its libraries built in, so that all of it lies in the
 * archive that Electron checks before it runs anything.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: join(import.meta.dirname, 'dist/main'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: join(import.meta.dirname, 'main/main.ts') },
      external: ['electron'],
      output: { entryFileNames: '[name].js' },
    },
  },
})
