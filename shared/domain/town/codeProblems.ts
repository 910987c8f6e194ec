import { knownProfiles } from '../sla/knownProfiles.ts'
import type { Problem } from './problem.ts'
import type { Town } from './town.ts'

const duplicates = (list: string, items: readonly { readonly id: string }[]): readonly Problem[] => {
  const first = new Map<string, number>()
  return items.flatMap(({ id }, i) => {
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, i)
      return []
    }
    return [
      {
        path: `${list}[${i}].id`,
        zh: `编号 ${id} 重复，已用于 ${list}[${before}]`,
        en: `The code ${id} is already used by ${list}[${before}]`,
      },
    ]
  })
}

const unknown = (path: string, what: readonly [string, string], code: string): Problem => ({
  path,
  zh: `没有编号为 ${code} 的${what[0]}`,
  en: `There is no ${what[1]} with the code ${code}`,
})

const community = ['社区', 'community'] as const
const grid = ['网格', 'grid'] as const
const unit = ['处置力量', 'unit'] as const

const unknownProfile = (code: string): readonly Problem[] => {
  const known = knownProfiles.map(({ id }) => id)
  if (known.includes(code)) return []
  return [
    {
      path: 'slaProfile',
      zh: `没有名为 ${code} 的时限方案，可用的有：${known.join('、')}`,
      en: `There is no SLA profile named ${code}; there are ${known.join(', ')}`,
    },
  ]
}

/** Codes that are used twice, and codes that name nothing. */
export const codeProblems = (town: Town): readonly Problem[] => {
  const communities = new Set<string>(town.communities.map(({ id }) => id))
  const grids = new Set<string>(town.grids.map(({ id }) => id))
  const units = new Set<string>(town.units.map(({ id }) => id))
  return [
    ...unknownProfile(town.slaProfile),
    ...duplicates('communities', town.communities),
    ...duplicates('grids', town.grids),
    ...duplicates('buildings', town.buildings),
    ...duplicates('places', town.places),
    ...duplicates('units', town.units),
    ...town.grids.flatMap((g, i) => [
      ...(communities.has(g.community) ? [] : [unknown(`grids[${i}].community`, community, g.community)]),
      ...(g.leader === null || units.has(g.leader) ? [] : [unknown(`grids[${i}].leader`, unit, g.leader)]),
    ]),
    ...town.buildings.flatMap((b, i) => (grids.has(b.grid) ? [] : [unknown(`buildings[${i}].grid`, grid, b.grid)])),
    ...town.places.flatMap((p, i) => (grids.has(p.grid) ? [] : [unknown(`places[${i}].grid`, grid, p.grid)])),
    ...town.units.flatMap((u, i) =>
      u.grids.flatMap((code, j) => (grids.has(code) ? [] : [unknown(`units[${i}].grids[${j}]`, grid, code)])),
    ),
  ]
}
