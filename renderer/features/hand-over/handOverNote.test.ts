import { expect, test } from 'vitest'
import { UnitId } from '../../../shared/domain/ids.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { sayOf } from '../../ui/words.ts'
import { domainWords } from '../../ui/words/domain.ts'
import { handOverNote } from './handOverNote.ts'
import { handOverWords } from './words.ts'

const voice = { t: sayOf(handOverWords, 'zh-CN'), domain: sayOf(domainWords, 'zh-CN'), kind: (code: string) => code }

test('[M14] the draft names what is open, most urgent first, what nobody acknowledged, and who is in danger', () => {
  const room = boardBuilder().units({ id: 'W1' })
  const quiet = room.report()
  const urgent = room.report({ assessment: { kind: 'P06', urgency: 'critical' }, place: { text: '' } })
  const over = room.report()
  room.say({ type: 'incident.cancel', incident: over, reason: '误报' })
  room.say({ type: 'incident.take', incident: quiet })
  room.say({ type: 'sos.raise', unit: UnitId.parse('W1'), point: null })

  const note = handOverNote(room.board(), voice)

  expect(note).toContain('未办结 2 件')
  expect(note.indexOf(urgent)).toBeLessThan(note.indexOf(quiet))
  expect(note).not.toContain(over)
  expect(note).toContain('李伟 在办')
  expect(note).toContain(`${urgent} 危急 P06 地点不明`)
  expect(note).toContain('未确认告警 1 条：\n求救：网格员 W1')
  expect(note).toContain('求救未解除：网格员 W1')
})

test('[M14] a quiet room says that it is quiet, and a storm stays short enough to send', () => {
  expect(handOverNote(boardBuilder().board(), voice)).toBe('没有未办结事件。\n没有未确认告警。')
  const storm = boardBuilder()
  for (let i = 0; i < 200; i++) storm.report({ text: `第 ${i} 件`, place: { text: '很长的地址'.repeat(30) } })
  const note = handOverNote(storm.board(), voice)
  expect(note.length).toBeLessThan(4_000)
  expect(note).toContain('另有 160 件')
})
