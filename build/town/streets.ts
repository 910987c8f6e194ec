import type { RoadClass } from '../../shared/domain/town/roads.ts'

export type Street = {
  readonly name: string
  readonly class: RoadClass
  /** Metres: `v` for a street along the river, `u` for one across. */
  readonly at: number
  /** How far it goes on outside the town, metres: at its start, at its end. */
  readonly beyond: readonly [number, number]
}

/** Along the river, from the water inland. The first is the embankment. */
export const alongStreets: readonly Street[] = [
  { name: '江堤步道', class: 'path', at: 0, beyond: [0, 0] },
  { name: '临江路', class: 'primary', at: 95, beyond: [650, 700] },
  { name: '潮音街', class: 'street', at: 290, beyond: [0, 0] },
  { name: '望涛路', class: 'secondary', at: 480, beyond: [300, 420] },
  { name: '丹桂街', class: 'street', at: 690, beyond: [0, 0] },
  { name: '钱江路', class: 'primary', at: 905, beyond: [800, 800] },
  { name: '秋荷街', class: 'street', at: 1120, beyond: [0, 150] },
  { name: '景荷路', class: 'secondary', at: 1345, beyond: [420, 300] },
  { name: '双桥街', class: 'street', at: 1545, beyond: [120, 0] },
  { name: '通海路', class: 'primary', at: 1770, beyond: [700, 760] },
  { name: '北塘路', class: 'secondary', at: 2030, beyond: [380, 380] },
]

/** Across, from the south-west to the north-east. */
export const acrossStreets: readonly Street[] = [
  { name: '清潮路', class: 'primary', at: -1560, beyond: [0, 620] },
  { name: '五福街', class: 'street', at: -1250, beyond: [0, 0] },
  { name: '新风路', class: 'secondary', at: -960, beyond: [0, 380] },
  { name: '民心街', class: 'street', at: -640, beyond: [0, 0] },
  { name: '市民街', class: 'street', at: -330, beyond: [0, 0] },
  { name: '庆安东路', class: 'primary', at: -20, beyond: [1330, 700] },
  { name: '太和街', class: 'secondary', at: 320, beyond: [0, 300] },
  { name: '严巷街', class: 'street', at: 610, beyond: [0, 200] },
  { name: '秋江快速路', class: 'trunk', at: 930, beyond: [0, 850] },
  { name: '景塘路', class: 'secondary', at: 1250, beyond: [0, 260] },
  { name: '运新路', class: 'primary', at: 1570, beyond: [0, 560] },
]

/** Blocks between neighbouring streets: columns across, rows along. */
export const columns = acrossStreets.length - 1
export const rows = alongStreets.length - 1

/** Half the width of a street from its axis to the wall of a plot, metres. */
export const halfWidthM: Readonly<Record<RoadClass, number>> = { trunk: 30, primary: 26, secondary: 20, street: 14, lane: 7, path: 6 }
