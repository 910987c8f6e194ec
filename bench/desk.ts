import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { root } from './root.ts'
import type { BenchRow } from './row.ts'

/**
 * The desktop beside a bare browser on the same screen, as `bench/desk/figures.ts` measures them: from source, since what
 * stands in for Electron where there is none reads its own files. Needs `npm run build`, a browser and Xvfb.
 */
export const deskBench = async (): Promise<readonly BenchRow[]> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench/desk/figures.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const said = await text(child.stdout)
  if ((await ended) !== 0) throw new Error('The desktop was not measured.')
  return JSON.parse(said) as BenchRow[]
}
