import { expect, test } from 'vitest'
import { TownId, WallId } from '../../shared/domain/ids.ts'
import { wallBook } from './wallBook.ts'

const [here, there] = [TownId.parse('siji'), TownId.parse('jiubao')]
const [wall, other] = [WallId.parse('wall-1'), WallId.parse('wall-2')]

const aBook = () => {
  let now = 100
  const told: TownId[] = []
  const book = wallBook(() => now)
  book.onChange((town) => told.push(town))
  return { book, told, setNow: (instant: number) => void (now = instant) }
}

test('[V16] a wall is up since its first screen came, and away since its last one went; towns do not mix', () => {
  const { book, setNow } = aBook()
  expect(book.of(here)).toEqual([])
  book.hang('one', here, wall)
  setNow(200)
  book.hang('two', here, wall)
  expect(book.of(here)).toEqual([{ wall, screens: 2, since: 100 }])
  book.leave('one')
  expect(book.of(here)).toEqual([{ wall, screens: 1, since: 100 }])
  setNow(300)
  book.leave('two')
  expect(book.of(here)).toEqual([{ wall, screens: 0, since: 300 }])
  expect(book.of(there)).toEqual([])
})

test('[V16] a screen is of one wall at most, and whoever listens is told of changes alone', () => {
  const { book, told, setNow } = aBook()
  book.hang('one', here, null)
  book.leave('one')
  expect(told).toEqual([])
  book.hang('one', here, wall)
  book.hang('one', here, wall)
  expect(told).toEqual([here])
  setNow(200)
  book.hang('one', here, other)
  expect(book.of(here)).toEqual([
    { wall, screens: 0, since: 200 },
    { wall: other, screens: 1, since: 200 },
  ])
  book.hang('one', here, null)
  book.leave('one')
  expect(book.of(here).map(({ screens }) => screens)).toEqual([0, 0])
  expect(told).toEqual([here, here, here])
})
