import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findElectron } from './findElectron.js'
import { tooOld } from './nodeVersion.js'
import { isFresh, sourceStamp } from './sourceStamp.js'

const root = join(import.meta.dirname, '../..')
const slow = { timeout: 120_000 }

/** A whole small product in a folder of its own: our start scripts and build settings, one page and a server of three lines. */
function smallProduct(main: string, removeLater = onTestFinished): string {
  const tree = mkdtempSync(join(tmpdir(), 'start-'))
  removeLater(() => rmSync(tree, { recursive: true, force: true }))
  const settings = ['', '.server', '.main', '.preload'].map((part) => `vite${part}.config.ts`)
  for (const path of ['build/start', 'build/tree', 'build/pages', ...settings, 'tsconfig.base.json'])
    cpSync(join(root, path), join(tree, path), { recursive: true })
  for (const folder of ['shared', 'server/composition/teach', 'renderer/console', 'main/preload'])
    mkdirSync(join(tree, folder), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  writeFileSync(join(tree, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(tree, 'server/main.ts'), main)
  writeFileSync(join(tree, 'server/composition/teach/trainWorker.ts'), '')
  for (const path of ['main/main.ts', 'main/preload/preload.ts']) writeFileSync(join(tree, path), 'export const desk = 1\n')
  writeFileSync(join(tree, 'renderer/console/index.html'), '<!doctype html><title>x</title><script type="module" src="./page.ts"></script>')
  writeFileSync(join(tree, 'renderer/console/page.ts'), 'document.title = "y"\n')
  return tree
}

type Played = { readonly code: number | null; readonly printed: string }

/** Runs the tree's start script to its end; `onPrint` may answer what is printed, with a signal for instance. */
function started(tree: string, given: readonly string[], signalAt?: string, env: Record<string, string> = {}): Promise<Played> {
  const child = spawn(process.execPath, ['build/start/start.js', ...given], { cwd: tree, env: { PATH: process.env['PATH'], ...env } })
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

/** A server that says when it is ready, and what a signal makes it save; several tests start the one tree that holds it. */
const saysReady = `
  process.on('SIGTERM', () => { console.log('saved'); process.exit(3) })
  console.log('given', process.argv.slice(2).join(' '))
  process.send?.({ kind: 'ready', address: 'http://127.0.0.1:1' })
  setInterval(() => {}, 1000)
  setTimeout(() => console.log('up'), 300)
`
let readyTree = ''
beforeAll(() => void (readyTree = smallProduct(saysReady, () => undefined)))
afterAll(() => rmSync(readyTree, { recursive: true, force: true }))

test('[H8] a stop signal reaches the server, and its last word is the exit code', slow, async () => {
  const { code, printed } = await started(readyTree, [], 'up')

  expect(printed).toContain('saved')
  expect(code).toBe(3)
})

/** A program in Electron's place that writes down how it was called, and what it was not to be told. */
function standIn() {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [program, called] = [join(folder, 'electron'), join(folder, 'called')]
  writeFileSync(program, `#!/bin/sh\necho "$@" > "${called}"\necho "$ELECTRON_RUN_AS_NODE$WAYLAND_DISPLAY" >> "${called}"\n`, {
    mode: 0o755,
  })
  return { program, called }
}

test.skipIf(process.platform === 'win32')(
  '[H12] with Electron there, its windows open on the server; when they are closed the server goes on',
  slow,
  async () => {
    const { program, called } = standIn()
    const env = { XIAONAO_ELECTRON: program, DISPLAY: ':99', ELECTRON_RUN_AS_NODE: '1', WAYLAND_DISPLAY: 'wayland-0' }

    const { code, printed } = await started(readyTree, ['--demo'], 'goes on', env)

    expect(code).toBe(3)
    expect(printed).toMatch(/given --demo\n[^]*窗口已关闭[^]*http:\/\/127\.0\.0\.1:1/)
    expect(readFileSync(called, 'utf8')).toBe(`${realpathSync(readyTree)} --server http://127.0.0.1:1\n\n`)
  },
)

test('[H12] without it, or without a display, one line in both languages says why and where to look', slow, async () => {
  const tree = readyTree
  const missing = await started(tree, [], 'browser', { XIAONAO_ELECTRON: join(tree, 'not-there'), DISPLAY: ':99' })

  expect(missing.code).toBe(3)
  expect(missing.printed.split('\n').filter((line) => line.includes('browser'))).toEqual([
    expect.stringMatching(/浏览器 browser {2}http:\/\/127\.0\.0\.1:1 {3}没有 .*not-there \/ there is no .*not-there/),
  ])
  const there = { XIAONAO_ELECTRON: join(tree, 'package.json') }
  expect(findElectron(tree, there, 'linux')).toMatchObject({ ok: false, en: expect.stringContaining('display') })
  expect(findElectron(tree, { ...there, WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual({ ok: true, electron: there.XIAONAO_ELECTRON })
  expect(findElectron(tree, there, 'darwin').ok).toBe(true)
})

test('[H12] the installed package is asked for its path and never loaded', () => {
  const tree = mkdtempSync(join(tmpdir(), 'electron-'))
  onTestFinished(() => rmSync(tree, { recursive: true, force: true }))
  const folder = join(tree, 'node_modules/electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'index.js'), 'throw new Error("was loaded")')
  expect(findElectron(tree, {}, 'win32')).toMatchObject({ ok: false, en: expect.stringContaining('not installed') })
  writeFileSync(join(folder, 'path.txt'), 'electron.exe')
  expect(findElectron(tree, {}, 'win32').ok).toBe(false)
  writeFileSync(join(folder, 'dist/electron.exe'), '')
  expect(findElectron(tree, {}, 'win32')).toEqual({ ok: true, electron: join(folder, 'dist/electron.exe') })
})

test('[H12] asked to stay in the browser, it opens and says nothing, and the server is not told', slow, async () => {
  const { program, called } = standIn()

  const { printed } = await started(readyTree, ['--browser', '--demo'], 'up', { XIAONAO_ELECTRON: program, DISPLAY: ':99' })

  expect(printed).toMatch(/given --demo\nup\nsaved\n$/)
  expect(existsSync(called)).toBe(false)
})
