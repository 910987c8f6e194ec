import type { Display, Placement } from '../../shared/contracts/layout.ts'
import { matchDisplays } from '../../shared/displays/matchDisplays.ts'
import { seenDisplays } from '../../shared/displays/seenDisplays.ts'
import { placedOn, type Placed } from './placed.ts'
import { placeGuests } from './placeGuests.ts'

/**
 * Where each remembered window opens on the displays that are here.
 *
 * Whose display is here stands there as it stood; the others are guests. Without any display nothing can be placed: ask again
 * when one is reported.
 */
export const placeConsoles = (remembered: readonly Placement[], displays: readonly Display[]): readonly Placed[] => {
  const seen = seenDisplays(displays)
  const found = matchDisplays(
    remembered.map(({ display }) => display),
    seen,
  )
  const homes = remembered.flatMap((placement, at) => {
    const home = found[at]
    return home ? [placedOn(home, placement, 'home')] : []
  })
  const lost = remembered.filter((_, at) => !found[at])
  const placed = new Map([...homes, ...placeGuests(lost, seen, homes, remembered)].map((one) => [one.id, one]))
  return remembered.flatMap(({ id }) => placed.get(id) ?? [])
}
