import type { Force } from '../../shared/domain/taxonomy/taxonomy.ts'
import type { Standing } from '../board/unitStanding.ts'

/** Which layers a person has on. */
export type LayerChoice = {
  readonly incidents: boolean
  readonly units: boolean
  readonly hiddenForces: readonly Force[]
  readonly hiddenStandings: readonly Standing[]
  readonly grids: boolean
  readonly heat: boolean
  readonly buildings: boolean
}

/** What a room starts with: who is off duty is not in the way. */
export const firstChoice: LayerChoice = {
  incidents: true,
  units: true,
  hiddenForces: [],
  hiddenStandings: ['off'],
  grids: true,
  heat: false,
  buildings: true,
}
