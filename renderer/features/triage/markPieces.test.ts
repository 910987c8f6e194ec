import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markPieces } from './markPieces.ts'

test('[C8] the words that decided are marked where they stand', () => {
  expect(markPieces('有人拿刀砍人', [{ start: 2, end: 4, tone: 'danger' }])).toEqual([
    { text: '有人', tone: null },
    { text: '拿刀', tone: 'danger' },
    { text: '砍人', tone: null },
  ])
})

test('[C8] where marks overlap the graver one is seen', () => {
  const marks = [
    { start: 0, end: 4, tone: 'place' as const },
    { start: 2, end: 4, tone: 'danger' as const },
  ]
  expect(markPieces('门口拿刀', marks).map(({ tone }) => tone)).toEqual(['place', 'danger'])
})

test('[C8] whatever the marks, the pieces joined are the caller’s words', () => {
  const tone = fc.constantFrom('danger', 'police', 'kind', 'place', 'harmless')
  const mark = fc.record({ start: fc.nat(40), end: fc.nat(60), tone })
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(mark, { maxLength: 12 }), (text, marks) => {
      expect(
        markPieces(text, marks as never)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
