import { expect, test } from 'vitest'
import { TownId, WallId } from '../../shared/domain/ids.ts'
import { wallBook } from './wallBook.ts'

const [here, there] = [TownId.parse('siji'), TownId.parse('jiubao')]
const wall = WallId.parse('wall-1')

test('[V16] a wall is up since its first screen came, and away since its last one went; towns do not mix', () => {
  let now = 100
  const book = wallBook(() => now)
  expect(book.of(here)).toEqual([])
  book.join(here, wall)
  now = 200
  book.join(here, wall)
  expect(book.of(here)).toEqual([{ wall, screens: 2, since: 100 }])
  book.leave(here, wall)
  expect(book.of(here)).toEqual([{ wall, screens: 1, since: 100 }])
  now = 300
  book.leave(here, wall)
  expect(book.of(here)).toEqual([{ wall, screens: 0, since: 300 }])
  expect(book.of(there)).toEqual([])
})
