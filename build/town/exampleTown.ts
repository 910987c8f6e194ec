import { townFormat, type TownFile } from '../../shared/domain/town/town.ts'
import { areas } from './areas.ts'
import { buildings } from './buildings.ts'
import { chance } from './chance.ts'
import { toPoint } from './frame.ts'
import { greens, waters } from './ground.ts'
import { lattice } from './lattice.ts'
import { places } from './places.ts'
import { residents } from './residents.ts'
import { roadNet } from './roadNet.ts'
import { units, withLeaders } from './units.ts'

/** 四季江街道: a street by the Qiantang that could be, with people who are not. The same seed gives the same town. */
export const exampleTown = (seed: number): TownFile => {
  const net = lattice(chance(seed))
  const areasDrawn = areas(net, chance(seed + 1))
  const built = buildings(areasDrawn, chance(seed + 2))
  const everyone = units(areasDrawn.grids, built, chance(seed + 3))
  return {
    format: townFormat,
    id: 'sijijiang',
    nameZh: '四季江街道',
    nameEn: 'Sijijiang',
    district: '杭州市上城区',
    center: toPoint([-20, 900]),
    boundary: areasDrawn.boundary,
    utcOffsetMinutes: 480,
    slaProfile: '1-3-5',
    communities: areasDrawn.communities,
    grids: withLeaders(areasDrawn.grids, everyone),
    buildings: built,
    places: places(net, areasDrawn),
    roads: roadNet(net, chance(seed + 4)),
    waters,
    greens,
    units: everyone,
    residents: residents(built),
    departments: [
      { name: '区应急管理局', phone: '13800009001' },
      { name: '区住房和城乡建设局', phone: '13800009002' },
      { name: '区市场监督管理局', phone: '13800009003' },
      { name: '区综合行政执法局', phone: '13800009004' },
      { name: '区公安分局', phone: '13800009005' },
      { name: '区人力资源和社会保障局', phone: '13800009006' },
      { name: '区卫生健康局', phone: '13800009007' },
      { name: '区消防救援大队', phone: '13800009008' },
    ],
  }
}
