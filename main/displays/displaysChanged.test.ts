import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { areaOf, isSameRect } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { aDisplay, aPlacement, aRow } from '../../shared/testing/aDesk.ts'
import { defaultLayout } from './defaultLayout.ts'
import { displaysChanged } from './displaysChanged.ts'
import { isInReach } from './fitted.ts'
import type { Placed } from './placed.ts'
import { placeConsoles } from './placeConsoles.ts'
import { aDesk, aDeskWithWindows } from './testing/desks.ts'

const three = aRow(3)
const { placements } = defaultLayout(three)
const atStart = placeConsoles(placements, three)
const without = (displays: readonly Display[], id: number) => displays.filter((display) => display.id !== id)
const idsOf = (placed: readonly Placed[]) => placed.map(({ id }) => id)

/** What becomes of the windows when the desk changes step by step. */
const through = (windows: readonly Placed[], remembered: readonly Placement[], desks: readonly (readonly Display[])[]) =>
  desks.slice(1).reduce((now, desk, at) => displaysChanged(now, remembered, desks[at] ?? [], desk).now, windows)

test('[L10] a display goes: its window alone moves, as a guest off the display where reports are taken', () => {
  const { now, moves } = displaysChanged(atStart, placements, three, without(three, 3))
  expect(moves).toEqual([
    { id: 'board', display: 2, bounds: { x: 1952, y: 32, width: 1440, height: 780 }, mode: 'normal', standing: 'guest' },
  ])
  expect(now.filter(({ id }) => id !== 'board')).toEqual(atStart.filter(({ id }) => id !== 'board'))
})

test('[L10] it comes back, under another id even: the window goes home as it was, maximized again', () => {
  const back = three.map((display) => (display.id === 3 ? { ...display, id: 33 } : display))
  const now = through(atStart, placements, [three, without(three, 3), back])
  expect(now).toEqual(atStart.map((one) => (one.id === 'board' ? { ...one, display: 33 } : one)))
})

test('[L10] full screen comes back to full screen', () => {
  const remembered = placements.map((one): Placement => ({ ...one, mode: 'full-screen' }))
  const start = placeConsoles(remembered, three)
  expect(through(start, remembered, [three, without(three, 2), three])).toEqual(start)
})

test('[L10] a window that stood on the twin of its monitor goes to its own when that comes back', () => {
  const twins = [aDisplay({ id: 1 }), aDisplay({ id: 2, bounds: { x: 1920 } })]
  const remembered = [aPlacement({ display: markOf(twins[0] ?? aDisplay(), twins) })]
  const start = placeConsoles(remembered, twins)
  expect(through(start, remembered, [twins, [aDisplay({ id: 2 })], twins])).toEqual(start)
})

test('[L11] what a person moved by hand stays when another display goes', () => {
  const moved = atStart.map((one): Placed =>
    one.id === 'map' ? { ...one, mode: 'normal', bounds: { x: 2100, y: 90, width: 900, height: 700 } } : one,
  )
  const { now, moves } = displaysChanged(moved, placements, three, without(three, 3))
  expect(idsOf(moves)).toEqual(['board'])
  expect(now.find(({ id }) => id === 'map')).toEqual(moved[1])
})

test('[L11] a guest moved by hand stays where it was put when yet another display goes, and a new guest does not lie on it', () => {
  const first = displaysChanged(atStart, placements, three, without(three, 3)).now
  const put = first.map((one): Placed => (one.id === 'board' ? { ...one, bounds: { x: 1952, y: 32, width: 1000, height: 700 } } : one))
  const only = three.filter(({ id }) => id === 2)
  const { now, moves } = displaysChanged(put, placements, without(three, 3), only)
  expect(idsOf(moves)).toEqual(['queue'])
  expect(now[2]).toEqual(put[2])
  expect(now[0]?.bounds).not.toMatchObject({ x: 1952, y: 32 })
})

test('[L11] a display that turns upright has its own windows fitted to it, and no others', () => {
  const turned = three.map((one) =>
    one.id === 2 ? aDisplay({ id: 2, label: one.label, bounds: { x: 1920, width: 1080, height: 1920 } }) : one,
  )
  const normal = placements.map((one): Placement => ({ ...one, mode: 'normal' }))
  const { moves } = displaysChanged(placeConsoles(normal, three), normal, three, turned)
  expect(moves).toMatchObject([{ id: 'map', bounds: { x: 1920, y: 0, width: 1080, height: 1880 }, standing: 'home' }])
})

test('[L11] a window goes with its display when that is put on the other side', () => {
  const remembered = [aPlacement({ display: markOf(three[1] ?? aDisplay(), three) })]
  const start = placeConsoles(remembered, three)
  const other = three.map((one) => (one.id === 2 ? aDisplay({ id: 2, label: one.label, bounds: { x: -1920 } }) : one))
  expect(displaysChanged(start, remembered, three, other).moves).toMatchObject([{ display: 2, bounds: { x: -1920 + 192 } }])
})

test('[L12] for a moment no display is reported: nothing moves, and afterwards all is as it was', () => {
  expect(displaysChanged(atStart, placements, three, [])).toEqual({ now: atStart, moves: [] })
  expect(displaysChanged(atStart, placements, [], three)).toEqual({ now: atStart, moves: [] })
})

test('[L12] a free display comes: the guest moves there and stands as it stood at home', () => {
  const two = without(three, 3)
  const replaced = [...two, aDisplay({ id: 60, label: 'LG', bounds: { x: 3840, width: 2560, height: 1440 } })]
  const { moves } = displaysChanged(through(atStart, placements, [three, two]), placements, two, replaced)
  expect(moves).toMatchObject([{ id: 'board', display: 60, mode: 'maximized', standing: 'guest', bounds: { width: 2560, height: 1400 } }])
})

test('[L12] a window that no layout knows belongs to where it stood', () => {
  const stray: Placed = { id: 'manage', display: 3, bounds: { x: 4000, y: 100, width: 900, height: 700 }, mode: 'normal', standing: 'home' }
  const { moves } = displaysChanged([stray], [], three, without(three, 3))
  expect(moves).toMatchObject([{ id: 'manage', standing: 'guest' }])
  expect(moves[0]?.display).not.toBe(3)
})

const some = fc.array(fc.nat(4), { maxLength: 5 })

test('[L10] displays may go and come in any order: when all are back, every window is exactly where it was', () => {
  fc.assert(
    fc.property(aDeskWithWindows, fc.array(some, { minLength: 1, maxLength: 4 }), ({ displays, remembered }, losses) => {
      const start = placeConsoles(remembered, displays)
      const desks = losses.map((gone) => displays.filter((_, at) => !gone.includes(at)))
      const steps = desks.flatMap((desk) => (desk.length === 0 ? [] : [desk]))
      expect(through(start, remembered, [displays, ...steps, displays])).toEqual(start)
    }),
  )
})

test('[L11] a window at home on a display that stays as it is never moves, whatever else comes or goes', () => {
  fc.assert(
    fc.property(aDeskWithWindows, some, aDesk, ({ displays, remembered }, gone, more) => {
      const start = placeConsoles(remembered, displays)
      const right = Math.max(...displays.map(({ bounds }) => bounds.x + bounds.width))
      const added = more.map((one, at) => ({
        ...aDisplay({ ...one, bounds: { ...one.bounds, x: right + at * 4_000 } }),
        id: 9_000 + at,
        isPrimary: false,
      }))
      const kept = displays.filter((_, at) => !gone.includes(at))
      const { moves } = displaysChanged(start, remembered, displays, [...kept, ...added])
      const homes = start.filter(({ display, standing }) => standing === 'home' && kept.some(({ id }) => id === display))
      expect(idsOf(moves).filter((id) => idsOf(homes).includes(id))).toEqual([])
    }),
  )
})

test('[L12] the same displays reported again move nothing', () => {
  fc.assert(
    fc.property(aDeskWithWindows, aDesk, ({ remembered }, desk) => {
      expect(displaysChanged(placeConsoles(remembered, desk), remembered, desk, desk).moves).toEqual([])
    }),
  )
})

test('[L6, L8] after any change every window is within reach, and no two new guests are on top of one another', () => {
  fc.assert(
    fc.property(aDeskWithWindows, aDesk, aDesk, ({ displays, remembered }, second, third) => {
      const now = through(placeConsoles(remembered, displays), remembered, [displays, second, third])
      const guests = now.filter(({ standing }) => standing === 'guest')
      expect(now.filter((one) => !third.some((display) => display.id === one.display && isInReach(one.bounds, areaOf(display))))).toEqual(
        [],
      )
      expect(guests.filter((one, at) => guests.some((other, before) => before < at && isSameRect(one.bounds, other.bounds)))).toEqual([])
    }),
  )
})
