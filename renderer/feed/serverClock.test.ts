import { expect, test } from 'vitest'
import { batch } from './batch.ts'
import { serverClock } from './serverClock.ts'

test('[C2] the page counts by the server’s clock, believing the shortest round trip', () => {
  let page = 1_000
  const clock = serverClock(() => page)
  clock.heard(50_000, 900, 1_000)
  expect(clock.now()).toBe(50_050)
  // A slow answer says less than the quick one before it.
  clock.heard(90_000, 0, 1_000)
  expect(clock.now()).toBe(50_050)
  page = 2_000
  clock.heard(51_010, 1_980, 2_000)
  expect(clock.now()).toBe(51_020)
})

test('[C2] a batch keeps the order and hands over once per turn', () => {
  const turns: (() => void)[] = []
  const handed: (readonly number[])[] = []
  const collected = batch<number>(
    (flush) => void turns.push(flush),
    (all) => void handed.push(all),
  )
  collected.add([1])
  collected.add([2, 3])
  expect(turns).toHaveLength(1)
  turns[0]?.()
  expect(handed).toEqual([[1, 2, 3]])
})
