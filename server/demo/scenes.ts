import { distanceM, type Point } from '../../shared/domain/geo/point.ts'
import type { BuildingId } from '../../shared/domain/ids.ts'
import type { Scene, Slot } from '../../shared/domain/narrative/narrative.ts'
import type { Building, BuildingKind, Landmark, LandmarkKind } from '../../shared/domain/town/building.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Chance } from './chance.ts'

/** Where a narrative happens: what callers may name, and where it really is. */
export type Setting = {
  readonly point: Point
  readonly building: BuildingId | null
  /** As a caller or another system writes the place. */
  readonly words: string
  readonly slots: Readonly<Record<Slot, string>>
}

const buildingsFor: Readonly<Record<Scene, readonly BuildingKind[]>> = {
  residential: ['residential'],
  office: ['office', 'industrial'],
  market: ['market'],
  mall: ['mall', 'hotel', 'market'],
  school: ['school'],
  street: [],
  river: [],
  metro: [],
  any: ['residential', 'office', 'market', 'mall', 'hotel', 'hospital', 'station'],
}

const landmarksFor: Readonly<Record<Scene, readonly LandmarkKind[]>> = {
  residential: [],
  office: [],
  market: ['gate'],
  mall: ['plaza'],
  school: [],
  street: ['crossing', 'plaza', 'gate', 'bridge'],
  river: ['plaza', 'pier', 'bridge', 'park'],
  metro: ['metro'],
  any: ['crossing', 'park'],
}

/** Shops that are not there: no real sign is blamed for anything. */
const shops = ['阿六烧烤', '江边小馆', '春风便利店', '好再来面馆', '云锦布行', '潮汐奶茶', '老兵理发', '四季水果', '新丝路服饰', '晨光文具']

const surnames = ['王', '李', '张', '陈', '沈', '徐', '周', '俞', '赵', '吴', '郑', '孙', '章', '胡', '傅']

const nearest = <T extends { readonly point: Point }>(among: readonly T[], point: Point): T | undefined =>
  among.reduce<T | undefined>((best, one) => (best && distanceM(best.point, point) <= distanceM(one.point, point) ? best : one), undefined)

const roadOf = (address: string) => /^(.+?[路街道巷弄])/.exec(address)?.[1] ?? address

/** A caller's name as it is given on the telephone. */
export const callerName = (chance: Chance): string => `${chance.pick(surnames)}${chance.pick(['先生', '女士', '女士', '师傅', '阿姨'])}`

/** Never a real number: the block 1380000 is used in the whole product's examples. */
export const callerPhone = (chance: Chance): string => `1380000${String(Math.floor(chance.between(0, 10_000))).padStart(4, '0')}`

/** Chooses settings in this town. */
export const scenes = (town: Town) => {
  const { buildings, places, communities, grids } = town
  const communityOf = new Map(grids.map((grid) => [grid.id, communities.find((one) => one.id === grid.community)?.name ?? town.nameZh]))
  const metros = places.filter((place) => place.kind === 'metro')

  const slotsAt = (spot: Building | Landmark, chance: Chance): Setting['slots'] => {
    const near = 'address' in spot ? spot : nearest(buildings, spot.point)
    const address = near?.address ?? town.nameZh
    return {
      building: near?.name ?? spot.name,
      address,
      road: roadOf(address),
      place: spot.name,
      metro: nearest(metros, spot.point)?.name ?? spot.name,
      community: communityOf.get(spot.grid) ?? town.nameZh,
      name: callerName(chance),
      shop: chance.pick(shops),
    }
  }
  const spotsOf = (scene: Scene): readonly (Building | Landmark)[] => {
    const fitting = [
      ...buildings.filter((one) => buildingsFor[scene].includes(one.kind)),
      ...places.filter((one) => landmarksFor[scene].includes(one.kind)),
    ]
    return fitting.length > 0 ? fitting : buildings
  }
  const known = new Map<Scene, readonly (Building | Landmark)[]>()

  return {
    /** A setting that fits the scene; near `by` when one is given. */
    choose: (scene: Scene, chance: Chance, by: Point | null = null): Setting => {
      const all = known.get(scene) ?? spotsOf(scene)
      known.set(scene, all)
      const close = by && [...all].sort((one, other) => distanceM(one.point, by) - distanceM(other.point, by)).slice(0, 8)
      const spot = chance.pick(close ?? all)
      const isBuilding = 'address' in spot
      return {
        point: spot.point,
        building: isBuilding ? spot.id : null,
        words: isBuilding ? `${spot.address}${spot.name}` : spot.name,
        slots: slotsAt(spot, chance),
      }
    },
  }
}
