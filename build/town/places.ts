import type { LandmarkKind } from '../../shared/domain/town/building.ts'
import type { TownFile } from '../../shared/domain/town/town.ts'
import { isInside } from '../../shared/domain/geo/point.ts'
import type { Areas } from './areas.ts'
import { toPoint, type Flat } from './frame.ts'
import { isJoined, type Lattice } from './lattice.ts'
import { acrossStreets, alongStreets, columns, rows } from './streets.ts'

type Landmark = TownFile['places'][number]
type Draft = { readonly name: string; readonly kind: LandmarkKind; readonly flat: Flat; readonly aliases?: readonly string[] }

/** Metro stations at crossings (across, along), with as many exits as given. */
const stations: readonly (readonly [name: string, across: number, along: number, exits: number])[] = [
  ['市民中心站', 4, 3, 4],
  ['太和广场站', 6, 5, 4],
  ['通海路站', 3, 9, 4],
  ['景塘路站', 9, 7, 2],
]

const exits = (net: Lattice): readonly Draft[] =>
  stations.flatMap(([name, across, along, count]) => {
    const [u, v] = net.corner(across, along)
    const corners = (
      [
        [38, 34],
        [-38, 34],
        [-38, -34],
        [38, -34],
      ] as const
    ).slice(0, count)
    return [
      { name: `地铁${name}`, kind: 'station' as const, flat: [u, v] as const, aliases: [name] },
      ...corners.map(([du, dv], n) => {
        const letter = 'ABCD'[n] ?? ''
        return {
          name: `地铁${name}${letter}口`,
          kind: 'metro' as const,
          flat: [u + du, v + dv] as const,
          aliases: [`${name}${letter}出口`, `${name}${letter}口`],
        }
      }),
    ]
  })

const isMain = (class_: string) => class_ === 'primary' || class_ === 'trunk' || class_ === 'secondary'

const isWhole = (across: number, along: number) =>
  !isJoined([along - 1, across - 1], [along - 1, across]) && !isJoined([along - 1, across], [along, across])

const crossings = (net: Lattice): readonly Draft[] =>
  Array.from({ length: (columns + 1) * (rows + 1) }, (_, n) => [n % (columns + 1), Math.floor(n / (columns + 1))] as const).flatMap(
    ([i, j]) => {
      const [across, along] = [acrossStreets[i], alongStreets[j]]
      const isShown = across && along && j > 0 && isMain(across.class) && isMain(along.class) && isWhole(i, j)
      if (!isShown) return []
      return [
        {
          name: `${along.name}与${across.name}路口`,
          kind: 'crossing' as const,
          flat: net.corner(i, j),
          aliases: [`${along.name}${across.name}口`, `${across.name}${along.name}路口`],
        },
      ]
    },
  )

const others: readonly Draft[] = [
  { name: '钱潮露台主平台', kind: 'plaza', flat: [-330, 10], aliases: ['城市阳台主平台', '观潮平台'] },
  { name: '钱潮露台东观景点', kind: 'plaza', flat: [-120, 20], aliases: ['城市阳台东侧'] },
  { name: '钱潮露台西观景点', kind: 'plaza', flat: [-545, 20], aliases: ['城市阳台西侧'] },
  { name: '市民中心南广场', kind: 'plaza', flat: [-330, 150], aliases: ['市民广场', '灯光秀广场'] },
  { name: '钱潮轮渡码头', kind: 'pier', flat: [620, 8], aliases: ['轮渡码头', '水上巴士码头'] },
  { name: '庆安大桥桥头', kind: 'bridge', flat: [-20, 60], aliases: ['庆安大桥北桥头', '庆安桥'] },
  { name: '江堤东段观潮点', kind: 'plaza', flat: [1240, 12], aliases: ['东段观潮点'] },
  { name: '江堤西段观潮点', kind: 'plaza', flat: [-1180, 12], aliases: ['西段观潮点'] },
  { name: '四季公园南门', kind: 'park', flat: [-330, 940] },
  { name: '四季公园北门', kind: 'park', flat: [-330, 1318] },
  { name: '四季公园东门', kind: 'park', flat: [-52, 1120] },
  { name: '运新公园', kind: 'park', flat: [1410, 800] },
  { name: '四季潮服装城东门', kind: 'gate', flat: [-352, 1660], aliases: ['服装市场东门'] },
  { name: '四季潮服装城西门', kind: 'gate', flat: [-932, 1660], aliases: ['服装市场西门'] },
  { name: '四季潮服装城北门', kind: 'gate', flat: [-640, 1738], aliases: ['服装市场北门'] },
  { name: '通海面料市场南门', kind: 'gate', flat: [-640, 1802], aliases: ['面料市场南门'] },
  { name: '江城人民医院急诊入口', kind: 'gate', flat: [895, 1130], aliases: ['医院急诊门口', '120入口'] },
  { name: '江城人民医院正门', kind: 'gate', flat: [770, 940], aliases: ['医院大门'] },
  { name: '太和广场中庭', kind: 'plaza', flat: [150, 800], aliases: ['太和广场喷泉'] },
  { name: '运新客运站上客区', kind: 'station', flat: [1330, 1590], aliases: ['公交总站候车区'] },
  { name: '钱潮小学校门', kind: 'gate', flat: [-1105, 500], aliases: ['钱潮小学门口'] },
  { name: '景塘中学校门', kind: 'gate', flat: [1090, 505], aliases: ['景塘中学门口'] },
]

/** Places that people name on the telephone and that are no building. */
export const places = (net: Lattice, areas: Areas): readonly Landmark[] =>
  [...others, ...exits(net), ...crossings(net)].map(({ name, kind, flat, aliases }, n): Landmark => {
    const point = toPoint(flat)
    const grid = areas.grids.find(({ ring }) => isInside(point, ring))
    return {
      id: `L${String(n + 1).padStart(3, '0')}`,
      name,
      ...(aliases ? { aliases: [...aliases] } : {}),
      kind,
      point,
      grid: grid?.id ?? nearestGrid(areas, point),
    }
  })

/** For a point a step outside, as on an edge crossing: the grid with the nearest corner. */
const nearestGrid = (areas: Areas, point: readonly [number, number]): string => {
  const far = (ring: readonly (readonly [number, number])[]) =>
    Math.min(...ring.map(([lon, lat]) => Math.hypot(lon - point[0], lat - point[1])))
  return areas.grids.toSorted((a, b) => far(a.ring) - far(b.ring))[0]?.id ?? ''
}
