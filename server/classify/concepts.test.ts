import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptFinder } from './concepts.ts'
import type { Span } from './phrase.ts'
import type { Surroundings } from './surroundings.ts'
import { wordBook } from './wordBook.ts'

const book = wordBook(new Map([['着火', ['着火点']]]))
const find = conceptFinder({ fire: '着火 失火 起~火', hurt: '受伤 流血', grill: '烧烤' }, book)

/** Surroundings in which these words of the text, where they first stand, are denied, past or staged. */
const around = (text: string, words: { readonly denied?: string; readonly past?: string; readonly staged?: string } = {}): Surroundings => {
  const is = (word: string | undefined) => (span: Span) => word !== undefined && span[0] === text.indexOf(word)
  return { denied: is(words.denied), past: is(words.past), staged: is(words.staged), stagedSpans: [] }
}

const found = (text: string, words?: Parameters<typeof around>[1]) => [...find(book.read(text), around(text, words))].sort()

test('[B48] a thing is named once, in whatever words it is said', () => {
  expect(found('着火了，着火了，真的失火了')).toEqual(['fire'])
  expect(found('起了大火，有人受伤')).toEqual(['fire', 'hurt'])
  expect(found('水管漏水')).toEqual([])
})

test.each([
  [{ denied: '受伤' }, 'hurt:denied'],
  [{ past: '受伤' }, 'hurt:past'],
  [{ staged: '受伤' }, 'hurt:staged'],
  [{ denied: '受伤', past: '受伤', staged: '受伤' }, 'hurt:denied'],
  [{ past: '受伤', staged: '受伤' }, 'hurt:staged'],
])('[B48] what is denied, past or staged is another thing: %j is %s', (words, name) => {
  expect(found('有人受伤', words)).toEqual([name])
})

test('[B48] what is denied here and said there is both', () => {
  expect(found('没有受伤，但是流血了', { denied: '受伤' })).toEqual(['hurt', 'hurt:denied'])
})

test('[B41] a word that is only a part of a longer one names nothing', () => {
  expect(found('找到着火点')).toEqual([])
  expect(found('着火点着火了')).toEqual(['fire'])
})

test('[B48] whatever the text, only things of the list are named', () => {
  const names = ['fire', 'hurt', 'grill'].flatMap((name) => [name, `${name}:denied`, `${name}:past`, `${name}:staged`])
  fc.assert(
    fc.property(fc.stringMatching(/^[着火失起受伤流血烧烤没， ]{0,30}$/), (text) =>
      found(text, { denied: '火', past: '受', staged: '烧' }).every((name) => names.includes(name)),
    ),
  )
})
