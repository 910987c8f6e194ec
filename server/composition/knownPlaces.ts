import type { Place } from '../../shared/domain/incident/report.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Town } from '../../shared/domain/town/town.ts'

const notOfThisTown: Refusal = { reason: 'malformed', field: 'place', problem: 'not-of-this-town' }

/** Why a place cannot be one of the town's: it names a building, grid or community that the town's file does not have. Null when it can. */
export const knownPlaces = ({ buildings, grids, communities }: Pick<Town, 'buildings' | 'grids' | 'communities'>) => {
  const known = new Set<string | null>([null, ...[...buildings, ...grids, ...communities].map(({ id }) => id)])
  return ({ building, grid, community }: Place): Refusal | null =>
    [building, grid, community].every((id) => known.has(id)) ? null : notOfThisTown
}
