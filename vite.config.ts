import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pagesOf } from './build/pages/pagesOf.js'

const renderer = join(import.meta.dirname, 'renderer')
const server = process.env['XIAONAO_SERVER'] ?? 'http://127.0.0.1:8135'

/**
 * Big libraries get files of their own, so that a new version of a page does not make every desk load them again, and a
 * phone does not load what only the console uses. React comes first: it would be drawn into the first library that needs it.
 */
const libraries = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 4 },
  { name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 3 },
  { name: 'mapbox', test: /node_modules[\\/]mapbox-gl[\\/]/, priority: 3 },
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+)[\\/]/, priority: 2 },
]

/** The web pages. Nothing is inlined into the html, because the server's policy lets no inline script run. */
export default defineConfig({
  root: renderer,
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { input: pagesOf(renderer), output: { codeSplitting: { groups: libraries } } },
  },
  server: {
    proxy: {
      '/api': server,
      '/tiles': server,
      '^/map/style-': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
