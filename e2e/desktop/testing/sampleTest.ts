import { expect, test as base, type Page } from '@playwright/test'
import type { Desktop, DesktopGiven } from '../desktop.ts'
import { launchStandIn } from '../standIn/standInDesktop.ts'

type SampleFixtures = {
  /** The sample main process on the stand-in, on displays of this test's own. */
  readonly openSample: (given?: Partial<DesktopGiven>) => Promise<Desktop>
}

/** Does something in the sample's main process, through the bridge of the page that asks. */
export const ask = (page: Page, what: string, ...given: readonly unknown[]): Promise<unknown> =>
  page.evaluate(([name, values]) => (window as unknown as SamplePage).desk.ask(name, ...values), [what, given] as const)

/** The sample's page has what its preload exposes. */
export type SamplePage = {
  readonly desk: {
    readonly argv: readonly string[]
    readonly ask: (what: string, ...given: readonly unknown[]) => Promise<unknown>
    readonly tell: (what: string) => void
    readonly hear: (listener: (...given: readonly unknown[]) => void) => () => void
    readonly twice: (number: number) => number
    readonly refuse: () => void
  }
  readonly seenAtStart: string
  readonly spied: readonly (readonly [string, unknown])[]
  heard: unknown[]
  stop: () => void
}

/** The page of a window, loaded. */
export async function loaded(desktop: Desktop, windowId: number): Promise<Page> {
  const page = await desktop.pageOf(windowId)
  await page.waitForURL('**/page.html')
  await page.waitForLoadState()
  return page
}

/** Waits until the main process wrote this line. */
export const written = (desktop: Desktop, line: string): Promise<void> =>
  expect.poll(() => desktop.output().split('\n'), { message: `the main process writes '${line}'` }).toContain(line)

export const sampleTest = base.extend<SampleFixtures>({
  openSample: async ({}, use) => {
    const opened: Desktop[] = []
    await use(async (given = {}) => {
      const desktop = await launchStandIn({ main: 'e2e/desktop/standIn/sample/main.ts', ...given })
      opened.push(desktop)
      return desktop
    })
    for (const desktop of opened) await desktop.close()
  },
})
