import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewSounds } from '../testing/fewSounds.ts'
import { hashOf } from './hash.ts'
import { textReader } from './runs.ts'

const read = textReader(fewSounds)
const hashes = (text: string) => new Set(read(text).hashes)
const shared = (one: string, other: string) => [...hashes(one)].filter((hash) => hashes(other).has(hash)).length

const words = fc.stringMatching(/^[着火伤刀人在楼0-9，。 a-z😀]{0,40}$/)

test('[B45] the runs of a text are its words of one to four characters, each where it stands', () => {
  const { hashes, starts, ends } = read('楼下着火')
  const at = (word: string) => [...hashes.keys()].filter((i) => hashes[i] === hashOf(word, 1)).map((i) => [starts[i], ends[i]])
  expect(at('着火')).toEqual([[2, 4]])
  expect(at('楼')).toEqual([[0, 1]])
  expect(at('楼下着火')).toEqual([[0, 4]])
  expect(at('着火了')).toEqual([])
})

test.each([
  ['住在5楼', '住在7楼', true],
  ['住在12楼', '住在3045楼', true],
  ['住在5楼', '住在12楼', false],
])('[B45] numbers are told apart by their length alone: %s and %s', (one, other, alike) => {
  expect([...read(one).hashes].join() === [...read(other).hashes].join()).toBe(alike)
})

test.each([
  ['着火，快来', '着火。快来', true],
  ['着火，快来', '着火 —— 快来', true],
  ['着火快来！', '，着火快来', true],
  ['着火，快来', '着火快来', false],
])('[B45] a sign between words is like any other: %s and %s', (one, other, alike) => {
  expect([...read(one).hashes].join() === [...read(other).hashes].join()).toBe(alike)
})

test('[B45] a sign alone is no word: nothing and mere signs are read as nothing', () => {
  expect(['', '。', '，，  ！'].map((text) => read(text).hashes.length)).toEqual([0, 0, 0])
})

test('[B45] a misheard word shares its sound with the one that was said, and none of its characters', () => {
  expect(shared('照伙', '着火')).toBeGreaterThan(0)
  expect(shared('照', '着')).toBeGreaterThan(0)
  expect(shared('楼梯', '着火')).toBe(0)
  expect(hashes('照伙')).not.toContain(hashOf('着火', 1))
})

test('[B45] every run stands in the text that was given, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      const { starts, ends, length } = read(text)
      expect(length).toBe(text.length)
      starts.forEach((start, i) => {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(ends[i]).toBeGreaterThan(start)
        expect(ends[i]).toBeLessThanOrEqual(text.length)
      })
    }),
  )
})

test('[B45] what stands behind the first 1,200 characters is not read', () => {
  const long = '楼下着火了，快来人。'.repeat(120)
  const longer = read(`${long}有人受伤`)
  expect(longer.length).toBe(1_200)
  expect(longer).toEqual(read(long))
})

test('[B44] a text is read the same every time', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const first = read(one)
      read(other)
      expect(read(one)).toEqual(first)
    }),
  )
})
