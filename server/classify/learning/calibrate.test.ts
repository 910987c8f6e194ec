import { describe, expect, test } from 'vitest'
import { logistic, logOdds, tempered } from '../model/model.ts'
import { calibrate, type HeldBack } from './calibrate.ts'

const isPolice = [false, true]

type Told = { readonly police: number; readonly critical: number; readonly kind?: number }

/** A text that the model has not read: what it says, and what is so. */
const held = (said: Told, so: { readonly police: boolean; readonly critical: boolean }, byRule = false): HeldBack => ({
  means: Float64Array.of(1 - (said.kind ?? said.police), said.kind ?? said.police, said.police, said.critical),
  kinds: [so.police ? 1 : 0],
  ...so,
  policeByRule: byRule,
  criticalByRule: byRule,
})

/** Texts of which the model says 0.95 or 0.05 and is wrong in one of so many, either way. */
const overSure = (oneIn: number): readonly HeldBack[] =>
  Array.from({ length: 400 }, (_, i) => {
    const says = i % 2 === 0
    const so = (i >> 1) % oneIn === 0 ? !says : says
    const p = says ? 0.95 : 0.05
    return held({ police: p, critical: p }, { police: so, critical: so })
  })

test('[B78] what was too sure becomes milder, and as sure as it is right', () => {
  const texts = overSure(4)
  const { temperature, critical } = calibrate(texts, isPolice)
  expect(temperature).toBeGreaterThan(1.5)
  expect(tempered([0.05, 0.95], 2, temperature)[1]).toBeCloseTo(0.75, 1)
  expect(logistic(logOdds(0.95), critical)).toBeCloseTo(0.75, 1)
})

test('[B78] what was not sure enough becomes surer', () => {
  const texts = Array.from({ length: 200 }, (_, i) => {
    const so = i % 2 === 0
    return held({ police: so ? 0.6 : 0.4, critical: so ? 0.6 : 0.4 }, { police: so, critical: so })
  })
  expect(calibrate(texts, isPolice).temperature).toBeLessThan(1)
})

test('[B78] what is missed costs more than what is sent in vain: the answer is yes well below one half', () => {
  const { police, critical } = calibrate(overSure(4), isPolice)
  expect(police.threshold).toBeLessThan(0.5)
  expect(critical.threshold).toBeLessThan(police.threshold)
  expect(critical.threshold).toBeGreaterThan(0)
})

test('[B78] whoever trains is told what each threshold would find and what it would send in vain', () => {
  const told: string[] = []
  calibrate(overSure(4), isPolice, (line) => told.push(line))
  expect(told).toEqual([expect.stringMatching(/^police.* 0\.5: 0\.750\/0\.750/), expect.stringMatching(/^critical: 0\.05: /)])
})

const so = { police: true, critical: true }
const not = { police: false, critical: false }
const many = (count: number, one: HeldBack): readonly HeldBack[] => Array.from({ length: count }, () => one)

describe('[B78] texts that are too few or all alike break nothing', () => {
  test.each<[string, readonly HeldBack[]]>([
    ['none', []],
    ['one', [held({ police: 0.9, critical: 0.9 }, so)]],
    ['all so', many(50, held({ police: 0.9, critical: 0.9 }, so))],
    ['all so, and the model certain', many(500, held({ police: 1, critical: 1 }, so))],
    ['none so', many(50, held({ police: 0.1, critical: 0.1 }, not))],
    ['all so, and the model certain of the contrary', many(500, held({ police: 0, critical: 0 }, so))],
    ['parted without a doubt', [...many(200, held({ police: 1, critical: 1 }, so)), ...many(200, held({ police: 0, critical: 0 }, not))]],
    ['parted the wrong way', [...many(200, held({ police: 0, critical: 0 }, so)), ...many(200, held({ police: 1, critical: 1 }, not))]],
    [
      'nothing to tell them by',
      [...many(9, held({ police: 0.5, critical: 0.5 }, so)), ...many(9, held({ police: 0.5, critical: 0.5 }, not))],
    ],
    ['found by rules alone', many(50, held({ police: 0.2, critical: 0.2 }, so, true))],
    ['of kinds that the model does not know', many(50, { ...held({ police: 0.9, critical: 0.9 }, so), kinds: [] })],
  ])('%s', (_what, texts) => {
    const { temperature, police, critical } = calibrate(texts, isPolice)
    for (const { slope, shift, threshold } of [police, critical]) {
      expect(Math.abs(slope)).toBeLessThan(1_000)
      expect(Math.abs(shift)).toBeLessThan(1_000)
      expect(threshold >= 0 && threshold <= 0.5).toBe(true)
      expect([0, 0.5, 1].map((p) => logistic(logOdds(p), { slope, shift })).every((p) => p >= 0 && p <= 1)).toBe(true)
    }
    expect(temperature > 0 && temperature < 10).toBe(true)
  })
})

test('[B78] where nothing was held back, shares stay as they are', () => {
  expect(calibrate([], isPolice).temperature).toBe(1)
})

test('[B78] whoever chooses how many are to be found is told what each threshold costs', () => {
  const lines: string[] = []
  calibrate(overSure(10), isPolice, (line) => lines.push(line))
  expect(lines).toEqual([expect.stringMatching(/^police.*0\.5: /) as string, expect.stringMatching(/^critical.*0\.5: /) as string])
})
