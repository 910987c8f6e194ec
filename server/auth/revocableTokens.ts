import type { Knex } from 'knex'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import type { Manager } from './accounts.ts'
import type { Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { hashToken, idOfHash, isSame, newToken } from './token.ts'

export type TokenNeeds = { readonly knex: Knex; readonly now: () => number; readonly random: Random; readonly revocations: Revocations }

/** What a table of tokens says of each, whatever it opens. The token itself is not in here. */
export type TokenRow = {
  readonly hash: string
  readonly id: string
  readonly town: string
  readonly created_by: string
  readonly created_at: number | string
  readonly last_used_at: number | string | null
  readonly revoked_at: number | string | null
}

/** The same, as managers see it. */
export type KeptToken = {
  readonly id: string
  readonly town: TownId
  readonly createdBy: AccountId
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
}

type NoRight = { readonly ok: false; readonly why: 'no-right' }

export type MadeToken = { readonly ok: true; readonly token: string; readonly id: string } | NoRight

/** How often `last_used_at` is written: it tells a living system or phone from a dead one, not one call from the next. */
const usedEveryMs = 60_000

const instant = (value: number | string | null): number | null => (value === null ? null : Number(value))

export const keptToken = (row: TokenRow): KeptToken => ({
  id: row.id,
  town: TownId.parse(row.town),
  createdBy: AccountId.parse(row.created_by),
  createdAt: Number(row.created_at),
  lastUsedAt: instant(row.last_used_at),
  revokedAt: instant(row.revoked_at),
})

/** The tokens of one table: made by a manager for the own town, good until they are revoked. */
export const revocableTokens = <Row extends TokenRow>({ knex, now, random }: TokenNeeds, table: string) => ({
  /** Newest first; of those who may manage, for all others none. */
  list: async (by: Manager, narrowed = (rows: Knex.QueryBuilder): Knex.QueryBuilder => rows): Promise<readonly Row[]> => {
    if (!mayManage(by.role)) return []
    return (await narrowed(knex(table).where({ town: by.town }).orderBy('created_at', 'desc'))) as readonly Row[]
  },
  /** The token is said once, here. */
  make: async (by: Manager, own: Omit<Row, keyof TokenRow>): Promise<MadeToken> => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const token = newToken(random)
    const hash = hashToken(token)
    const id = idOfHash(hash)
    await knex(table).insert({ ...own, hash, id, town: by.town, created_by: by.id, created_at: now() })
    return { ok: true, token, id }
  },
  revoke: async (
    by: Manager,
    id: string,
  ): Promise<{ readonly ok: true; readonly row: Row } | NoRight | { readonly ok: false; readonly why: 'unknown' }> => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const inForce = { id, town: by.town, revoked_at: null }
    const row = (await knex(table).where(inForce).first()) as Row | undefined
    const changed = row ? await knex(table).where(inForce).update({ revoked_at: now() }) : 0
    return row && changed > 0 ? { ok: true, row } : { ok: false, why: 'unknown' }
  },
  find: async (
    token: string,
  ): Promise<{ readonly ok: true; readonly row: Row } | { readonly ok: false; readonly why: 'unknown' | 'revoked' }> => {
    const hash = hashToken(token)
    const row = (await knex(table).where({ hash }).first()) as Row | undefined
    if (!row || !isSame(row.hash, hash)) return { ok: false, why: 'unknown' }
    return row.revoked_at === null ? { ok: true, row } : { ok: false, why: 'revoked' }
  },
  /** Notes that the token opened something just now. */
  noteUse: async ({ hash, last_used_at }: Row): Promise<void> => {
    const at = now()
    if (last_used_at === null || at - Number(last_used_at) >= usedEveryMs) await knex(table).where({ hash }).update({ last_used_at: at })
  },
})
