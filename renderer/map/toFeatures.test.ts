import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../shared/contracts/positions.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import { aMorning, boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { boxOf, circleRing } from './circle.ts'
import { glide } from './glide.ts'
import { firstChoice } from './layerChoice.ts'
import { toFeatures, type MapLook } from './toFeatures.ts'

const w1 = UnitId.parse('W1')
const here: Point = [120.2227, 30.2437]

const look = (wish: Partial<MapLook> = {}): MapLook => ({
  layers: firstChoice,
  incident: null,
  unit: null,
  picked: [],
  advice: null,
  words: {
    incident: (incident) => incident.id,
    old: (ageMs) => (ageMs === null ? 'none' : `old ${ageMs}`),
    onTheWay: (travelMs, metres) => `${Math.round(travelMs / 1000)} s ${Math.round(metres)} m`,
  },
  ...wish,
})

const fix = (unit: UnitId, at: number, point: Point = here): Position => ({ unit, at, point, accuracyM: 25 })
const fixes = (...all: readonly Position[]) => new Map(all.map((one) => [one.unit, one]))
const ids = (features: readonly { properties: Record<string, unknown> | null }[]) => features.map((one) => one.properties?.['id'])

test('[M7] open incidents stand where they are; one without a place is not guessed, an ended one is gone', () => {
  const room = boardBuilder()
  const known = room.report()
  room.report({ place: { point: null } })
  const over = room.report()
  room.say({ type: 'incident.cancel', incident: over, reason: '误报' })

  const { incidents } = toFeatures(room.board(), new Map(), room.now(), look())

  expect(ids(incidents.features)).toEqual([known])
  expect(incidents.features[0]?.geometry.coordinates).toEqual([120.2227, 30.2437])
  expect(incidents.features[0]?.properties).toMatchObject({ icon: 'incident/civil/low', rank: 0, state: 'received' })
})

test('[M7] a critical report that nobody has stands apart, so that no cluster swallows it', () => {
  const room = boardBuilder()
  const critical = room.report({ assessment: { kind: 'P06', urgency: 'critical' } })
  const { alerts, incidents } = toFeatures(room.board(), new Map(), room.now(), look())
  expect(ids(alerts.features)).toEqual([critical])
  expect(incidents.features[0]?.properties?.['rank']).toBe(3)
  room.say({ type: 'incident.take', incident: critical })
  expect(toFeatures(room.board(), new Map(), room.now(), look()).alerts.features).toEqual([])
})

test('[M7] hidden forces, states and layers are left out, but not who is chosen or in danger', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'P1', force: 'police' }, { id: 'W9', roster: [] })
  const drawn = (wish: Partial<MapLook>) => ids(toFeatures(room.board(), new Map(), room.now(), look(wish)).units.features)
  expect(drawn({})).toEqual(['W1', 'P1'])
  expect(drawn({ layers: { ...firstChoice, hiddenForces: ['grid'] } })).toEqual(['P1'])
  expect(drawn({ layers: { ...firstChoice, units: false }, picked: [w1] })).toEqual(['W1'])
  room.say({ type: 'sos.raise', unit: w1, point: null })
  expect(drawn({ layers: { ...firstChoice, units: false } })).toEqual(['W1'])
})

test('[M7] heat is open incidents of the last 24 hours, and only where that layer is on', () => {
  const room = boardBuilder()
  room.report()
  const heat = (afterMs: number, isOn: boolean) =>
    toFeatures(room.board(), new Map(), aMorning + afterMs, look({ layers: { ...firstChoice, heat: isOn } })).heat.features.length
  expect(heat(0, true)).toBe(1)
  expect(heat(0, false)).toBe(0)
  expect(heat(25 * 3_600_000, true)).toBe(0)
})

test('[M8] a fix fades with its age, and an old or missing one is drawn and said as old', () => {
  const room = boardBuilder().units({ id: 'W1' })
  const unit = (all: ReadonlyMap<UnitId, Position>) => toFeatures(room.board(), all, aMorning, look()).units.features[0]
  const fresh = unit(fixes(fix(w1, aMorning - 5_000)))
  const old = unit(fixes(fix(w1, aMorning - 120_000)))
  const none = unit(new Map())
  expect(fresh?.properties).toMatchObject({ icon: 'unit/grid/free/new', opacity: 1, label: '网格员 W1' })
  expect(old?.properties).toMatchObject({ icon: 'unit/grid/free/old', label: '网格员 W1\nold 120000' })
  expect(Number(old?.properties?.['opacity'])).toBeLessThan(1)
  expect(none?.properties).toMatchObject({ icon: 'unit/grid/free/old', label: '网格员 W1\nnone', opacity: 0.55 })
  expect(none?.geometry.coordinates).toEqual([120.2225, 30.244])
})

test('[M8] an SOS is drawn at full strength with the circle in which it may be', () => {
  const room = boardBuilder().units({ id: 'W1' })
  room.say({ type: 'sos.raise', unit: w1, point: null })
  const { units, accuracy } = toFeatures(room.board(), fixes(fix(w1, aMorning - 300_000)), aMorning, look())
  expect(units.features[0]?.properties).toMatchObject({ icon: 'unit/grid/sos/old', opacity: 1 })
  expect(accuracy.features).toHaveLength(1)
})

test('[M9] lines join the selected incident to who is on the way and who is chosen, the server’s time first', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'W2' })
  const w2 = UnitId.parse('W2')
  const incident = room.report()
  room.send(incident, w1)
  const away: Point = [120.2327, 30.2437]
  const all = fixes(fix(w1, aMorning, away), fix(w2, aMorning, away))
  const advice = {
    incident,
    at: aMorning,
    basis: '',
    aim: 'point' as const,
    forces: [
      {
        force: 'grid' as const,
        lead: true,
        wanted: 1,
        candidates: [
          {
            unit: w2,
            force: 'grid' as const,
            distanceM: 900,
            travelMs: 77_000,
            fix: { source: 'position' as const, ageMs: 0, isOld: false },
            doneToday: 0,
            restedMs: null,
            reasons: [],
          },
        ],
        excluded: [],
        excludedCount: 0,
      },
    ],
  }
  const { lines } = toFeatures(room.board(), all, aMorning, look({ incident, picked: [w2], advice }))
  expect(lines.features.map((line) => line.properties?.['kind'])).toEqual(['sent', 'chosen'])
  expect(lines.features[1]?.properties?.['label']).toMatch(/^77 s/)
  expect(lines.features[0]?.properties?.['label']).toMatch(/ 96\d m$/)
  expect(toFeatures(room.board(), all, aMorning, look()).lines.features).toEqual([])
})

test('[M8] none of five thousand units is left out', () => {
  const wishes = Array.from({ length: 5_000 }, (_, i) => ({ id: `W${i + 1}` }))
  const room = boardBuilder().units(...wishes)
  const all = fixes(...wishes.map(({ id }) => fix(UnitId.parse(id), aMorning)))
  expect(toFeatures(room.board(), all, aMorning, look()).units.features).toHaveLength(5_000)
})

test('[M8] a gliding unit only ever comes nearer, and a jump is not a way', () => {
  const metre = fc.double({ min: -300, max: 300, noNaN: true })
  fc.assert(
    fc.property(metre, metre, fc.integer({ min: 1, max: 10_000 }), (east, north, passedMs) => {
      const target: Point = [here[0] + east / 96_000, here[1] + north / 111_195]
      const next = glide(here, target, passedMs)
      expect(distanceM(next, target)).toBeLessThanOrEqual(distanceM(here, target))
    }),
  )
  const far: Point = [121, 31]
  expect(glide(here, far, 16)).toBe(far)
  expect(glide(undefined, here, 16)).toBe(here)
})

test('[M10] every corner of a circle is as far from its middle as the radius says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 5_000 }), (radiusM) => {
      for (const corner of circleRing(here, radiusM)) expect(Math.abs(distanceM(here, corner) - radiusM)).toBeLessThan(radiusM * 0.003)
    }),
  )
  expect(boxOf([])).toBeNull()
  expect(
    boxOf([
      [1, 2],
      [3, 0],
    ]),
  ).toEqual([
    [1, 0],
    [3, 2],
  ])
})
