import { chromium, type Browser, type Page } from '@playwright/test'
import type { PageSeen } from './controls.ts'

export type BrowserPages = {
  readonly all: () => Promise<readonly Page[]>
  readonly of: (seen: PageSeen) => Promise<Page>
  readonly close: () => Promise<void>
}

/** How long a page may take to be seen by Playwright after its window was opened. */
const seenWithinMs = 30_000
const lookEveryMs = 25

const pagesOf = (browser: Browser): readonly Page[] => browser.contexts().flatMap((context) => context.pages())

async function targetOf(page: Page): Promise<string | undefined> {
  try {
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    return targetInfo.targetId
  } catch {
    return undefined
  }
}

/**
 * Playwright beside the stand-in, in the same browser: tests drive pages as a person does.
 *
 * It leaves the browser as it is (`noDefaults`): otherwise it would make every page believe it has the focus and is seen. A page
 * that crashed is lost to a connection for good even when it was loaded again; it is then met over a new one, while the pages that
 * a test holds already stay on theirs.
 */
export function browserPages(endpoint: string): BrowserPages {
  const connections: Browser[] = []
  /** For each page that crashed: how often, and the connection that met it afterwards. */
  const crashed = new Map<string, { readonly crashes: number; readonly browser: Browser }>()
  const targets = new WeakMap<Page, string>()

  async function connect(): Promise<Browser> {
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true })
    connections.push(browser)
    return browser
  }
  async function connectionFor({ targetId, crashes }: PageSeen): Promise<Browser> {
    const known = crashed.get(targetId)
    if (known?.crashes === crashes) return known.browser
    if (crashes === 0) return connections[0] ?? connect()
    const browser = await connect()
    crashed.set(targetId, { crashes, browser })
    return browser
  }
  async function find(browser: Browser, targetId: string): Promise<Page | undefined> {
    for (const page of pagesOf(browser)) {
      const target = targets.get(page) ?? (await targetOf(page))
      if (target !== undefined) targets.set(page, target)
      if (target === targetId) return page
    }
    return undefined
  }

  return {
    all: async () => pagesOf(connections.at(-1) ?? (await connect())),
    of: async (seen) => {
      const browser = await connectionFor(seen)
      for (const until = Date.now() + seenWithinMs; Date.now() < until;) {
        const page = await find(browser, seen.targetId)
        if (page) return page
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
      throw new Error(`Playwright does not see the page ${seen.targetId}.`)
    },
    close: async () => {
      for (const browser of connections.splice(0)) await browser.close()
    },
  }
}
