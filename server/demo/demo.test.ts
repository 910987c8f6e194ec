import { describe, expect, test, vi } from 'vitest'
import { emptyBoard, incidentOf, unitOf } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { values } from '../../shared/domain/board/table.ts'
import { ConsoleCommand } from '../../shared/domain/command.ts'
import { distanceM } from '../../shared/domain/geo/point.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { isActive } from '../../shared/domain/incident/assignment.ts'
import { incidentState, isOpen } from '../../shared/domain/incident/incident.ts'
import { mayDo } from '../../shared/domain/room/rights.ts'
import { isOnDuty } from '../../shared/domain/unit/unit.ts'
import { refuseDemoElsewhere } from '../composition/demoTown.ts'
import { isPlayed } from './cast.ts'
import { anAfternoon, livedRoom, shenJia, type LivedRoom } from './testing/livedRoom.ts'

const minute = 60_000

// Many minutes of a town's life are played in each; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const incidentsOf = (lived: LivedRoom) => [...values(lived.room.desk.kept().incidents)]

const seatsEventsOn = (lived: LivedRoom, ids: ReadonlySet<IncidentId>, from: number) =>
  lived.events.filter(
    ({ event, by, position }) =>
      position > from &&
      by.kind === 'person' &&
      isPlayed(by.id) &&
      by.role !== 'district' &&
      'incident' in event &&
      event.incident !== null &&
      (ids.has(event.incident) || (event.type === 'incident.merged' && ids.has(event.into))),
  )

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
      'alarm.climbed',
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

describe('beside real people', () => {
  test('[D6] the seats never touch an incident that a real person has in hand', async () => {
    const lived = await livedRoom({ speed: 10 })
    const demo = await lived.live()
    const mine = new Set<IncidentId>()
    for (let i = 0; i < 36; i++) {
      await lived.pass(15_000)
      const free = incidentsOf(lived).find(
        (one) => isOpen(one) && !mine.has(one.id) && (i % 2 === 0 ? one.holder === null : true) && one.end === null,
      )
      if (!free) continue
      const from = lived.room.desk.board().position
      const answer = await lived.say({ type: 'incident.take', incident: free.id }, { ...shenJia, role: 'dispatcher' })
      if (!answer.ok) continue
      mine.add(free.id)
      expect(lived.room.desk.board().position).toBeGreaterThan(from)
    }
    expect(mine.size).toBeGreaterThan(15)
    const takenAt = new Map(
      lived.events.flatMap(({ event, position }) =>
        event.type === 'incident.taken' && event.by === shenJia.id ? [[event.incident, position]] : [],
      ),
    )
    for (const [id, position] of takenAt) expect(seatsEventsOn(lived, new Set([id]), position)).toEqual([])
    demo.stop()
    await lived.close()
  })

  test('[D6] what a person sent without taking it is theirs too, until they let it go', async () => {
    const lived = await livedRoom({ speed: 10 })
    const demo = await lived.live()
    await lived.pass(40_000)
    const resolved = incidentsOf(lived).find((one) => incidentState(one) === 'resolved')
    const id = resolved?.id as IncidentId
    await lived.say({ type: 'incident.note', incident: id, text: '我来回访' }, shenJia)
    const { position } = lived.room.desk.board()
    await lived.pass(10 * minute)
    expect(seatsEventsOn(lived, new Set([id]), position)).toEqual([])
    await lived.say({ type: 'incident.take', incident: id }, { ...shenJia, role: 'supervisor' })
    await lived.say({ type: 'incident.release', incident: id }, { ...shenJia, role: 'supervisor' })
    await lived.pass(10 * minute)
    expect(incidentOf(lived.room.desk.kept(), id)?.end).toMatchObject({ how: 'closed' })
    demo.stop()
    await lived.close()
  })

  test('[D7] every third report is left untaken for forty seconds', async () => {
    const lived = await livedRoom({ speed: 20 })
    const demo = await lived.live()
    await lived.pass(12 * minute)
    const waits = incidentsOf(lived)
      .filter(({ openedAt, takenAt }) => openedAt > anAfternoon + minute && takenAt !== null)
      .map(({ openedAt, takenAt }) => (takenAt ?? 0) - openedAt)
    const left = waits.filter((ms) => ms >= 40_000)
    expect(left.length / waits.length).toBeGreaterThan(0.25)
    expect(left.length / waits.length).toBeLessThan(0.45)
    expect(Math.max(...left)).toBeLessThan(125_000)
    demo.stop()
    await lived.close()
  })

  test('[D8] a unit whose real phone speaks is left to that phone', async () => {
    const lived = await livedRoom({ speed: 10 })
    const demo = await lived.live()
    await lived.pass(40_000)
    const busy = incidentsOf(lived).flatMap((one) =>
      one.assignments.filter(({ state }) => state === 'handling').map((assignment) => ({ one, assignment })),
    )[0]
    const unit = busy?.assignment.unit
    if (!busy || !unit) throw new Error('The opening leaves units at work')
    const { point } = lived.room.positions.positionOf(unit) ?? { point: lived.town.center }
    const itsPhone = { unit, point, at: lived.time.now() + 1, accuracyM: 5 }
    expect(lived.room.positions.take(itsPhone)).toEqual({ ok: true })
    await lived.pass(2_000)
    const seen = lived.fixes.length
    await lived.pass(4 * minute)
    expect(lived.fixes.slice(seen).filter((fix) => fix.unit === unit)).toEqual([])
    expect(unitOf(lived.room.desk.kept(), unit)?.task?.assignment).toBe(busy.assignment.id)
    demo.stop()
    await lived.close()
  })

  test('[D8] a unit that answers by its own phone is left to that phone from then on', async () => {
    const lived = await livedRoom({ speed: 1 })
    const demo = await lived.live()
    await lived.pass(20_000)
    const all = incidentsOf(lived).flatMap((one) => one.assignments.map((assignment) => ({ incident: one.id, assignment })))
    const asked = all.find(({ assignment }) => assignment.state === 'assigned')
    if (!asked) throw new Error('The opening leaves orders that are not accepted yet')
    const { incident, assignment } = asked
    const by = { kind: 'unit', id: assignment.unit } as const
    expect(await lived.say({ type: 'unit.accept', incident, assignment: assignment.id }, by, 'field')).toMatchObject({ ok: true })
    await lived.pass(6 * minute)
    const later = incidentOf(lived.room.desk.kept(), incident)?.assignments.find(({ id }) => id === assignment.id)
    expect(later?.state).toBe('accepted')
    demo.stop()
    await lived.close()
  })

  test('[D9] units obey a real person’s order like any other', async () => {
    const lived = await livedRoom({ speed: 20 })
    const demo = await lived.live()
    await lived.pass(60_000)
    const { units, utcOffsetMinutes } = lived.room.desk.kept()
    const unit = [...values(units)].find(
      (one) => one.task === null && isOnDuty(one, lived.time.now(), utcOffsetMinutes) && one.definition.force === 'grid',
    )
    const incident = incidentsOf(lived).find((one) => isOpen(one) && one.nature === 'civil')
    if (!unit || !incident) throw new Error('A lived room has both')
    const order = { unit: unit.id, lead: true, order: '请到场', callIn: false, why: [] }
    expect(await lived.say({ type: 'units.assign', incident: incident.id, orders: [order] }, shenJia)).toMatchObject({ ok: true })
    await lived.pass(4 * minute)
    const assignment = incidentOf(lived.room.desk.kept(), incident.id)?.assignments.find((one) => one.unit === unit.id)
    expect(['resolved', 'returned']).toContain(assignment?.state)
    demo.stop()
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
