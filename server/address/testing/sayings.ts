import type { Point } from '../../../shared/domain/geo/point.ts'
import type { Building } from '../../../shared/domain/town/building.ts'
import { seededRandom } from '../../../shared/domain/seededRandom.ts'
import type { Town } from '../../../shared/domain/town/town.ts'
import { moved } from '../offset.ts'
import { withoutBlock } from '../townRegistry.ts'

/** What somebody says of a place, and where it truly is. */
export type Saying = { readonly text: string; readonly at: Point; readonly form: string }

/** Chance that repeats itself. */
export const dice = (seed: number) => {
  const next = seededRandom(seed)
  return { next, pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T }
}
export type Dice = ReturnType<typeof dice>

const around = [
  (place: string) => `我在${place}，有人打架`,
  (place: string) => `${place}有人晕倒了快来`,
  (place: string) => `喂你好那个${place}这边漏水了`,
  (place: string) => `报警人称${place}一辆电瓶车起火，无人伤`,
  (place: string) => `${place}噪音扰民，请处理`,
]

const numerals = '零一二三四五六七八九'
const inWords = (figure: number): string =>
  figure < 10
    ? (numerals[figure] ?? '')
    : figure < 100
      ? `${figure < 20 ? '' : (numerals[Math.floor(figure / 10)] ?? '')}十${figure % 10 === 0 ? '' : (numerals[figure % 10] ?? '')}`
      : `${figure}`

const ways = [
  ['东', 90],
  ['南', 180],
  ['西', 270],
  ['北', 0],
] as const

/** Characters by their sound, as the table of sounds has them. */
export const soundAlikes = (table: string): ((sign: string) => readonly string[]) => {
  const lines = table.split('\n').map((line) => line.split(' ')[1] ?? '')
  return (sign) => lines.filter((signs) => signs.includes(sign)).flatMap((signs) => [...signs])
}

const replaced = (name: string, at: number, sign: string) => `${name.slice(0, at)}${sign}${name.slice(at + 1)}`

type Facts = { readonly town: Town; readonly alike: (sign: string) => readonly string[]; readonly chance: Dice }

const houseOf = ({ name }: Building) => name.slice(withoutBlock(name).length)
const saidHouse = (building: Building, chance: Dice): string => {
  const figure = Number(/^[0-9]+/.exec(houseOf(building))?.[0] ?? 0)
  if (figure === 0) return houseOf(building)
  return chance.pick([`${figure}幢`, `${figure}号楼`, `${inWords(figure)}幢`, `${figure}栋2单元${chance.pick(['301', '502', '三零一'])}`])
}

const near = (point: Point, chance: Dice, most: number): Point => moved(point, chance.next() * 360, chance.next() * most)

/** Ways to say a place, each with how often it is heard among a hundred. */
const forms: readonly (readonly [
  form: string,
  weight: number,
  say: (facts: Facts, building: Building) => readonly [words: string, at: Point],
])[] = [
  ['house', 22, ({ chance }, one) => [`${withoutBlock(one.name)}${saidHouse(one, chance)}`, one.point]],
  ['estate', 8, (_, one) => [withoutBlock(one.name), one.point]],
  [
    'number',
    14,
    ({ chance }, one) => [
      chance.next() < 0.5 ? one.address : one.address.replace(/[0-9]+/, (figure) => inWords(Number(figure))),
      one.point,
    ],
  ],
  ['number and house', 6, ({ chance }, one) => [`${one.address}${withoutBlock(one.name)}${saidHouse(one, chance)}`, one.point]],
  [
    'same sound',
    12,
    ({ chance, alike }, one) => {
      const estate = withoutBlock(one.name)
      const at = Math.floor(chance.next() * (estate.length - 1))
      return [`${replaced(estate, at, chance.pick(alike(estate[at] ?? '')) ?? estate[at] ?? '')}${saidHouse(one, chance)}`, one.point]
    },
  ],
  [
    'wrong character',
    4,
    ({ chance }, one) => {
      const estate = withoutBlock(one.name)
      const at = Math.floor(chance.next() * (estate.length - 1))
      return [`${replaced(estate, at, chance.pick([...'城北新安仙塘文华金东云山']))}${saidHouse(one, chance)}`, one.point]
    },
  ],
  ['wrong house', 4, ({ chance }, one) => [`${withoutBlock(one.name)}${41 + Math.floor(chance.next() * 40)}幢`, one.point]],
  [
    'landmark',
    10,
    ({ chance, town }) => {
      const mark = chance.pick(town.places)
      return [chance.pick([mark.name, ...mark.aliases]), mark.point]
    },
  ],
  [
    'so many metres',
    6,
    ({ chance }, one) => {
      const [way, bearing] = chance.pick(ways)
      const metres = chance.pick([30, 50, 100, 150])
      return [`${one.name}往${way}${metres}米`, moved(one.point, bearing, metres * (0.8 + chance.next() * 0.4))]
    },
  ],
  ['beside', 8, ({ chance }, one) => [`${one.name}${chance.pick(['旁边', '对面', '斜对面', '附近'])}`, near(one.point, chance, 80)]],
  // Of another town: nothing of this one is meant.
  [
    'elsewhere',
    9,
    ({ chance, town }) => {
      const estate = withoutBlock(chance.pick(town.buildings).name)
      const sign = chance.pick([...'城北新安仙塘文华金东云山桃林福寿光明建设'])
      const foreign =
        chance.next() < 0.4
          ? replaced(estate, Math.floor(chance.next() * 2), sign)
          : `${sign}${chance.pick([...'源丰水泰石'])}${chance.pick(['苑', '里', '小区', '新村'])}`
      return [`${foreign}${1 + Math.floor(chance.next() * 12)}幢`, [0, 0]]
    },
  ],
  [
    'gate',
    3,
    ({ chance }, one) => {
      const [way, bearing] = chance.pick(ways)
      return [`${one.name}${way}${chance.pick(['门', '侧'])}`, moved(one.point, bearing, 15 + chance.next() * 40)]
    },
  ],
]

const total = forms.reduce((sum, [, weight]) => sum + weight, 0)

/** One saying of a town: a place in one of its forms within a sentence, now and then with a second place that it is not. */
export const sayingOf = (facts: Facts): Saying => {
  const { chance, town } = facts
  let left = chance.next() * total
  const [form, , say] = forms.find(([, weight]) => (left -= weight) < 0) ?? forms[0] ?? []
  if (!say) throw new Error('No form')
  const [words, at] = say(facts, chance.pick(town.buildings))
  const other = chance.pick(town.buildings).name
  const second = chance.next()
  if (second < 0.05) return { text: `我是${other}的住户，刚才在${words}看到有人偷车`, at, form: 'two places' }
  if (second < 0.1) return { text: `${words}有人抢包，往${other}方向跑了`, at, form: 'fled' }
  return { text: chance.pick(around)(words), at, form: form ?? '' }
}
