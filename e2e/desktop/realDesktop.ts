import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desktop, DesktopGiven, Ended } from './desktop.ts'
import { playMachine, realControls } from './realControls.ts'
import { around, ordinaryDisplay } from './standIn/displays.ts'
import { startXvfb } from './xvfb.ts'
import { underX } from './standIn/mainProcess.ts'

type Running = { readonly app: ElectronApplication; readonly output: () => string; readonly ended: Promise<Ended> }

function followed(child: ChildProcess): Pick<Running, 'output' | 'ended'> {
  let output = ''
  const keep = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return { output: () => output, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, output })) }
}

async function pageIn(app: ElectronApplication, windowId: number): Promise<Page> {
  for (const page of app.windows()) {
    const window = await app.browserWindow(page)
    if ((await window.evaluate(({ id }: Electron.BrowserWindow) => id)) === windowId) return page
  }
  throw new Error(`There is no window ${windowId} with a page.`)
}

/** The real Electron, driven by Playwright: what runs on a person's machine, with only the machine around it played. */
export async function launchReal(program: string, given: DesktopGiven): Promise<Desktop> {
  const { main, displays = [ordinaryDisplay], args = [], env = {} } = given
  const xvfb = process.platform === 'linux' ? await startXvfb(around(displays)) : undefined
  const userData = given.userData ?? (await mkdtemp(join(tmpdir(), 'xiaonao-desktop-')))
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const surroundings = {
    ...Object.fromEntries(inherited),
    ...underX,
    ...env,
    XIAONAO_USER_DATA: userData,
    ...(xvfb ? { DISPLAY: xvfb.display } : {}),
  }
  const argsWith = (more: readonly string[]): string[] => [main, `--user-data-dir=${userData}`, ...args, ...more]

  async function run(more: readonly string[]): Promise<Running> {
    const app = await _electron.launch({ executablePath: program, args: argsWith(more), env: surroundings })
    const follow = followed(app.process())
    await playMachine(app)
    await realControls(app)['displays.set']?.(displays)
    return { app, ...follow }
  }
  let running = await run([])

  const control: Desktop['control'] = async (what, ...asked) => {
    const act = realControls(running.app)[what] as ((...asked: readonly unknown[]) => Promise<unknown>) | undefined
    if (!act) throw new Error(`'${what}' cannot be played around a real Electron.`)
    return (await act(...asked)) as never
  }
  async function kill(): Promise<void> {
    running.app.process().kill('SIGKILL')
    await running.ended
  }

  return {
    userData,
    output: () => running.output(),
    windows: () => control('windows.list'),
    pages: async () => running.app.windows(),
    pageOf: (windowId) => pageIn(running.app, windowId),
    setDisplays: (now) => control('displays.set', now),
    control,
    secondInstance: (more = []) => followed(spawn(program, argsWith(more), { env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] })).ended,
    ended: () => running.ended,
    kill,
    start: async (more = []) => {
      await running.ended
      running = await run(more)
    },
    close: async () => {
      await kill()
      await xvfb?.close()
      if (given.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
