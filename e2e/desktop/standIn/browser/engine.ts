import { join } from 'node:path'
import type { Rectangle } from 'electron'
import type { Session } from './cdp.ts'
import { startChromium, type Chromium } from './chromium.ts'
import { manageWindows, type WindowManager } from '../x/windowManager.ts'

/** A real Chromium window with one page, before anything is loaded into it. */
export type Target = {
  readonly id: string
  readonly session: Session
  /** Chromium's number for the window. */
  readonly windowId: number
  /** The X server's number for the window. */
  readonly xWindow: number
}

export type Engine = {
  readonly chromium: Chromium
  readonly manager: WindowManager
  /** `bounds` are of the X screen. Opened unshown, a window exists but is not on the screen. */
  readonly open: (bounds: Rectangle, shown: boolean) => Promise<Target>
  readonly close: (targetId: string) => Promise<void>
  readonly focus: (targetId: string) => Promise<void>
  readonly on: (hear: Partial<Heard>) => void
}

export type Heard = {
  readonly closed: (targetId: string) => void
  readonly titled: (targetId: string, title: string) => void
  readonly crashed: (targetId: string, status: string) => void
}

type Attached = { readonly session: Session; readonly id: string }

const blank = 'about:blank#window-'

/** How often the X server is asked whether it shows the new window already. */
const lookEveryMs = 15
const lookTimes = 400

async function xWindowOf(manager: WindowManager, title: string): Promise<number> {
  for (let looked = 0; looked < lookTimes; looked += 1) {
    const found = await manager.windowNamed(title)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  throw new Error('The X server shows no window of the new page.')
}

/** A new window has its size before its page has: only then is it finished. */
async function filled(page: Session, { width, height }: Rectangle): Promise<void> {
  for (let looked = 0; looked < lookTimes; looked += 1) {
    const { result } = await page.send('Runtime.evaluate', { expression: '`${innerWidth}x${innerHeight}`' })
    if (result.value === `${width}x${height}`) return
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/**
 * Closes a page that nobody asked for but another page, before it loads anything. It is also let go, with all its requests held:
 * one that still waits for its debugger may share its process with the page that opened it, and holds that up as well. What comes
 * too late for a page that is gone is no failure.
 */
async function refuse(browser: Session, page: Session, targetId: string): Promise<void> {
  await Promise.allSettled([
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    page.send('Runtime.runIfWaitingForDebugger'),
    browser.send('Target.closeTarget', { targetId }),
  ])
}

/** One Chromium and the X server it draws on. */
export async function startEngine(userData: string, pagesPort: number, switches: readonly string[]): Promise<Engine> {
  const manager = await manageWindows(process.env['DISPLAY'] ?? '')
  const chromium = await startChromium({ profile: join(userData, 'chromium'), pagesPort, switches })
  const { browser, session } = chromium.cdp
  const expected = new Map<string, (attached: Attached) => void>()
  const heard: Partial<Heard>[] = []
  let opened = 0

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type, url } }) => {
    if (type !== 'page') return
    const claim = expected.get(url)
    if (claim) return claim({ session: session(sessionId), id: targetId })
    void refuse(browser, session(sessionId), targetId)
  })
  browser.on('Target.targetDestroyed', ({ targetId }) => heard.forEach(({ closed }) => closed?.(targetId)))
  browser.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title } }) => heard.forEach(({ titled }) => titled?.(targetId, title)))
  browser.on('Target.targetCrashed', ({ targetId, status }) => heard.forEach(({ crashed }) => crashed?.(targetId, status)))
  const filter = [{ type: 'page' }, { exclude: true }]
  await browser.send('Target.setDiscoverTargets', { discover: true, filter })
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter })

  async function attached(url: string, bounds: Rectangle): Promise<Attached> {
    const { x: left, y: top, width, height } = bounds
    const attachment = new Promise<Attached>((resolve) => expected.set(url, resolve))
    // Full screen to Chromium means a window without tabs and address field; its bounds stay those it was given.
    await browser.send('Target.createTarget', { url, newWindow: true, left, top, width, height, windowState: 'fullscreen' })
    const found = await attachment
    expected.delete(url)
    return found
  }

  return {
    chromium,
    manager,
    open: async (bounds, shown) => {
      opened += 1
      const url = `${blank}${opened}`
      const { session: page, id } = await attached(url, bounds)
      await page.send('Runtime.runIfWaitingForDebugger')
      await page.send('Runtime.evaluate', { expression: `document.title = '${url}'` })
      const xWindow = await xWindowOf(manager, `${url} `)
      manager.place(xWindow, bounds)
      await filled(page, bounds)
      if (!shown) manager.unmap(xWindow)
      await manager.settled()
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: id })
      return { id, session: page, windowId, xWindow }
    },
    close: async (targetId) => void (await browser.send('Target.closeTarget', { targetId })),
    focus: async (targetId) => void (await browser.send('Target.activateTarget', { targetId })),
    on: (hear) => void heard.push(hear),
  }
}
