import { AccountId, TownId, WallId } from '../../shared/domain/ids.ts'
import type { Manager } from './accounts.ts'
import type { Person } from './person.ts'
import { keptToken, revocableTokens, type KeptToken, type MadeToken, type TokenNeeds, type TokenRow } from './revocableTokens.ts'
import type { Who } from './sessions.ts'
import { hashToken, idOfHash, isSame, newToken } from './token.ts'

/** A day: a wall enters again by itself, so a stolen session is worth no more than that. */
export const wallSessionMs = 24 * 3_600_000

type PassRow = TokenRow & { readonly wall: string }
type SessionRow = { readonly hash: string; readonly id: string; readonly pass: string; readonly created_at: number | string }
type JoinedRow = SessionRow & { readonly wall: string; readonly town: string; readonly revoked_at: number | string | null }

/** 大屏通行码: lets one wall in, for as long as it is not revoked. */
export type WallPass = KeptToken & { readonly wall: WallId }

export type Entered =
  | { readonly ok: true; readonly token: string; readonly person: Person }
  | { readonly ok: false; readonly why: 'unknown' | 'revoked' | 'no-wall' }

export type WallPasses = {
  readonly list: (by: Manager) => Promise<readonly WallPass[]>
  /** The pass is said once, here. */
  readonly create: (by: Manager, wall: WallId) => Promise<MadeToken>
  /** Ends its sessions too. */
  readonly revoke: (
    by: Manager,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: 'no-right' | 'unknown-pass' }>
  /** A session for whoever shows the pass. */
  readonly enter: (pass: string) => Promise<Entered>
  readonly whoIs: (token: string) => Promise<Who>
  /** Who stands behind a session, by its public name. */
  readonly whoIsIn: (session: string) => Promise<Who>
}

const passOf = (row: PassRow): WallPass => ({ ...keptToken(row), wall: WallId.parse(row.wall) })

const personOf = ({ wall, town, id, created_at }: JoinedRow): Person => ({
  id: AccountId.parse(wall),
  name: wall,
  role: 'wall',
  town: TownId.parse(town),
  mustChange: false,
  session: id,
  expiresAt: Number(created_at) + wallSessionMs,
})

/** Passes of walls and the sessions that they open; of both only hashes are kept. */
export const openWallPasses = (needs: TokenNeeds): WallPasses => {
  const { knex, now, random, revocations } = needs
  const passes = revocableTokens<PassRow>(needs, 'wall_pass')

  const sessionBy = (column: 'hash' | 'id', value: string) =>
    knex('wall_session')
      .join('wall_pass', 'wall_pass.id', 'wall_session.pass')
      .where(`wall_session.${column}`, value)
      .select('wall_session.*', 'wall_pass.wall', 'wall_pass.town', 'wall_pass.revoked_at')
      .first<JoinedRow | undefined>()

  const judge = (row: JoinedRow): Who => {
    if (row.revoked_at !== null) return { ok: false, why: 'revoked' }
    return now() < Number(row.created_at) + wallSessionMs ? { ok: true, person: personOf(row) } : { ok: false, why: 'expired' }
  }

  const whoIs: WallPasses['whoIs'] = async (token) => {
    const hash = hashToken(token)
    const row = await sessionBy('hash', hash)
    return row && isSame(row.hash, hash) ? judge(row) : { ok: false, why: 'unknown' }
  }
  const whoIsIn: WallPasses['whoIsIn'] = async (session) => {
    const row = await sessionBy('id', session)
    return row ? judge(row) : { ok: false, why: 'unknown' }
  }

  return {
    whoIs,
    whoIsIn,
    list: async (by) => (await passes.list(by)).map(passOf),
    create: (by, wall) => passes.make(by, { wall }),
    revoke: async (by, id) => {
      const revoked = await passes.revoke(by, id)
      if (!revoked.ok) return { ok: false, why: revoked.why === 'unknown' ? 'unknown-pass' : revoked.why }
      const open = await knex<SessionRow>('wall_session').where({ pass: id })
      await knex('wall_session').where({ pass: id }).delete()
      const account = AccountId.parse(revoked.row.wall)
      for (const { id: session } of open) revocations.tell({ kind: 'session', account, session, why: 'revoked' })
      return { ok: true }
    },
    enter: async (pass) => {
      const found = await passes.find(pass)
      if (!found.ok) return found
      await passes.noteUse(found.row)
      const at = now()
      await knex('wall_session')
        .where({ pass: found.row.id })
        .andWhere('created_at', '<=', at - wallSessionMs)
        .delete()
      const token = newToken(random)
      const hash = hashToken(token)
      await knex('wall_session').insert({ hash, id: idOfHash(hash), pass: found.row.id, created_at: at })
      const who = await whoIs(token)
      return who.ok ? { ok: true, token, person: who.person } : { ok: false, why: 'revoked' }
    },
  }
}
