import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corpusLine } from './corpusLine.ts'

test('[N11] a line tells kind, others that would do, style, police, life at risk, and where the places stand in the bare text', () => {
  expect(corpusLine('C18|C21\tasr\t10\t嗯⟦钱江路58号⟧这边有车堵住⟦太和广场⟧出口他拿刀了')).toEqual({
    kinds: ['C18', 'C21'],
    style: 'asr',
    policeNeeded: true,
    critical: false,
    text: '嗯钱江路58号这边有车堵住太和广场出口他拿刀了',
    places: [
      [1, 7],
      [13, 17],
    ],
  })
})

test.each([
  ['four-columns', 'C18\tasr\t10'],
  ['four-columns', 'C18\tasr\t10\t有车\t堵住'],
  ['unknown-kind', 'parking\tasr\t10\t有车堵住'],
  ['unknown-kind', 'C18|\tasr\t10\t有车堵住'],
  ['unknown-style', 'C18\tshout\t10\t有车堵住'],
  ['flags', 'C18\tasr\t1\t有车堵住'],
  ['flags', 'C18\tasr\t12\t有车堵住'],
  ['place-marks', 'C18\tasr\t10\t⟦钱江路有车堵住'],
  ['place-marks', 'C18\tasr\t10\t⟦钱江路⟦58号⟧⟧有车堵住'],
  ['empty', 'C18\tasr\t10\t '],
])('[N11] what is wrong is said by name: %s', (flaw, line) => {
  expect(corpusLine(line)).toBe(flaw)
})

test('[N11] wherever places are marked, the marks come out and the words stay', () => {
  const piece = fc.tuple(
    fc.string().filter((text) => !/[⟦⟧\t]/.test(text)),
    fc.string({ minLength: 1 }).filter((text) => !/[⟦⟧\t]/.test(text)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const read = corpusLine(`C18\tasr\t00\t报${pieces.map(([between, place]) => `${between}⟦${place}⟧`).join('')}`)
      if (typeof read === 'string') throw new Error(read)
      expect(read.text).toBe(`报${pieces.flat().join('')}`)
      expect(read.places.map(([start, end]) => read.text.slice(start, end))).toEqual(pieces.map(([, place]) => place))
    }),
  )
})
