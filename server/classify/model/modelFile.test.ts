import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someModel } from '../testing/someModel.ts'
import type { Model } from './model.ts'
import { BadModel, readModel, writeModel } from './modelFile.ts'

const model: Model = {
  kinds: ['C01', 'P01'],
  hashes: Int32Array.of(-5, 7, 2 ** 31 - 1),
  width: 2,
  members: [{ bias: Float32Array.of(1, 2), out: new Float32Array(16).fill(0.25), outBias: Float32Array.of(1, 2, 3, 4) }],
  scales: Float32Array.of(0.5, 0, 2),
  weights: Int8Array.of(-7, 7, 0, 1, -1, 3),
  calibration: { temperature: 1.5, police: { slope: 1, shift: 0, threshold: 0.5 }, critical: { slope: 2, shift: -1, threshold: 0.25 } },
  origin: { seed: 1, corpus: '语料', texts: 3 },
}
const file = writeModel(model)
const headerEnd = 8 + file.readUInt32LE(4)

/** The file with another header in front of the same numbers. */
const withHeader = (change: (header: Record<string, unknown>) => unknown): Buffer => {
  const written = Buffer.from(JSON.stringify(change(JSON.parse(file.toString('utf8', 8, headerEnd)) as Record<string, unknown>)))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(written.length)
  return Buffer.concat([Buffer.from('XNM2'), length, written, file.subarray(headerEnd)])
}

const changed = (change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(file)
  change(copy)
  return copy
}

test('[B75] what is read is what was written', () => {
  fc.assert(
    fc.property(someModel, (one) => {
      expect(readModel(writeModel(one))).toEqual(one)
    }),
  )
})

test('[B75] a file is read wherever it lies in memory', () => {
  for (const shift of [1, 2, 3]) expect(readModel(Buffer.concat([Buffer.alloc(shift), file]).subarray(shift))).toEqual(model)
})

describe('[B75] refused as no model', () => {
  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['another format', changed((copy) => copy.write('XNP1'))],
    ['the format before', changed((copy) => copy.write('XNM1'))],
    ['one byte less', file.subarray(0, -1)],
    ['one byte more', Buffer.concat([file, Buffer.alloc(1)])],
    ['cut off in the header', file.subarray(0, 30)],
    ['a header longer than the file', changed((copy) => copy.writeUInt32LE(2 ** 32 - 1, 4))],
    ['a header that ends too soon', changed((copy) => copy.writeUInt32LE(20, 4))],
    ['a header of no length', changed((copy) => copy.writeUInt32LE(0, 4))],
    ['a header that is no JSON', changed((copy) => copy.write('{{', 8))],
    ['a header that is null', withHeader(() => null)],
    ['more rows than are there', withHeader((header) => ({ ...header, rows: 4 }))],
    ['no rows', withHeader((header) => ({ ...header, rows: 0 }))],
    ['an odd width', withHeader((header) => ({ ...header, width: 3 }))],
    ['more members than are there', withHeader((header) => ({ ...header, members: 2 }))],
    ['a kind that is none', withHeader((header) => ({ ...header, kinds: ['C01', 'nothing'] }))],
    ['a kind too few', withHeader((header) => ({ ...header, kinds: ['C01'] }))],
    ['no temperature', withHeader((header) => ({ ...header, calibration: { ...model.calibration, temperature: 0 } }))],
    ['no calibration', withHeader(({ rows, width, kinds, members, origin }) => ({ rows, width, kinds, members, origin }))],
    ['a scale that is no number', changed((copy) => copy.writeFloatLE(NaN, headerEnd + 4 * 3))],
    ['a weight without end', changed((copy) => copy.writeFloatLE(Infinity, headerEnd + 4 * 6))],
  ])('%s', (_what, bytes) => expect(() => readModel(bytes)).toThrow(BadModel))
})

const isReadOrRefused = (bytes: Buffer) => {
  try {
    return readModel(bytes).hashes.length > 0
  } catch (error) {
    return error instanceof BadModel
  }
}

test('[B75] random bytes, alone or behind a true beginning, are refused and nothing else happens', () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one))
  fc.assert(
    fc.property(bytes, (one) => {
      expect(() => readModel(one)).toThrow(BadModel)
    }),
  )
  fc.assert(fc.property(bytes, (one) => isReadOrRefused(Buffer.concat([Buffer.from('XNM2'), one]))))
  fc.assert(fc.property(bytes, fc.nat(file.length), (one, kept) => isReadOrRefused(Buffer.concat([file.subarray(0, kept), one]))))
})

test('[B75] a file with any of its bytes changed is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) =>
      isReadOrRefused(changed((copy) => changes.forEach(([at, byte]) => copy.writeUInt8(byte, at)))),
    ),
    { numRuns: 1_000 },
  )
})
