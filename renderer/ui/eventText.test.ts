import { expect, test } from 'vitest'
import { DomainEvent } from '../../shared/domain/event.ts'
import type { Names } from './eventText.ts'
import { actorText } from './actorText.ts'
import { eventGroup, eventText } from './eventText.ts'
import { sampleEvents } from './testing/sampleEvents.ts'

const names: Names = { unit: (id) => `单位${id}`, kind: (code) => `类型${code}`, stage: (id) => `阶段${id}`, why: (reason) => reason }

test('[M12] every type of event has a sample, and is said in both languages with no hole in the sentence', () => {
  const types = new Set(sampleEvents.map((event) => event.type))
  const all = DomainEvent.options.map((option) => option.shape.type.value)
  expect([...types].sort()).toEqual([...all].sort())
  for (const event of sampleEvents) {
    const [zh, en] = [eventText(event, names, 'zh-CN'), eventText(event, names, 'en')]
    expect(zh, event.type).not.toMatch(/\{\{|undefined|\[object/)
    expect(en, event.type).not.toMatch(/\{\{|undefined|\[object/)
    expect(zh, event.type).not.toBe(event.type)
    expect(zh, event.type).not.toBe(en)
    expect(en.replace(/[^\x20-\x7e]/g, ''), event.type).not.toBe('')
    expect(eventGroup(event.type)).toBeTruthy()
  }
})

test('[M12] what was changed, sent and measured is said in the words of the room', () => {
  const said = (type: DomainEvent['type']) => {
    const event = sampleEvents.find((one) => one.type === type)
    if (!event) throw new Error(`no sample of ${type}`)
    return eventText(event, names, 'zh-CN')
  }
  expect(said('incident.amended')).toBe('修改类型为“类型P02”，紧急程度为“紧急”，需公安为“是”')
  expect(said('unit.arrived')).toBe('单位W1 到场，距事发地 42 m')
  expect(said('unit.assigned')).toBe('派 单位W1（主办），命令：先疏散（nearest）')
  expect(said('alarm.climbed')).toBe('告警无人确认，升级到值班长')
})

test('[M12] nothing happens by nobody: persons, units, channels, citizens and the room itself are named', () => {
  expect(actorText({ kind: 'person', id: 'liwei' as never, name: '李伟', role: 'operator' }, names, 'zh-CN')).toBe('李伟 接警员')
  expect(actorText({ kind: 'unit', id: 'W1' as never }, names, 'en')).toBe('单位W1')
  expect(actorText({ kind: 'channel', channel: '110' }, names, 'en')).toBe('110')
  expect(actorText({ kind: 'citizen', building: null }, names, 'en')).toBe('Citizen')
  expect(actorText({ kind: 'brain' }, names, 'zh-CN')).toBe('小脑')
  expect(actorText({ kind: 'clock' }, names, 'zh-CN')).toBe('计时')
})
