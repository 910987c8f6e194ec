import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Network } from '../model/network.ts'
import { joinMembers } from './joinMembers.ts'

const networkOf = (width: number, embed: readonly number[]): Network => ({
  rows: embed.length / width,
  width,
  answers: 2,
  embed: Float32Array.from(embed),
  bias: new Float32Array(width).fill(embed[0] ?? 0),
  out: new Float32Array(4 * width),
  outBias: new Float32Array(2),
})

const someNetworks = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), width: fc.constantFrom(2, 4), members: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, width, members }) =>
    fc.array(
      fc
        .array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: rows * width, maxLength: rows * width })
        .map((embed) => networkOf(width, embed)),
      { minLength: members, maxLength: members },
    ),
  )

test('[B75] each weight of each member is kept to half a step of its row, in four bits', () => {
  fc.assert(
    fc.property(someNetworks, (networks) => {
      const { width, scales, weights } = joinMembers(networks)
      networks.forEach(({ embed }, m) =>
        embed.forEach((weight, i) => {
          const [row, d] = [Math.floor(i / width), i % width]
          const [scale, kept] = [scales[row] as number, weights[(row * networks.length + m) * width + d] as number]
          expect(Math.abs(kept)).toBeLessThanOrEqual(7)
          expect(Math.abs(weight - kept * scale)).toBeLessThanOrEqual((scale / 2) * 1.0001 + 1e-40)
        }),
      )
    }),
  )
})

test('[B75] what a member makes of its middle is kept as it is', () => {
  const networks = [networkOf(2, [1, 2]), networkOf(2, [3, 4])]
  expect(joinMembers(networks).members).toEqual(networks.map(({ bias, out, outBias }) => ({ bias, out, outBias })))
})

test('[B75] a row that says nothing has no scale, and a model without members is none', () => {
  expect(joinMembers([networkOf(2, [0, 0, 7, -3.5])])).toMatchObject({
    scales: Float32Array.of(0, 1),
    weights: Int8Array.of(0, 0, 7, -3),
  })
  expect(() => joinMembers([])).toThrow()
})
