import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { townFile } from '../../testing/townFile.ts'
import { knownProfiles } from '../sla/knownProfiles.ts'
import { parseTown } from './parseTown.ts'
import { residentsOf } from './residents.ts'
import type { TownFile } from './town.ts'

const problemsOf = (file: unknown) => {
  const parsed = parseTown(file)
  return parsed.ok ? [] : parsed.problems
}
const pathsOf = (file: unknown) => problemsOf(file).map(({ path }) => path)

type Building = TownFile['buildings'][number]
const withBuilding = (change: Partial<Building>): TownFile => {
  const file = townFile()
  return { ...file, buildings: file.buildings.map((b, i) => (i === 0 ? { ...b, ...change } : b)) }
}

describe('reading a town', () => {
  test('[T3] a sound file becomes a town, with defaults filled in', () => {
    const parsed = parseTown(townFile())
    expect(parsed).toMatchObject({
      ok: true,
      town: { id: 'xiaohe', grids: [{ leader: 'W1' }, { leader: null }], buildings: [{}, { aliases: [] }] },
    })
  })

  test('[T3] a file of the wrong shape is refused, every place named in both languages', () => {
    const problems = problemsOf({ ...townFile(), format: 2, grids: [{ ...townFile().grids[0], name: '' }], center: [120, 200] })
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['center[1]', 'format', 'grids[0].name'])
    expect(problems.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /^[\x20-\x7e]+$/.test(en))).toBe(true)
  })

  test('[T3] residents are read beside the town and are no part of it; wrong ones are refused in both languages', () => {
    const residents = [{ phone: '138-0000-8001', building: townFile().buildings[0]?.id ?? '', room: '301' }]
    const parsed = parseTown({ ...townFile(), residents })
    expect(parsed.ok && 'residents' in parsed.town).toBe(false)
    expect(residentsOf({ ...townFile(), residents })).toMatchObject([{ unit: null, room: '301' }])
    expect(residentsOf(townFile())).toEqual([])
    const [problem] = problemsOf({ ...townFile(), residents: [{ phone: 'none', building: 'B1' }] })
    expect(problem?.path).toBe('residents[0].phone')
    expect(problem?.zh).toMatch(/\p{Script=Han}/u)
  })

  test.each([[null], ['town'], [[]], [undefined], [42]])('[T3] %j is refused, not thrown at', (file) => {
    expect(problemsOf(file).length).toBeGreaterThan(0)
  })

  test('[T4] a code given twice is refused at its second use', () => {
    const file = townFile()
    const twice = <T>(items: readonly T[]) => [...items, ...items.slice(0, 1)]
    expect(pathsOf({ ...file, communities: twice(file.communities) })).toEqual(['communities[1].id'])
    expect(pathsOf({ ...file, grids: twice(file.grids) })).toEqual(['grids[2].id'])
    expect(pathsOf({ ...file, buildings: twice(file.buildings) })).toEqual(['buildings[2].id'])
    expect(pathsOf({ ...file, places: twice(file.places) })).toEqual(['places[1].id'])
    expect(pathsOf({ ...file, units: twice(file.units) })).toEqual(['units[1].id'])
  })

  test('[T5] a code that names nothing is refused where it stands', () => {
    const file = townFile()
    expect(pathsOf({ ...file, grids: file.grids.map((g) => ({ ...g, community: 'C9' })) })).toEqual([
      'grids[0].community',
      'grids[1].community',
    ])
    expect(pathsOf({ ...file, grids: file.grids.map((g) => ({ ...g, leader: 'W9' })) })).toEqual(['grids[0].leader', 'grids[1].leader'])
    expect(pathsOf(withBuilding({ grid: 'G9' }))).toEqual(['buildings[0].grid'])
    expect(pathsOf({ ...file, places: file.places.map((p) => ({ ...p, grid: 'G9' })) })).toEqual(['places[0].grid'])
    expect(pathsOf({ ...file, residents: [{ phone: '13800008001', building: 'B9' }] })).toEqual(['residents[0].building'])
    const [problem] = problemsOf({ ...file, units: file.units.map((u) => ({ ...u, grids: ['G1', 'G9'] })) })
    expect(problem).toEqual({ path: 'units[0].grids[1]', zh: '没有编号为 G9 的网格', en: 'There is no grid with the code G9' })
  })

  test('[T6] a building in another grid is refused, and the grid it stands in is told', () => {
    expect(problemsOf(withBuilding({ grid: 'G2' }))).toEqual([
      { path: 'buildings[0].point', zh: '“小河公寓1幢”不在网格 G2 内，而在 G1 内', en: '“小河公寓1幢” is not in grid G2 but in G1' },
    ])
  })

  test('[T6] a building outside every grid is refused; a few metres over the edge are not', () => {
    expect(problemsOf(withBuilding({ point: [120.2, 30.3] }))[0]?.en).toContain('outside every grid')
    expect(problemsOf(withBuilding({ point: [120.0999, 30.302] }))).toEqual([])
  })

  test('[T6] a grid that lies outside its community is refused', () => {
    const file = townFile()
    const far = {
      id: 'C2',
      name: '远社区',
      ring: [
        [120.3, 30.3],
        [120.31, 30.3],
        [120.31, 30.31],
      ] as const,
    }
    expect(
      pathsOf({
        ...file,
        communities: [...file.communities, far],
        grids: file.grids.map((g, i) => (i === 1 ? { ...g, community: 'C2' } : g)),
      }),
    ).toEqual(['grids[1].ring'])
  })

  test('[T7] a position outside China is refused, swapped degrees are said to be swapped', () => {
    const file = townFile()
    expect(problemsOf({ ...file, center: [2.35, 48.85] })[0]).toMatchObject({
      path: 'center',
      en: 'The position 2.35, 48.85 is outside China',
    })
    expect(problemsOf({ ...file, center: [30.3, 80] })[0]?.zh).toContain('经度与纬度写反了')
    expect(pathsOf({ ...file, units: file.units.map((u) => ({ ...u, home: [0, 0] as const })) })).toEqual(['units[0].home'])
  })

  test('[T8] a ring that crosses itself or encloses nothing is refused', () => {
    expect(
      problemsOf(
        withBuilding({
          footprint: [
            [120.1018, 30.3019],
            [120.1022, 30.3021],
            [120.1022, 30.3019],
            [120.1018, 30.3021],
          ],
        }),
      )[0],
    ).toMatchObject({
      path: 'buildings[0].footprint',
      zh: expect.stringContaining('自相交') as string,
    })
    expect(
      pathsOf(
        withBuilding({
          footprint: [
            [120.1018, 30.3019],
            [120.1022, 30.3019],
            [120.1018, 30.3019],
          ],
        }),
      ),
    ).toEqual(['buildings[0].footprint'])
    expect(
      pathsOf(
        withBuilding({
          footprint: [
            [120.1018, 30.3019],
            [120.1022, 30.3019],
          ],
        }),
      ),
    ).toEqual(['buildings[0].footprint'])
  })

  test('[T9] roads that name an unknown node, go nowhere or lie in pieces are refused', () => {
    const file = townFile()
    const withEdges = (edges: TownFile['roads']['edges']) => ({ ...file, roads: { ...file.roads, edges } })
    const edges = file.roads.edges
    expect(pathsOf(withEdges([...edges, { a: 0, b: 99, name: '', class: 'lane' }]))).toEqual(['roads.edges[3].b'])
    expect(pathsOf(withEdges([...edges, { a: 2, b: 2, name: '', class: 'lane' }]))).toEqual(['roads.edges[3]'])
    expect(problemsOf(withEdges(edges.slice(0, 2)))[0]).toMatchObject({
      path: 'roads.nodes[3]',
      zh: expect.stringContaining('不连通') as string,
    })
  })

  test('[T21] an SLA profile that nobody knows is refused by its name, and the known ones are told', () => {
    const [problem, ...more] = problemsOf({ ...townFile(), slaProfile: 'nope' })
    expect(more).toEqual([])
    expect(problem).toMatchObject({ path: 'slaProfile', zh: expect.stringMatching(/nope.*1-3-5.*shangtang/) as string })
    expect(problem?.en).toMatch(/nope.*1-3-5.*shangtang/)
    for (const { id } of knownProfiles) expect(pathsOf({ ...townFile(), slaProfile: id })).toEqual([])
  })

  test('[T22] a town without roads is refused: nobody’s way could be told', () => {
    const { nodes, edges } = townFile().roads
    for (const roads of [
      { nodes: [], edges: [] },
      { nodes, edges: [] },
      { nodes: nodes.slice(0, 1), edges: [] },
    ])
      expect(problemsOf({ ...townFile(), roads })).toEqual([
        { path: 'roads.edges', zh: expect.stringContaining('没有道路') as string, en: expect.stringContaining('no roads') as string },
      ])
    expect(pathsOf({ ...townFile(), roads: { nodes: [], edges } })).toContain('roads.edges[0].a')
  })

  test('[T21] the least town of the manual is sound', async () => {
    const manual = await readFile(join(import.meta.dirname, '../../../docs/town-file.md'), 'utf8')
    const [, example = ''] = /```json\n([\s\S]+?)```/.exec(manual) ?? []
    expect(problemsOf(JSON.parse(example))).toEqual([])
  })

  test('[T3] all problems of a file are told at once', () => {
    const file = { ...withBuilding({ grid: 'G2' }), center: [0, 0] as const }
    expect(pathsOf({ ...file, units: [...file.units, ...file.units] })).toEqual(['units[1].id', 'center', 'buildings[0].point'])
  })
})
