import type { Knex } from 'knex'
import type { IncidentId, ReportId, TownId } from '../../shared/domain/ids.ts'
import type { CallChanges, CallRow } from './callRow.ts'
import type { Standing } from './tableWriter.ts'

/** Which calls to look for: from one of these numbers, or from this building, but not of this incident itself. */
export type Like = { readonly incident: IncidentId; readonly phones: readonly string[]; readonly building: string | null }

export type CallTable = {
  /** The last event that is in the table; null before the first. */
  readonly standing: (town: TownId) => Promise<Standing | null>
  /** All of it or nothing, so that after a crash the same events may come again. */
  readonly write: (town: TownId, changes: CallChanges, standing: Standing) => Promise<void>
  readonly forget: (town: TownId) => Promise<void>
  readonly like: (town: TownId, like: Like, count: number) => Promise<readonly CallRow[]>
  /** Buildings of the calls from a number, newest first. */
  readonly buildingsOf: (town: TownId, phone: string, count: number) => Promise<readonly string[]>
  readonly callOf: (town: TownId, report: ReportId) => Promise<CallRow | null>
  readonly firstOf: (town: TownId, incident: string) => Promise<CallRow | null>
}

/** SQLite binds at most 32,766 values in one statement; a call has thirteen. */
const rowsAtOnce = 500

const prepare = async (db: Knex): Promise<void> => {
  if (!(await db.schema.hasTable('call'))) {
    await db.schema.createTable('call', (table) => {
      table.string('town', 32).notNullable()
      table.string('report', 16).notNullable()
      table.string('incident', 16).notNullable()
      table.bigInteger('at').notNullable()
      table.string('kind', 8).notNullable()
      table.string('channel', 16).notNullable()
      table.string('phone_hash', 64)
      table.string('building', 32)
      table.text('text').notNullable()
      table.string('how', 16)
      table.string('outcome', 64)
      table.string('merged_into', 16)
      table.bigInteger('ended_at')
      table.primary(['town', 'report'])
      table.index(['town', 'incident'])
      table.index(['town', 'phone_hash', 'at'])
      table.index(['town', 'building', 'at'])
    })
  }
  if (!(await db.schema.hasTable('call_position'))) {
    await db.schema.createTable('call_position', (table) => {
      table.string('town', 32).primary()
      table.bigInteger('position').notNullable()
      table.string('mark', 160).notNullable()
    })
  }
  if (await db.schema.hasColumn('call_position', 'mark')) return
  await db.schema.alterTable('call_position', (table) => table.string('mark', 160).notNullable().defaultTo(''))
}

const chunks = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, i) => rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce))

const rowOf = (row: CallRow | undefined): CallRow | null =>
  row ? { ...row, at: Number(row.at), ended_at: row.ended_at === null ? null : Number(row.ended_at) } : null

/** Calls in a table of their own, for questions that the board cannot answer: it forgets ended incidents after three days. */
export const openCallTable = async (db: Knex): Promise<CallTable> => {
  await prepare(db)
  return {
    standing: async (town) => {
      const row = await db('call_position').where({ town }).first<{ position: number | string; mark: string } | undefined>()
      return row ? { position: Number(row.position), mark: row.mark } : null
    },
    write: (town, { rows, patches }, { position, mark }) =>
      db.transaction(async (trx) => {
        for (const some of chunks(rows)) await trx('call').insert(some).onConflict(['town', 'report']).ignore()
        for (const [incident, patch] of patches)
          if (Object.keys(patch).length > 0) await trx('call').where({ town, incident }).update(patch)
        await trx('call_position').insert({ town, position, mark }).onConflict('town').merge()
      }),
    forget: (town) =>
      db.transaction(async (trx) => {
        await trx('call').where({ town }).delete()
        await trx('call_position').where({ town }).delete()
      }),
    like: async (town, { incident, phones, building }, count) => {
      const rows = await db<CallRow>('call')
        .where({ town })
        .whereNot({ incident })
        .andWhere((either) => {
          void either.whereIn('phone_hash', [...phones])
          if (building !== null) void either.orWhere({ building })
        })
        .orderBy('at', 'desc')
        .limit(count)
      return rows.flatMap((row) => rowOf(row) ?? [])
    },
    buildingsOf: async (town, phone, count) => {
      const rows = await db<CallRow>('call')
        .where({ town, phone_hash: phone })
        .whereNotNull('building')
        .orderBy('at', 'desc')
        .limit(count)
        .select('building')
      return rows.flatMap(({ building }) => building ?? [])
    },
    callOf: async (town, report) => rowOf(await db<CallRow>('call').where({ town, report }).first()),
    firstOf: async (town, incident) => rowOf(await db<CallRow>('call').where({ town, incident }).orderBy('at').first()),
  }
}
