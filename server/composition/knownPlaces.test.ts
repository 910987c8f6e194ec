import { expect, test } from 'vitest'
import { BuildingId, CommunityId, GridId } from '../../shared/domain/ids.ts'
import type { Place } from '../../shared/domain/incident/report.ts'
import { smallTown } from '../../shared/testing/townFile.ts'
import { knownPlaces } from './knownPlaces.ts'

const town = smallTown()
const whyNot = knownPlaces(town)
const nowhere: Place = { text: '路边', point: null, building: null, grid: null, community: null, source: 'person' }
const refusal = { reason: 'malformed', field: 'place', problem: 'not-of-this-town' }

test('[W36] a place of the town, or one without codes, is a place; another town’s building, grid or community is refused', () => {
  const [grid] = town.grids
  const [building] = town.buildings
  if (!grid || !building) throw new Error('The small town has a grid and a building')
  expect(whyNot(nowhere)).toBeNull()
  expect(whyNot({ ...nowhere, building: building.id, grid: grid.id, community: grid.community })).toBeNull()
  expect(whyNot({ ...nowhere, building: BuildingId.parse('B-ELSEWHERE') })).toEqual(refusal)
  expect(whyNot({ ...nowhere, grid: GridId.parse('G-ELSEWHERE') })).toEqual(refusal)
  expect(whyNot({ ...nowhere, community: CommunityId.parse('C-ELSEWHERE') })).toEqual(refusal)
})
