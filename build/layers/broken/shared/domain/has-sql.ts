import type { Knex } from 'knex'
export type Crime = Knex
