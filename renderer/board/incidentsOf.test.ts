import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileOf } from '../../shared/domain/board/board.ts'
import type { Command } from '../../shared/domain/command.ts'
import { values } from '../../shared/domain/board/table.ts'
import { isOpen } from '../../shared/domain/incident/incident.ts'
import { stageClock } from '../../shared/domain/sla/stageClock.ts'
import { boardBuilder, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { alarmList, unheardBreaches } from './alarmList.ts'
import { incidentsOf } from '../../shared/domain/board/incidentsOf.ts'
import { stageBoard } from '../../shared/domain/board/stageBoard.ts'

const tried = (room: BoardBuilder, command: Command) => {
  try {
    room.say(command)
  } catch {
    // Refused: chance asked for what cannot be done, and nothing happened.
  }
}

/** A room in which things went on for a while, as chance would have it. */
const lived = (steps: readonly number[]) => {
  const room = boardBuilder()
  const known = [room.report()]
  for (const step of steps) {
    const incident = known[step % known.length]
    if (!incident) continue
    room.wait(20_000 + step * 300)
    const before = room.board()
    incidentsOf(before)
    stageBoard(before, room.now())
    if (step % 5 === 0) known.push(room.report({ text: `第 ${step} 件` }))
    else if (step % 5 === 1) tried(room, { type: 'incident.take', incident })
    else if (step % 5 === 2) tried(room, { type: 'incident.pause', incident, reason: '等材料' })
    else if (step % 5 === 3) tried(room, { type: 'incident.resume', incident })
    else tried(room, { type: 'incident.cancel', incident, reason: '误报' })
  }
  return room
}

const steps = fc.array(fc.nat(200), { maxLength: 25 })

test('[C31] lists kept per board are those of the board, whatever happened before', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const board = lived(all).board()
      expect(incidentsOf(board).all).toEqual([...values(board.incidents)])
      expect(incidentsOf(board).open).toEqual([...values(board.incidents)].filter(isOpen))
      expect(incidentsOf(board)).toBe(incidentsOf(board))
    }),
    { numRuns: 40 },
  )
})

test('[C31] limits kept per incident are those that its clocks have now', () => {
  fc.assert(
    fc.property(steps, fc.nat(600_000), (all, laterMs) => {
      const room = lived(all)
      const now = room.now() + laterMs
      for (const { stage, running, amber, red } of stageBoard(room.board(), now)) {
        for (const [state, dues] of Object.entries({ running, amber, red })) {
          const clocks = [...values(room.board().incidents)].flatMap((incident) => stageClock(incident, stage, now) ?? [])
          expect(dues).toHaveLength(clocks.filter((clock) => clock.state === state).length)
          for (const { incident, dueAt } of dues) expect(stageClock(incident, stage, now)).toMatchObject({ state, dueAt })
        }
      }
      expect(profileOf(room.board()).stages.length).toBeGreaterThan(0)
    }),
    { numRuns: 40 },
  )
})

test('[C31] a breach is unheard until somebody acknowledges it, and the alarms stay in order', () => {
  const room = boardBuilder()
  const incident = room.report()
  room.wait(70_000)
  room.say({ type: 'clock.tick', incidents: [incident], alarms: [] }, { kind: 'clock' })
  expect([...unheardBreaches(room.board().alarms)]).toEqual([incident])
  const alarm = alarmList(room.board(), 'supervisor').mine[0]
  if (!alarm) throw new Error('a breach raises an alarm')
  room.say({ type: 'alarm.acknowledge', alarm: alarm.id })
  expect(unheardBreaches(room.board().alarms).size).toBe(0)
})
