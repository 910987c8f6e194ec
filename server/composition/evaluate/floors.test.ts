import { beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { judging } from './judging.ts'
import { scoresOf } from './scores.ts'
import { callsSet, narrativeSet, type Example, type ExampleSet } from './sets.ts'

let brain: Awaited<ReturnType<typeof judging>>
beforeAll(async () => {
  brain = await judging('resources')
})

/** The first kind alone is right here: no other is accepted. */
const strictly = (example: Example): Example => ({ ...example, kinds: example.kinds.slice(0, 1) })

const figures = ({ examples }: ExampleSet) => {
  const scores = scoresOf(
    examples.map((example) => brain.judge(strictly(example))),
    seededRandom(1),
  )
  return Object.fromEntries(Object.entries(scores).map(([name, { value }]) => [name, value]))
}

const calls = await callsSet('../shared/data')

test.skipIf(calls === null)('[B40] labelled calls (skipped where they are not at hand): the floors hold', () => {
  const set = calls as ExampleSet
  const seen = figures(set)
  expect(set.examples.length).toBeGreaterThan(100)
  expect(seen['policeRecall']).toBeGreaterThanOrEqual(0.98)
  expect(seen['kindTop1']).toBeGreaterThanOrEqual(0.9)
  expect(seen['policePrecision']).toBeGreaterThanOrEqual(0.85)
  expect(seen['criticalRecall']).toBeGreaterThanOrEqual(0.97)
})

test('[B40] the product’s own narratives: the floors hold', async () => {
  const seen = figures(await narrativeSet('resources'))
  expect(seen['policeRecall']).toBeGreaterThanOrEqual(0.97)
  expect(seen['kindTop1']).toBeGreaterThanOrEqual(0.85)
  expect(seen['policePrecision']).toBeGreaterThanOrEqual(0.75)
  expect(seen['criticalRecall']).toBeGreaterThanOrEqual(0.85)
})
