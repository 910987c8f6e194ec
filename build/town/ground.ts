import type { TownFile } from '../../shared/domain/town/town.ts'
import { band, canalHalfM, canalLine } from './canal.ts'
import { octagon, type Plot } from './footprints.ts'
import { toPoint, type Flat } from './frame.ts'
import { lots } from './plots.ts'
import { columns } from './streets.ts'

type Waters = TownFile['waters']
type Greens = TownFile['greens']

/** How far the river and the far bank are drawn to both sides, metres; beyond it nobody looks. */
const reachM = 15600
const strideM = 260

const alongRiver = (v: (u: number) => number): readonly Flat[] =>
  Array.from({ length: (2 * reachM) / strideM + 1 }, (_, n): Flat => [-reachM + n * strideM, v(-reachM + n * strideM)])

const nearShore = alongRiver(() => -5)
const farShore = alongRiver((u) => -1090 - 60 * Math.sin(u / 1300))

const blob = (u: number, v: number, ru: number, rv: number): readonly Flat[] =>
  Array.from({ length: 22 }, (_, n): Flat => {
    const turn = (n * 2 * Math.PI) / 22
    const wave = 1 + 0.13 * Math.sin(turn * 3 + 1) + 0.07 * Math.cos(turn * 5)
    return [u + ru * wave * Math.cos(turn), v + rv * wave * Math.sin(turn)]
  })

export const waters: Waters = [
  { shape: 'area', name: '钱塘江', ring: [...nearShore, ...farShore.toReversed()].map(toPoint) },
  { shape: 'area', name: '新塘河', ring: band(canalLine, canalHalfM).map(toPoint) },
  { shape: 'area', name: '四季湖', ring: blob(-340, 1035, 150, 58).map(toPoint) },
  { shape: 'area', name: '', ring: blob(1425, 795, 58, 34).map(toPoint) },
]

const rectangle = ({ u0, u1, v0, v1 }: Plot): readonly Flat[] => {
  const cut = 14
  return octagon((u0 + u1) / 2, (v0 + v1) / 2, u1 - u0, v1 - v0, Math.min(cut, (v1 - v0) / 3))
}

const parks: Greens = lots().flatMap(({ use, plot, key }) => {
  const ring = rectangle(plot).map(toPoint)
  if (use === 'park') return [{ name: key === '5,3' ? '四季公园' : '运新公园', ring }]
  if (use === 'civic') return [{ name: '市民中心绿地', ring }]
  if (use !== 'school') return []
  const field = blob(plot.u0 + (plot.u1 - plot.u0) * 0.76, plot.v0 + (plot.v1 - plot.v0) * 0.62, 34, 44)
  return [{ name: '', ring: field.map(toPoint) }]
})

const bank: Greens = Array.from({ length: columns }, (_, c) => c)
  .filter((c) => c !== 3 && c !== 4)
  .flatMap((c) => {
    const [u0, u1] = [-1535 + c * 312, -1250 + c * 312]
    return [{ name: c === 1 || c === 7 ? '江堤绿带' : '', ring: rectangle({ u0, u1, v0: 12, v1: 62 }).map(toPoint) }]
  })

const canalBanks: Greens = [{ name: '', ring: band(canalLine, canalHalfM + 9).map(toPoint) }]

const farBank: Greens = [
  {
    name: '',
    ring: [...alongRiver((u) => -1104 - 60 * Math.sin(u / 1300)), ...alongRiver((u) => -1165 - 60 * Math.sin(u / 1300)).toReversed()].map(
      toPoint,
    ),
  },
]

export const greens: Greens = [...farBank, ...canalBanks, ...bank, ...parks]
