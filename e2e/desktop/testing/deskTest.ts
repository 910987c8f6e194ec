import { test as base, type Page } from '@playwright/test'
import { password, startRoom, type RunningRoom } from '../../testing/runningRoom.ts'
import { outsideOf, type Outside } from '../../testing/outside.ts'
import type { Desktop, DesktopGiven } from '../desktop.ts'
import { launchDesktop } from '../launchDesktop.ts'
import { liveSign } from '../../testing/liveSign.ts'

/** Where the pages of a stand-in's windows seem to come from: a scheme of our own cannot be taught to a plain browser. */
export const standInOrigin = 'http://xiaonao.localhost'

export const left = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 }, label: 'left' }
export const right = { id: 2, bounds: { x: 1366, y: 0, width: 1366, height: 768 }, label: 'right' }

type DeskFixtures = {
  /** A server of this test's own, somewhere in the room. */
  readonly room: RunningRoom
  readonly outside: Outside
  /** The desktop on a machine of its own; ended with the test. */
  readonly openDesktop: (given?: Partial<DesktopGiven>) => Promise<Desktop>
  /** The desktop of a workstation that belongs to the test's room, an operator signed in where reports are taken. */
  readonly openAtWork: (displays?: DesktopGiven['displays']) => Promise<{ readonly desktop: Desktop; readonly taking: Page }>
}

/** The page of the window that shows this part of the address; waits until there is one. */
export const pageAt = async (desktop: Desktop, part: string): Promise<Page> => {
  for (;;) {
    const found = (await desktop.windows()).find(({ url, isVisible }) => url.includes(part) && isVisible)
    if (found) return desktop.pageOf(found.id)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const signIn = async (page: Page, account = 'operator1'): Promise<void> => {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await liveSign(page).waitFor()
}

export const deskTest = base.extend<DeskFixtures>({
  room: async ({}, use) => {
    const room = await startRoom('--page-origin', standInOrigin)
    await use(room)
    await room.close()
  },
  outside: async ({ room }, use) => use(outsideOf(room.address)),
  openDesktop: async ({}, use) => {
    const opened: Desktop[] = []
    await use(async (given = {}) => {
      const env = { XIAONAO_EXAMPLE_PASSWORD: password, XIAONAO_PAGE_ORIGINS: standInOrigin, ...given.env }
      const desktop = await launchDesktop({ main: 'dist/main/main.js', displays: [left], ...given, env })
      opened.push(desktop)
      return desktop
    })
    for (const desktop of opened) await desktop.close()
  },
  openAtWork: async ({ room, openDesktop }, use) =>
    use(async (displays = [left, right]) => {
      const desktop = await openDesktop({ displays, args: ['--server', room.address()] })
      const taking = await pageAt(desktop, displays.length === 1 ? 'region=all' : 'region=queue')
      await signIn(taking)
      return { desktop, taking }
    }),
})
