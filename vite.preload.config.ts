import { join } from 'node:path'
import { defineConfig } from 'vite'

/** What runs before a page's own scripts, in a sandbox that can load one CommonJS file and nothing beside it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, 'dist/preload'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: join(import.meta.dirname, 'main/preload/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
})
