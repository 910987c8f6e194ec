import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import { spanScores, type SpanPair } from './spanScores.ts'

const f1 = (pairs: readonly SpanPair[]) => {
  const { exact, byCharacter } = spanScores(pairs, seededRandom(1))
  return [exact.value, byCharacter.value]
}

test.each<[string, readonly SpanPair[], number, number]>([
  ['the very words', [{ said: '桥头路3号', right: '桥头路3号' }], 1, 1],
  [
    'none said where none is',
    [
      { said: '', right: '' },
      { said: '桥头', right: '桥头' },
    ],
    1,
    1,
  ],
  ['cut short', [{ said: '桥头路', right: '桥头路3号' }], 0, 0.75],
  ['too much', [{ said: '在桥头路', right: '桥头路' }], 0, 6 / 7],
  [
    'one of two found',
    [
      { said: '桥头', right: '桥头' },
      { said: '', right: '路口' },
    ],
    2 / 3,
    2 / 3,
  ],
  [
    'one found where none is',
    [
      { said: '桥头', right: '桥头' },
      { said: '路口', right: '' },
    ],
    2 / 3,
    2 / 3,
  ],
  ['another place', [{ said: '桥头', right: '路口' }], 0, 0],
  ['the longest run that both have counts, not scattered characters', [{ said: '东门桥', right: '东路门路桥' }], 0, 2 / 8],
])('[B79] places: %s', (_what, pairs, exact, byCharacter) => {
  const [whole, characters] = f1(pairs)
  expect(whole).toBeCloseTo(exact, 6)
  expect(characters).toBeCloseTo(byCharacter, 6)
})

test('[B79] where no place is said and none is found, there is no figure', () => {
  expect(f1([{ said: '', right: '' }])).toEqual([NaN, NaN])
  expect(f1([])).toEqual([NaN, NaN])
})

test('[B79] the same pairs and seed give the same interval', () => {
  const pairs = Array.from({ length: 30 }, (_, i) => ({ said: i % 3 === 0 ? '桥头' : '桥', right: '桥头' }))
  expect(spanScores(pairs, seededRandom(4))).toEqual(spanScores(pairs, seededRandom(4)))
})
