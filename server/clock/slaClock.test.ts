import { describe, expect, test } from 'vitest'
import { values } from '../../shared/domain/board/table.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { wangFang } from '../../shared/testing/boardBuilder.ts'
import { commandOf, type Gust } from '../../shared/testing/storm.ts'
import { testRoom, type TestRoom } from '../../shared/testing/testRoom.ts'
import { machine, startClock } from './testing/machine.ts'

const minute = 60_000
const report: Gust = { what: 0, to: 0, how: 3, waitMs: 0, lateMs: 0 }
const said = (room: TestRoom, since = 0) =>
  room
    .events()
    .filter(({ event }) => ['stage.warned', 'stage.breached', 'unit.overdue', 'whistle.overdue', 'alarm.climbed'].includes(event.type))
    .map(({ event, at }) => [event.type, 'stage' in event ? event.stage : 'to' in event ? event.to : '', at - since])

const reported = () => {
  const room = testRoom()
  const time = machine(room)
  const at = room.now()
  room.ask(commandOf(room.board(), report))
  const [incident] = [...values(room.board().incidents)]
  if (!incident) throw new Error('A report always becomes an incident')
  return { room, time, at, incident: incident.id }
}

describe('the waker', () => {
  test('[S11] amber, then red, then the alarm climbs to the leader, each at its instant and once', async () => {
    const { room, time, at } = reported()
    startClock(room, time)
    await time.pass(60 * minute)
    expect(said(room, at).filter(([, about]) => about === 'take')).toEqual([
      ['stage.warned', 'take', 40_000],
      ['stage.breached', 'take', minute],
    ])
    const climbs = room.events().filter(({ event }) => event.type === 'alarm.climbed' && event.alarm.endsWith(':limit:take'))
    expect(climbs.map(({ event, at: when }) => [event.type === 'alarm.climbed' && event.to, when - at])).toEqual([
      ['supervisor', 3 * minute],
      ['leader', 5 * minute],
    ])
  })

  test('[S11] a call that came late climbs from when the room heard it, not from when it was made', async () => {
    const { room, time, incident } = reported()
    startClock(room, time)
    const unit = UnitId.parse('W1')
    const about = { incident, assignment: `${incident}/1` as never }
    room.ask({ type: 'units.assign', incident, orders: [{ unit, lead: true, order: '', callIn: true, why: [] }] })
    const madeAt = room.now() + 1_000
    await time.pass(10 * minute)
    const heardAt = room.now()
    room.ask({ type: 'unit.askHelp', ...about, force: null, count: 1, reason: '人多' }, { kind: 'unit', id: unit }, madeAt)
    await time.pass(10 * minute)
    const climbs = room.events().filter(({ event }) => event.type === 'alarm.climbed' && event.alarm.includes(':help:'))
    expect(climbs.map(({ at }) => at - heardAt)).toEqual([2 * minute, 4 * minute])
  })

  test('[S12] acknowledged, an alarm climbs no more', async () => {
    const { room, time } = reported()
    startClock(room, time)
    await time.pass(2 * minute)
    for (const { id } of values(room.board().alarms)) room.ask({ type: 'alarm.acknowledge', alarm: id })
    await time.pass(minute + 30_000)
    expect(said(room).filter(([type]) => type === 'alarm.climbed')).toEqual([])
  })

  test('[S13] a unit that does not accept is told once, after the time the profile gives it', async () => {
    const { room, time, incident } = reported()
    startClock(room, time)
    await time.pass(10_000)
    const at = room.now()
    room.ask({ type: 'units.assign', incident, orders: [{ unit: UnitId.parse('W1'), lead: true, order: '', callIn: true, why: [] }] })
    await time.pass(30 * minute)
    expect(said(room, at).filter(([type]) => type === 'unit.overdue')).toEqual([['unit.overdue', '', minute]])
  })

  test('[S14] departments that did not come are told once, and not again when the incident comes back', async () => {
    const { room, time, incident } = reported()
    startClock(room, time)
    const at = room.now()
    room.ask({ type: 'incident.whistle', incident, departments: ['区城管局'], matter: '塌陷' }, wangFang)
    await time.pass(40 * minute)
    room.ask({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    await time.pass(40 * minute)
    room.ask({ type: 'incident.reopen', incident, reason: '又塌' })
    await time.pass(40 * minute)
    expect(said(room, at).filter(([type]) => type === 'whistle.overdue')).toEqual([['whistle.overdue', '', 30 * minute]])
  })

  test('[S15] a second call for help has a limit of its own', async () => {
    const { room, time, incident } = reported()
    room.ask({ type: 'sla.set', profiles: room.board().profiles, inForce: '1358' }, wangFang)
    startClock(room, time)
    const assignment = `${incident}/1` as never
    room.ask({ type: 'units.assign', incident, orders: [{ unit: UnitId.parse('W1'), lead: true, order: '', callIn: true, why: [] }] })
    const cry = () => room.ask({ type: 'unit.askHelp', incident, assignment, force: null, count: 1, reason: '人多' })
    cry()
    await time.pass(10 * minute)
    room.ask({ type: 'help.answer', incident, assignment, note: '' })
    await time.pass(10 * minute)
    const at = room.now()
    cry()
    await time.pass(10 * minute)
    const breaches = said(room, at).filter(([type, stage]) => type === 'stage.breached' && stage === 'reinforce')
    expect(breaches.map(([, , when]) => when)).toEqual([-12 * minute, 8 * minute])
  })

  test('[S16] a full disk delays the word, it does not swallow it', async () => {
    const { room, time, at } = reported()
    let isFull = true
    startClock(room, time, (incidents, alarms) =>
      isFull
        ? Promise.reject(new Error('disk full'))
        : Promise.resolve(room.ask({ type: 'clock.tick', incidents, alarms }, { kind: 'clock' })),
    )
    await time.pass(90_500)
    expect(said(room)).toEqual([])
    isFull = false
    await time.pass(1_000)
    expect(said(room, at)).toEqual([['stage.breached', 'take', expect.toSatisfy((when: number) => when <= 91_500)]])
  })

  test('[S16] while the disk is full the clock asks about once a second, not in a storm', async () => {
    const { room, time } = reported()
    let asked = 0
    startClock(room, time, () => {
      asked += 1
      return Promise.reject(new Error('disk full'))
    })
    await time.pass(40_000 + 10_500)
    expect(asked).toBeGreaterThanOrEqual(10)
    expect(asked).toBeLessThanOrEqual(12)
  })

  test('[S17] a wall clock set forwards is noticed within a second; set back, nothing is said twice or early', async () => {
    const { room, time, at } = reported()
    startClock(room, time)
    await time.pass(5_000)
    room.setNow(room.now() + minute)
    await time.pass(1_000)
    expect(said(room, at)).toEqual([['stage.breached', 'take', expect.toSatisfy((when: number) => when <= 66_000)]])
    room.setNow(room.now() - 30 * minute)
    await time.pass(10_000)
    expect(said(room).filter(([type]) => type === 'stage.breached')).toHaveLength(1)
  })

  test('[S18] one timer stands at a time, and none after it was stopped', async () => {
    const { room, time } = reported()
    const clock = startClock(room, time)
    for (let i = 0; i < 20; i++) room.ask(commandOf(room.board(), report))
    expect(time.armed()).toBe(1)
    expect(clock.waiting()).toBe(21)
    clock.stop()
    expect(time.armed()).toBe(0)
    const before = room.events().length
    await time.pass(10 * minute)
    expect(room.events()).toHaveLength(before)
  })
})
