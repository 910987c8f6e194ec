import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMorning, boardBuilder, wangFang } from '../../testing/boardBuilder.ts'
import { commandOf, gusts, type Gust } from '../../testing/storm.ts'
import { testRoom } from '../../testing/testRoom.ts'
import type { RecordedEvent } from '../event.ts'
import { TownId, UnitId } from '../ids.ts'
import { Incident } from '../incident/incident.ts'
import { maskEvent } from '../room/masked.ts'
import { Alarm } from '../sla/alarm.ts'
import { Unit } from '../unit/unit.ts'
import { emptyBoard, incidentOf, keepEndedMs, type Board } from './board.ts'
import { foldBoard } from './fold.ts'
import { values } from './table.ts'
import { maskBoard } from '../../testing/maskBoard.ts'

const town = TownId.parse('sijijiang')
const empty = emptyBoard(town)
const hours = 3_600_000

/** What a storm leaves in the journal; the clock ticks for everything now and then. */
const journalOf = (storm: readonly Gust[]): readonly RecordedEvent[] => {
  const room = testRoom()
  for (const gust of storm) {
    room.setNow(room.now() + gust.waitMs)
    room.ask(commandOf(room.board(), gust), gust.how % 7 === 0 ? wangFang : undefined, room.now() - gust.lateMs)
    const incidents = [...values(room.board().incidents)].map((incident) => incident.id)
    if (gust.how % 3 === 0) room.ask({ type: 'clock.tick', incidents, alarms: [...values(room.board().alarms)].map((alarm) => alarm.id) })
  }
  return room.events()
}

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

describe('fold', () => {
  test('[I47] the same events give the same board, folded one by one, all at once, or in any batches', () => {
    fc.assert(
      fc.property(gusts(6 * hours, 80), fc.array(fc.nat(20), { maxLength: 30 }), (storm, sizes) => {
        const events = journalOf(storm)
        const atOnce = foldBoard(empty, events)
        const oneByOne = events.reduce((board, event) => foldBoard(board, [event]), empty)
        let left = events
        let inBatches = empty
        for (const size of sizes) {
          inBatches = foldBoard(inBatches, left.slice(0, size))
          left = left.slice(size)
        }
        expect(foldBoard(inBatches, left)).toEqual(atOnce)
        expect(oneByOne).toEqual(atOnce)
      }),
      { numRuns: 12 },
    )
  })

  test('[I48] no old board ever changes, however it is folded on', () => {
    fc.assert(
      fc.property(gusts(6 * hours, 50), (storm) => {
        let board: Board = frozen(empty)
        for (const event of journalOf(storm)) board = frozen(foldBoard(board, [frozen(event)]))
        expect(board.position).toBe(journalOf(storm).length)
      }),
      { numRuns: 8 },
    )
  })

  test('[I49] whatever happens, the board is made of whole incidents, units and alarms, and survives JSON', () => {
    fc.assert(
      fc.property(gusts(6 * hours), (storm) => {
        const board = foldBoard(empty, journalOf(storm))
        for (const incident of values(board.incidents)) expect(Incident.parse(incident)).toEqual(incident)
        for (const unit of values(board.units)) expect(Unit.parse(unit)).toEqual(unit)
        for (const alarm of [...values(board.alarms)]) expect(Alarm.parse(alarm)).toEqual(alarm)
        expect(JSON.parse(JSON.stringify(board))).toEqual(board)
      }),
      { numRuns: 8 },
    )
  })

  test('[I50] a unit is on one incident at a time, and its task and the assignment agree', () => {
    fc.assert(
      fc.property(gusts(10 * 60_000), (storm) => {
        const board = foldBoard(empty, journalOf(storm))
        const active = [...values(board.incidents)].flatMap((incident) =>
          incident.assignments
            .filter((one) => !['resolved', 'returned', 'recalled'].includes(one.state))
            .map((one) => `${one.unit} ${one.id}`),
        )
        const tasks = [...values(board.units)].flatMap((unit) => (unit.task ? [`${unit.id} ${unit.task.assignment}`] : []))
        expect(active.sort()).toEqual(tasks.sort())
      }),
      { numRuns: 12 },
    )
  })

  test('[I51] a feed may overlap but never has a hole', () => {
    const events = journalOf([{ what: 0, to: 0, how: 1, waitMs: 0, lateMs: 0 }])
    const board = foldBoard(empty, events)
    expect(foldBoard(board, events)).toEqual(board)
    expect(() => foldBoard(empty, events.slice(1))).toThrow(/gap/)
  })

  test('[I52] ended incidents are put away after three days, open ones never, a part not before its whole', () => {
    const story = boardBuilder()
    const [open, closed, part] = [story.report(), story.report(), story.report()]
    story.say({ type: 'incident.cancel', incident: closed, reason: '误拨' })
    story.say({ type: 'incidents.merge', into: open, incidents: [part] })
    story.wait(keepEndedMs).say({ type: 'shift.log', text: '未到' })
    expect(incidentOf(story.board(), closed)).toBeDefined()
    story.wait(7 * hours).say({ type: 'shift.log', text: '已到' })
    expect([open, closed, part].map((id) => incidentOf(story.board(), id) !== undefined)).toEqual([true, false, true])
    story.say({ type: 'incident.cancel', incident: open, reason: '误拨' })
    story.wait(keepEndedMs + 7 * hours).say({ type: 'shift.log', text: '都走' })
    story.wait(7 * hours).say({ type: 'shift.log', text: '再扫' })
    expect(story.board().incidents.size).toBe(0)
  })

  test('[I53] a step ends when it was done, not when its message arrived', () => {
    const room = testRoom()
    const told = room.ask({ ...commandOf(room.board(), { what: 0, to: 0, how: 3, waitMs: 0, lateMs: 0 }) })
    const incident = told.ok && told.events[0]?.type === 'incident.reported' ? told.events[0].incident : null
    if (incident === null) throw new Error('A report always becomes an incident')
    room.ask({ type: 'units.assign', incident, orders: [{ unit: UnitId.parse('W1'), lead: true, order: '', callIn: true, why: [] }] })
    room.setNow(aMorning + 10 * 60_000)
    room.ask(
      { type: 'unit.accept', incident, assignment: `${incident}/1` as never },
      { kind: 'unit', id: UnitId.parse('W1') },
      aMorning + 30_000,
    )
    expect(incidentOf(room.board(), incident)?.assignments[0]?.acceptedAt).toBe(aMorning + 30_000)
    expect(room.board().at).toBe(aMorning + 10 * 60_000)
  })

  test('[I54] masking the board and folding masked events come to the same, and no number is left', () => {
    fc.assert(
      fc.property(gusts(10 * 60_000), (storm) => {
        const events = journalOf(storm)
        const masked = foldBoard(empty, events.map(maskEvent))
        expect(maskBoard(foldBoard(empty, events))).toEqual(masked)
        expect(JSON.stringify(masked)).not.toMatch(/1[3-9]\d{9}(?!\d)/)
      }),
      { numRuns: 8 },
    )
  })
})
