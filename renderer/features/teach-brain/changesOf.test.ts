import { expect, test } from 'vitest'
import type { ModelScores, Share } from '../../../shared/contracts/teaching.ts'
import { changesOf, dangersOf } from './changesOf.ts'

const share = (value: number, low: number, high: number, of = 100): Share => ({ value, low, high, of })
const none: Share = { value: null, low: null, high: null, of: 0 }
const half = share(0.5, 0.4, 0.6)
const scores = (wish: Partial<ModelScores> = {}): ModelScores => ({
  kindTop1: half,
  kindTop3: half,
  policeRecall: half,
  policePrecision: half,
  criticalRecall: half,
  ...wish,
})

const of = (to: Share) => changesOf(scores(), scores({ kindTop1: to }))[0]

test('[B91] what lies within the intervals may be chance, what lies beyond is not; few cases are few', () => {
  expect(of(share(0.55, 0.45, 0.65))).toMatchObject({ is: 'better', mayBeChance: true, isFew: false })
  expect(of(share(0.9, 0.82, 0.95))).toMatchObject({ is: 'better', mayBeChance: false })
  expect(of(share(0.1, 0.05, 0.18))).toMatchObject({ is: 'worse', mayBeChance: false })
  expect(of(half)).toMatchObject({ is: 'same' })
  expect(of(share(0.9, 0.7, 0.97, 29))).toMatchObject({ isFew: true })
  expect(of(none)).toMatchObject({ is: 'unknown', isFew: true })
})

test('[B92] a fall of the police or of the lives that are found is a danger, however small; other falls are none', () => {
  const worse = share(0.49, 0.39, 0.59)
  expect(dangersOf(changesOf(scores(), scores({ kindTop1: worse, kindTop3: worse, policePrecision: worse })))).toEqual([])
  expect(dangersOf(changesOf(scores(), scores({ policeRecall: worse, criticalRecall: worse })))).toEqual(['policeRecall', 'criticalRecall'])
  expect(dangersOf(changesOf(scores({ criticalRecall: none }), scores({ criticalRecall: worse })))).toEqual([])
})
