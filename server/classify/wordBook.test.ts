import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordBook } from './wordBook.ts'

test('[B41] a word has one number in all lists, and is found wherever it stands', () => {
  const book = wordBook()
  const fire = book.numberOf('着火')
  expect(book.numberOf('着火')).toBe(fire)
  const read = book.read('着火了，又着火了')
  expect([...(read.everywhere.get(fire) ?? [])]).toEqual([0, 5])
})

test('[B41] a longer word swallows a shorter one for the lists that ask so, and for no others', () => {
  const book = wordBook(new Map([['烧', ['烧烤']]]))
  const burns = book.numberOf('烧')
  const whole = book.list([[burns]], false)
  const inside = book.list([[burns]], true)
  const began = (text: string) => [whole(book.read(text)).length, inside(book.read(text)).length]
  expect(began('烧烤')).toEqual([0, 1])
  expect(began('烧烤店烧了')).toEqual([1, 1])
  expect(began('水管')).toEqual([0, 0])
})

test('[B41] each list is told its own things, and words given after a text was read are found in the next', () => {
  const book = wordBook()
  const water = book.list([[book.numberOf('水')], [book.numberOf('漏'), book.numberOf('淌')]], false)
  expect(water(book.read('漏水'))).toEqual([1, 0])
  const dogs = book.list([[book.numberOf('狗')]], false)
  const read = book.read('狗在淌水的路上')
  expect([dogs(read), water(read)]).toEqual([[0], [1, 0]])
})

test('[B19] a sentence and a clause end at the first sign at or after a place, or with the text', () => {
  const { ends } = wordBook().read('水,电。好')
  expect([...ends.clause]).toEqual([1, 1, 3, 3, 5, 5])
  expect([...ends.sentence]).toEqual([3, 3, 3, 3, 5, 5])
})

test('[B41] whatever the text and the longer words, what is whole is everywhere, and all of it stands there', () => {
  const words = ['火', '着火', '火车', '着火点', '水火']
  const book = wordBook(new Map([['火', ['火车', '水火']]]))
  const numbers = words.map(book.numberOf)
  fc.assert(
    fc.property(fc.stringMatching(/^[着火车水点]{0,20}$/), (text) => {
      const { everywhere, whole } = book.read(text)
      words.forEach((word, i) => {
        const offsets = everywhere.get(numbers[i] as number) ?? []
        expect(offsets.every((at) => text.startsWith(word, at))).toBe(true)
        expect((whole.get(numbers[i] as number) ?? []).every((at) => offsets.includes(at))).toBe(true)
      })
    }),
  )
})

test('[B41] it is told where a longer word stands that swallowed one, and only there', () => {
  const book = wordBook(new Map([['砍', ['砍伐']]]))
  book.list([[book.numberOf('砍')]], false)
  expect(book.read('树被砍伐，人被砍').swallowers).toEqual([[2, 4]])
  expect(book.read('人被砍').swallowers).toEqual([])
})
