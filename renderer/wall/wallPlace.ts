import type { Incident } from '../../shared/domain/incident/incident.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import type { Building } from '../../shared/domain/town/building.ts'

/** `1205室`, `402 室`, `12楼1205`, `room 1205`: a household, whose matter is nobody's in the hall. */
const household = /(?:[A-Za-z]?\d{2,4}\s*(?:室|房|号房)|(?:单元|层|楼|幢|栋)\s*\d{3,4}(?!\d|号|路|米)|\b(?:room|flat|apt\.?)\s*\w*\d+)/giu
/** What stays of such a find: everything up to the number of the room. */
const upToRoom = (found: string): string => /^(?:单元|层|楼|幢|栋)/u.exec(found)?.[0] ?? ''

/** The words of a place without the door: a wall is read by whoever comes through the hall. */
export const withoutDoor = (text: string): string =>
  maskText(text.replace(household, upToRoom))
    .replace(/\s{2,}/g, ' ')
    .trim()

/** Where an incident is, as far as a hall may know: the building by its registered name, else the words without the door. */
export const wallPlace = ({ place, reports }: Incident, buildings: readonly Pick<Building, 'id' | 'name' | 'address'>[]): string => {
  const building = place.building === null ? undefined : buildings.find(({ id }) => id === place.building)
  if (building) return building.address.includes(building.name) ? building.address : `${building.address} ${building.name}`
  return withoutDoor(place.text || (reports[0]?.placeText ?? ''))
}
