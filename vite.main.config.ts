import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The desktop's main process: one file for the Node inside Electron; libraries stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
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
