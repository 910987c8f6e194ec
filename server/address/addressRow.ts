import type { Point } from '../../shared/domain/geo/point.ts'
import type { CommunityId } from '../../shared/domain/ids.ts'
import { blockKey, partKey } from './parts.ts'
import { plainAddress } from './plainAddress.ts'
import type { RegistryBuilder } from './registryBuilder.ts'

/** One line of an address register. Empty where the address has no such part. */
export type AddressRow = {
  readonly community: string
  readonly road: string
  readonly number: string
  readonly estate: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly point: Point
}

/** A city's million doors are written in some hundreds of ways. */
const remembered = (read: (said: string) => string) => {
  const known = new Map<string, string>()
  return (said: string): string => {
    const before = known.get(said)
    if (before !== undefined) return before
    const key = read(said)
    known.set(said, key)
    return key
  }
}

const unitKey = (said: string) => partKey(plainAddress(said).replace(/(?:单元|号门|梯)$/, ''))
const roomKey = (said: string) => partKey(plainAddress(said).replace(/(?:室|房间?|户)$/, ''))

/** Takes lines of a register into a registry: a line of a house known already is one more door of it. */
export const addressTaker = (builder: RegistryBuilder, communityOf: (name: string) => CommunityId | null) => {
  const [unitOf, roomOf] = [remembered(unitKey), remembered(roomKey)]
  let last: AddressRow | null = null
  let site = -1
  /** Lines of one house stand together in most registers. */
  const isSameHouse = (row: AddressRow) =>
    last?.building === row.building &&
    last.estate === row.estate &&
    last.number === row.number &&
    last.road === row.road &&
    last.community === row.community

  return (row: AddressRow): void => {
    if (!isSameHouse(row)) {
      const { road, number, estate, point } = row
      const block = row.building === '' ? '' : blockKey(plainAddress(row.building))
      const plainNumber = plainAddress(number)
      site = builder.addSite({ road, number: plainNumber, estate, block, point, community: communityOf(row.community), building: null })
      last = row
    }
    if (row.room !== '') builder.addRoom(site, row.unit === '' ? null : unitOf(row.unit), roomOf(row.room))
  }
}
