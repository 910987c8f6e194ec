import type { Incident } from '../../shared/domain/incident/incident.ts'
import { maskText } from '../../shared/domain/room/maskText.ts'
import type { Building } from '../../shared/domain/town/building.ts'

/** `1205室`, `3幢1205`, `一二零五室`, `room 1205`: a household, whose matter is nobody's in the hall. */
const household = new RegExp(
  [
    String.raw`(?<=单元|层|楼|幢|栋|座)\s*[A-Za-z]?\d{3,4}(?:室|房间?)?(?!\d|号|路|米|弄)`,
    String.raw`[A-Za-z]?\d{2,4}\s*(?:室|号房|房间?)`,
    String.raw`[一二三四五六七八九十百零〇两]{2,6}(?:室|号房)`,
    String.raw`\b(?:room|flat|apt\.?)\s*\w*\d+`,
  ].join('|'),
  'giu',
)

/** The words of a place without the door: a wall is read by whoever comes through the hall. */
export const withoutDoor = (text: string): string =>
  maskText(text.replace(household, ''))
    .replace(/\s{2,}/g, ' ')
    .trim()

/** Where an incident is, as far as a hall may know: the building by its registered name, else the words without the door. */
export const wallPlace = ({ place, reports }: Incident, buildings: readonly Pick<Building, 'id' | 'name' | 'address'>[]): string => {
  const building = place.building === null ? undefined : buildings.find(({ id }) => id === place.building)
  if (building) return building.address.includes(building.name) ? building.address : `${building.address} ${building.name}`
  return withoutDoor(place.text || (reports[0]?.placeText ?? ''))
}
