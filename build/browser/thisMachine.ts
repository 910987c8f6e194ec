import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Machine } from './ensureBrowser.ts'
import type { DisplayMachine } from './ensureDisplay.ts'
import { findBrowser } from './findBrowser.ts'

const run = (program: string, given: readonly string[]): boolean =>
  spawnSync(program, given, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

/** The machine we are on, as the search for a browser sees it. */
export const thisMachine: Machine & DisplayMachine = {
  find: () => findBrowser(process.env),
  named: process.env['XIAONAO_CHROMIUM'],
  hasApt: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  hasChineseFont: () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0,
  hasXvfb: () => spawnSync('Xvfb', ['-version']).error === undefined,
  run,
  say: (line) => console.log(line),
}
