import { beforeEach, expect, test } from 'vitest'
import { duplicateLine } from './duplicateLine.ts'
import type { LineAnswer } from './readLine.ts'
import { readTownFiles } from './townFiles.ts'
import { understanding } from './understanding.ts'

const { town, taxonomy } = await readTownFiles('resources', null)
const { duplicates } = await understanding('resources', taxonomy, town)

let answerTo: (line: string) => LineAnswer
beforeEach(() => {
  answerTo = duplicateLine(duplicates)
})

const said = (asked: object): unknown => {
  const answer = answerTo(JSON.stringify(asked))
  if (!answer.ok) throw new Error(answer.problem)
  return JSON.parse(answer.line)
}

test('[B99] a line is answered with the first report of its matter, however many came between; another matter with null', () => {
  const fire = '白桦里3幢二楼着火了，黑烟往外冒，有人在窗口喊救命'
  expect(said({ id: 'a', at: '19:00:00', text: fire })).toEqual({ id: 'a', duplicateOf: null })
  expect(said({ id: 'b', at: '19:00:40', text: '我想问一下居住证怎么办，要带什么材料' })).toEqual({ id: 'b', duplicateOf: null })
  expect(said({ id: 'c', at: '19:01:10', text: '着火了着火了白桦里三幢二楼火很大烟很浓快来' })).toEqual({ id: 'c', duplicateOf: 'a' })
  expect(said({ id: 4, at: '19:02:30', text: '【巡逻】白桦里3幢二楼火灾，有人被困，浓烟大' })).toEqual({ id: 4, duplicateOf: 'a' })
})

test.each([
  1_780_000_000_000,
  '2026-05-01T12:00:00+08:00',
  '2026-05-01T04:00:00Z',
  '2026-05-01T12:00:00',
  '2026-05-01 12:00:00',
  '23:59:59',
])('[B99] a time is UTC ms, ISO 8601 or a time of one evening: %s', (at) => {
  expect(said({ id: 1, at, text: '吵架' })).toEqual({ id: 1, duplicateOf: null })
})

test('[B99] lines out of order are compared as well', () => {
  const text = '白桦里3幢二楼着火了，黑烟往外冒，有人在窗口喊救命'
  said({ id: 1, at: '19:05:00', text })
  expect(said({ id: 2, at: '19:04:00', text })).toEqual({ id: 2, duplicateOf: 1 })
})

test.each([
  ['no JSON', 'x'],
  ['no text', '{"id":"a","at":1}'],
  ['no id', '{"at":1,"text":"吵架"}'],
  ['a time that is none', '{"id":"a","at":"yesterday","text":"吵架"}'],
  ['an hour that is none', '{"id":"a","at":"25:00:00","text":"吵架"}'],
  ['a text that is too long', JSON.stringify({ id: 'a', at: 1, text: '吵'.repeat(100_000) })],
  ['a list', '[]'],
])('[B99] %s is told, in one line, and stops nothing', (_, line) => {
  const answer = answerTo(line)
  expect(answer.ok).toBe(false)
  expect(answer.ok ? '' : answer.problem).toMatch(/^[^\n]+$/)
  expect(said({ id: 'a', at: 2, text: '吵架' })).toEqual({ id: 'a', duplicateOf: null })
})

test('[B99] an id that came before is told', () => {
  said({ id: 'a', at: 1, text: '吵架' })
  expect(answerTo('{"id":"a","at":2,"text":"吵架"}')).toMatchObject({ ok: false })
})

test('[B99] a line that does not say when comes a little after the one before', () => {
  const fight = '景昙路88号老金龙虾门口两桌人打起来了，凳子乱飞，有人头破了'
  expect(said({ id: 'a', at: '2026-03-02T20:00:00Z', text: fight })).toEqual({ id: 'a', duplicateOf: null })
  expect(said({ id: 'b', text: fight })).toEqual({ id: 'b', duplicateOf: 'a' })
})
