import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { aMorning, boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { median, stageBoard } from '../../shared/domain/board/stageBoard.ts'
import { dayStart } from '../../shared/domain/board/townDay.ts'
import { countUnits, standings } from './unitStanding.ts'

const minute = 60_000
const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const p1 = UnitId.parse('P1')

test('[M5] units are counted by force and by what they do, those longest at it first', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'P1', force: 'police' }, { id: 'W9', roster: [] })
  const first = room.report()
  room.send(first, w1)
  room.wait(minute)
  const second = room.report({ text: '楼道堆物' })
  room.send(second, w2, p1)

  const [police, grid] = countUnits(room.board(), room.now())

  expect(police?.force).toBe('police')
  expect(police?.units.assigned.map((one) => one.unit.id)).toEqual([p1])
  expect(grid?.units.assigned.map((one) => one.unit.id)).toEqual([w1, w2])
  expect(grid?.units.assigned[0]?.since).toBe(aMorning)
  expect(grid?.units.off).toHaveLength(1)
})

test('[M5] an accepted unit moves, an arrived one works, and every unit is counted exactly once', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'W2' })
  const incident = room.report()
  room.send(incident, w1)
  const [assignment] = incidentOf(room.board(), incident)?.assignments ?? []
  if (!assignment) throw new Error('an order makes an assignment')
  room.say({ type: 'unit.accept', incident, assignment: assignment.id })
  expect(countUnits(room.board(), room.now())[0]?.units.moving.map((one) => one.unit.id)).toEqual([w1])
  room.say({ type: 'unit.arrive', incident, assignment: assignment.id, point: null })
  const [grid] = countUnits(room.board(), room.now())
  expect(grid?.units.working.map((one) => one.unit.id)).toEqual([w1])
  expect(standings.reduce((sum, standing) => sum + (grid?.units[standing].length ?? 0), 0)).toBe(2)
})

test('[M6] a stage is running, amber, then red, the nearest limit first', () => {
  const room = boardBuilder()
  const older = room.report()
  room.wait(30_000)
  const newer = room.report({ text: '另一件' })
  const at = (ms: number) => stageBoard(room.board(), aMorning + ms)[0]

  expect(at(35_000)?.running.map((one) => one.incident.id)).toEqual([older, newer])
  expect(at(45_000)?.amber.map((one) => one.incident.id)).toEqual([older])
  expect(at(61_000)?.red.map((one) => one.incident.id)).toEqual([older])
})

test('[M6] today counts what ended since local midnight, with the median against the limit; a cancelled one met nothing', () => {
  const room = boardBuilder()
  const taken = room.report()
  room.wait(20_000)
  room.say({ type: 'incident.take', incident: taken })
  const cancelled = room.report({ text: '打错了' })
  room.say({ type: 'incident.cancel', incident: cancelled, reason: '误报' })
  const late = room.report({ text: '晚接' })
  room.wait(70_000)
  room.say({ type: 'incident.take', incident: late })

  const [take] = stageBoard(room.board(), room.now())
  expect(take).toMatchObject({ met: 1, missed: 1, medianMs: 45_000 })
  const [tomorrow] = stageBoard(room.board(), room.now() + 24 * 60 * minute)
  expect(tomorrow).toMatchObject({ met: 0, missed: 0, medianMs: null })
})

test('[M6] the day of a town begins at its own midnight', () => {
  expect(new Date(dayStart(aMorning, 480)).toISOString()).toBe('2026-03-01T16:00:00.000Z')
})

test('[M6] as many spans lie below the median as above it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1 }), (spans) => {
      const middle = median(spans) ?? NaN
      expect(spans.filter((one) => one < middle).length).toBeLessThanOrEqual(spans.length / 2)
      expect(spans.filter((one) => one > middle).length).toBeLessThanOrEqual(spans.length / 2)
    }),
  )
})
