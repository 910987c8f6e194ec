import fc from 'fast-check'
import type { Model } from '../model/model.ts'
import type { Input } from '../model/network.ts'

/** Models of a few rows with any weights, for what holds of every model. */
const kinds = ['C01', 'C02', 'P01', 'P02', 'E01'] as const

const floats = (length: number) =>
  fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length }).map((all) => Float32Array.from(all))

/** JSON knows no −0. */
const number = fc.double({ min: -5, max: 5, noNaN: true }).map((one) => one + 0)
const sureness = fc.record({ slope: number, shift: number, threshold: number })

const head = (width: number, answers: number) =>
  fc.record({ bias: floats(width), out: floats(answers * 2 * width), outBias: floats(answers) })

export const someModel: fc.Arbitrary<Model> = fc
  .record({ rows: fc.nat(4), half: fc.nat(2), members: fc.nat(2), kinds: fc.nat(3) })
  .map((less) => ({ rows: less.rows + 1, width: 2 * (less.half + 1), members: less.members + 1, count: less.kinds + 2 }))
  .chain(({ rows, width, members, count }) =>
    fc.record({
      kinds: fc.constant(kinds.slice(0, count)),
      hashes: fc.uniqueArray(fc.integer(), { minLength: rows, maxLength: rows }).map((all) => Int32Array.from(all)),
      width: fc.constant(width),
      members: fc.array(head(width, count + 2), { minLength: members, maxLength: members }),
      scales: floats(rows),
      weights: fc
        .array(fc.integer({ min: -7, max: 7 }), { minLength: rows * width * members, maxLength: rows * width * members })
        .map((all) => Int8Array.from(all)),
      calibration: fc.record({ temperature: fc.double({ min: 0.3, max: 5, noNaN: true }), police: sureness, critical: sureness }),
      origin: fc.record({ seed: fc.integer(), corpus: fc.string(), texts: fc.nat() }),
    }),
  )

/** What a text may bring to a model: some of its rows, each with a strength. */
export const someInput = ({ hashes }: Model): fc.Arbitrary<Input> =>
  fc.array(fc.tuple(fc.nat(hashes.length - 1), fc.float({ min: -2, max: 2, noNaN: true })), { maxLength: 6 }).map((pairs) => ({
    rows: Int32Array.from(pairs, ([row]) => row),
    values: Float32Array.from(pairs, ([, value]) => value),
    places: new Int32Array(0),
  }))
