import { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { aPlacement, aRow } from '../../shared/testing/aDesk.ts'
import { aClock } from '../testing/aClock.ts'
import { freshElectron } from '../testing/electron.ts'
import { windowKeeper } from '../windows/windowKeeper.ts'
import { arrangement } from './arrangement.ts'

const two = aRow(2)
const on = (at: number, wish: Partial<Placement>): Placement => {
  const display = two[at]
  if (!display) throw new Error(`no display ${at}`)
  return aPlacement({ ...wish, display: markOf(display, two) })
}
const queue = on(0, { id: 'queue', region: 'queue' })
const map = on(1, { id: 'map', region: 'map' })

const aDesk = (displays: readonly Display[] = two) => {
  const { desktop } = freshElectron()
  const clock = aClock()
  const desk = { displays, changes: 0 }
  const keeper = windowKeeper({
    platform: 'linux',
    open: (options) => new BrowserWindow(options),
    optionsFor: (_, { bounds }) => bounds,
    opened: () => {},
    closed: () => {},
    broke: () => {},
    moved: (placement, stand) => arranged.moved(placement, stand),
    after: clock.after,
    now: clock.now,
  })
  const arranged = arrangement({
    keeper,
    displays: () => desk.displays,
    after: clock.after,
    now: clock.now,
    changed: () => (desk.changes += 1),
  })
  const windowOf = (id: string) => {
    const found = keeper.windows().find(({ placement }) => placement.id === id)?.window.id
    return desktop.windows.find((one) => one.id === found)
  }
  const plug = (next: readonly Display[]) => {
    desk.displays = next
    arranged.displaysReported()
  }
  const show = (...placements: readonly Placement[]) => {
    arranged.show(placements)
    clock.pass(600)
  }
  return { arranged, clock, desk, windowOf, plug, show, keeper }
}

test('[E8] where a person leaves a window is kept once it has come to rest', () => {
  const { arranged, clock, desk, windowOf, show } = aDesk()
  show(queue, map)
  windowOf('queue')?.setBounds({ x: 300 })
  clock.pass(900)
  windowOf('queue')?.setBounds({ x: 192 + 96 })
  clock.pass(999)
  expect(desk.changes).toBe(0)
  clock.pass(1)
  expect(desk.changes).toBe(1)
  expect(arranged.current().find(({ id }) => id === 'queue')?.share).toEqual({ ...queue.share, x: 0.15 })
})

test('[E8] a window that is dragged about tells of every step, and is kept once', () => {
  const { arranged, clock, desk, windowOf, show } = aDesk()
  show(queue, map)
  const waiting = clock.waiting()
  for (let x = 193; x <= 288; x += 1) {
    windowOf('queue')?.setBounds({ x })
    clock.pass(16)
  }
  expect([desk.changes, clock.waiting()]).toEqual([0, waiting + 1])
  clock.pass(1_000)
  expect([desk.changes, arranged.current()[0]?.share.x]).toEqual([1, 0.15])
})

test('[E8] what the system moves when a cable is pulled is nobody’s wish, and the window goes back with its display', () => {
  const { arranged, clock, windowOf, plug, show } = aDesk()
  show(queue, map)
  const before = windowOf('map')?.bounds
  windowOf('map')?.setBounds({ x: 10 })
  plug(two.slice(0, 1))
  windowOf('map')?.setBounds({ x: 20 })
  clock.pass(5_000)
  expect(windowOf('map')?.bounds.x).toBeLessThan(1920)
  expect(arranged.current().find(({ id }) => id === 'map')).toEqual(map)
  plug(two)
  clock.pass(5_000)
  expect(windowOf('map')?.bounds).toEqual(before)
})

test('[E8] a layout that is shown while a moved window has not come to rest stands as it says', () => {
  const { arranged, clock, windowOf, show } = aDesk()
  show(queue, map)
  windowOf('queue')?.setBounds({ x: 500 })
  arranged.show([queue, map])
  clock.pass(5_000)
  expect(arranged.current()).toEqual([queue, map])
})

test('[E8] a zoom that is set while a window is moved stays', () => {
  const { arranged, clock, windowOf, show } = aDesk()
  show(queue, map)
  windowOf('queue')?.setBounds({ x: 288 })
  arranged.remember({ ...queue, zoom: 1.5 })
  clock.pass(5_000)
  expect(arranged.current()[0]).toMatchObject({ zoom: 1.5, share: { x: 0.15 } })
})

test('[E9] without any display nothing opens, and all of it does when one comes', () => {
  const { clock, windowOf, plug, show, keeper } = aDesk([])
  show(queue, map)
  expect(keeper.windows()).toEqual([])
  plug(two)
  clock.pass(1_000)
  expect([windowOf('queue')?.bounds.x, windowOf('map')?.bounds.x]).toEqual([192, 1920 + 192])
  plug(two.slice(0, 1))
  clock.pass(1_000)
  expect(keeper.windows()).toHaveLength(2)
})

test('[E9] another layout asked for meanwhile is the one that opens', () => {
  const { clock, plug, show, keeper } = aDesk([])
  show(queue, map)
  show(map)
  plug(two)
  clock.pass(1_000)
  expect(keeper.windows().map(({ placement }) => placement.id)).toEqual(['map'])
})
