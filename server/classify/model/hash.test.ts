import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashEnd, hashOf, hashStart, hashStep } from './hash.ts'

test('[B45] hashes end as MurmurHash3 does, so that a model that was learnt elsewhere reads the same rows', () => {
  expect([0, 1, 2].map((one) => hashEnd(one) >>> 0)).toEqual([0, 0x514e28b7, 0x30f4c306])
})

test('[B45] the hash of a name is that of its units step by step, a signed number of 32 bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(200), (name, family) => {
      const units = Array.from({ length: name.length }, (_, i) => name.charCodeAt(i))
      const hash = hashOf(name, family)
      expect(hash).toBe(hashEnd(units.reduce(hashStep, hashStart(family))))
      expect(hash | 0).toBe(hash)
    }),
  )
})

test('[B45] the same name in two families is two features, and of a hundred thousand names next to none share a hash', () => {
  expect(hashOf('着火', 1)).not.toBe(hashOf('着火', 2))
  const names = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode(0x4e00 + (i % 317), 0x4e00 + Math.floor(i / 317)))
  const hashes = new Set(names.map((name) => hashOf(name, 1)))
  expect(names.length - hashes.size).toBeLessThan(10)
})
