import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewSounds } from '../testing/fewSounds.ts'
import { placeFeatureReader, rowCount } from './placeFeatures.ts'

const read = placeFeatureReader(fewSounds, { ends: '小区 路' })
const rowsAt = (text: string, i: number) => {
  const { perUnit, rows } = read(text)
  return rows.slice(i * perUnit, (i + 1) * perUnit)
}
const sharedAt = (one: string, other: string, i: number) => {
  const [a, b] = [rowsAt(one, i), rowsAt(other, i)]
  return a.filter((row, f) => row === b[f]).length
}

test('[B49] each character of any text has the same number of features, each with a row, the same every time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[小区路住在0-9a， 😀]{0,40}$/)), (text) => {
      const { length, perUnit, rows } = read(text)
      expect(length).toBe(text.length)
      expect(rows).toHaveLength(length * perUnit)
      expect(rows.every((row) => row >= 0 && row < rowCount)).toBe(true)
      expect(read(text).rows).toEqual(rows)
    }),
    { numRuns: 30 },
  )
})

test('[B49] one digit is as good as another, and so is one sign', () => {
  expect(read('住在3幢2单元').rows).toEqual(read('住在8幢7单元').rows)
  expect(read('在桥头，有人').rows).toEqual(read('在桥头。有人').rows)
  expect(read('住在3幢').rows).not.toEqual(read('住在三幢').rows)
})

test('[B49] a misheard character shares its sounds, one that sounds otherwise does not', () => {
  expect(sharedAt('在照桥', '在着桥', 1)).toBeGreaterThan(sharedAt('在楼桥', '在着桥', 1))
})

test('[B49] what stands far away says nothing of a character, what stands beside it does', () => {
  const [near, far] = ['我家在桥头的那个小店里面有人', '我家在桥头的那个小店里面没了']
  expect(rowsAt(near, 2)).toEqual(rowsAt(far, 2))
  expect(rowsAt(near, 11)).not.toEqual(rowsAt(far, 11))
})

test('[B49] a listed word says something beyond its characters', () => {
  const plain = placeFeatureReader(fewSounds, {})
  expect(plain('阳光小区').rows).not.toEqual(read('阳光小区').rows)
  expect(plain('阳光').rows).toEqual(read('阳光').rows)
})
