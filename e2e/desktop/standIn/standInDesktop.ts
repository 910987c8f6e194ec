import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desktop, DesktopGiven } from '../desktop.ts'
import { isRunning } from '../isRunning.ts'
import { startXvfb } from '../xvfb.ts'
import { browserPages, type BrowserPages } from './browserPages.ts'
import { around, ordinaryDisplay } from './displays.ts'
import { startMain, type MainProcess } from './mainProcess.ts'
import { standInVariable, type StandInGiven } from './standInGiven.ts'

/** A window as large as the whole X screen Chromium makes one pixel smaller, so the screen is larger than all displays together. */
const spare = 8

type Browser = { readonly pages: BrowserPages; readonly pid: number }

async function browserOf(main: MainProcess): Promise<Browser> {
  const { endpoint, pid } = await main.control('browser')
  return { pages: browserPages(endpoint), pid }
}

/** The browser ends when its main process does; its folder can be used or removed only after that. */
async function isGone(pid: number): Promise<void> {
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A desktop without Electron: our main process in Node, its windows in Chromium, on an X server that draws into memory. */
export async function launchStandIn(given: DesktopGiven): Promise<Desktop> {
  const { main, displays = [ordinaryDisplay], args = [], env = {} } = given
  const screen = around(displays)
  const xvfb = await startXvfb({ width: screen.width + spare, height: screen.height + spare })
  const userData = given.userData ?? (await mkdtemp(join(tmpdir(), 'xiaonao-desktop-')))
  const toStandIn: StandInGiven = { displays, origin: { x: screen.x, y: screen.y } }
  const surroundings = { ...env, DISPLAY: xvfb.display, XIAONAO_USER_DATA: userData, [standInVariable]: JSON.stringify(toStandIn) }

  const run = (more: readonly string[]): MainProcess => startMain(main, [...args, ...more], surroundings)
  let process = run([])
  let browser = await browserOf(process).catch(async (error: unknown) => {
    await process.kill()
    await xvfb.close()
    throw error
  })

  async function kill(): Promise<void> {
    await browser.pages.close()
    await process.kill()
    await isGone(browser.pid)
  }
  return {
    userData,
    output: () => process.output(),
    windows: () => process.control('windows.list'),
    pages: () => browser.pages.all(),
    pageOf: async (windowId) => browser.pages.of(await process.control('window.page', windowId)),
    setDisplays: (now) => process.control('displays.set', now),
    control: (what, ...asked) => process.control(what, ...asked),
    secondInstance: (more = []) => run(more).ended,
    ended: () => process.ended,
    kill,
    start: async (more = []) => {
      await process.ended
      await browser.pages.close()
      await isGone(browser.pid)
      process = run(more)
      browser = await browserOf(process)
    },
    close: async () => {
      await browser.pages.close()
      await process.kill()
      // Nothing is kept of a desktop that is done with, so its browser need not find out by itself.
      if (isRunning(browser.pid)) globalThis.process.kill(browser.pid, 'SIGKILL')
      await isGone(browser.pid)
      await xvfb.close()
      if (given.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
