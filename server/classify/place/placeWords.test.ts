import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWordReader } from './placeWords.ts'

const read = placeWordReader({ ends: '小区 路 路口', before: '在 住在' })
const rows = (text: string) => {
  const { ending, beginning, across } = read(text)
  return { ending: [...ending].join(''), beginning: [...beginning].join(''), across: [...across].join('') }
}

test('[B49] a listed word is told where it begins, where it ends, and between its characters', () => {
  expect(rows('我住在小区')).toEqual({ ending: '00201', beginning: '02210', across: '00201' })
})

test('[B49] of two words that begin or end together the longer is told', () => {
  const { ending, beginning } = placeWordReader({ short: '路 口', long: '路口' })('路口')
  expect([[...beginning], [...ending]]).toEqual([
    [2, 1],
    [1, 2],
  ])
})

test('[B49] a word that stands in two lists belongs to the first, and an empty list says nothing', () => {
  const { ending } = placeWordReader({ none: '', one: '桥', two: '桥 塔' })('桥塔')
  expect([...ending]).toEqual([2, 3])
})

test('[B49] whatever the text, one sort a character', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[小区路口住在a😀]{0,30}$/), (text) => {
      const { ending, beginning, across } = read(text)
      for (const one of [ending, beginning, across]) {
        expect(one).toHaveLength(text.length)
        expect(one.every((sort) => sort <= 2)).toBe(true)
      }
    }),
  )
})
