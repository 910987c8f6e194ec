import type { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { RosterSpan } from '../../shared/domain/unit/roster.ts'
import type { Vehicle } from '../../shared/domain/unit/unitDefinition.ts'
import { daysAndOneNight, evenings, officeAndOnCall, threeShifts, twoShifts, wholeDays } from './rosters.ts'

/** How the units of one force look; `n` counts within it. */
export type Troop = {
  readonly force: Force
  readonly letter: string
  readonly count: number
  readonly crew: (n: number) => number
  readonly vehicle: (n: number) => Vehicle
  /** What follows or replaces a person's name. */
  readonly call: (n: number, person: string) => string
  readonly skills: (n: number) => readonly string[]
  readonly roster: (n: number) => readonly RosterSpan[]
  /** Building where it waits; without one it waits in its grids. */
  readonly home: readonly string[]
  /** How many grids each answers for; 0 is the whole town. */
  readonly grids: number
}

const cycle =
  <T>(items: readonly T[]) =>
  (n: number): T =>
    items[n % items.length] as T

export const troops: readonly Troop[] = [
  {
    force: 'police',
    letter: 'P',
    count: 40,
    crew: cycle([2, 2, 3, 2]),
    vehicle: cycle(['car', 'ebike', 'car', 'car']),
    call: (n, person) => (n >= 28 ? `交警铁骑${n - 27}组 ${person}` : `巡逻${n + 1}组 ${person}`),
    skills: (n) => (n >= 28 ? ['law', 'traffic'] : n % 4 === 2 ? ['law', 'patrol', 'riot'] : ['law', 'patrol']),
    roster: twoShifts,
    home: ['四季江派出所', '市民中心A座', '运新客运站'],
    grids: 0,
  },
  {
    force: 'grid',
    letter: 'W',
    count: 36,
    crew: () => 1,
    vehicle: cycle(['ebike', 'ebike', 'foot', 'bike']),
    call: (_, person) => person,
    skills: (n) => [
      'visit',
      ...(n % 3 === 0 ? ['mediate'] : []),
      ...(n % 5 === 0 ? ['first-aid'] : []),
      ...(n % 4 === 1 ? ['dialect'] : []),
    ],
    roster: daysAndOneNight,
    home: [],
    grids: 2,
  },
  {
    force: 'urban',
    letter: 'C',
    count: 12,
    crew: cycle([2, 2, 3]),
    vehicle: cycle(['car', 'ebike', 'ebike']),
    call: (n, person) => `执法${n + 1}组 ${person}`,
    skills: (n) => ['street-trade', n % 2 === 0 ? 'parking' : 'waste', ...(n % 3 === 0 ? ['building-works'] : [])],
    roster: threeShifts,
    home: ['四季江街道综合行政执法队', '清潮社区服务中心', '太和广场1幢'],
    grids: 0,
  },
  {
    force: 'emergency',
    letter: 'E',
    count: 9,
    crew: cycle([6, 6, 6, 3]),
    vehicle: cycle(['engine', 'engine', 'engine', 'ebike', 'car', 'ebike']),
    call: (n, person) => (n < 3 ? `消防站${n + 1}班 ${person}` : n < 6 ? `微型消防站${n - 2}组 ${person}` : `江堤防汛${n - 5}组 ${person}`),
    skills: (n) => (n < 3 ? ['fire', 'rescue-height', 'rescue-traffic'] : n < 6 ? ['fire', 'evacuate'] : ['rescue-water', 'flood']),
    roster: wholeDays,
    home: ['四季江消防救援站', '四季潮服装城一区', '钱潮露台'],
    grids: 0,
  },
  {
    force: 'mediator',
    letter: 'T',
    count: 9,
    crew: () => 1,
    vehicle: cycle(['ebike', 'foot', 'car']),
    call: (n, person) => (n % 3 === 2 ? `${person}律师` : `和事佬 ${person}`),
    skills: (n) => ['mediate', ...['family', 'labour', 'law-advice', 'neighbours', 'consumer', 'law-advice'].slice(n % 6, (n % 6) + 1)],
    roster: officeAndOnCall,
    home: ['四季江街道综治中心'],
    grids: 0,
  },
  {
    force: 'market',
    letter: 'M',
    count: 8,
    crew: () => 2,
    vehicle: cycle(['car', 'ebike']),
    call: (n, person) => `市监${n + 1}组 ${person}`,
    skills: (n) => ['consumer', 'food', 'lift-safety', 'price'].slice(n % 4, (n % 4) + 1),
    roster: officeAndOnCall,
    home: ['四季江市场监管所', '通海面料市场A馆'],
    grids: 0,
  },
  {
    force: 'utility',
    letter: 'U',
    count: 9,
    crew: () => 2,
    vehicle: () => 'car',
    call: (n, person) => `${cycle(['供水', '燃气', '供电', '电梯'])(n)}抢修 ${person}`,
    skills: (n) => [cycle(['water', 'gas', 'power', 'lift'])(n)],
    roster: wholeDays,
    home: ['清潮变电站', '清潮社区服务中心', '北塘物流园1号库'],
    grids: 0,
  },
  {
    force: 'medical',
    letter: 'J',
    count: 8,
    crew: cycle([3, 3, 3, 1]),
    vehicle: cycle(['car', 'car', 'car', 'ebike']),
    call: (n, person) => (n % 4 === 3 ? `社区急救员 ${person}` : `120急救${n + 1}车 ${person}`),
    skills: (n) => (n % 4 === 3 ? ['first-aid', 'aed'] : ['ambulance', 'first-aid', 'aed']),
    roster: twoShifts,
    home: ['江城人民医院急诊中心', '江城人民医院急诊中心', '江城人民医院急诊中心', '清潮社区卫生服务站'],
    grids: 0,
  },
  {
    force: 'volunteer',
    letter: 'V',
    count: 14,
    crew: cycle([1, 2, 4]),
    vehicle: cycle(['foot', 'ebike', 'bike']),
    call: (n, person) => `${cycle(['义警', '红领', '潮城骑手'])(n)} ${person}`,
    skills: (n) => (n % 3 === 2 ? ['courier', 'first-aid'] : ['patrol', 'crowd']),
    roster: evenings,
    home: [],
    grids: 2,
  },
  {
    force: 'property',
    letter: 'Y',
    count: 14,
    crew: cycle([2, 3]),
    vehicle: () => 'foot',
    call: (_, person) => person,
    skills: (n) => ['keys', ...(n % 2 === 0 ? ['lift'] : ['fire'])],
    roster: twoShifts,
    home: ['compound'],
    grids: 1,
  },
]
