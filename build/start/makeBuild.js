import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceStamp } from './sourceStamp.js'

const parts = [[], ...['server', 'main', 'preload'].map((part) => ['--config', `vite.${part}.config.ts`])]

/**
 * Builds the pages, the server and the desktop's main process into dist/. The stamp goes first and comes back last, so that a build broken off half way
 * is never taken for a whole one; it is taken before the build, so that a change made meanwhile is seen at the next start.
 * @param {string} root
 * @param {'quiet' | 'loud'} voice quiet gathers what the builder prints and gives it back only in the refusal
 * @returns {string | undefined} why it failed, or undefined when the build is there
 */
export function makeBuild(root, voice) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) return 'The build tools are not installed. Run "npm ci" first.'
  const stamp = sourceStamp(root)
  rmSync(join(root, 'dist/.stamp'), { force: true })
  for (const part of parts) {
    const told = spawnSync(process.execPath, [vite, 'build', ...part], {
      cwd: root,
      encoding: 'utf8',
      stdio: voice === 'loud' ? 'inherit' : 'pipe',
    })
    if (told.status !== 0) return `The build failed.\n${told.stdout ?? ''}${told.stderr ?? ''}`
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/.stamp'), stamp)
  return undefined
}
