import { UnitId, type TownId } from '../../shared/domain/ids.ts'
import { mayManage } from '../../shared/domain/room/rights.ts'
import type { Manager } from './accounts.ts'
import { keptToken, revocableTokens, type KeptToken, type MadeToken, type TokenNeeds, type TokenRow } from './revocableTokens.ts'
import { shiftMs } from './sessions.ts'

type LinkRow = TokenRow & { readonly unit: string; readonly expires_at: number | string }

/** 手脚链接: the phone of one unit for one shift. */
export type FieldLink = KeptToken & { readonly unit: UnitId; readonly expiresAt: number }

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
  ) => Promise<MadeToken | { readonly ok: false; readonly why: 'not-within-a-shift' }>
  readonly revoke: (
    by: Manager,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'no-right' | 'unknown-link' }>
  readonly unitOf: (token: string) => Promise<LinkAnswer>
}

/** Links that ended longer ago are of no use in the list. */
const listedForMs = 7 * 24 * 3_600_000
const mostListed = 5_000

const linkOf = (row: LinkRow): FieldLink => ({ ...keptToken(row), unit: UnitId.parse(row.unit), expiresAt: Number(row.expires_at) })

/** Capability links of field units: whoever has the link is the unit until the shift ends or the link is revoked. */
export const openFieldLinks = (needs: TokenNeeds): FieldLinks => {
  const { now, revocations } = needs
  const links = revocableTokens<LinkRow>(needs, 'field_link')
  return {
    list: async (by) => {
      const rows = await links.list(by, (all) => all.where('expires_at', '>', now() - listedForMs).limit(mostListed))
      return rows.map(linkOf)
    },
    create: async (by, unit, until) => {
      const at = now()
      const isWithinShift = until > at && until <= at + shiftMs
      if (mayManage(by.role) && !isWithinShift) return { ok: false, why: 'not-within-a-shift' }
      return links.make(by, { unit, expires_at: until })
    },
    revoke: async (by, id) => {
      const revoked = await links.revoke(by, id)
      if (!revoked.ok) return { ok: false, why: revoked.why === 'unknown' ? 'unknown-link' : revoked.why }
      revocations.tell({ kind: 'link', id, town: by.town, unit: revoked.row.unit })
      return { ok: true }
    },
    unitOf: async (token) => {
      const found = await links.find(token)
      if (!found.ok) return found
      const { id: link, unit, town, expiresAt } = linkOf(found.row)
      if (now() >= expiresAt) return { ok: false, why: 'expired' }
      await links.noteUse(found.row)
      return { ok: true, unit, town, link, expiresAt }
    },
  }
}
