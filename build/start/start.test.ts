import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { tooOld } from './nodeVersion.js'
import { isFresh, sourceStamp } from './sourceStamp.js'

const root = join(import.meta.dirname, '../..')
const slow = { timeout: 120_000 }

/** A whole small product in a folder of its own: our start scripts and build settings, one page and a server of three lines. */
function smallProduct(main: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'start-'))
  onTestFinished(() => rmSync(tree, { recursive: true, force: true }))
  for (const path of ['build/start', 'build/tree', 'build/pages', 'vite.config.ts', 'vite.server.config.ts', 'tsconfig.base.json'])
    cpSync(join(root, path), join(tree, path), { recursive: true })
  for (const folder of ['shared', 'server/composition/teach', 'renderer/console']) mkdirSync(join(tree, folder), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  writeFileSync(join(tree, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(tree, 'server/main.ts'), main)
  writeFileSync(join(tree, 'server/composition/teach/trainWorker.ts'), '')
  writeFileSync(join(tree, 'renderer/console/index.html'), '<!doctype html><title>x</title><script type="module" src="./page.ts"></script>')
  writeFileSync(join(tree, 'renderer/console/page.ts'), 'document.title = "y"\n')
  return tree
}

type Played = { readonly code: number | null; readonly printed: string }

/** Runs the tree's start script to its end; `onPrint` may answer what is printed, with a signal for instance. */
function started(tree: string, given: readonly string[], signalAt?: string): Promise<Played> {
  const child = spawn(process.execPath, ['build/start/start.js', ...given], { cwd: tree })
  let printed = ''
  const heard = (chunk: Buffer): void => {
    printed += chunk.toString()
    if (signalAt && printed.includes(signalAt)) child.kill('SIGTERM')
  }
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, printed })))
}

test.each(['18.20.4', '20.18.9', '16.0.0'])(
  '[H6] Node %s is refused with the version that is needed and the one that is there',
  (version) => {
    expect(tooOld(version)).toContain('20.19')
    expect(tooOld(version)).toContain(version)
  },
)

test.each(['20.19.0', '20.20.1', '22.1.0', '24.0.0'])('[H6] Node %s may run', (version) => {
  expect(tooOld(version)).toBeUndefined()
})

test('[H7] a tree is fresh until a source changes, and a changed test leaves it fresh', () => {
  const tree = smallProduct('')
  expect(isFresh(tree)).toBe(false)
  mkdirSync(join(tree, 'dist'))
  writeFileSync(join(tree, 'dist/.stamp'), sourceStamp(tree))
  expect(isFresh(tree)).toBe(true)

  writeFileSync(join(tree, 'server/a.test.ts'), 'x')
  expect(isFresh(tree)).toBe(true)

  writeFileSync(join(tree, 'server/a.ts'), 'x')
  expect(isFresh(tree)).toBe(false)
})

test('[H7][H8] the first start builds, the second does not; arguments and the exit code pass through', slow, async () => {
  const tree = smallProduct("console.log('given', process.argv.slice(2).join(' ')); process.exit(7)")

  const first = await started(tree, ['--demo', '--port', '0'])
  const second = await started(tree, ['--demo'])

  expect(first).toEqual({ code: 7, printed: expect.stringMatching(/^Building.*done\.\ngiven --demo --port 0\n$/) })
  expect(second).toEqual({ code: 7, printed: 'given --demo\n' })
})

test('[H7] a build that fails is told, and nothing is started', slow, async () => {
  const { code, printed } = await started(smallProduct('export const broken = ('), [])

  expect(code).toBe(1)
  expect(printed).toContain('The build failed.')
})

test('[H8] a stop signal reaches the server, and its last word is the exit code', slow, async () => {
  const main =
    "process.on('SIGTERM', () => { console.log('saved'); process.exit(3) }); setInterval(() => {}, 1000); console.log('listening')"

  const { code, printed } = await started(smallProduct(main), [], 'listening')

  expect(printed).toContain('saved')
  expect(code).toBe(3)
})
