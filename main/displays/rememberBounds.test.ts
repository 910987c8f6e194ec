import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Placement } from '../../shared/contracts/layout.ts'
import { areaOf, isSameRect } from '../../shared/displays/area.ts'
import { markOf } from '../../shared/displays/markOf.ts'
import { aDisplay, aPlacement, aRow } from '../../shared/testing/aDesk.ts'
import { isInReach, leastWindow } from './fitted.ts'
import { placeConsoles } from './placeConsoles.ts'
import { placementAt, rememberBounds } from './rememberBounds.ts'
import { aDeskWithWindows } from './testing/desks.ts'

const desk = aRow(2)
const [first = aDisplay(), second = aDisplay()] = desk
const onFirst = aPlacement({ display: markOf(first, desk) })

test('[L13] a window dragged to another display belongs there from now on, as a share of it', () => {
  const next = rememberBounds(onFirst, { x: 1920 + 480, y: 260, width: 960, height: 520 }, 'normal', desk)
  expect(next).toEqual({ ...onFirst, display: markOf(second, desk), share: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 } })
})

test('[L13] a window that did not change is remembered as the same object, so that nothing is written', () => {
  const [placed] = placeConsoles([onFirst], desk)
  expect(placed && rememberBounds(onFirst, placed.bounds, 'normal', desk)).toBe(onFirst)
})

test('[L13] a maximized window keeps the size it takes when it is not, as long as it stays on its display', () => {
  expect(rememberBounds(onFirst, first.workArea, 'maximized', desk)).toEqual({ ...onFirst, mode: 'maximized' })
  expect(rememberBounds(onFirst, second.workArea, 'maximized', desk)).toMatchObject({
    mode: 'maximized',
    share: { x: 0, y: 0, width: 1, height: 1 },
  })
})

test.each([
  ['a minimized window, which some systems put far away', { x: -32_000, y: -32_000, width: 160, height: 28 }, desk],
  ['a window while no display is reported', { x: 0, y: 0, width: 900, height: 700 }, []],
])('[L13] %s is remembered as before', (_, bounds, displays) => {
  expect(rememberBounds(onFirst, bounds, 'normal', displays)).toBe(onFirst)
})

test('[L13] a guest moved about keeps its home; saved as it is seen, it belongs where it stands', () => {
  const onLost = aPlacement({ display: { ...markOf(second, desk), label: '屏幕 Z', lastId: 99 } })
  const bounds = { x: 100, y: 100, width: 900, height: 700 }
  expect(rememberBounds(onLost, bounds, 'normal', desk)).toBe(onLost)
  expect(placementAt(onLost, bounds, 'normal', desk).display).toEqual(markOf(first, desk))
})

test('[L13] whatever a system says of a monitor, what is remembered of it can be kept in a layout', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (label) => {
      const odd = aDisplay({ label })
      expect(Placement.safeParse(placementAt(onFirst, { x: 0, y: 0, width: 900, height: 700 }, 'normal', [odd])).success).toBe(true)
    }),
  )
})

test('[L13] where a person leaves a window, there it opens again', () => {
  const spot = fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -500, max: 1500 }) })
  const extent = fc.record({
    width: fc.integer({ min: leastWindow.width, max: 1366 }),
    height: fc.integer({ min: leastWindow.height, max: 720 }),
  })
  fc.assert(
    fc.property(aDeskWithWindows, spot, extent, ({ displays, remembered }, corner, size) => {
      const [placement] = remembered
      const bounds = { ...corner, ...size }
      if (!placement) return
      const next = rememberBounds(placement, bounds, 'normal', displays)
      const home = displays.find(({ id }) => id === next.display.lastId)
      fc.pre(next !== placement && home !== undefined && isInReach(bounds, areaOf(home)))
      const area = home && areaOf(home)
      fc.pre(area !== undefined && size.width <= area.width && size.height <= area.height)
      expect(placeConsoles([next], displays).every((placed) => isSameRect(placed.bounds, bounds))).toBe(true)
    }),
  )
})
