import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The web pages of a renderer folder: every folder with an index.html is one, named for the folder.
 * @param {string} renderer
 * @returns {Record<string, string>} page name to the path of its html
 */
export function pagesOf(renderer) {
  const pages = readdirSync(renderer, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => /** @type {const} */ ([name, join(renderer, name, 'index.html')]))
    .filter(([, html]) => existsSync(html))
  return Object.fromEntries(pages)
}
