import { beforeAll, expect, test } from 'vitest'
import { loadBrainData, type BrainData, type DangerRule } from './brainData.ts'
import { evidenceReader, type Evidence } from './evidence.ts'
import { shippedTaxonomy } from './testing/shippedTaxonomy.ts'

const rule = (name: string, when: string): DangerRule => ({
  name,
  when,
  unless: '扑灭',
  leans: {},
  police: true,
  critical: true,
  staged: true,
  yields: false,
})

let read: (text: string) => Evidence
beforeAll(async () => {
  const data: BrainData = {
    ...(await loadBrainData('resources/brain')),
    lexicon: { P01: { 5: '抢劫', '-2': '捡到' } },
    dangers: [rule('fire', '着火')],
    hints: [rule('smoke', '冒烟')],
    concepts: { flames: '火苗' },
    wholeWords: {},
  }
  read = evidenceReader((await shippedTaxonomy()).slice(0, 2), data)
})

const signals = (text: string) => Object.fromEntries([...read(text).signals].filter(([name]) => name !== 'short'))

test.each([
  ['楼下着火', { 'rule:fire': 1 }],
  ['去年楼下着火', { 'rule:fire:past': 1 }],
  ['剧组拍戏着火', { 'rule:fire:staged': 1 }],
  ['楼下着火，扑灭了', { 'rule:fire:unless': 1 }],
  ['楼下没有着火', {}],
  ['楼下冒烟', { 'hint:smoke': 1 }],
  ['去年楼下冒烟', { 'hint:smoke:past': 1 }],
  ['楼下冒烟，扑灭了', { 'hint:smoke:unless': 1 }],
  ['有火苗', { 'concept:flames': 0.5 }],
  ['没有火苗', { 'concept:flames:denied': 0.5 }],
  ['去年有火苗', { 'concept:flames:past': 0.5 }],
  ['剧组拍戏，有火苗', { 'concept:flames:staged': 0.5 }],
  ['路上被抢劫', { 'kind:P01': 1 }],
  ['没有抢劫', { 'kind:P01': expect.closeTo(-0.4) as number }],
  ['水管漏水', {}],
])('[B48] the model is told what words and rules find, and how it is meant: %s', (text, told) => {
  expect(signals(text)).toEqual(told)
})

test('[B48] a hint is told to the model and decides nothing', () => {
  const { dangers } = read('楼下冒烟')
  expect(dangers.fired).toEqual([])
})

test('[B48] the model is told that a text is short', () => {
  expect(read('楼下着火').signals.get('short')).toBe(0.2)
  expect(read('楼下着火了请你们快点派人过来看看').signals.has('short')).toBe(false)
})

test('[B16] words are found in the text as it is plain, traditional and full-width too', () => {
  expect(signals('樓下著火')).toEqual(signals('楼下着火'))
  expect(read('ＡＢ樓').plain).toBe('ab楼')
})
