import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Display } from '../../shared/contracts/layout.ts'
import { areaOf, isSameRect } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { seenDisplays } from '../../shared/displays/seenDisplays.ts'
import { aDisplay, aMark, aPlacement, aRow } from '../../shared/testing/aDesk.ts'
import { defaultLayout } from './defaultLayout.ts'
import { isInReach } from './fitted.ts'
import type { Placed } from './placed.ts'
import { placeConsoles } from './placeConsoles.ts'
import { aDesk, aDeskWithWindows } from './testing/desks.ts'

const isUsable = (displays: readonly Display[]) => (one: Placed) =>
  displays.some((display) => display.id === one.display && isInReach(one.bounds, areaOf(display)))

const areApart = (placed: readonly Placed[]): boolean => {
  const guests = placed.filter(({ standing }) => standing === 'guest')
  return guests.every((one, at) => guests.every((other, before) => before >= at || !isSameRect(one.bounds, other.bounds)))
}

const left = aDisplay({ id: 2, label: 'AOC', bounds: { x: -1920, y: -120 } })
const onLeft = aPlacement({ display: markOf(left, [aDisplay(), left]) })

test('[L4] a window is where it was, on a monitor to the left of the primary one too', () => {
  expect(placeConsoles([onLeft], [aDisplay(), left])).toEqual([
    { id: 'w1', display: 2, bounds: { x: -1728, y: -16, width: 1536, height: 832 }, mode: 'normal', standing: 'home' },
  ])
})

test.each([
  ['its id changed', { id: 77, bounds: { x: -1920 } }],
  ['its scale changed', { scaleFactor: 1.5, bounds: { x: -1280, width: 1280, height: 720 } }],
  ['it was turned upright', { bounds: { x: -1080, width: 1080, height: 1920 } }],
  ['it was moved to the right', { bounds: { x: 1920 } }],
  ['its id changed and it was moved', { id: 78, bounds: { x: 1920 } }],
] as const)('[L4] a monitor is found again when %s', (_, change) => {
  const changed = aDisplay({ id: 2, label: 'AOC', ...change })
  const [placed] = placeConsoles([onLeft], [aDisplay(), changed])
  expect(placed).toMatchObject({ display: changed.id, standing: 'home' })
  expect(placed && isInReach(placed.bounds, areaOf(changed))).toBe(true)
})

test('[L4] equal monitors whose ids have changed are told apart by where they stand', () => {
  const desk = [aDisplay({ id: 1 }), aDisplay({ id: 2, bounds: { x: 1920 } }), aDisplay({ id: 3, bounds: { x: 3840 } })]
  const remembered = desk.map((display) => aPlacement({ id: `at-${display.bounds.x}`, display: markOf(display, desk) }))
  const renumbered = desk.map((display) => ({ ...display, id: display.id + 40 }))

  expect(placeConsoles(remembered, renumbered).map(({ id, display, standing }) => [id, display, standing])).toEqual([
    ['at-0', 41, 'home'],
    ['at-1920', 42, 'home'],
    ['at-3840', 43, 'home'],
  ])
})

test('[L4] of two equal monitors one is gone: the window of the other is at home, its own is a guest', () => {
  const desk = [aDisplay({ id: 1 }), aDisplay({ id: 2, bounds: { x: 1920 } })]
  const remembered = desk.map((display) => aPlacement({ id: `of-${display.id}`, display: markOf(display, desk) }))
  const placed = placeConsoles(remembered, [aDisplay({ id: 2 })])
  expect(placed.map(({ id, standing }) => [id, standing])).toEqual([
    ['of-1', 'guest'],
    ['of-2', 'home'],
  ])
})

test('[L5] an id given to another monitor is not believed: the window is a guest there', () => {
  const other = aDisplay({ id: 2, label: 'PHILIPS', bounds: { x: -1280, width: 1280, height: 720 } })
  expect(placeConsoles([onLeft], [aDisplay(), other])).toMatchObject([{ display: 2, standing: 'guest' }])
})

test('[L5] an id without a label and of another size is taken for the same monitor, and the window fits', () => {
  const before = aDisplay({ id: 5, label: '' })
  const remembered = aPlacement({ display: markOf(before, [before]), share: { x: 0, y: 0, width: 1, height: 1 } })
  const small = aDisplay({ id: 5, label: '', bounds: { width: 1280, height: 720 } })
  expect(placeConsoles([remembered], [small])).toMatchObject([{ standing: 'home', bounds: { x: 0, y: 0, width: 1280, height: 680 } }])
})

test.each([
  ['larger than the work area', { x: 0, y: 0, width: 1.4, height: 1.5 }, { x: 0, y: 0, width: 1920, height: 1040 }],
  ['far out to the right', { x: 1.1, y: 0.1, width: 0.5, height: 0.5 }, { x: 960, y: 104, width: 960, height: 520 }],
  ['with its title bar above the edge', { x: 0.1, y: -0.2, width: 0.5, height: 0.8 }, { x: 192, y: 0, width: 960, height: 832 }],
  ['too small to use', { x: 0.1, y: 0.1, width: 0.1, height: 0.1 }, { x: 192, y: 104, width: 640, height: 400 }],
  [
    'a snapped half with its unseen border',
    { x: -8 / 1920, y: 0, width: 976 / 1920, height: 1048 / 1040 },
    { x: -8, y: 0, width: 976, height: 1048 },
  ],
])('[L6] a window remembered %s is usable', (_, share, bounds) => {
  expect(placeConsoles([aPlacement({ share })], [aDisplay()])).toMatchObject([{ bounds }])
})

test('[L6] a display that reports no work area is used to its bounds, one without any ground not at all', () => {
  const nowhere = { x: 0, y: 0, width: 0, height: 0 }
  const bare = aDisplay({ workArea: nowhere })
  const empty = aDisplay({ id: 9, label: 'x', bounds: nowhere, workArea: nowhere, isPrimary: false })
  const whole = aPlacement({ share: { x: 0, y: 0, width: 1, height: 1 } })
  expect(placeConsoles([whole], [empty, bare])).toMatchObject([{ display: 1, bounds: { width: 1920, height: 1080 } }])
})

test('[L7] two windows remembered on one display stand side by side as they stood', () => {
  const half = (id: string, x: number) => aPlacement({ id, share: { x, y: 0, width: 0.5, height: 1 } })
  expect(placeConsoles([half('queue', 0), half('map', 0.5)], [aDisplay()]).map(({ bounds }) => bounds.x)).toEqual([0, 960])
})

test('[L7] where the monitor was replaced by another, both stand on the new one as they stood, and full screen stays so', () => {
  const half = (id: string, x: number) => aPlacement({ id, display: onLeft.display, share: { x, y: 0, width: 0.5, height: 1 } })
  const fresh = aDisplay({ id: 30, label: 'LG', bounds: { x: -2560, width: 2560, height: 1440 } })
  const placed = placeConsoles([half('queue', 0), half('map', 0.5)], [aDisplay(), fresh])
  expect(placed).toMatchObject([
    { display: 30, standing: 'guest', bounds: { x: -2560, width: 1280 } },
    { display: 30, standing: 'guest', bounds: { x: -1280, width: 1280 } },
  ])
  expect(placeConsoles([{ ...onLeft, mode: 'full-screen' }], [aDisplay(), fresh])).toMatchObject([{ display: 30, mode: 'full-screen' }])
})

test('[L8] a layout for four monitors opens on one: each window can be seen and taken hold of, none covers all', () => {
  const { placements } = defaultLayout(aRow(4))
  const laptop = aDisplay({ id: 50, label: '内置显示器', bounds: { width: 1366, height: 768 } })
  const placed = placeConsoles(placements, [laptop])
  expect(placed.map(({ mode, standing }) => `${mode} ${standing}`)).toEqual(Array.from({ length: 4 }, () => 'normal guest'))
  expect(placed.map(({ bounds }) => [bounds.x, bounds.y])).toEqual([
    [32, 32],
    [64, 64],
    [96, 96],
    [128, 128],
  ])
  expect(placed.every(isUsable([laptop]))).toBe(true)
})

test('[L8] a guest keeps off the display where reports are taken, and off a wall, while another is there', () => {
  const [queue, map, board, wall] = aRow(4)
  if (!queue || !map || !board || !wall) return expect.fail('a row of four')
  const { placements } = defaultLayout([queue, map, board, wall])
  const placed = placeConsoles(placements, [queue, map, wall])
  expect(placed.find(({ id }) => id === 'board')).toMatchObject({ display: map.id, standing: 'guest', mode: 'normal' })
})

test('[L9] displays that mirror one another are one: the second one’s windows are guests on the first', () => {
  const tv = aDisplay({ id: 8, label: 'TV', bounds: { x: 1920 } })
  const remembered = [aPlacement(), aPlacement({ id: 'w2', display: markOf(tv, [aDisplay(), tv]) })]
  const mirrored = [{ ...tv, bounds: aDisplay().bounds, workArea: aDisplay().workArea, isPrimary: false }, aDisplay()]
  expect(placeConsoles(remembered, mirrored)).toMatchObject([
    { id: 'w1', display: 1, standing: 'home' },
    { id: 'w2', display: 1, standing: 'guest' },
  ])
})

test('[L9] without any display nothing is placed', () => {
  expect(placeConsoles([onLeft], [])).toEqual([])
})

test('[L6, L8] on whatever displays, every window is on one of them within reach, and no two guests are on top of one another', () => {
  fc.assert(
    fc.property(aDeskWithWindows, aDesk, ({ displays, remembered }, others) => {
      for (const desk of [displays, others]) {
        const placed = placeConsoles(remembered, desk)
        expect(placed.map(({ id }) => id)).toEqual(remembered.map(({ id }) => id))
        expect(placed.every(isUsable(seenDisplays(desk)))).toBe(true)
        expect(areApart(placed)).toBe(true)
      }
    }),
  )
})

test('[L4] on the displays it was remembered on, every window is at home, whatever ids they have today', () => {
  fc.assert(
    fc.property(aDeskWithWindows, fc.integer({ min: 10_000, max: 20_000 }), ({ displays, remembered }, by) => {
      const renumbered = displays.map((display) => ({ ...display, id: display.id + by }))
      const placed = placeConsoles(remembered, renumbered)
      expect(placed.map((one) => ({ ...one, display: one.display - by }))).toEqual(placeConsoles(remembered, displays))
      expect(placed.every(({ standing }) => standing === 'home')).toBe(true)
    }),
  )
})

test('[L5] a monitor of another name is never taken for the one that is gone', () => {
  const named = aDisplay({ id: 3, label: 'B', bounds: { x: 1920 } })
  fc.assert(
    fc.property(aDesk, (desk) => {
      const others = desk.map((display) => ({ ...display, label: 'A' }))
      const mark = aMark({ ...markOf(named, [named]), lastId: others[0]?.id ?? 0 })
      expect(placeConsoles([aPlacement({ display: mark })], others)).toMatchObject([{ standing: 'guest' }])
    }),
  )
})
