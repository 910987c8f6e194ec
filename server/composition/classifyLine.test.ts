import { beforeAll, expect, test } from 'vitest'
import { defaultThresholds } from '../../shared/domain/room/thresholds.ts'
import { classifyLine } from './classifyLine.ts'
import type { LineAnswer } from './readLine.ts'
import { readTownFiles } from './townFiles.ts'
import { understanding } from './understanding.ts'

let answerTo: (line: string) => LineAnswer
beforeAll(async () => {
  const { town, taxonomy } = await readTownFiles('resources', null)
  const brain = await understanding('resources', taxonomy, town)
  const classify: Parameters<typeof classifyLine>[0]['classify'] = (report, at) =>
    brain.classify(report, { at, sureFrom: defaultThresholds.askBelowConfidence })
  answerTo = classifyLine({ taxonomy, classify, locate: brain.locate })
})

const said = (asked: object): unknown => {
  const answer = answerTo(JSON.stringify(asked))
  if (!answer.ok) throw new Error(answer.problem)
  return JSON.parse(answer.line)
}

test('[B43] a line is answered with what the room would say of it: kind, force, police, life at risk, place and reasons', () => {
  expect(said({ id: 'a1', text: '钱江路58号太和广场3幢楼下，一个男的举着西瓜刀追人砍' })).toMatchObject({
    id: 'a1',
    code: expect.stringMatching(/^P0[16]$/) as string,
    force: 'police',
    policeNeeded: true,
    critical: true,
    address: expect.stringContaining('太和广场') as string,
    reasons: expect.arrayContaining(['rule:weapon']) as string[],
  })
  expect(said({ id: 7, text: '我想问一下居住证怎么办', channel: '12345', at: '2026-03-02T10:00:00+08:00', code110: null })).toMatchObject({
    id: 7,
    code: 'E01',
    policeNeeded: false,
    address: null,
  })
})

test.each([
  ['no JSON', 'x'],
  ['no text', '{"id":"a"}'],
  ['no id', '{"text":"吵架"}'],
  ['a channel that there is not', '{"id":"a","text":"吵架","channel":"pigeon"}'],
  ['a time that is none', '{"id":"a","text":"吵架","at":"yesterday"}'],
  ['a text that is too long', JSON.stringify({ id: 'a', text: '吵'.repeat(100_000) })],
  ['a list', '[]'],
])('[B43] %s is told, in one line', (_, line) => {
  const answer = answerTo(line)
  expect(answer.ok).toBe(false)
  expect(answer.ok ? '' : answer.problem).toMatch(/^[^\n]+$/)
})
