import { expect, test } from 'vitest'
import { values } from '../../shared/domain/board/table.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { boardBuilder, wangFang } from '../../shared/testing/boardBuilder.ts'
import { alarmList } from './alarmList.ts'

const minute = 60_000

const clock = (room: ReturnType<typeof boardBuilder>) => {
  const incidents = Object.values(room.board().incidents.shards)
    .flatMap((shard) => Object.values(shard))
    .map((one) => one.id)
  const alarms = [...values(room.board().alarms)].map(({ id }) => id)
  room.say({ type: 'clock.tick', incidents, alarms }, { kind: 'clock' })
}

test('[M1] what climbed stands first, then a danger to a life, then the oldest', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'W2' })
  const late = room.report()
  room.wait(6 * minute)
  clock(room)
  room.wait(2 * minute)
  clock(room)
  room.report({ text: '井盖没了' })
  room.wait(6 * minute)
  room.say({ type: 'sos.raise', unit: UnitId.parse('W1'), point: null })
  clock(room)

  const { mine } = alarmList(room.board(), 'supervisor')

  expect(mine[0]?.level).not.toBe('operator')
  expect(mine[0]?.incident).toBe(late)
  const quiet = mine.filter((alarm) => alarm.level === 'operator')
  expect(quiet.length).toBeGreaterThan(1)
  expect(quiet[0]?.cause.kind).toBe('sos')
})

test('[M1] what climbed to somebody above still stands at every desk; a leader sees only that, and an SOS', () => {
  const room = boardBuilder().units({ id: 'W1' })
  room.report()
  room.wait(2 * minute)
  clock(room)
  room.wait(2 * minute)
  clock(room)

  const operator = alarmList(room.board(), 'operator')
  const supervisor = alarmList(room.board(), 'supervisor')

  expect(operator.mine.some((alarm) => alarm.level === 'supervisor')).toBe(true)
  expect(supervisor.mine).toEqual(operator.mine)
  expect(alarmList(room.board(), 'leader').mine).toEqual([])
  room.say({ type: 'sos.raise', unit: UnitId.parse('W1'), point: null })
  expect(alarmList(room.board(), 'leader').mine.map(({ cause }) => cause.kind)).toEqual(['sos'])
  room.wait(4 * minute)
  clock(room)
  expect(alarmList(room.board(), 'leader').mine.some(({ level }) => level === 'leader')).toBe(true)
  expect(alarmList(room.board(), 'district').mine).toEqual([])
})

test('[M1] an acknowledged alarm leaves the list', () => {
  const room = boardBuilder()
  room.report()
  room.wait(2 * minute)
  clock(room)
  const [first] = alarmList(room.board(), 'supervisor').mine
  if (!first) throw new Error('a breach raises an alarm')

  room.say({ type: 'alarm.acknowledge', alarm: first.id }, wangFang)

  expect(alarmList(room.board(), 'supervisor').mine.map((alarm) => alarm.id)).not.toContain(first.id)
})

test('[M2] a critical report is called out until somebody takes it', () => {
  const room = boardBuilder()
  const quiet = room.report()
  const critical = room.report({ assessment: { kind: 'P06', urgency: 'critical' } })

  expect(alarmList(room.board(), 'operator').untaken.map((one) => one.id)).toEqual([critical])
  room.say({ type: 'incident.take', incident: critical })
  expect(alarmList(room.board(), 'operator').untaken).toEqual([])
  room.say({ type: 'incident.release', incident: critical })
  expect(alarmList(room.board(), 'operator').untaken.map((one) => one.id)).toEqual([critical])
  expect(quiet).not.toBe(critical)
})
