import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnitId } from '../domain/ids.ts'
import { decodePositions, encodePositions, type Position } from './positions.ts'

const position: fc.Arbitrary<Position> = fc.record({
  unit: fc.stringMatching(/^[A-Z]{1,3}[0-9]{1,5}$/).map((id) => UnitId.parse(id)),
  point: fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  accuracyM: fc.double({ min: 0, max: 100_000, noNaN: true }),
})

test('[W16] positions come out as they went in, to a centimetre and a metre, in order', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 200 }), (positions) => {
      const decoded = decodePositions(encodePositions(positions))
      expect(decoded.map(({ unit, at }) => [unit, at])).toEqual(positions.map(({ unit, at }) => [unit, at]))
      decoded.forEach(({ point, accuracyM }, i) => {
        const { point: was, accuracyM: trust } = positions[i] ?? expect.fail()
        expect(Math.abs(point[0] - was[0])).toBeLessThan(1e-7)
        expect(Math.abs(point[1] - was[1])).toBeLessThan(1e-7)
        expect(Math.abs(accuracyM - Math.min(65_535, trust))).toBeLessThanOrEqual(0.5)
      })
    }),
  )
})

test('[W16] a message that was cut anywhere is thrown away, never read as another', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), fc.nat(), (positions, at) => {
      const whole = encodePositions(positions)
      const cut = at % whole.length
      const ends = positions.map((_, i) => encodePositions(positions.slice(0, i)).length)
      if (ends.includes(cut)) expect(decodePositions(whole.subarray(0, cut)).length).toBe(ends.indexOf(cut))
      else expect(() => decodePositions(whole.subarray(0, cut))).toThrow('in the middle')
    }),
  )
})

test('[W16] a part of a larger buffer is read from where it begins', () => {
  const [one] = fc.sample(position, 1)
  const bytes = encodePositions(one ? [one] : [])
  const larger = new Uint8Array(bytes.length + 7)
  larger.set(bytes, 5)
  expect(decodePositions(larger.subarray(5, 5 + bytes.length))).toEqual(decodePositions(bytes))
})

test('[W16] two thousand units are one message of under 50 kB', () => {
  const many = Array.from({ length: 2_000 }, (_, i): Position => ({
    unit: UnitId.parse(`W${i}`),
    point: [120.2, 30.2],
    at: 1,
    accuracyM: 5,
  }))
  expect(encodePositions(many).length).toBeLessThan(50_000)
})
