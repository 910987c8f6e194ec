import type { Knex } from 'knex'
import { Channel } from '../../shared/domain/actor.ts'
import { TownId } from '../../shared/domain/ids.ts'

/** A form that was refused, kept as it came so that a person can see what its sender does wrong. */
export type Reject = {
  readonly id: number
  readonly at: number
  readonly channel: Channel
  readonly town: TownId
  readonly from: string
  readonly reason: string
  /** As received, cut at 64 kB. */
  readonly body: string
  readonly isSeen: boolean
}

export type Rejects = {
  readonly keep: (reject: Omit<Reject, 'id' | 'isSeen'>) => Promise<void>
  readonly unseen: (town: TownId) => Promise<number>
  /** Newest first. */
  readonly list: (town: TownId, count: number) => Promise<readonly Reject[]>
  /** Everything of this town up to and including `id` has been looked at. */
  readonly markSeen: (town: TownId, id: number) => Promise<void>
}

/** A sender gone mad must not fill the disk: older ones make room. */
const mostKept = 10_000

/** How often the oldest are dropped, in forms; between two times there are this many more at most. */
const dropEvery = 100

const longestBody = 65_536

type Row = { id: number; at: number; channel: string; town: string; sender: string; reason: string; body: string; is_seen: number }

const rejectOf = (row: Row): Reject => ({
  id: row.id,
  at: row.at,
  channel: Channel.parse(row.channel),
  town: TownId.parse(row.town),
  from: row.sender,
  reason: row.reason,
  body: row.body,
  isSeen: row.is_seen === 1,
})

const prepare = async (db: Knex): Promise<void> => {
  if (await db.schema.hasTable('reject')) return
  await db.schema.createTable('reject', (table) => {
    table.increments('id')
    table.bigInteger('at').notNullable()
    table.string('channel', 16).notNullable()
    table.string('town', 32).notNullable()
    table.string('sender', 200).notNullable()
    table.string('reason', 500).notNullable()
    table.text('body').notNullable()
    table.integer('is_seen').notNullable().defaultTo(0)
    table.index(['town', 'is_seen', 'id'])
  })
}

/** Refused forms in a table of their own. `limits` is for tests; a room keeps the last 10,000. */
export const openRejects = async (db: Knex, limits = { most: mostKept, dropEvery }): Promise<Rejects> => {
  await prepare(db)
  let sinceDrop = 0
  const dropOldest = async () => {
    const edge = (await db('reject').select('id').orderBy('id', 'desc').offset(limits.most).limit(1)) as readonly { id: number }[]
    if (edge[0]) await db('reject').where('id', '<=', edge[0].id).delete()
  }
  return {
    keep: async ({ from, reason, body, ...rest }) => {
      await db('reject').insert({ ...rest, sender: from.slice(0, 200), reason: reason.slice(0, 500), body: body.slice(0, longestBody) })
      sinceDrop += 1
      if (sinceDrop < limits.dropEvery) return
      sinceDrop = 0
      await dropOldest()
    },
    unseen: async (town) => {
      const [row] = (await db('reject').where({ town, is_seen: 0 }).count({ n: '*' })) as readonly { n: number | string }[]
      return Number(row?.n ?? 0)
    },
    list: async (town, count) => {
      const rows = (await db('reject').where({ town }).orderBy('id', 'desc').limit(count)) as readonly Row[]
      return rows.map(rejectOf)
    },
    markSeen: async (town, id) => {
      await db('reject').where({ town, is_seen: 0 }).andWhere('id', '<=', id).update({ is_seen: 1 })
    },
  }
}
