import { describe, expect, test } from 'vitest'
import { aUnit } from '../../testing/aUnit.ts'
import { boardBuilder, liWei, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import type { Actor } from '../actor.ts'
import { unitOf } from '../board/board.ts'
import { AlarmId, UnitId } from '../ids.ts'
import { defaultThresholds } from '../room/thresholds.ts'
import { knownProfiles } from '../sla/knownProfiles.ts'

const w1 = UnitId.parse('W1')
const leader: Actor = { ...liWei, role: 'leader' }
const district: Actor = { ...liWei, role: 'district' }

const inDanger = () => {
  const story = boardBuilder().units({ id: 'W1' })
  story.say({ type: 'sos.raise', unit: w1, point: null }, { kind: 'unit', id: w1 })
  const alarm = AlarmId.parse(`W1:sos:${story.now()}`)
  return { story, alarm, acknowledge: { type: 'alarm.acknowledge', alarm } as const }
}

describe('alarms', () => {
  test('[I38] an alarm is acknowledged once, by name', () => {
    const { story, alarm, acknowledge } = inDanger()
    given(story).when(acknowledge).then({ type: 'alarm.acknowledged', alarm, name: '李伟' })
    story.say(acknowledge)
    given(story).when(acknowledge, wangFang).refused({ reason: 'acknowledged-already', name: '李伟' })
    given(story)
      .when({ type: 'alarm.acknowledge', alarm: AlarmId.parse('nothing') })
      .refused({ reason: 'unknown-alarm', alarm: 'nothing' })
  })

  test('[I59] whoever works at a desk may answer an alarm however high it climbed; a leader only what climbed to the leader', () => {
    const { story, acknowledge, alarm } = inDanger()
    const climbs = () => story.wait(121_000).say({ type: 'clock.tick', incidents: [], alarms: [alarm] }, { kind: 'clock' })
    given(story).when(acknowledge, leader).refused({ reason: 'alarm-is-the-desks' })
    climbs()
    given(story).when(acknowledge, leader).refused({ reason: 'alarm-is-the-desks' })
    climbs()
    for (const by of [liWei, wangFang, leader]) given(story).when(acknowledge, by).then({ type: 'alarm.acknowledged' })
    given(story).when(acknowledge, district).refused({ reason: 'no-right' })
    given(story).when(acknowledge, { kind: 'brain' }).refused({ reason: 'no-right' })
  })
})

describe('units and duty', () => {
  test('[I40] the town’s file enrolls new and changed units only; a roster that a person set stays', () => {
    const story = boardBuilder().units({ id: 'W1' })
    given(story)
      .when({ type: 'units.enroll', definitions: [aUnit({ id: 'W1' })] })
      .nothingHappens()
    story.say({ type: 'roster.set', unit: w1, roster: [] }, wangFang)
    story.say({ type: 'units.enroll', definitions: [aUnit({ id: 'W1', name: '王新' }), aUnit({ id: 'W2' })] })
    expect(unitOf(story.board(), w1)?.definition).toMatchObject({ name: '王新', roster: [] })
    given(story)
      .when({ type: 'roster.set', unit: UnitId.parse('W9'), roster: [] }, wangFang)
      .refused({ reason: 'unknown-unit', unit: 'W9' })
  })

  test('[I40] enrolling again does not forget what the unit is doing', () => {
    const story = boardBuilder().units({ id: 'W1' })
    const incident = story.report()
    story.send(incident, w1)
    story.units({ id: 'W1', name: '王新' })
    expect(unitOf(story.board(), w1)).toMatchObject({ definition: { name: '王新' }, task: { incident } })
  })

  test('[I41] a unit on a task is not sent home; its step is told', () => {
    const story = boardBuilder().units({ id: 'W1' })
    const duty = { type: 'duty.set', unit: w1, isOn: false, forMs: 60_000, reason: '' } as const
    given(story)
      .when(duty)
      .then({ type: 'duty.set', until: story.now() + 60_000, isOn: false })
    const incident = story.report()
    story.send(incident, w1)
    story.say({ type: 'unit.depart', incident, assignment: `${incident}/1` as never })
    given(story).when(duty).refused({ reason: 'unit-is-busy', unit: w1, incident, state: 'enroute' })
    given(story)
      .when({ ...duty, isOn: true })
      .then({ type: 'duty.set', isOn: true })
    given(story)
      .when({ ...duty, unit: UnitId.parse('W9') })
      .refused({ reason: 'unknown-unit', unit: 'W9' })
  })

  test('[I41] load is counted by the day of the town', () => {
    const story = boardBuilder().units({ id: 'W1' })
    const oneTask = () => {
      const incident = story.report()
      story.send(incident, w1)
      story.say({ type: 'unit.recall', incident, assignment: `${incident}/1` as never, reason: '撤' })
      return unitOf(story.board(), w1)?.doneToday
    }
    // 09:00 in China; twelve hours later is the same day there, though not in UTC plus fifteen.
    expect([oneTask(), (story.wait(12 * 3_600_000), oneTask()), (story.wait(4 * 3_600_000), oneTask())]).toEqual([1, 2, 1])
  })
})

describe('the room', () => {
  test('[I42] the SLA in force is one of those set', () => {
    const story = boardBuilder()
    given(story)
      .when({ type: 'sla.set', profiles: knownProfiles, inForce: 'none' }, wangFang)
      .refused({ reason: 'unknown-profile', profile: 'none' })
    story.say({ type: 'sla.set', profiles: knownProfiles, inForce: 'jiubao' }, wangFang)
    expect(story.board().profileInForce).toBe('jiubao')
  })

  test('[I42] thresholds change for everyone at once', () => {
    const story = boardBuilder()
    story.say({ type: 'thresholds.set', thresholds: { ...defaultThresholds, restMs: 1 } }, wangFang)
    expect(story.board().thresholds.restMs).toBe(1)
  })

  test('[I43] the shift’s log and handing over are by a person, newest first', () => {
    const story = boardBuilder()
    story.say({ type: 'shift.log', text: '对讲机 3 号没电' })
    story.wait(1_000).say({ type: 'shift.handOver', to: '王芳', note: '两件待回访' })
    expect(story.board().shiftLog).toMatchObject([
      { kind: 'handOver', to: '王芳', by: '李伟' },
      { kind: 'log', text: '对讲机 3 号没电' },
    ])
    given(story).when({ type: 'shift.log', text: '-' }, { kind: 'clock' }).refused({ reason: 'no-right' })
    given(story).when({ type: 'shift.handOver', to: '-', note: '-' }, { kind: 'clock' }).refused({ reason: 'no-right' })
  })

  test('[I44] what happens to accounts is kept without changing the board', () => {
    const story = boardBuilder().units({ id: 'W1' })
    const before = story.board()
    story.say({ type: 'audit.note', subject: 'liwei', text: '登录' })
    expect({ ...story.board(), position: before.position, at: before.at }).toEqual({ ...before })
  })
})
