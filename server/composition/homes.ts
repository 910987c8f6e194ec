import type { BuildingId } from '../../shared/domain/ids.ts'
import type { Building } from '../../shared/domain/town/building.ts'
import type { Resident } from '../../shared/domain/town/residents.ts'
import type { Town } from '../../shared/domain/town/town.ts'
import type { Home } from '../address/home.ts'
import { doorText, type Door } from '../address/parts.ts'
import { digitsOf } from '../history/phoneHash.ts'

/** Where callers live: as the town's file registers them, else where earlier matters of the same number were. */
export const homes = ({ buildings, grids }: Pick<Town, 'buildings' | 'grids'>, residents: readonly Resident[]) => {
  const byId = new Map<string, Building>(buildings.map((building) => [building.id, building]))
  const communities = new Map(grids.map(({ id, community }) => [id, community]))
  const byPhone = new Map(residents.map((resident) => [digitsOf(resident.phone), resident]))

  const homeAt = (building: Building, door: Door, known: Home['known']): Home => {
    const { id, name, point, grid } = building
    return {
      label: `${name}${doorText(door)}`,
      place: { point, building: id, grid, community: communities.get(grid) ?? null },
      door,
      known,
    }
  }

  return {
    registered: (phone: string | null): Home | null => {
      const resident = phone === null ? undefined : byPhone.get(digitsOf(phone))
      const building = resident && byId.get(resident.building)
      return resident && building ? homeAt(building, { unit: resident.unit, floor: null, room: resident.room }, 'registered') : null
    },
    /** `buildings`: of earlier matters, newest first. Nobody lives in a market. */
    earlier: (earlier: readonly BuildingId[]): Home | null => {
      const building = earlier.map((id) => byId.get(id)).find((one) => one?.kind === 'residential')
      return building ? homeAt(building, { unit: null, floor: null, room: null }, 'earlier') : null
    },
  }
}
