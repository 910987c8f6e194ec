import { expect, test } from 'vitest'
import { parsePhrases, lonePhraseFinder } from './phrase.ts'

const spans = (notation: string, text: string) => [...lonePhraseFinder(parsePhrases(notation))(text).values()].flat()

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

test('[B19] parts that belong to the same few words are not found over a comma or a long way apart', () => {
  expect(spans('老公+打+我', '我老公又打了我')).toEqual([
    [
      [1, 3],
      [4, 5],
      [6, 7],
    ],
  ])
  expect(spans('老公+打', '老公,打车回来了')).toEqual([])
  expect(spans('老公+打', '老公 打车回来了')).toEqual([])
  expect(spans('老公+打', '老公昨天晚上没打')).toEqual([])
  expect(spans('打|踢+我~血', '踢了我一脚，出血了')).toHaveLength(1)
})

test('[B41] a longer word swallows the shorter one in it, where it stands and nowhere else', () => {
  const wholes = new Map([['烧', ['烧烤', '红烧']]])
  const found = (notation: string, text: string) => [...lonePhraseFinder(parsePhrases(notation), wholes)(text).values()].flat()
  expect(found('烧', '烧烤店的红烧肉')).toEqual([])
  expect(found('烧', '烧烤店烧了')).toEqual([[[3, 4]]])
  expect(found('烧烤 着火', '烧烤店着火')).toHaveLength(2)
  expect(found('扬言~烧', '扬言要烧烤店')).toEqual([])
  expect(found('扬言~烧', '扬言要烧烤店，真的要烧')).toEqual([
    [
      [0, 2],
      [10, 11],
    ],
  ])
})
