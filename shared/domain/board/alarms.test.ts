import { describe, expect, test } from 'vitest'
import { boardBuilder, liWei, wangFang } from '../../testing/boardBuilder.ts'
import { AlarmId, AssignmentId, UnitId } from '../ids.ts'
import { alarmOf } from './board.ts'
import { values } from './table.ts'

const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const minute = 60_000

const sent = () => {
  const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' })
  const incident = story.report()
  story.send(incident, w1)
  const about = { incident, assignment: AssignmentId.parse(`${incident}/1`) }
  const tick = () =>
    story.say(
      { type: 'clock.tick', incidents: [incident], alarms: [...values(story.board().alarms)].map(({ id }) => id) },
      { kind: 'clock' },
    )
  const sounding = () =>
    [...values(story.board().alarms)]
      .filter(({ acknowledged, cause }) => acknowledged === null && cause.kind !== 'limit')
      .map(({ cause }) => cause.kind)
  const askHelp = () => story.say({ type: 'unit.askHelp', ...about, force: null, count: 2, reason: '人多' })
  return { story, incident, about, tick, sounding, askHelp }
}

describe('alarms that stop by themselves', () => {
  test('[S26] an order that nobody had accepted: accepted, recalled or returned, it sounds no more', () => {
    for (const command of [
      { type: 'unit.accept' },
      { type: 'unit.recall', reason: '改派' },
      { type: 'unit.arrive', point: null },
    ] as const) {
      const { story, about, tick, sounding } = sent()
      story.wait(10 * minute)
      tick()
      expect(sounding()).toEqual(['unaccepted'])
      story.say({ ...command, ...about })
      expect(sounding()).toEqual([])
    }
  })

  test('[S26] a call for help that was answered, or whose caller is done', () => {
    for (const command of [
      { type: 'help.answer', note: '已派' },
      { type: 'unit.resolve', result: '平息', photos: [] },
      { type: 'unit.recall', reason: '撤' },
    ] as const) {
      const { story, about, sounding, askHelp } = sent()
      story.say({ type: 'unit.accept', ...about })
      askHelp()
      expect(sounding()).toEqual(['help'])
      story.say({ ...command, ...about })
      expect(sounding()).toEqual([])
    }
  })

  test('[S26] a returned order, once somebody else was sent', () => {
    const { story, incident, about, sounding } = sent()
    story.say({ type: 'unit.return', ...about, reason: '不归我' })
    expect(sounding()).toEqual(['returned'])
    story.send(incident, w2)
    expect(sounding()).toEqual([])
  })

  test('[S26] a whistle, once the last department came, and not before', () => {
    const { story, incident, tick, sounding } = sent()
    story.say({ type: 'unit.accept', incident, assignment: AssignmentId.parse(`${incident}/1`) })
    story.say({ type: 'incident.whistle', incident, departments: ['区城管局', '区应急管理局'], matter: '塌陷' }, wangFang)
    story.wait(120 * minute)
    tick()
    expect(sounding()).toEqual(['whistle'])
    story.say({ type: 'department.reportIn', incident, department: '区城管局', person: '钱工' })
    expect(sounding()).toEqual(['whistle'])
    story.say({ type: 'department.reportIn', incident, department: '区应急管理局', person: '孙工' })
    expect(sounding()).toEqual([])
  })

  test('[S26] a missed limit sounds until a person has seen it, whatever is done meanwhile', () => {
    const { story, incident, about, tick } = sent()
    story.wait(10 * minute)
    tick()
    const limits = () => [...values(story.board().alarms)].filter(({ cause, acknowledged }) => cause.kind === 'limit' && !acknowledged)
    const missed = limits().length
    expect(missed).toBeGreaterThan(0)
    story.say({ type: 'unit.arrive', ...about, point: null })
    expect(limits()).toHaveLength(missed)
    story.say({ type: 'alarm.acknowledge', alarm: AlarmId.parse(`${incident}:limit:scene`) }, wangFang)
    expect(limits()).toHaveLength(missed - 1)
  })
})

describe('calling again', () => {
  test('[S27] a second call does not begin the climb anew; heard but not answered, it sounds again', () => {
    const { story, about, tick, sounding, askHelp } = sent()
    story.say({ type: 'unit.accept', ...about })
    askHelp()
    const [alarm] = [...values(story.board().alarms)]
    if (!alarm) throw new Error('A call for help sounds')
    story.wait(10 * minute)
    tick()
    expect(alarmOf(story.board(), alarm.id)?.level).not.toBe('operator')
    const { level } = alarmOf(story.board(), alarm.id) ?? {}
    askHelp()
    expect(alarmOf(story.board(), alarm.id)?.level).toBe(level)
    story.say({ type: 'alarm.acknowledge', alarm: alarm.id }, wangFang)
    expect(sounding()).toEqual([])
    story.say({ type: 'unit.askHelp', ...about, force: 'police', count: 2, reason: '对方动手' }, { kind: 'unit', id: w1 })
    expect(sounding()).toEqual(['help'])
    story.say({ type: 'help.answer', ...about, note: '已派' }, liWei)
    expect(sounding()).toEqual([])
  })
})
