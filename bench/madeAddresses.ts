import type { AddressRow } from '../server/address/addressRow.ts'
import { seededRandom } from '../shared/domain/seededRandom.ts'

const stems = [
  ...'江河湖海山石林松竹梅兰菊荷莲桂杏桃李柳枫云月星晨晓春夏秋冬清明和平安康福寿德仁义礼智信文武金银玉珠翠碧青红紫白景华盛丰瑞祥庆望观听闻潮浪涛波泉溪塘湾桥岸渡鹤凤龙马鹿燕鹭',
]
const roadEnds = ['路', '街', '大道', '巷', '弄', '东路', '西路', '北街']
const estateEnds = ['苑', '花园', '小区', '公寓', '家园', '新村', '里', '府', '名邸', '雅居', '华庭', '大厦']

const blocks = 12
const units = 3
const storeys = 7
const doors = 2
/** Addresses of one estate: houses × stairs × doors. */
export const perEstate = blocks * units * storeys * doors

/** One estate of the made city, with the road and number that it lies at. */
export type MadeEstate = {
  readonly name: string
  readonly road: string
  readonly number: number
  readonly point: readonly [number, number]
}

const pick = <T>(items: readonly T[], chance: () => number): T => items[Math.floor(chance() * items.length)] as T

/** Names drawn without one twice, until there are so many. */
const namesOf = (count: number, ends: readonly string[], chance: () => number): readonly string[] => {
  const names = new Set<string>()
  while (names.size < count) names.add(`${pick(stems, chance)}${pick(stems, chance)}${pick(ends, chance)}`)
  return [...names]
}

/** The estates of a city of so many addresses: eight of them along each road. */
export const madeEstates = (addresses: number, seed: number): readonly MadeEstate[] => {
  const chance = seededRandom(seed)
  const count = Math.ceil(addresses / perEstate)
  const roads = namesOf(Math.ceil(count / 8), roadEnds, chance)
  return namesOf(count, estateEnds, chance).map((name, i) => ({
    name,
    road: roads[Math.floor(i / 8)] ?? '',
    number: (i % 8) * 10 + 2 + Math.floor(chance() * 8),
    point: [120 + chance() * 0.5, 30 + chance() * 0.4],
  }))
}

/** Every address of an estate, as lines of a register. */
export function* addressesOf(estate: MadeEstate): Generator<AddressRow> {
  const { name, road, number, point } = estate
  for (let block = 1; block <= blocks; block++) {
    const at = [point[0] + block * 0.0003, point[1]] as const
    for (let unit = 1; unit <= units; unit++) {
      for (let storey = 1; storey <= storeys; storey++) {
        for (let door = 1; door <= doors; door++) {
          const room = `${storey}0${door}`
          yield {
            community: '',
            road,
            number: `${number}号`,
            estate: name,
            building: `${block}幢`,
            unit: `${unit}`,
            room,
            point: at,
          }
        }
      }
    }
  }
}
