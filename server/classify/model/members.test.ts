import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someInput, someModel } from '../testing/someModel.ts'
import { membersReader } from './members.ts'
import type { Model } from './model.ts'
import { answer, gather, scratchOf, type Input } from './network.ts'
import { toProbabilities } from './toProbabilities.ts'

/** The page of `network.ts` word for word, in doubles and without haste. */
const naive = ({ kinds, width, members, scales, weights }: Model, { rows, values }: Input): readonly number[] => {
  const each = members.map(({ bias, out, outBias }, m) => {
    const z = [...bias].map((one, d) =>
      [...rows].reduce(
        (sum, row, i) =>
          sum + (values[i] as number) * (scales[row] as number) * (weights[(row * members.length + m) * width + d] as number),
        one,
      ),
    )
    const middle = [...z.map((one) => Math.max(one, 0)), ...z]
    const sums = [...outBias].map((one, k) => middle.reduce((sum, value, d) => sum + value * (out[k * 2 * width + d] as number), one))
    const most = Math.max(...sums.slice(0, kinds.length))
    const raised = sums.slice(0, kinds.length).map((one) => Math.exp(one - most))
    const total = raised.reduce((a, b) => a + b)
    return [...raised.map((one) => one / total), ...sums.slice(kinds.length).map((one) => 1 / (1 + Math.exp(-one)))]
  })
  return Array.from({ length: kinds.length + 2 }, (_, k) => each.reduce((sum, one) => sum + (one[k] as number), 0) / each.length)
}

const modelAndInput = someModel.chain((model) => fc.tuple(fc.constant(model), someInput(model)))

test('[B44] the members together say the mean of what each says alone', () => {
  fc.assert(
    fc.property(modelAndInput, ([model, input]) => {
      const { means } = membersReader(model)(input)
      naive(model, input).forEach((value, k) => expect(means[k]).toBeCloseTo(value, 2))
    }),
  )
})

test('[B44] the members answer the same again, whatever they were asked in between', () => {
  fc.assert(
    fc.property(
      someModel.chain((model) => fc.tuple(fc.constant(model), someInput(model), someInput(model))),
      ([model, one, other]) => {
        const read = membersReader(model)
        const first = read(one)
        read(other)
        expect(read(one)).toEqual(first)
      },
    ),
  )
})

const network = {
  rows: 2,
  width: 2,
  answers: 1,
  embed: Float32Array.of(1, -1, 2, 4),
  bias: Float32Array.of(0.5, 0.25),
  out: Float32Array.of(10, 20, 1, 2),
  outBias: Float32Array.of(7),
}
const input = { rows: Int32Array.of(0, 1), values: Float32Array.of(1, 0.5), places: new Int32Array(0) }

test('[B44] a member adds up its features, bends them and adds up again', () => {
  const scratch = scratchOf(network)
  gather(network, { ...input, values: Float32Array.of(1, 0) }, scratch.z, null)
  expect([...scratch.z]).toEqual([1.5, -0.75])
  answer(network, scratch, null)
  expect([...scratch.answers]).toEqual([7 + 10 * 1.5 + 20 * 0 + 1 * 1.5 + 2 * -0.75])
})

test('[B77] while it learns, what is left out counts for nothing and the rest for more', () => {
  const scratch = scratchOf(network)
  gather(network, input, scratch.z, Float32Array.of(0, 2))
  expect([...scratch.z]).toEqual([2.5, 4.25])
  answer(network, scratch, Float32Array.of(0, 2, 0, 0))
  expect([...scratch.answers]).toEqual([7 + 20 * 2 * 4.25])
})

test('[B44] sums of any size become probabilities', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 9 }), (sums) => {
      const all = Float32Array.from(sums)
      toProbabilities(all, sums.length - 2)
      expect(all.subarray(0, -2).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4)
      all.forEach((one) => expect(one >= 0 && one <= 1).toBe(true))
    }),
  )
})
