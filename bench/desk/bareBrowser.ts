import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { stillArgs } from '../../build/browser/browserArgs.ts'
import { findBrowser } from '../../build/browser/findBrowser.ts'
import { signIn } from '../../e2e/desktop/testing/deskTest.ts'
import { startXvfb } from '../../e2e/desktop/xvfb.ts'
import { displays, isLive, regions } from './ofFour.ts'

/** Windows of a browser, each with a page of the room, on a screen as large as the four displays. */
export const bareBrowser = async (address: string) => {
  const profile = await mkdtemp(join(tmpdir(), 'bench-bare-'))
  const xvfb = await startXvfb({ width: 1280 * displays.length + 8, height: 808 })
  const executablePath = findBrowser(process.env)
  let context: BrowserContext

  const launch = () =>
    chromium.launchPersistentContext(profile, {
      headless: false,
      viewport: null,
      args: [...stillArgs, '--disable-backgrounding-occluded-windows'],
      env: { ...process.env, DISPLAY: xvfb.display },
      locale: 'zh-CN',
      ...(executablePath ? { executablePath } : {}),
    })

  const first = (): Page => {
    const page = context.pages()[0]
    if (!page) throw new Error('The browser opened no page.')
    return page
  }
  /** One window more, with the page of this region. */
  const open = async (region: string, at: number): Promise<Page> => {
    const session = await context.newCDPSession(first())
    const opened = context.waitForEvent('page')
    const { x: left, y: top, width, height } = displays[at]?.bounds ?? { x: 0, y: 0, width: 1280, height: 800 }
    await session.send('Target.createTarget', { url: `${address}/?region=${region}`, newWindow: true, left, top, width, height })
    return opened
  }
  const openFirst = async (): Promise<Page> => {
    await first().goto(`${address}/?region=${regions[0]}`, { waitUntil: 'commit' })
    return first()
  }

  context = await launch()
  await signIn(await openFirst())
  // A browser forgets a session when it ends; the desktop does not, and that is not what is measured.
  const cookies = await context.cookies()
  await context.close()
  const again = async (): Promise<void> => {
    context = await launch()
    await context.addCookies(cookies)
  }
  return {
    /** How long from the start of the browser until all four pages are live, ms. It stays open. */
    startAll: async (): Promise<number> => {
      const begunAt = performance.now()
      await again()
      const pages = [await openFirst()]
      for (const [at, region] of regions.entries()) if (at > 0) pages.push(await open(region, at))
      await Promise.all(pages.map(isLive))
      return performance.now() - begunAt
    },
    startOne: async (): Promise<void> => {
      await again()
      await isLive(await openFirst())
    },
    openOthers: async (): Promise<void> => {
      for (const [at, region] of regions.entries()) if (at > 0) await isLive(await open(region, at))
    },
    stop: () => context.close(),
    /** The folder that its processes were started with. */
    profile,
    close: async (): Promise<void> => {
      await context.close()
      await xvfb.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
