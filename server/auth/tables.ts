import type { Knex } from 'knex'

type Step = { readonly name: string; readonly up: (db: Knex) => Promise<void> }

/** Instants are UTC epoch ms. PostgreSQL hands 64-bit numbers back as text, so readers pass them through `Number`. */
const steps: readonly Step[] = [
  {
    name: '001-people',
    up: async (db) => {
      await db.schema.createTable('account', (table) => {
        table.string('id', 40).primary()
        table.string('name', 40).notNullable()
        table.string('role', 16).notNullable()
        table.string('town', 32).notNullable().index()
        table.string('password', 200).notNullable()
        table.boolean('must_change').notNullable()
        table.bigInteger('disabled_at')
        table.bigInteger('created_at').notNullable()
      })
      await db.schema.createTable('session', (table) => {
        table.string('hash', 64).primary()
        table.string('id', 16).notNullable().index()
        table.string('account', 40).notNullable().index()
        table.string('address', 64).notNullable()
        table.bigInteger('created_at').notNullable()
        table.bigInteger('seen_at').notNullable()
        table.bigInteger('ended_at')
        table.string('ended_why', 16)
      })
    },
  },
  {
    name: '002-doors',
    up: async (db) => {
      await db.schema.createTable('channel_token', (table) => {
        table.string('hash', 64).primary()
        table.string('id', 16).notNullable().index()
        table.string('name', 60).notNullable()
        table.string('channel', 16).notNullable()
        table.string('town', 32).notNullable().index()
        table.string('created_by', 40).notNullable()
        table.bigInteger('created_at').notNullable()
        table.bigInteger('last_used_at')
        table.bigInteger('revoked_at')
      })
      await db.schema.createTable('field_link', (table) => {
        table.string('hash', 64).primary()
        table.string('id', 16).notNullable().index()
        table.string('unit', 16).notNullable()
        table.string('town', 32).notNullable().index()
        table.string('created_by', 40).notNullable()
        table.bigInteger('created_at').notNullable()
        table.bigInteger('expires_at').notNullable()
        table.bigInteger('last_used_at')
        table.bigInteger('revoked_at')
      })
    },
  },
  {
    name: '003-walls',
    up: async (db) => {
      await db.schema.createTable('wall_pass', (table) => {
        table.string('hash', 64).primary()
        table.string('id', 16).notNullable().index()
        table.string('wall', 16).notNullable()
        table.string('town', 32).notNullable().index()
        table.string('created_by', 40).notNullable()
        table.bigInteger('created_at').notNullable()
        table.bigInteger('last_used_at')
        table.bigInteger('revoked_at')
      })
      await db.schema.createTable('wall_session', (table) => {
        table.string('hash', 64).primary()
        table.string('id', 16).notNullable()
        table.string('pass', 16).notNullable().index()
        table.bigInteger('created_at').notNullable()
      })
    },
  },
]

/** Brings the tables of people, tokens and links to their newest shape; each step is done once, whole or not at all. */
export const prepareTables = async (db: Knex, now: () => number): Promise<void> => {
  if (!(await db.schema.hasTable('people_step'))) {
    await db.schema.createTable('people_step', (table) => {
      table.string('name', 60).primary()
      table.bigInteger('done_at').notNullable()
    })
  }
  const done = new Set((await db<{ name: string }>('people_step').select('name')).map(({ name }) => name))
  for (const step of steps.filter(({ name }) => !done.has(name))) {
    await db.transaction(async (trx) => {
      await step.up(trx)
      await trx('people_step').insert({ name: step.name, done_at: now() })
    })
  }
}
