import { describe, expect, test, vi } from 'vitest'
import { emptyBoard, incidentOf } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { values } from '../../shared/domain/board/table.ts'
import { ConsoleCommand } from '../../shared/domain/command.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import { incidentState, isOpen } from '../../shared/domain/incident/incident.ts'
import { mayDo } from '../../shared/domain/room/rights.ts'
import { isOnDuty } from '../../shared/domain/unit/unit.ts'
import { refuseDemoElsewhere } from '../composition/demoTown.ts'
import { anAfternoon, livedRoom, type LivedRoom } from './testing/livedRoom.ts'

const minute = 60_000

// Many minutes of a town's life are played in each; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const incidentsOf = (lived: LivedRoom) => [...values(lived.room.desk.kept().incidents)]

describe('ten hours of played life', () => {
  test('[D2] nothing is left inconsistent: the journal folds to the board, ended incidents bind nobody', async () => {
    const lived = await livedRoom({ speed: 20 })
    const demo = await lived.live()
    await lived.pass(30 * minute)
    demo.stop()
    await lived.room.desk.idle()
    const board = lived.room.desk.kept()
    const recorded = await lived.journal.read(lived.town.id, 0, 1_000_000)
    expect(recorded.length).toBeGreaterThan(1_500)
    expect(foldBoard(emptyBoard(lived.town.id, lived.town.utcOffsetMinutes), recorded)).toEqual(board)
    const ended = incidentsOf(lived).filter((one) => !isOpen(one))
    expect(ended.length).toBeGreaterThan(100)
    expect(ended.flatMap((one) => one.assignments).filter(isActive)).toEqual([])
    const bound = incidentsOf(lived).flatMap((one) => one.assignments.filter(isActive).map(({ id, unit }) => [unit, id]))
    const tasks = [...values(board.units)].flatMap(({ id, task }) => (task ? [[id, task.assignment]] : []))
    expect(tasks.sort()).toEqual(bound.sort())
    expect(lived.troubles).toEqual([])

    const persons = lived.said.flatMap(({ command, by }) => (by.kind === 'person' ? [{ command, role: by.role }] : []))
    const withoutRight = persons.filter(({ command, role }) => {
      const parsed = ConsoleCommand.safeParse(command)
      return !parsed.success || !mayDo(role, parsed.data.type)
    })
    expect(withoutRight).toEqual([])
    const refused = lived.said.filter(({ answer }) => !answer.ok)
    expect(refused.length / lived.said.length).toBeLessThan(0.02)
    const types = new Set(lived.events.map(({ event }) => event.type))
    for (const type of [
      'unit.returned',
      'help.asked',
      'help.answered',
      'incident.merged',
      'transfer.answered',
      'department.reportedIn',
      'unit.recalled',
      'alarm.acknowledged',
      'incident.closed',
    ] as const) {
      expect(types).toContain(type)
    }
    await lived.close()
  })
})

describe('the opening', () => {
  test('[D3] an empty room has twenty incidents in six states within twenty seconds, none of them dated back', async () => {
    const lived = await livedRoom({ speed: 1 })
    const demo = await lived.live()
    await lived.pass(20_000)
    const states = new Set(incidentsOf(lived).map(incidentState))
    expect(incidentsOf(lived).length).toBeGreaterThanOrEqual(20)
    expect(states.size).toBeGreaterThanOrEqual(6)
    expect(lived.events.filter(({ at, doneAt }) => at < anAfternoon || doneAt !== undefined)).toEqual([])
    demo.stop()
    await lived.close()
  })

  test('[D4] everybody on duty is on the map at once, and nobody else', async () => {
    const lived = await livedRoom()
    const demo = await lived.live()
    const { units, utcOffsetMinutes } = lived.room.desk.kept()
    const present = [...values(units)].filter((unit) => isOnDuty(unit, anAfternoon, utcOffsetMinutes)).map(({ id }) => id)
    expect(present.length).toBeGreaterThan(30)
    expect(lived.fixes.map(({ unit }) => unit).sort()).toEqual(present.sort())
    demo.stop()
    await lived.close()
  })

  test('[D5] started again on a room with open incidents it goes on with them and opens nothing', async () => {
    const lived = await livedRoom({ speed: 10 })
    const first = await lived.live()
    await lived.pass(30_000)
    first.stop()
    await lived.room.desk.idle()
    const underway = incidentsOf(lived).flatMap((one) => one.assignments.filter(isActive).map(({ id }) => ({ incident: one.id, id })))
    expect(underway.length).toBeGreaterThan(5)
    const again = await lived.live()
    const before = incidentsOf(lived).length
    await lived.pass(5_000)
    expect(incidentsOf(lived).length - before).toBeLessThan(4)
    await lived.pass(5 * minute)
    const still = underway.filter(({ incident, id }) =>
      incidentOf(lived.room.desk.kept(), incident)?.assignments.some((one) => one.id === id && isActive(one)),
    )
    expect(still).toEqual([])
    again.stop()
    await lived.close()
  })
})

describe('its manners', () => {
  test('[D10] the same seed and clock tell the same story, another seed another', async () => {
    const story = async (seed: number) => {
      const lived = await livedRoom({ speed: 10, seed })
      const demo = await lived.live()
      await lived.pass(6 * minute)
      demo.stop()
      await lived.room.desk.idle()
      const told = { events: lived.events, fixes: lived.fixes }
      await lived.close()
      return JSON.stringify(told)
    }
    const [one, same, other] = [await story(7), await story(7), await story(8)]
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })

  test.each([1, 20])('[D11] at speed %s nobody jumps, and the room believes every position', async (speed) => {
    const lived = await livedRoom({ speed })
    const demo = await lived.live()
    await lived.pass(5 * minute)
    demo.stop()
    expect(lived.doubts).toEqual([])
    const fastestMPerMs = Math.max(90 / 3_600, (45 / 3_600) * speed)
    const before = new Map<string, (typeof lived.fixes)[number]>()
    const jumps = lived.fixes.filter((fix) => {
      const last = before.get(fix.unit)
      before.set(fix.unit, fix)
      // A look at everybody comes at most a second late.
      return last !== undefined && distanceM(last.point, fix.point) > (fix.at - last.at + 1_000) * fastestMPerMs
    })
    expect(lived.fixes.length).toBeGreaterThan(1_000)
    expect(jumps).toEqual([])
    await lived.close()
  })

  test('[D12] stopped, it has no timer left and says nothing more', async () => {
    const lived = await livedRoom()
    const demo = await lived.live()
    await lived.pass(45_000)
    demo.stop()
    await lived.room.desk.idle()
    const [said, fixes] = [lived.said.length, lived.fixes.length]
    expect(lived.waiting()).toBeLessThanOrEqual(lived.timersOfRoom + 1)
    await lived.pass(5 * minute)
    expect([lived.said.length, lived.fixes.length]).toEqual([said, fixes])
    await lived.close()
  })

  test('[D13] on a town that is not the example it refuses, with words in both languages', () => {
    expect(() => refuseDemoElsewhere(false)).toThrow(/示例镇街.*example town/)
    expect(() => refuseDemoElsewhere(true)).not.toThrow()
  })
})
