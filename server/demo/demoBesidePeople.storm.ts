import { describe, expect, test, vi } from 'vitest'
import { incidentOf, unitOf } from '../../shared/domain/board/board.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { incidentState, isOpen } from '../../shared/domain/incident/incident.ts'
import { isOnDuty } from '../../shared/domain/unit/unit.ts'
import { isPlayed } from './cast.ts'
import { anAfternoon, livedRoom, shenJia, type LivedRoom } from './testing/livedRoom.ts'

const minute = 60_000

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
