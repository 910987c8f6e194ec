import { expect, test } from 'vitest'
import { BuildingId, CommunityId, GridId } from '../../shared/domain/ids.ts'
import { homeIn, speaksOfHome, type Home } from './home.ts'

const home: Home = {
  label: '太和苑3幢2单元301室',
  place: { point: [120.22, 30.25], building: BuildingId.parse('B1'), grid: GridId.parse('G1'), community: CommunityId.parse('C1') },
  door: { unit: '2', floor: null, room: '301' },
  known: 'registered',
}

test.each(['我家楼下有人打架', '我家被偷了', '家里进水了', '有人在我家门口泼油漆', '我们家隔壁着火', '我住的小区停电了', '快来我家'])(
  '[B69] %s: the caller speaks of home, which is a candidate when it is known',
  (text) => {
    const [found] = homeIn(text, home)
    expect(found).toMatchObject({ label: home.label, place: { building: 'B1' }, why: ['home', 'registered'] })
    expect(found?.place.text).toContain(text.slice(...(found?.span ?? [0, 0])))
    expect(homeIn(text, null)).toEqual([])
  },
)

test.each([
  '他家楼下有人打架',
  '我家人走丢了',
  '朋友家里着火',
  '我家的狗丢了',
  '邻居家里漏水',
  '国家里的事',
  '大家快来',
  '厂家里外都是烟',
  '我儿子家里没人',
])('[B69] %s: that is not where the caller lives', (text) => {
  expect(speaksOfHome(text)).toBe(false)
  expect(homeIn(text, home)).toEqual([])
})

test('[B69] what only earlier matters tell is less sure than what is registered', () => {
  const [registered] = homeIn('我家楼下', home)
  const [earlier] = homeIn('我家楼下', { ...home, known: 'earlier' })
  expect(earlier?.confidence).toBeLessThan(registered?.confidence ?? 0)
  expect(earlier?.confidence).toBeGreaterThanOrEqual(0.45)
})
