import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** In a package the built server stands apart from the package.json of all, whose word it needs to be read as modules. */
const isOfModules: Plugin = {
  name: 'is-of-modules',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' })
  },
}

/**
 * The server for Node 20, and beside it what trains the brain in a thread of its own; libraries stay in node_modules,
 * because some of them bring binaries.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [isOfModules],
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
