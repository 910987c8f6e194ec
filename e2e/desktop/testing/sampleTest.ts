import { expect, test as base, type Page } from '@playwright/test'
import type { Desktop, DesktopGiven } from '../desktop.ts'
import { launchStandIn } from '../standIn/standInDesktop.ts'

/** A sample that several tests use one after the other: windows and lines of its output are each test's own. */
export type Shared = {
  readonly desktop: Desktop
  /** Opens a window of this test, closed with it; its number and its page, loaded. */
  readonly open: (bounds?: { x: number; y: number; width: number; height: number }) => Promise<{ readonly id: number; readonly page: Page }>
  /** What the main process wrote since the test began. */
  readonly output: () => string
}

type SampleFixtures = {
  /** The sample main process on the stand-in, on displays of this test's own; for what a sample cannot do twice, or not beside others. */
  readonly openSample: (given?: Partial<DesktopGiven>) => Promise<Desktop>
  readonly shared: Shared
  /** The page of a window of this test's own in the shared sample. */
  readonly page: Page
}
type SampleWorker = { readonly lasting: Desktop }

/** The displays of the shared sample: one left of and above the main one, so that there are negative coordinates. */
export const main = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 720 } }
export const onTheLeft = { id: 2, bounds: { x: -1024, y: -48, width: 1024, height: 768 } }

const sample = 'e2e/desktop/standIn/sample/main.ts'
/** The window that stays, through whose page the others are opened. */
const lastingWindow = 1

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
export const written = ({ output }: Pick<Desktop, 'output'>, line: string): Promise<void> =>
  expect.poll(() => output().split('\n'), { message: `the main process writes '${line}'` }).toContain(line)

export const sampleTest = base.extend<SampleFixtures, SampleWorker>({
  lasting: [
    async ({}, use) => {
      const desktop = await launchStandIn({ main: sample, displays: [main, onTheLeft] })
      await use(desktop)
      await desktop.close()
    },
    { scope: 'worker' },
  ],
  shared: async ({ lasting: desktop }, use) => {
    const before = await desktop.windows()
    const from = desktop.output().length
    const anchor = await loaded(desktop, lastingWindow)
    await use({
      desktop,
      open: async (bounds = main.bounds) => {
        const id = (await ask(anchor, 'open', bounds)) as number
        return { id, page: await loaded(desktop, id) }
      },
      output: () => desktop.output().slice(from),
    })
    const isOfTest = ({ id }: { readonly id: number }) => before.every((window) => window.id !== id)
    for (const { id } of (await desktop.windows()).filter(isOfTest)) await desktop.control('window.close', id)
    await expect.poll(async () => (await desktop.windows()).filter(isOfTest)).toEqual([])
  },
  page: async ({ shared }, use) => use((await shared.open()).page),
  openSample: async ({}, use) => {
    const opened: Desktop[] = []
    await use(async (given = {}) => {
      const desktop = await launchStandIn({ main: sample, ...given })
      opened.push(desktop)
      return desktop
    })
    for (const desktop of opened) await desktop.close()
  },
})
