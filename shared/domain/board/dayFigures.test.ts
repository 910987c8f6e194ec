import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardBuilder } from '../../testing/boardBuilder.ts'
import { commandOf, gusts } from '../../testing/storm.ts'
import { testRoom } from '../../testing/testRoom.ts'
import { UnitId } from '../ids.ts'
import { isPoliceMatter } from '../incident/weight.ts'
import { stageClocks } from '../sla/stageClock.ts'
import { profileOf, type Board } from './board.ts'
import { dayFigures, type DayFigures } from './dayFigures.ts'
import { dayStart } from './townDay.ts'
import { values } from './table.ts'

/** The same figures, counted without remembering anything. */
const plainly = (board: Board, now: number): DayFigures => {
  const today = dayStart(now, board.utcOffsetMinutes)
  const all = [...values(board.incidents)].filter(({ end }) => end?.how !== 'merged')
  const open = all.filter(({ end }) => end === null)
  const fresh = all.filter(({ openedAt }) => openedAt >= today)
  const has = (state: 'red' | 'amber') =>
    new Set(open.filter((one) => stageClocks(one, profileOf(board), now).some((clock) => clock.state === state)))
  const breached = has('red')
  return {
    reports: all.flatMap(({ reports }) => reports).filter(({ receivedAt }) => receivedAt >= today).length,
    incidents: fresh.length,
    nonPolice: fresh.filter((one) => !isPoliceMatter(one)).length,
    open: open.length,
    atRisk: [...has('amber')].filter((one) => !breached.has(one)).length,
    breached: breached.size,
  }
}

test('[V8] the day’s figures, each report once, also after merging', () => {
  const room = boardBuilder().units({ id: 'P1', force: 'police' })
  const [noise, fight, same] = [room.report(), room.report({ assessment: { nature: 'police', policeNeeded: true } }), room.report()]
  room.say({ type: 'incidents.merge', into: noise, incidents: [same] })
  expect(dayFigures(room.board(), room.now())).toEqual({ reports: 3, incidents: 2, nonPolice: 1, open: 2, atRisk: 0, breached: 0 })
  room.wait(50_000)
  expect(dayFigures(room.board(), room.now())).toMatchObject({ atRisk: 2, breached: 0 })
  room.say({ type: 'incident.take', incident: fight })
  room.wait(11_000)
  expect(dayFigures(room.board(), room.now())).toMatchObject({ open: 2, atRisk: 0, breached: 1 })
  room.send(fight, UnitId.parse('P1'))
  room.say({ type: 'incident.cancel', incident: noise, reason: '误报' })
  expect(dayFigures(room.board(), room.now())).toMatchObject({ reports: 3, incidents: 2, open: 1, breached: 0 })
})

test('[V8] the day is the town’s calendar day: at midnight there, and not here, it begins anew', () => {
  const beforeMidnight = Date.UTC(2026, 2, 2, 15, 59, 30)
  const room = boardBuilder(beforeMidnight)
  room.report()
  expect(dayFigures(room.board(), room.now())).toMatchObject({ reports: 1, incidents: 1, open: 1 })
  room.wait(30_000)
  expect(dayFigures(room.board(), room.now())).toMatchObject({ reports: 0, incidents: 0, nonPolice: 0, open: 1 })
})

test('[V9] counted bit by bit through any storm, the figures are those counted anew', () => {
  let most = 0
  fc.assert(
    fc.property(gusts(3 * 3_600_000, 60), fc.nat(600_000), (storm, laterMs) => {
      const room = testRoom()
      for (const gust of storm) {
        room.setNow(room.now() + gust.waitMs)
        room.ask(commandOf(room.board(), gust))
        dayFigures(room.board(), room.now())
      }
      for (const now of [room.now(), room.now() + laterMs]) {
        const figures = dayFigures(room.board(), now)
        expect(figures).toEqual(plainly(room.board(), now))
        most = Math.max(most, figures.breached)
      }
    }),
    { numRuns: 25 },
  )
  expect(most).toBeGreaterThan(0)
})
