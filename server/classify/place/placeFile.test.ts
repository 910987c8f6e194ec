import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadModel } from '../model/modelFile.ts'
import { emptyChain, type Chain } from './chain.ts'
import { readChain, writeChain } from './placeFile.ts'

const chainOf = (weights: readonly number[], transitions: readonly number[] = []): Chain => {
  const chain = emptyChain()
  chain.emissions.set(weights, 1_000)
  chain.transitions.set(transitions)
  return chain
}

const file = writeChain(emptyChain())

test.each<[string, readonly number[]]>([
  ['no weights', []],
  ['one', [-3]],
  ['some', [0.1, -0.2, 0.7, 2, -2]],
  ['many', Array.from({ length: 20_000 }, (_, i) => Math.sin(i) * 5)],
  ['one that is far larger than the others', [0.1, -0.2, 0.3, 40]],
])('[B75] a chain is read back within half a step of what was written; one weight in ten thousand may be cut: %s', (_what, weights) => {
  const transitions = [1, -1, 0.25, 3, 4, 5, -6, 7, 1e-3]
  const read = readChain(writeChain(chainOf(weights, transitions)))
  const sizes = weights.map(Math.abs).sort((a, b) => a - b)
  const largest = sizes[Math.floor(0.9999 * (sizes.length - 1))] ?? 1
  expect(read.transitions).toEqual(Float32Array.from(transitions))
  weights.forEach((weight, i) => {
    const kept = Math.max(-largest, Math.min(largest, weight))
    expect(Math.abs(kept - (read.emissions[1_000 + i] as number) * read.scale)).toBeLessThanOrEqual((largest / 127 / 2) * 1.001)
  })
  expect(read.emissions.findIndex((one) => one !== 0)).toBe(
    weights.length === 0 ? -1 : 1_000 + weights.findIndex((one) => Math.abs(one) > largest / 254),
  )
})

test('[B75] what was read and is written again is the same file, wherever it lay in memory', () => {
  const written = writeChain(chainOf([1, -2, 3, 0.5, 3], [1, -1, 0.25]))
  const read = readChain(Buffer.concat([Buffer.alloc(3), written]).subarray(3))
  expect(writeChain(read).equals(written)).toBe(true)
})

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['the beginning alone', Buffer.from('XNP1')],
  ['another format', Buffer.concat([Buffer.from('XNM2'), file.subarray(4)])],
  ['one byte less', file.subarray(0, -1)],
  ['one byte more', Buffer.concat([file, Buffer.alloc(1)])],
  ['a scale that is no number', Buffer.concat([file.subarray(0, 4), Buffer.from([0, 0, 0xc0, 0x7f]), file.subarray(8)])],
  ['a transition without end', Buffer.concat([file.subarray(0, 8), Buffer.from([0, 0, 0x80, 0x7f]), file.subarray(12)])],
])('[B75] refused as no model: %s', (_what, bytes) => {
  expect(() => readChain(bytes)).toThrow(BadModel)
})

test('[B75] random bytes, alone or behind a true beginning, are refused and nothing else happens', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(60), (bytes, kept) => {
      expect(() => readChain(Buffer.from(bytes))).toThrow(BadModel)
      expect(() => readChain(Buffer.concat([file.subarray(0, kept), bytes]))).toThrow(BadModel)
    }),
  )
})

test('[B75] a file whose head is changed is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
      try {
        const { emissions, transitions } = readChain(Buffer.concat([file.subarray(0, 4), bytes, file.subarray(44)]))
        return transitions.every(Number.isFinite) && Number.isFinite(emissions[0])
      } catch (error) {
        return error instanceof BadModel
      }
    }),
    { numRuns: 50 },
  )
})
