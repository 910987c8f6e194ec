import { expect, test } from 'vitest'
import type { Alarm, AlarmCause, AlarmLevel } from '../../../shared/domain/sla/alarm.ts'
import { AlarmId, IncidentId, UnitId } from '../../../shared/domain/ids.ts'
import type { AlarmList } from '../../board/alarmList.ts'
import { criesOf, type SoundKind } from './soundPlan.ts'
import { roundEveryMs, sounder } from './sounder.ts'
import { lengthMs, tones } from './tones.ts'

const alarm = (cause: AlarmCause, level: AlarmLevel = 'operator'): Alarm => ({
  id: AlarmId.parse(`${cause.kind}-${level}`),
  incident: IncidentId.parse('E-1001'),
  cause,
  raisedAt: 0,
  level,
  climbedAt: null,
  acknowledged: null,
})
const breach = (level: AlarmLevel = 'operator') => alarm({ kind: 'limit', stage: 'take' }, level)
const sos = alarm({ kind: 'sos', unit: UnitId.parse('W1') })
const list = (...mine: readonly Alarm[]): AlarmList => ({ mine, untaken: [] })

/** A loudspeaker that writes down what it was asked to sound, and a timer moved by hand. */
const fakeRoom = () => {
  const heard: { kind: SoundKind; gain: number; inMs: number }[] = []
  let act: (() => void) | null = null
  let everyMs = 0
  const voice = sounder(
    { play: (kind, gain, inMs) => void heard.push({ kind, gain, inMs }) },
    {
      every: (ms, next) => {
        everyMs = ms
        act = next
        return () => void (act = null)
      },
    },
  )
  return { heard, voice, round: () => act?.(), isSounding: () => act !== null, everyMs: () => everyMs }
}

test('[M3] each kind has a sound of its own, and a whole round fits before the next', () => {
  const kinds = Object.keys(tones) as SoundKind[]
  const shapes = kinds.map((kind) => JSON.stringify(tones[kind]))
  expect(new Set(shapes).size).toBe(kinds.length)
  const longest = kinds
    .map(lengthMs)
    .sort((a, b) => b - a)
    .slice(0, 3)
  expect(longest.reduce((sum, ms) => sum + ms + 250, 0)).toBeLessThan(roundEveryMs)
})

test('[M3] the same alarm is louder each time it climbed, and danger to a life is never quiet', () => {
  const gain = (one: Alarm) => criesOf(list(one), true)[0]?.gain ?? 0
  expect(gain(breach('supervisor'))).toBeGreaterThan(gain(breach('operator')))
  expect(gain(breach('leader'))).toBeGreaterThan(gain(breach('supervisor')))
  expect(gain(sos)).toBeGreaterThan(gain(breach('supervisor')))
})

test('[M3] many alarms of one kind are one sound, at the loudest of them, most urgent kind first', () => {
  const cries = criesOf(list(breach(), breach('leader'), sos), true)
  expect(cries).toEqual([
    { kind: 'sos', gain: 0.7 },
    { kind: 'breach', gain: 0.9 },
  ])
})

test('[M4] an alarm sounds at once and again each round until nothing is left to hear', () => {
  const room = fakeRoom()
  room.voice.hear([{ kind: 'breach', gain: 0.35 }])
  expect(room.heard).toHaveLength(1)
  expect(room.everyMs()).toBe(roundEveryMs)
  room.round()
  room.round()
  expect(room.heard).toHaveLength(3)
  room.voice.hear([])
  expect(room.isSounding()).toBe(false)
})

test('[M4] something new or louder does not wait for the round; the same does not sound twice', () => {
  const room = fakeRoom()
  room.voice.hear([{ kind: 'breach', gain: 0.35 }])
  room.voice.hear([{ kind: 'breach', gain: 0.35 }])
  expect(room.heard).toHaveLength(1)
  room.voice.hear([{ kind: 'breach', gain: 0.6 }])
  expect(room.heard.at(-1)).toMatchObject({ kind: 'breach', gain: 0.6 })
  room.voice.hear([
    { kind: 'sos', gain: 0.7 },
    { kind: 'breach', gain: 0.6 },
  ])
  expect(room.heard.slice(-2).map((one) => one.kind)).toEqual(['sos', 'breach'])
  expect(room.heard.at(-1)?.inMs).toBeGreaterThanOrEqual(lengthMs('sos'))
})
