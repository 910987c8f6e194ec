import type { Knex } from 'knex'
import { Channel } from '../../shared/domain/actor.ts'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import type { Manager } from './accounts.ts'
import type { Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { hashToken, idOfHash, isSame, newToken } from './token.ts'

type TokenRow = {
  readonly hash: string
  readonly id: string
  readonly name: string
  readonly channel: string
  readonly town: string
  readonly created_by: string
  readonly created_at: number | string
  readonly last_used_at: number | string | null
  readonly revoked_at: number | string | null
}

/** 渠道令牌: what an outside system shows to bring reports; the token itself is not in here. */
export type ChannelToken = {
  readonly id: string
  readonly name: string
  readonly channel: Channel
  readonly town: TownId
  readonly createdBy: AccountId
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
}

export type TokenAnswer =
  | { readonly ok: true; readonly channel: Channel; readonly town: TownId; readonly id: string; readonly name: string }
  | { readonly ok: false; readonly why: 'unknown' | 'revoked' }

export type ChannelTokens = {
  readonly list: (by: Manager) => Promise<readonly ChannelToken[]>
  /** The token is said once, here. */
  readonly create: (
    by: Manager,
    wish: { readonly name: string; readonly channel: Channel },
  ) => Promise<{ readonly ok: true; readonly token: string; readonly id: string } | { readonly ok: false; readonly why: 'no-right' }>
  readonly revoke: (
    by: Manager,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'no-right' | 'unknown-token' }>
  readonly channelOf: (token: string) => Promise<TokenAnswer>
}

/** How often `last_used_at` is written: it tells a living system from a dead one, not one call from the next. */
const usedEveryMs = 60_000

const instant = (value: number | string | null): number | null => (value === null ? null : Number(value))

const tokenOf = (row: TokenRow): ChannelToken => ({
  id: row.id,
  name: row.name,
  channel: Channel.parse(row.channel),
  town: TownId.parse(row.town),
  createdBy: AccountId.parse(row.created_by),
  createdAt: Number(row.created_at),
  lastUsedAt: instant(row.last_used_at),
  revokedAt: instant(row.revoked_at),
})

type Needs = { readonly knex: Knex; readonly now: () => number; readonly random: Random; readonly revocations: Revocations }

/** Tokens of the intake channels, each for one channel of one town. */
export const openChannelTokens = ({ knex, now, random, revocations }: Needs): ChannelTokens => ({
  list: async (by) => {
    if (!mayManage(by.role)) return []
    const rows: readonly TokenRow[] = await knex<TokenRow>('channel_token').where({ town: by.town }).orderBy('created_at', 'desc')
    return rows.map(tokenOf)
  },
  create: async (by, { name, channel }) => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const token = newToken(random)
    const hash = hashToken(token)
    await knex('channel_token').insert({ hash, id: idOfHash(hash), name, channel, town: by.town, created_by: by.id, created_at: now() })
    return { ok: true, token, id: idOfHash(hash) }
  },
  revoke: async (by, id) => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const changed = await knex('channel_token').where({ id, town: by.town, revoked_at: null }).update({ revoked_at: now() })
    if (changed === 0) return { ok: false, why: 'unknown-token' }
    revocations.tell({ kind: 'channel', id, town: by.town })
    return { ok: true }
  },
  channelOf: async (token) => {
    const hash = hashToken(token)
    const row = await knex<TokenRow>('channel_token').where({ hash }).first()
    if (!row || !isSame(row.hash, hash)) return { ok: false, why: 'unknown' }
    if (row.revoked_at !== null) return { ok: false, why: 'revoked' }
    const { id, name, channel, town, lastUsedAt } = tokenOf(row)
    const at = now()
    if (lastUsedAt === null || at - lastUsedAt >= usedEveryMs) await knex('channel_token').where({ hash }).update({ last_used_at: at })
    return { ok: true, channel, town, id, name }
  },
})
