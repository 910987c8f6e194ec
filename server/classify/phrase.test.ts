import { expect, test } from 'vitest'
import { parsePhrases, phraseFinder } from './phrase.ts'

const spans = (notation: string, text: string) => [...phraseFinder(parsePhrases(notation))(text).values()].flat()

test('[B19] the parts of a phrase follow each other within a clause, and the later word is tried when the nearest leads nowhere', () => {
  expect(spans('车|电瓶车~撞|碰', '电瓶车把人撞了')).toContainEqual([
    [0, 3],
    [5, 6],
  ])
  expect(spans('车~撞', '撞了车')).toEqual([])
  expect(spans('车~撞', '车停着。撞了人')).toEqual([])
  expect(spans('车~撞', `车${'，那个'.repeat(8)}撞`)).toEqual([])
  expect(spans('牌~晃|断~人', '牌断掉一半，风一来一直在晃，下面有人')).toHaveLength(1)
})
