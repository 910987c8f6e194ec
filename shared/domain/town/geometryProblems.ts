import { selfCrossing } from '../geo/crossing.ts'
import { areaM2, distanceToAreaM } from '../geo/measure.ts'
import { isInChina, type Point } from '../geo/point.ts'
import type { Problem } from './problem.ts'
import type { Town } from './town.ts'

type Shape = { readonly path: string; readonly points: readonly Point[]; readonly isRing: boolean }

/** Smallest area worth the name, square metres: a kiosk. Less is a ring that folded onto itself. */
const leastAreaM2 = 2

/** How far outside its grid a thing may stand, metres: grids are drawn along road axes, entrances open onto the road. */
const edgeToleranceM = 20

const shapes = (town: Town): readonly Shape[] => [
  { path: 'center', points: [town.center], isRing: false },
  { path: 'boundary', points: town.boundary, isRing: true },
  ...town.communities.map((c, i) => ({ path: `communities[${i}].ring`, points: c.ring, isRing: true })),
  ...town.grids.map((g, i) => ({ path: `grids[${i}].ring`, points: g.ring, isRing: true })),
  ...town.buildings.map((b, i) => ({ path: `buildings[${i}].footprint`, points: b.footprint, isRing: true })),
  ...town.buildings.map((b, i) => ({ path: `buildings[${i}].point`, points: [b.point], isRing: false })),
  ...town.places.map((p, i) => ({ path: `places[${i}].point`, points: [p.point], isRing: false })),
  ...town.waters.map((w, i) =>
    w.shape === 'area'
      ? { path: `waters[${i}].ring`, points: w.ring, isRing: true }
      : { path: `waters[${i}].line`, points: w.line, isRing: false },
  ),
  ...town.greens.map((g, i) => ({ path: `greens[${i}].ring`, points: g.ring, isRing: true })),
  ...town.units.map((u, i) => ({ path: `units[${i}].home`, points: [u.home], isRing: false })),
  { path: 'roads.nodes', points: town.roads.nodes, isRing: false },
]

const outsideChina = ({ path, points }: Shape): readonly Problem[] => {
  const at = points.findIndex((p) => !isInChina(p))
  const p = points[at]
  if (!p) return []
  const isSwapped = isInChina([p[1], p[0]])
  return [
    {
      path: points.length > 1 ? `${path}[${at}]` : path,
      zh: `坐标 ${p[0]}, ${p[1]} 不在中国境内${isSwapped ? '：经度与纬度写反了' : ''}`,
      en: `The position ${p[0]}, ${p[1]} is outside China${isSwapped ? ': longitude and latitude are swapped' : ''}`,
    },
  ]
}

const badRing = ({ path, points, isRing }: Shape): readonly Problem[] => {
  if (!isRing) return []
  const crossing = selfCrossing(points)
  if (crossing) {
    const [i, j] = crossing
    return [{ path, zh: `边线自相交：第 ${i} 边与第 ${j} 边`, en: `The ring crosses itself: side ${i} and side ${j}` }]
  }
  if (areaM2(points) >= leastAreaM2) return []
  return [{ path, zh: `面积不足 ${leastAreaM2} 平方米`, en: `The area is below ${leastAreaM2} square metres` }]
}

const misplaced = (town: Town): readonly Problem[] => {
  const ringOf = new Map<string, readonly Point[]>(town.grids.map((g) => [g.id, g.ring]))
  const things = [
    ...town.buildings.map((b, i) => ({ path: `buildings[${i}].point`, thing: b })),
    ...town.places.map((p, i) => ({ path: `places[${i}].point`, thing: p })),
  ]
  return things.flatMap(({ path, thing }) => {
    const ring = ringOf.get(thing.grid)
    if (!ring || distanceToAreaM(thing.point, ring) <= edgeToleranceM) return []
    const other = town.grids.find((g) => distanceToAreaM(thing.point, g.ring) <= edgeToleranceM)
    return [
      {
        path,
        zh: other ? `“${thing.name}”不在网格 ${thing.grid} 内，而在 ${other.id} 内` : `“${thing.name}”不在任何网格内`,
        en: other ? `“${thing.name}” is not in grid ${thing.grid} but in ${other.id}` : `“${thing.name}” is outside every grid`,
      },
    ]
  })
}

const strayGrids = (town: Town): readonly Problem[] => {
  const ringOf = new Map<string, readonly Point[]>(town.communities.map((c) => [c.id, c.ring]))
  return town.grids.flatMap((g, i) => {
    const ring = ringOf.get(g.community)
    if (!ring) return []
    const outside = g.ring.filter((p) => distanceToAreaM(p, ring) > edgeToleranceM).length
    if (outside * 2 <= g.ring.length) return []
    return [
      {
        path: `grids[${i}].ring`,
        zh: `网格 ${g.id} 大半在社区 ${g.community} 之外`,
        en: `Most of grid ${g.id} is outside community ${g.community}`,
      },
    ]
  })
}

/** Positions outside China, rings that cross themselves or are nothing, things outside their grid, grids outside their community. */
export const geometryProblems = (town: Town): readonly Problem[] => {
  const all = shapes(town)
  return [...all.flatMap(outsideChina), ...all.flatMap(badRing), ...misplaced(town), ...strayGrids(town)]
}
