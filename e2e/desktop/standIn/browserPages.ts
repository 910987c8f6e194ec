import { chromium, type Browser, type Page } from '@playwright/test'

export type BrowserPages = {
  readonly all: () => Promise<readonly Page[]>
  readonly of: (targetId: string) => Promise<Page>
  readonly close: () => Promise<void>
}

/** How long a page may take to be seen by Playwright after its window was opened. */
const seenWithinMs = 30_000
const lookEveryMs = 25

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
 * that crashed is lost to Playwright for good even when it was loaded again, so it looks anew.
 */
export function browserPages(endpoint: string): BrowserPages {
  let connected: Browser | undefined
  const crashed = new WeakSet<Page>()
  const targets = new WeakMap<Page, string>()

  async function connect(): Promise<Browser> {
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true })
    for (const context of browser.contexts()) {
      const watch = (page: Page): void => void page.on('crash', () => crashed.add(page))
      context.pages().forEach(watch)
      context.on('page', watch)
    }
    return browser
  }
  async function pages(): Promise<readonly Page[]> {
    const known = connected?.contexts().flatMap((context) => context.pages()) ?? []
    if (connected && !known.some((page) => crashed.has(page))) return known
    await connected?.close()
    connected = await connect()
    return connected.contexts().flatMap((context) => context.pages())
  }
  async function withTargets(): Promise<readonly Page[]> {
    const found = await pages()
    for (const page of found) {
      const target = targets.get(page) ?? (await targetOf(page))
      if (target !== undefined) targets.set(page, target)
    }
    return found
  }

  return {
    all: pages,
    of: async (targetId) => {
      for (const until = Date.now() + seenWithinMs; Date.now() < until;) {
        const page = (await withTargets()).find((one) => targets.get(one) === targetId)
        if (page) return page
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
      }
      throw new Error(`Playwright does not see the page ${targetId}.`)
    },
    close: async () => {
      await connected?.close()
      connected = undefined
    },
  }
}
