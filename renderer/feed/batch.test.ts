import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batch, paced } from './batch.ts'

/** A page whose time passes only when the test says so; drawing a turn takes `costMs`. */
const page = (costMs: number) => {
  let now = 0
  const due: { at: number; act: () => void }[] = []
  const turns: { at: number; all: readonly number[] }[] = []
  const after = (ms: number, act: () => void) => void due.push({ at: now + ms, act })
  const schedule = paced({ now: () => now, turn: (act) => after(0, act), after, drawn: (act) => after(costMs, act) })
  const collected = batch<number>(schedule, (all) => void turns.push({ at: now, all }))
  const until = (at: number) => {
    for (;;) {
      const next = due.sort((a, b) => a.at - b.at)[0]
      if (!next || next.at > at) break
      due.shift()
      now = next.at
      next.act()
    }
    now = at
  }
  return { add: collected.add, until, turns }
}

test('[C30] the first event after a quiet span is shown at once', () => {
  const { add, until, turns } = page(40)
  add([1])
  until(5_000)
  add([2])
  until(10_000)
  expect(turns).toEqual([
    { at: 0, all: [1] },
    { at: 5_000, all: [2] },
  ])
})

test('[C30] under load turns stand apart by ten times their cost, at least 100 ms and at most half a second', () => {
  const gapOf = (costMs: number) => {
    const { add, until, turns } = page(costMs)
    for (let at = 0; at <= 4_000; at += 20) {
      until(at)
      add([at])
    }
    const last = turns.slice(-2).map((turn) => turn.at)
    return (last[1] ?? NaN) - (last[0] ?? NaN)
  }
  expect(gapOf(1)).toBe(100)
  expect(gapOf(30)).toBe(300)
  expect(gapOf(400)).toBe(500)
})

test('[C30] however events come, none is lost, none is told twice, and none waits longer than half a second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (gaps, costMs) => {
      const { add, until, turns } = page(costMs)
      const came: number[] = []
      let at = 0
      for (const gap of gaps) {
        at += gap
        until(at)
        came.push(at)
        add([at])
      }
      until(at + 2_000)
      expect(turns.flatMap((turn) => turn.all)).toEqual(came)
      for (const turn of turns) expect(turn.at - (turn.all[0] ?? NaN)).toBeLessThanOrEqual(500)
    }),
  )
})
