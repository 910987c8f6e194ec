import type { Knex } from 'knex'
import { Role } from '../../shared/domain/actor.ts'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import type { EndedWhy, Person, Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { hashToken, idOfHash, isSame, newToken } from './token.ts'

/** A desk left alone overnight is nobody's. */
export const idleMs = 12 * 3_600_000

/** The longest shift with its hand-over. */
export const shiftMs = 16 * 3_600_000

/** `seen_at` is not written more often than this: a page asks many times a second, idleness is measured in hours. */
const seenEveryMs = 60_000

type SessionRow = {
  readonly hash: string
  readonly id: string
  readonly account: string
  readonly address: string
  readonly created_at: number | string
  readonly seen_at: number | string
  readonly ended_at: number | string | null
  readonly ended_why: string | null
}
type JoinedRow = SessionRow & {
  readonly name: string
  readonly role: string
  readonly town: string
  readonly must_change: boolean | number
  readonly disabled_at: number | string | null
}

export type Who = { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly why: 'unknown' | EndedWhy }

/** A session as a supervisor sees it. */
export type OpenSession = {
  readonly id: string
  readonly account: AccountId
  readonly name: string
  readonly role: Role
  readonly address: string
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export type Sessions = {
  readonly start: (account: AccountId, address: string) => Promise<string>
  readonly whoIs: (token: string) => Promise<Who>
  /** Whose session this is, by its public name: for those inside who let it in before, since outside it proves nothing. */
  readonly whoIsIn: (session: string) => Promise<Who>
  readonly end: (
    which: { readonly account: AccountId; readonly session?: string; readonly except?: string },
    why: EndedWhy,
  ) => Promise<number>
  readonly list: (town: TownId) => Promise<readonly OpenSession[]>
}

type Needs = { readonly knex: Knex; readonly now: () => number; readonly random: Random; readonly revocations: Revocations }

const endedWhy = (why: string | null): EndedWhy => (why === 'signed-out' || why === 'expired' || why === 'rights-changed' ? why : 'revoked')

const expiryOf = (row: SessionRow): number => Math.min(Number(row.created_at) + shiftMs, Number(row.seen_at) + idleMs)

const personOf = (row: JoinedRow): Person => ({
  id: AccountId.parse(row.account),
  name: row.name,
  role: Role.parse(row.role),
  town: TownId.parse(row.town),
  mustChange: Boolean(row.must_change),
  session: row.id,
  expiresAt: Number(row.created_at) + shiftMs,
})

/** Sessions of people: opaque tokens of which only the hash is kept, so that any of them can be ended at any time. */
export const openSessions = ({ knex, now, random, revocations }: Needs): Sessions => {
  const joined = () =>
    knex('session')
      .join('account', 'account.id', 'session.account')
      .select('session.*', 'account.name', 'account.role', 'account.town', 'account.must_change', 'account.disabled_at')

  const end: Sessions['end'] = async ({ account, session, except }, why) => {
    const open = await knex<SessionRow>('session').where({ account, ended_at: null, ...(session === undefined ? {} : { id: session }) })
    const ending = open.filter(({ id }) => id !== except)
    await knex('session')
      .whereIn(
        'hash',
        ending.map(({ hash }) => hash),
      )
      .update({ ended_at: now(), ended_why: why })
    ending.forEach(({ id }) => revocations.tell({ kind: 'session', account, session: id, why }))
    return ending.length
  }

  const judge = async (row: JoinedRow): Promise<Who> => {
    if (row.ended_at !== null) return { ok: false, why: endedWhy(row.ended_why) }
    if (row.disabled_at !== null) return { ok: false, why: 'revoked' }
    const person = personOf(row)
    const at = now()
    if (at >= expiryOf(row)) {
      await end({ account: person.id, session: row.id }, 'expired')
      return { ok: false, why: 'expired' }
    }
    if (at - Number(row.seen_at) >= seenEveryMs) await knex('session').where({ hash: row.hash }).update({ seen_at: at })
    return { ok: true, person }
  }

  return {
    end,
    start: async (account, address) => {
      const token = newToken(random)
      const hash = hashToken(token)
      const at = now()
      await knex('session').insert({ hash, id: idOfHash(hash), account, address: address.slice(0, 64), created_at: at, seen_at: at })
      return token
    },
    whoIs: async (token) => {
      const hash = hashToken(token)
      const row = await joined().where('session.hash', hash).first<JoinedRow | undefined>()
      return row && isSame(row.hash, hash) ? judge(row) : { ok: false, why: 'unknown' }
    },
    whoIsIn: async (session) => {
      const row = await joined().where('session.id', session).first<JoinedRow | undefined>()
      return row ? judge(row) : { ok: false, why: 'unknown' }
    },
    list: async (town) => {
      const rows: readonly JoinedRow[] = await joined()
        .where({ 'account.town': town, 'session.ended_at': null })
        .orderBy('session.seen_at', 'desc')
        .limit(500)
      return rows
        .filter((row) => now() < expiryOf(row))
        .map((row) => {
          const { id, name, role, session } = personOf(row)
          return {
            id: session,
            account: id,
            name,
            role,
            address: row.address,
            createdAt: Number(row.created_at),
            seenAt: Number(row.seen_at),
            expiresAt: expiryOf(row),
          }
        })
    },
  }
}
