import type { Knex } from 'knex'
import type { Point } from '../../shared/domain/geo/point.ts'
import type { TownId, UnitId } from '../../shared/domain/ids.ts'

/** One place of one unit, with when it was there and when the room came to know it. */
export type TrackRow = {
  readonly unit: UnitId
  readonly point: Point
  readonly at: number
  readonly accuracyM: number
  readonly seenAt: number
}

export type TrackTable = {
  /** Makes the table in a new database; leaves an old one as it is. */
  readonly prepare: () => Promise<void>
  readonly save: (rows: readonly TrackRow[]) => Promise<void>
  /** What the room came to know in [from, to), in that order: a replay shows a late position when it arrived. */
  readonly seenBetween: (from: number, to: number) => Promise<readonly TrackRow[]>
  /** Where one unit was in [from, to), in the order in which it was there. */
  readonly wayOf: (unit: UnitId, from: number, to: number) => Promise<readonly TrackRow[]>
  /** Deletes what is older than `before`; answers how many points went. */
  readonly pruneTracks: (before: number) => Promise<number>
}

const table = 'track'

/** Degrees are kept as whole millionths: 11 cm, and a third of the room of a float in text. */
const perDegree = 1_000_000

/** Well under SQLite's 32,766 values a statement at seven a row. */
const rowsAtOnce = 500

type Kept = {
  readonly unit: string
  readonly at: number
  readonly seen: number
  readonly lon: number
  readonly lat: number
  readonly acc: number
}

const keptOf = (town: TownId, { unit, point, at, accuracyM, seenAt }: TrackRow) => ({
  town,
  unit,
  at,
  seen: seenAt,
  lon: Math.round(point[0] * perDegree),
  lat: Math.round(point[1] * perDegree),
  acc: Math.round(accuracyM),
})

const rowOf = ({ unit, at, seen, lon, lat, acc }: Kept): TrackRow => ({
  unit: unit as UnitId,
  point: [lon / perDegree, lat / perDegree],
  at,
  accuracyM: acc,
  seenAt: seen,
})

/** The track of a town's units in a table of its own, beside the journal and never part of it. */
export const trackTable = (knex: Knex, town: TownId): TrackTable => {
  const columns = ['unit', 'at', 'seen', 'lon', 'lat', 'acc'] as const
  const chosen = () =>
    knex<Kept>(table)
      .select(...columns)
      .where({ town } as never)
  return {
    prepare: async () => {
      if (await knex.schema.hasTable(table)) return
      await knex.schema.createTable(table, (columnsOf) => {
        columnsOf.string('town', 32).notNullable()
        columnsOf.string('unit', 8).notNullable()
        columnsOf.bigInteger('at').notNullable()
        columnsOf.bigInteger('seen').notNullable()
        columnsOf.integer('lon').notNullable()
        columnsOf.integer('lat').notNullable()
        columnsOf.integer('acc').notNullable()
        columnsOf.primary(['town', 'unit', 'at'])
        columnsOf.index(['town', 'seen'])
      })
    },
    save: async (rows) => {
      await knex.transaction(async (transaction) => {
        for (let i = 0; i < rows.length; i += rowsAtOnce) {
          const batch = rows.slice(i, i + rowsAtOnce).map((row) => keptOf(town, row))
          await transaction(table).insert(batch).onConflict(['town', 'unit', 'at']).ignore()
        }
      })
    },
    seenBetween: async (from, to) => {
      const rows = await chosen()
        .where('seen', '>=', from)
        .where('seen', '<', to)
        .orderBy([{ column: 'seen' }, { column: 'unit' }, { column: 'at' }])
      return (rows as readonly Kept[]).map(rowOf)
    },
    wayOf: async (unit, from, to) => {
      const rows = await chosen().where('unit', unit).where('at', '>=', from).where('at', '<', to).orderBy('at')
      return (rows as readonly Kept[]).map(rowOf)
    },
    pruneTracks: (before) => knex(table).where({ town }).where('seen', '<', before).delete(),
  }
}
