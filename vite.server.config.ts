import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The server in one file for Node 20; libraries stay in node_modules, because some of them bring binaries. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: join(import.meta.dirname, 'server/main.ts'),
    outDir: join(import.meta.dirname, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
})
