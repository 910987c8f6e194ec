import { expect, test } from 'vitest'
import { Layout, type Display } from '../../shared/contracts/layout.ts'
import { aDisplay, aRow } from '../../shared/testing/aDesk.ts'
import { defaultLayout } from './defaultLayout.ts'
import { placeConsoles } from './placeConsoles.ts'

const regionsOn = (displays: readonly Display[]) =>
  defaultLayout(displays).placements.map(({ region, display }) => `${region}@${display.lastId}`)

test.each([
  [1, ['all@1']],
  [2, ['queue@1', 'map@2']],
  [3, ['queue@1', 'map@2', 'board@3']],
  [4, ['queue@1', 'map@2', 'board@3', 'wall@4']],
  [6, ['queue@1', 'map@2', 'board@3', 'wall@4']],
  [0, []],
])('[L15] nobody arranged a desk of %i displays: it opens with %j', (count, regions) => {
  expect(regionsOn(aRow(count))).toEqual(regions)
})

test('[L15] reports are taken on the primary display, wherever it stands; a mirror counts for nothing', () => {
  const left = aDisplay({ id: 2, bounds: { x: -1920 } })
  const mirror = aDisplay({ id: 3, isPrimary: false })
  expect(regionsOn([left, mirror, aDisplay()])).toEqual(['queue@1', 'map@2'])
})

test('[L15] a default layout can be kept like any other, has a Chinese name, and stands at home with the wall as a kiosk', () => {
  for (const count of [1, 2, 3, 4]) {
    const layout = defaultLayout(aRow(count))
    expect(Layout.parse(layout).name).toMatch(/^.屏：/)
    const placed = placeConsoles(layout.placements, aRow(count))
    expect(placed.map(({ standing }) => standing)).toEqual(layout.placements.map(() => 'home'))
    expect(placed.map(({ mode }) => mode)).toEqual(layout.placements.map(({ region }) => (region === 'wall' ? 'kiosk' : 'maximized')))
  }
})
