import { expect, test } from 'vitest'
import { aDisplay, aRow } from '../../shared/testing/aDesk.ts'
import { displaysReported, settledAt, settleMs } from './settling.ts'

const two = aRow(2)
const one = aRow(1)

test('[L14] several reports in a row are one change, from how it was before the first to the last', () => {
  const bare = two.map((display) => ({ ...display, workArea: display.bounds }))
  const settling = displaysReported(displaysReported(null, one, bare, 0), bare, two, 900)
  expect(settledAt(settling, 900 + settleMs - 1)).toEqual({ state: 'waiting' })
  expect(settledAt(settling, 900 + settleMs)).toEqual({ state: 'changed', before: one, after: two })
})

test('[L14] a clock that was set back meanwhile holds nothing up', () => {
  const settling = displaysReported(null, one, two, 3_600_000)
  expect(settledAt(settling, settleMs)).toEqual({ state: 'changed', before: one, after: two })
})

test('[L14] a monitor that flickered is no change', () => {
  const settling = displaysReported(displaysReported(null, two, one, 0), one, [...two].reverse(), 100)
  expect(settledAt(settling, 5_000)).toEqual({ state: 'nothing' })
})

test('[L14] a desk without displays is waited out', () => {
  expect(settledAt(displaysReported(null, two, [], 0), 60_000)).toEqual({ state: 'waiting' })
})

test('[L14] a change of scale or of the task bar alone is a change', () => {
  const scaled = [aDisplay({ scaleFactor: 1.5 })]
  expect(settledAt(displaysReported(null, [aDisplay()], scaled, 0), 2_000).state).toBe('changed')
  const barless = [aDisplay({ workArea: aDisplay().bounds })]
  expect(settledAt(displaysReported(null, [aDisplay()], barless, 0), 2_000).state).toBe('changed')
})
