import type { Actor } from '../../shared/domain/actor.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { FieldNeeds } from '../field/fieldNeeds.ts'
import { readSeenByUnit } from '../intake/grid/adapterGrid.ts'
import type { Shared } from './doorNeeds.ts'
import { malformedBy } from './malformedBy.ts'
import type { OpenTown } from './openTown.ts'

/** What the field's door asks, answered by the towns. */
export const fieldNeeds = ({ auth, towns, photos, time, townNames, onTrouble }: Shared): FieldNeeds => {
  const room = (town: TownId): OpenTown => {
    const found = towns.get(town)
    if (!found) throw new Error(`The town ${town} is not open on this server`)
    return found
  }
  return {
    now: time.now,
    unitOf: async (token) => {
      const link = await auth.links.unitOf(token)
      return link.ok && towns.has(link.town) ? link : null
    },
    board: (town) => towns.get(town)?.desk.kept(),
    townNames,
    taxonomy: (town) => room(town).taxonomy,
    do: async (town, command, asking) => (await room(town).desk.do(command, asking)).answer,
    eventAt: (town, position) => room(town).eventAt(position),
    fix: (town, unit, fixes) => {
      for (const fix of fixes) room(town).positions.take({ unit, ...fix })
    },
    photos,
    bringGrid: async (town, unit, report, asking) => {
      const by: Actor = { kind: 'unit', id: unit }
      const { text, point, photos: attached } = report
      const seen = { unit, unitName: room(town).unitName(unit) ?? '', text, point, photos: attached }
      const read = readSeenByUnit(seen, report.id)
      return read.ok ? room(town).bring(read.report, { ...asking, by }) : malformedBy(read.problems)
    },
    onTrouble,
  }
}
