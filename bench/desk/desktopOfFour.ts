import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Desktop } from '../../e2e/desktop/desktop.ts'
import { launchDesktop } from '../../e2e/desktop/launchDesktop.ts'
import { pageAt, signIn, standInOrigin } from '../../e2e/desktop/testing/deskTest.ts'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { Region, type Placement } from '../../shared/contracts/layout.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { displays, isLive, regions } from './ofFour.ts'

/** The page of this region, once its window is shown. */
export const pageOf = (desktop: Desktop, region: string): Promise<Page> => pageAt(desktop, `region=${region}`)

type WithDesk = { readonly desk: DeskBridge }

/** The windows of these regions, one on each display, and no others: as a person arranges them. */
export const arrange = async (desktop: Desktop, wanted: readonly string[]): Promise<void> => {
  const page = await desktop.pageOf((await desktop.windows())[0]?.id ?? 0)
  const { displays } = await page.evaluate(() => (window as unknown as WithDesk).desk.ask('layout:see', {}))
  const placements = wanted.flatMap((name, at): readonly Placement[] => {
    const display = displays[at]
    const share = { x: 0, y: 0, width: 1, height: 1 }
    return display
      ? [{ id: name, region: Region.parse(name), wall: null, display: markOf(display, displays), mode: 'maximized', share, zoom: 1 }]
      : []
  })
  const answer = await page.evaluate(
    (all) => (window as unknown as WithDesk).desk.ask('layout:apply', { id: null, placements: all }),
    placements,
  )
  if (!answer.ok) throw new Error(answer.refusal)
  for (const region of wanted) await isLive(await pageOf(desktop, region))
}

/** A workstation with four displays that belongs to the room, an operator signed in, ended again: ready to be started. */
export const desktopOfFour = async (address: string) => {
  const userData = await mkdtemp(join(tmpdir(), 'bench-desktop-'))
  const desktop = await launchDesktop({
    main: 'dist/main/main.js',
    displays,
    userData,
    env: { XIAONAO_PAGE_ORIGINS: standInOrigin },
    args: ['--server', address],
  })
  await signIn(await pageOf(desktop, 'queue'))
  return {
    desktop,
    userData,
    /** Started anew with one window, so that it keeps nothing of others that were open before. */
    startOne: async (): Promise<void> => {
      await arrange(desktop, regions.slice(0, 1))
      await desktop.control('app.quit')
      await desktop.ended()
      await desktop.start()
      await isLive(await pageOf(desktop, regions[0]))
    },
    /** How long from the start of the main process until all four windows are shown and live, ms; it had been ended with these four. */
    startAll: async (): Promise<number> => {
      await arrange(desktop, regions)
      await desktop.control('app.quit')
      await desktop.ended()
      const begunAt = performance.now()
      await desktop.start()
      await Promise.all(regions.map(async (region) => isLive(await pageOf(desktop, region))))
      return performance.now() - begunAt
    },
    close: async (): Promise<void> => {
      await desktop.close()
      await rm(userData, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
