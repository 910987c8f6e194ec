import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../tree/filesUnder.js'

const alone = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'vite.main.config.ts',
  'vite.preload.config.ts',
]
const notBuilt = /[.](test|storm|behaviour)[.]tsx?$|\/testing\//

/**
 * One hash over everything a build is made of: names and contents of the sources, the build's settings, the lockfile.
 * Contents and not dates, because a fresh checkout has new dates and old contents.
 * @param {string} root
 * @returns {string}
 */
export function sourceStamp(root) {
  const paths = filesUnder(root, ['shared', 'server', 'renderer', 'main']).filter((path) => !notBuilt.test(path))
  const hash = createHash('sha256')
  for (const path of [...paths, ...alone.filter((name) => existsSync(join(root, name)))]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

const stampFile = (/** @type {string} */ root) => join(root, 'dist/.stamp')

/**
 * The stamp of the build that is there, or undefined when there is none.
 * @param {string} root
 */
export const builtStamp = (root) => (existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : undefined)

/**
 * Whether the build that is there was made from these very sources.
 * @param {string} root
 */
export const isFresh = (root) => builtStamp(root) === sourceStamp(root)
