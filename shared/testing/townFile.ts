import { parseTown } from '../domain/town/parseTown.ts'
import type { Town, TownFile } from '../domain/town/town.ts'

/** A valid town of two grids, 900 m by 600 m, as its file says it: change what the test is about. */
export const townFile = (): TownFile => ({
  format: 1,
  id: 'xiaohe',
  nameZh: '小河镇',
  nameEn: 'Xiaohe',
  district: '试验区',
  center: [120.105, 30.303],
  boundary: [
    [120.1, 30.3],
    [120.11, 30.3],
    [120.11, 30.306],
    [120.1, 30.306],
  ],
  utcOffsetMinutes: 480,
  slaProfile: '1-3-5',
  communities: [
    {
      id: 'C1',
      name: '小河社区',
      ring: [
        [120.1, 30.3],
        [120.11, 30.3],
        [120.11, 30.306],
        [120.1, 30.306],
      ],
    },
  ],
  grids: [
    {
      id: 'G1',
      name: '小河社区第1网格',
      community: 'C1',
      ring: [
        [120.1, 30.3],
        [120.105, 30.3],
        [120.105, 30.306],
        [120.1, 30.306],
      ],
      leader: 'W1',
    },
    {
      id: 'G2',
      name: '小河社区第2网格',
      community: 'C1',
      ring: [
        [120.105, 30.3],
        [120.11, 30.3],
        [120.11, 30.306],
        [120.105, 30.306],
      ],
    },
  ],
  buildings: [
    {
      id: 'B1',
      name: '小河公寓1幢',
      address: '小河路1号',
      aliases: ['小河公寓'],
      point: [120.102, 30.302],
      footprint: [
        [120.1018, 30.3019],
        [120.1022, 30.3019],
        [120.1022, 30.3021],
        [120.1018, 30.3021],
      ],
      grid: 'G1',
      floors: 6,
      kind: 'residential',
    },
    {
      id: 'B2',
      name: '小河商场',
      address: '小河路2号',
      point: [120.107, 30.304],
      footprint: [
        [120.1066, 30.3038],
        [120.1074, 30.3038],
        [120.1074, 30.3042],
        [120.1066, 30.3042],
      ],
      grid: 'G2',
      floors: 4,
      kind: 'mall',
    },
  ],
  places: [{ id: 'L1', name: '小河路口', kind: 'crossing', point: [120.105, 30.303], grid: 'G1' }],
  roads: {
    nodes: [
      [120.1, 30.303],
      [120.105, 30.303],
      [120.11, 30.303],
      [120.105, 30.306],
    ],
    edges: [
      { a: 0, b: 1, name: '小河路', class: 'primary' },
      { a: 1, b: 2, name: '小河路', class: 'primary' },
      { a: 1, b: 3, name: '桥头弄', class: 'lane' },
    ],
  },
  waters: [
    {
      shape: 'line',
      name: '小河',
      line: [
        [120.1, 30.3045],
        [120.11, 30.3045],
      ],
    },
  ],
  greens: [
    {
      name: '小河公园',
      ring: [
        [120.108, 30.301],
        [120.109, 30.301],
        [120.109, 30.302],
        [120.108, 30.302],
      ],
    },
  ],
  units: [
    {
      id: 'W1',
      name: '王芳',
      force: 'grid',
      skills: [],
      grids: ['G1', 'G2'],
      crew: 1,
      vehicle: 'ebike',
      home: [120.102, 30.302],
      phone: null,
      roster: [{ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1050 }],
    },
  ],
  departments: [],
})

/** The same town, read. */
export const smallTown = (): Town => {
  const parsed = parseTown(townFile())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.town
}
