import { expect, test } from 'vitest'
import { homePlaceText, placeForOthers } from './homePlace.ts'

test('[B70] of a home others see no more than the caller said of it; other places they see whole', () => {
  for (const said of ['我家楼下', '家里', '自己家门口', '我们家隔壁'])
    expect(placeForOthers(homePlaceText('太和苑3幢2单元301室', said))).toBe(said)
  for (const text of ['', '太和苑3幢', '太和广场（东门）', '我家楼下']) expect(placeForOthers(text)).toBe(text)
})
