import type { Knex } from 'knex'
import { AccountId, TownId, UnitId } from '../../shared/domain/ids.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import type { Manager } from './accounts.ts'
import type { Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { shiftMs } from './sessions.ts'
import { hashToken, idOfHash, isSame, newToken } from './token.ts'

type LinkRow = {
  readonly hash: string
  readonly id: string
  readonly unit: string
  readonly town: string
  readonly created_by: string
  readonly created_at: number | string
  readonly expires_at: number | string
  readonly last_used_at: number | string | null
  readonly revoked_at: number | string | null
}

/** 手脚链接: the phone of one unit for one shift; the token itself is not in here. */
export type FieldLink = {
  readonly id: string
  readonly unit: UnitId
  readonly town: TownId
  readonly createdBy: AccountId
  readonly createdAt: number
  readonly expiresAt: number
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
}

export type LinkAnswer =
  | { readonly ok: true; readonly unit: UnitId; readonly town: TownId; readonly link: string; readonly expiresAt: number }
  | { readonly ok: false; readonly why: 'unknown' | 'expired' | 'revoked' }

export type FieldLinks = {
  readonly list: (by: Manager) => Promise<readonly FieldLink[]>
  /** `until` in UTC ms: after now and within a shift. The token is said once, here. */
  readonly create: (
    by: Manager,
    unit: UnitId,
    until: number,
  ) => Promise<
    | { readonly ok: true; readonly token: string; readonly id: string }
    | { readonly ok: false; readonly why: 'no-right' | 'not-within-a-shift' }
  >
  readonly revoke: (
    by: Manager,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'no-right' | 'unknown-link' }>
  readonly unitOf: (token: string) => Promise<LinkAnswer>
}

const usedEveryMs = 60_000

/** Links that ended longer ago are of no use in the list. */
const listedForMs = 7 * 24 * 3_600_000

const instant = (value: number | string | null): number | null => (value === null ? null : Number(value))

const linkOf = (row: LinkRow): FieldLink => ({
  id: row.id,
  unit: UnitId.parse(row.unit),
  town: TownId.parse(row.town),
  createdBy: AccountId.parse(row.created_by),
  createdAt: Number(row.created_at),
  expiresAt: Number(row.expires_at),
  lastUsedAt: instant(row.last_used_at),
  revokedAt: instant(row.revoked_at),
})

type Needs = { readonly knex: Knex; readonly now: () => number; readonly random: Random; readonly revocations: Revocations }

/** Capability links of field units: whoever has the link is the unit until the shift ends or the link is revoked. */
export const openFieldLinks = ({ knex, now, random, revocations }: Needs): FieldLinks => ({
  list: async (by) => {
    if (!mayManage(by.role)) return []
    const rows: readonly LinkRow[] = await knex<LinkRow>('field_link')
      .where({ town: by.town })
      .where('expires_at', '>', now() - listedForMs)
      .orderBy('created_at', 'desc')
      .limit(5_000)
    return rows.map(linkOf)
  },
  create: async (by, unit, until) => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const at = now()
    if (until <= at || until > at + shiftMs) return { ok: false, why: 'not-within-a-shift' }
    const token = newToken(random)
    const hash = hashToken(token)
    await knex('field_link').insert({ hash, id: idOfHash(hash), unit, town: by.town, created_by: by.id, created_at: at, expires_at: until })
    return { ok: true, token, id: idOfHash(hash) }
  },
  revoke: async (by, id) => {
    if (!mayManage(by.role)) return { ok: false, why: 'no-right' }
    const row = await knex<LinkRow>('field_link').where({ id, town: by.town, revoked_at: null }).first()
    if (!row) return { ok: false, why: 'unknown-link' }
    await knex('field_link').where({ hash: row.hash }).update({ revoked_at: now() })
    revocations.tell({ kind: 'link', id, town: by.town, unit: row.unit })
    return { ok: true }
  },
  unitOf: async (token) => {
    const hash = hashToken(token)
    const row = await knex<LinkRow>('field_link').where({ hash }).first()
    if (!row || !isSame(row.hash, hash)) return { ok: false, why: 'unknown' }
    const link = linkOf(row)
    const at = now()
    if (link.revokedAt !== null) return { ok: false, why: 'revoked' }
    if (at >= link.expiresAt) return { ok: false, why: 'expired' }
    if (link.lastUsedAt === null || at - link.lastUsedAt >= usedEveryMs)
      await knex('field_link').where({ hash }).update({ last_used_at: at })
    return { ok: true, unit: link.unit, town: link.town, link: link.id, expiresAt: link.expiresAt }
  },
})
