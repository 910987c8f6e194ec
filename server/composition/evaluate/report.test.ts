import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { share } from './intervals.ts'
import { rowsOf, tableOf, worstOf } from './report.ts'
import { scoresOf } from './scores.ts'
import { judged } from './testing/judged.ts'

test('[B79] a figure stands with its interval, of how many, and what it must reach', () => {
  const table = tableOf([
    { what: 'police', measured: share(9, 10), floor: '≥ 0.98' },
    { what: 'nothing', measured: share(0, 0), floor: '' },
  ])
  expect(table.split('\n').slice(2)).toEqual(['| police | 0.900 | 0.596–0.982 | 10 | ≥ 0.98 |'])
})

test('[B79] a figure that cannot be had of what is there is a dash', () => {
  expect(tableOf([{ what: 'spans', measured: { value: NaN, low: NaN, high: NaN, of: 3 }, floor: '' }])).toContain('| spans | – | ––– | 3 |')
})

test('[B79] all that is asked of the brain is in the table', () => {
  const rows = rowsOf(
    scoresOf([judged({ policeNeeded: true, critical: true, seen: { policeNeeded: true, critical: true } })], seededRandom(1)),
  )
  expect(rows.map(({ what }) => what)).toEqual([
    'police needed, recall',
    'police needed, precision',
    'critical, recall',
    'critical, precision',
    'kind, top 1 (alternates accepted)',
    'kind, top 3',
    'primary force',
    'expected calibration error',
  ])
  expect(rows.every(({ measured }) => measured.of === 1)).toBe(true)
})

const missedPolice = judged({ text: '有刀', policeNeeded: true })
const missedLife = judged({ text: '没气了', critical: true })
const surelyWrong = judged({ text: '漏水', kinds: ['C24', 'C25'], seen: { confidence: 0.95 } })
const hardlyWrong = judged({ text: '停电\n两天', kinds: ['C24'], seen: { confidence: 0.3 } })
const inVain = judged({ text: '吵架', seen: { policeNeeded: true } })

test('[B79] the worst mistakes come first: police missed, then life, then sure and wrong, then in vain', () => {
  const lines = worstOf([inVain, hardlyWrong, judged(), surelyWrong, missedLife, missedPolice], 9, true).split('\n')
  expect(lines).toEqual([
    '- police missed: 有刀',
    '- life at risk missed: 没气了',
    '- C24/C25 taken for C01 (0.95): 漏水',
    '- C24 taken for C01 (0.30): 停电 两天',
    '- police in vain: 吵架',
  ])
  expect(worstOf([inVain, missedLife, missedPolice], 1, true)).toBe('- police missed: 有刀')
  expect(worstOf([judged()], 9, true)).toBe('')
  expect(worstOf([missedPolice], 9, false)).toBe('- police missed: a1')
})

test('[B79] a text that has no kind by its set is not said to be taken for another', () => {
  expect(worstOf([judged({ text: '有刀', kinds: [], policeNeeded: true })], 9, true)).toBe('- police missed: 有刀')
})
