import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Placements, Region, type Display } from '../../../shared/contracts/layout.ts'
import { areaOf, boundsIn } from '../../../shared/displays/area.ts'
import { displayNumber } from '../../../shared/displays/displayNumbers.ts'
import { markOf } from '../../../shared/displays/markOf.ts'
import { aDisplay, aMark, aPlacement, aRow } from '../../../shared/testing/aDesk.ts'
import { deskOf } from './deskOf.ts'
import { deskPicture } from './deskPicture.ts'
import { draftOf, editLayout, openedEdit, type LayoutChange, type LayoutEdit } from './editLayout.ts'

const row = aRow(2)
const upright = aDisplay({ id: 7, label: '竖屏', bounds: { x: 3840, width: 1080, height: 1920 } })
const displays: readonly Display[] = [...row, upright]
const start = openedEdit(null, [], displays, 'own')
const after = (...changes: readonly LayoutChange[]): LayoutEdit =>
  changes.reduce((edit, change) => editLayout(edit, change, displays), start)
const put = (region: Region, display: number): LayoutChange => ({ type: 'region.put', region, display })
const partsOn = (edit: LayoutEdit, display: number) =>
  deskOf(edit.windows, displays)
    .on(display)
    .map(
      ({ id, mode, share }) =>
        `${id} ${mode} ${Math.round(share.x * 12)}+${Math.round(share.width * 12)} ${Math.round(share.y * 12)}+${Math.round(share.height * 12)}`,
    )

test('[L24] one region fills its display, a wall as a kiosk; several stand side by side in the order they were put', () => {
  expect(partsOn(after(put('map', 1)), 1)).toEqual(['map maximized 0+12 0+12'])
  expect(partsOn(after(put('wall', 2)), 2)).toEqual(['wall kiosk 0+12 0+12'])
  expect(partsOn(after(put('queue', 1), put('map', 1), put('board', 1)), 1)).toEqual([
    'queue normal 0+4 0+12',
    'map normal 4+4 0+12',
    'board normal 8+4 0+12',
  ])
})

test('[L24] on an upright display they stand one below the other', () => {
  expect(partsOn(after(put('queue', 7), put('map', 7)), 7)).toEqual(['queue normal 0+12 0+6', 'map normal 0+12 6+6'])
})

test('[L24] a window taken away leaves its room to the others, and the last one fills the display again', () => {
  const edit = after(put('queue', 1), put('map', 1), { type: 'region.taken', region: 'queue', display: 1 })
  expect(partsOn(edit, 1)).toEqual(['map maximized 0+12 0+12'])
})

test('[L24] windows change places, and one takes a twelfth from its neighbour, but never all of it', () => {
  const two = [put('queue', 1), put('map', 1)]
  expect(partsOn(after(...two, { type: 'window.shifted', id: 'map', by: -1 }), 1)).toEqual(['map normal 0+6 0+12', 'queue normal 6+6 0+12'])
  const grow: LayoutChange = { type: 'window.resized', id: 'queue', by: 1 }
  expect(partsOn(after(...two, grow, grow), 1)).toEqual(['queue normal 0+8 0+12', 'map normal 8+4 0+12'])
  expect(partsOn(after(...two, ...Array.from({ length: 30 }, () => grow)), 1)).toEqual(['queue normal 0+10 0+12', 'map normal 10+2 0+12'])
  expect(partsOn(after(...two, { type: 'window.resized', id: 'map', by: 1 }), 1)).toEqual(['queue normal 0+5 0+12', 'map normal 5+7 0+12'])
})

test('[L24] a window carried to another display stands there beside what is there, and keeps its zoom', () => {
  const edit = after(
    put('queue', 1),
    put('map', 1),
    put('board', 2),
    { type: 'window.set', id: 'map', zoom: 1.5 },
    { type: 'window.sent', id: 'map', display: 2 },
  )
  expect(partsOn(edit, 1)).toEqual(['queue maximized 0+12 0+12'])
  expect(partsOn(edit, 2)).toEqual(['board normal 0+6 0+12', 'map normal 6+6 0+12'])
  expect(edit.windows.find(({ id }) => id === 'map')).toMatchObject({ zoom: 1.5, display: markOf(row[1] ?? upright, displays) })
})

test('[L24] a window sent to a display that has just gone stays where it stands', () => {
  const edit = after(put('map', 1), put('board', 1))
  expect(editLayout(edit, { type: 'window.sent', id: 'map', display: 404 }, displays)).toBe(edit)
})

test('[L24] the same region may stand on two displays, each window with an id of its own', () => {
  expect(after(put('map', 1), put('map', 2)).windows.map(({ id }) => id)).toEqual(['map', 'map-2'])
})

test('[L23] a window whose display is not here is told apart, and can be had here', () => {
  const lost = aPlacement({ id: 'map', region: 'map', display: aMark({ lastId: 99, label: 'LG' }) })
  const edit = openedEdit(null, [lost], displays, 'own')
  expect(deskOf(edit.windows, displays).away).toEqual([lost])
  const here = editLayout(edit, { type: 'window.sent', id: 'map', display: 7 }, displays)
  expect(deskOf(here.windows, displays).away).toEqual([])
  expect(partsOn(here, 7)).toEqual(['map maximized 0+12 0+12'])
})

test('[L23] displays are numbered from left to right, and drawn to scale where they stand', () => {
  const left = aDisplay({ id: 5, bounds: { x: -1920, y: 540 } })
  const desk = [aDisplay({ id: 1 }), left]
  expect([5, 1, 9].map((id) => displayNumber(id, desk))).toEqual([1, 2, 0])
  const { ratio, parts } = deskPicture(desk)
  expect(ratio).toBe(3840 / 1620)
  expect(parts.map(({ left: x, width }) => [x, width])).toEqual([
    [50, 50],
    [0, 50],
  ])
})

test('[L25] what was opened is saved as its next version; for another shelf, or as a new one, it gets an id of its own', () => {
  const layout = { id: 'a', name: '白班', placements: [aPlacement()], version: 4 }
  const edit = openedEdit({ shelf: 'own', layout }, layout.placements, displays, 'own')
  const newId = () => 'fresh'
  expect(draftOf(edit, 'same', newId)).toEqual(layout)
  expect(draftOf(edit, 'new', newId)).toEqual({ ...layout, id: 'fresh', version: 0 })
  expect(draftOf({ ...edit, shelf: 'workstation' }, 'same', newId)).toMatchObject({ id: 'fresh', version: 0 })
  expect(draftOf({ ...edit, name: '  ' }, 'same', newId)).toBeNull()
  expect(draftOf({ ...edit, name: ' 夜班 ' }, 'same', newId)?.name).toBe('夜班')
  expect(draftOf({ ...edit, windows: [] }, 'same', newId)).toBeNull()
})

test('[L26] renamed while something was moved: the moves stay and are still not saved', () => {
  const layout = { id: 'a', name: '白班', placements: [aPlacement()], version: 1 }
  const opened = openedEdit({ shelf: 'own', layout }, layout.placements, displays, 'own')
  const moved = editLayout(opened, put('map', 2), displays)
  const renamed = editLayout(moved, { type: 'saved', shelf: 'own', layout: { ...layout, name: '早班', version: 2 } }, displays)
  expect(renamed).toMatchObject({ name: '早班', isChanged: true, windows: moved.windows })
  const saved = editLayout(renamed, { type: 'saved', shelf: 'own', layout: { ...layout, placements: moved.windows, version: 3 } }, displays)
  expect(saved.isChanged).toBe(false)
})

const id = fc.constantFrom('queue', 'map', 'board', 'map-2', 'nobody')
const display = fc.constantFrom(1, 2, 7, 404)
const by = fc.constantFrom(1 as const, -1 as const)
const aChange: fc.Arbitrary<LayoutChange> = fc.oneof(
  fc.record({ type: fc.constant('region.put' as const), region: fc.constantFrom(...Region.options), display }),
  fc.record({ type: fc.constant('region.taken' as const), region: fc.constantFrom(...Region.options), display }),
  fc.record({ type: fc.constant('window.sent' as const), id, display }),
  fc.record({ type: fc.constant('window.removed' as const), id }),
  fc.record({ type: fc.constant('window.shifted' as const), id, by }),
  fc.record({ type: fc.constant('window.resized' as const), id, by }),
)

test('[L24] whatever is done, the windows can be saved, fill each display that has any, and do not lie on one another', () => {
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 40 }), (changes) => {
      const edit = after(...changes)
      expect(Placements.safeParse(edit.windows).success).toBe(true)
      for (const one of displays) {
        const there = deskOf(edit.windows, displays).on(one.id)
        const covered = there.map(({ share }) => boundsIn(share, areaOf(one))).reduce((sum, { width, height }) => sum + width * height, 0)
        expect(covered).toBe(there.length === 0 ? 0 : areaOf(one).width * areaOf(one).height)
      }
    }),
  )
})
