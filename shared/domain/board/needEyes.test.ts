import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardBuilder } from '../../testing/boardBuilder.ts'
import { commandOf, gusts } from '../../testing/storm.ts'
import { testRoom } from '../../testing/testRoom.ts'
import { UnitId } from '../ids.ts'
import { eyeReasons, needEyes } from './needEyes.ts'

const w1 = UnitId.parse('W1')

test('[V10] each reason stands where it belongs, and what is calm is left out', () => {
  const room = boardBuilder().units({ id: 'W1' })
  const calm = { assessment: { urgency: 'low', critical: false } } as const
  const late = room.report(calm)
  room.wait(15_000)
  const near = room.report(calm)
  room.wait(45_000)
  const urgent = room.report({ assessment: { urgency: 'high', critical: false } })
  const untaken = room.report({ assessment: { urgency: 'critical', critical: true } })
  const inHand = room.report({ assessment: { urgency: 'critical', critical: true } })
  room.say({ type: 'incident.take', incident: inHand })
  const danger = room.report(calm)
  room.send(danger, w1)
  room.say({ type: 'sos.raise', unit: w1, point: null }, { kind: 'unit', id: w1 })
  room.report(calm)
  const seen = needEyes(room.board(), room.now(), 10).map(({ incident, why }) => [incident.id, why])
  expect(seen).toEqual([
    [danger, 'sos'],
    [untaken, 'untaken'],
    [late, 'breached'],
    [near, 'atRisk'],
    [inHand, 'critical'],
    [urgent, 'urgent'],
  ])
  expect(seen.map(([, why]) => why)).toEqual(eyeReasons)
})

test('[V10] among equals the limit that passed first comes first', () => {
  const room = boardBuilder()
  const first = room.report()
  room.wait(1_000)
  const second = room.report()
  room.wait(100_000)
  expect(needEyes(room.board(), room.now()).map(({ incident }) => incident.id)).toEqual([first, second])
  expect(needEyes(room.board(), room.now())[0]?.dueAt).toBe(room.now() - 41_000)
})

test('[V10] through any storm at most five, open ones, and the same five as when all are put in order', () => {
  let most = 0
  fc.assert(
    fc.property(gusts(600_000, 60), (storm) => {
      const room = testRoom()
      for (const gust of storm) {
        room.setNow(room.now() + gust.waitMs)
        room.ask(commandOf(room.board(), gust))
      }
      const five = needEyes(room.board(), room.now())
      const all = needEyes(room.board(), room.now(), Infinity)
      expect(five).toEqual(all.slice(0, 5))
      // Few storms leave more than five to choose from; of more than two there is always one.
      expect(needEyes(room.board(), room.now(), 2)).toEqual(all.slice(0, 2))
      expect(five.every(({ incident }) => incident.end === null)).toBe(true)
      expect(new Set(all.map(({ incident }) => incident.id)).size).toBe(all.length)
      most = Math.max(most, all.length)
    }),
    { numRuns: 40 },
  )
  expect(most).toBeGreaterThan(2)
})
