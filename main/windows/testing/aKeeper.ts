import { BrowserWindow } from 'electron'
import type { Placement } from '../../../shared/contracts/layout.ts'
import { aPlacement } from '../../../shared/testing/aDesk.ts'
import { aClock } from '../../testing/aClock.ts'
import { freshElectron } from '../../testing/electron.ts'
import type { Stand } from '../stand.ts'
import { windowKeeper } from '../windowKeeper.ts'

export const bounds = { x: 0, y: 0, width: 1280, height: 860 }
export const normal: Stand = { bounds, mode: 'normal' }
export const queue = aPlacement({ id: 'queue', region: 'queue' })
export const map = aPlacement({ id: 'map', region: 'map', zoom: 1.25 })
export const wall = aPlacement({ id: 'wall', region: 'wall', wall: '东墙', mode: 'kiosk' })

/** A keeper on fakes and a clock, and what it told. */
export const aKeeper = (platform: NodeJS.Platform = 'linux') => {
  const { desktop } = freshElectron()
  desktop.fillsSlowly = platform === 'darwin'
  const clock = aClock()
  const told = { opened: [] as string[], closed: [] as string[], moved: [] as string[], fewest: Infinity }
  const keeper = windowKeeper({
    platform,
    open: (options) => new BrowserWindow(options),
    optionsFor: ({ region }, { bounds, mode }) => ({
      ...bounds,
      title: region,
      kiosk: mode === 'kiosk',
      fullscreen: mode === 'full-screen',
    }),
    opened: (contents, { id }) => {
      told.opened.push(id)
      contents.once('destroyed', () => (told.fewest = Math.min(told.fewest, desktop.windows.length)))
    },
    closed: ({ id }, isLast) => told.closed.push(`${id} ${isLast ? 'last' : 'of several'}`),
    broke: () => {},
    moved: ({ id }, { mode }) => told.moved.push(`${id} ${mode}`),
    after: clock.after,
    now: clock.now,
  })
  const windowOf = (id: string) => {
    const found = keeper.windows().find(({ placement }) => placement.id === id)?.window.id
    const window = desktop.windows.find((one) => one.id === found)
    if (!window) throw new Error(`no window ${id}`)
    return window
  }
  const show = (...placements: readonly Placement[]) => {
    keeper.show(placements.map((placement) => ({ placement, stand: { bounds, mode: placement.mode } })))
  }
  const painted = () => desktop.windows.forEach((window) => window.emit('ready-to-show'))
  return { keeper, desktop, clock, told, windowOf, show, painted }
}
