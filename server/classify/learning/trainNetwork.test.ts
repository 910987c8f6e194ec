import { expect, test } from 'vitest'
import { answer, gather, scratchOf, type Input, type Network } from '../model/network.ts'
import { toProbabilities } from '../model/toProbabilities.ts'
import { trainNetwork, type Lesson, type Training } from './trainNetwork.ts'

/** Features of the made texts, by name. */
const names = ['受伤', '没有', '着火', '漏水'] as const
type Name = (typeof names)[number]

const inputOf = (...said: readonly Name[]): Input => ({
  rows: Int32Array.from(said, (name) => names.indexOf(name)),
  values: Float32Array.from(said, () => 1),
  places: new Int32Array(0),
})

const lesson = (critical: 0 | 1, kind: 0 | 1, ...said: readonly Name[]): Lesson => ({
  input: inputOf(...said),
  kinds: [[kind, 1]],
  police: kind,
  critical,
  weight: 1,
})

/**
 * Fire and water tell the kinds. A life is at risk where somebody is hurt, and where somebody says that there is none (no breath, no
 * pulse), but not where none is hurt: no sum over single words can tell those three from a text that says neither.
 */
const lessons: readonly Lesson[] = (['着火', '漏水'] as const).flatMap((matter) => {
  const kind = matter === '着火' ? 1 : 0
  return [
    lesson(0, kind, matter),
    lesson(1, kind, matter, '受伤'),
    lesson(1, kind, matter, '没有'),
    lesson(0, kind, matter, '没有', '受伤'),
  ]
})

const training: Training = { seed: 3, rows: names.length, kinds: 2, width: 8, epochs: 300, rate: 0.2, leftOut: 0, leftOutInside: 0 }

const ask = (network: Network, ...said: readonly Name[]) => {
  const scratch = scratchOf(network)
  gather(network, inputOf(...said), scratch.z, null)
  answer(network, scratch, null)
  toProbabilities(scratch.answers, network.answers - 2)
  const [water = NaN, fire = NaN, police = NaN, critical = NaN] = scratch.answers
  return { water, fire, police, critical }
}

test('[B77] it learns what parts the texts', () => {
  const network = trainNetwork(lessons, training)
  expect(ask(network, '着火')).toMatchObject({ fire: expect.closeTo(1, 0) as number, police: expect.closeTo(1, 0) as number })
  expect(ask(network, '漏水')).toMatchObject({ water: expect.closeTo(1, 0) as number, police: expect.closeTo(0, 0) as number })
})

test('[B48] it learns that one word may turn round what another means', () => {
  const network = trainNetwork(lessons, training)
  expect(ask(network, '着火').critical).toBeLessThan(0.2)
  expect(ask(network, '着火', '受伤').critical).toBeGreaterThan(0.8)
  expect(ask(network, '着火', '没有').critical).toBeGreaterThan(0.8)
  expect(ask(network, '着火', '没有', '受伤').critical).toBeLessThan(0.2)
})

test('[B77] the same seed gives the same weights, another seed others', () => {
  const how = { ...training, epochs: 4, leftOut: 0.3, leftOutInside: 0.2 }
  expect(trainNetwork(lessons, how)).toEqual(trainNetwork(lessons, how))
  expect(trainNetwork(lessons, { ...how, seed: 4 }).embed).not.toEqual(trainNetwork(lessons, how).embed)
})

test('[B77] a text that counts for nothing moves nothing', () => {
  const how = { ...training, epochs: 3 }
  const silent = { ...lesson(1, 1, '漏水'), weight: 0 }
  const [alone] = lessons as readonly [Lesson]
  const { embed, out } = trainNetwork([silent], how)
  expect(trainNetwork([silent, silent], how)).toEqual({ ...trainNetwork([silent], how), embed, out })
  expect(trainNetwork([alone], how).out).not.toEqual(out)
})

test('[B78] nothing to learn from gives a network that answers all the same', () => {
  const { fire, water, police } = ask(trainNetwork([], training), '着火')
  expect(fire + water).toBeCloseTo(1)
  expect(police > 0 && police < 1).toBe(true)
})

test('[B77] each epoch is told', () => {
  const told: number[] = []
  trainNetwork(lessons, { ...training, epochs: 3 }, (epoch) => told.push(epoch))
  expect(told).toEqual([0, 1, 2])
})
