import type { Knex } from 'knex'
import { AccountId } from '../../shared/domain/ids.ts'
import { mayManageRole } from '../../shared/domain/room/manageRights.ts'
import { accountKey, openAccounts, type AccountRow, type Accounts, type Manager } from './accounts.ts'
import { openChannelTokens, type ChannelTokens } from './channelTokens.ts'
import { openFieldLinks, type FieldLinks } from './fieldLinks.ts'
import { hashPassword, isPassword, passwordFlaw, type PasswordFlaw } from './passwords.ts'
import { openRevocations, type Person, type Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { openSeals, type Seals } from './seals.ts'
import { openSessions, type Sessions, type Who } from './sessions.ts'
import { prepareTables } from './tables.ts'
import { openThrottle } from './throttle.ts'
import { openTickets, type Tickets } from './tickets.ts'
import { newPassword } from './token.ts'

type Slow = { readonly ok: false; readonly why: 'too-many-tries'; readonly waitMs: number }

/** One answer for an unknown account, a disabled one and a wrong password: a stranger learns nothing from it. */
export type SignInAnswer =
  { readonly ok: true; readonly token: string; readonly person: Person } | { readonly ok: false; readonly why: 'wrong' } | Slow

export type PasswordAnswer = { readonly ok: true } | { readonly ok: false; readonly why: 'wrong' | 'unchanged' | PasswordFlaw } | Slow

export type Auth = {
  readonly signIn: (account: string, password: string, address: string) => Promise<SignInAnswer>
  readonly whoIs: (token: string) => Promise<Who>
  readonly whoIsIn: Sessions['whoIsIn']
  readonly tickets: Tickets
  readonly signOut: (person: Person) => Promise<void>
  /** Ends the person's other sessions; the one that asks goes on. */
  readonly changePassword: (person: Person, current: string, next: string, address: string) => Promise<PasswordAnswer>
  readonly sessions: (by: Manager) => ReturnType<Sessions['list']>
  /** One session, or with `session: null` all sessions of the account. */
  readonly revokeSession: (
    by: Manager,
    account: string,
    session: string | null,
  ) => Promise<{ readonly ok: true; readonly ended: number } | { readonly ok: false; readonly why: 'no-right' | 'unknown-account' }>
  readonly accounts: Accounts
  readonly channelTokens: Omit<ChannelTokens, 'channelOf'>
  readonly channelOf: ChannelTokens['channelOf']
  readonly links: FieldLinks
  readonly seals: Seals
  readonly onRevoked: Revocations['on']
}

export type AuthNeeds = {
  readonly knex: Knex
  readonly now: () => number
  readonly random: Random
  /** The room's secret (`readSecret`). */
  readonly secret: Uint8Array
  /** Compares a password with a kept hash; for tests that count. */
  readonly checkPassword?: (kept: string, password: string) => Promise<boolean>
}

/** Everything about who may come in: people, outside systems, field phones, and what the room has signed. */
export const openAuth = async ({ knex, now, random, secret, checkPassword = isPassword }: AuthNeeds): Promise<Auth> => {
  await prepareTables(knex, now)
  const seals = openSeals(secret)
  const revocations = openRevocations()
  const sessions = openSessions({ knex, now, random, revocations })
  const { channelOf, ...channelTokens } = openChannelTokens({ knex, now, random, revocations })
  const throttle = openThrottle(now)
  // Checked when there is no account, so that the answer takes as long as for one that exists.
  const nobody = await hashPassword(newPassword(random))
  const accountRow = (id: string) =>
    knex<AccountRow>('account')
      .where({ id: accountKey(id) })
      .first()

  return {
    seals,
    channelOf,
    channelTokens,
    accounts: openAccounts({ knex, now, random, sessions }),
    links: openFieldLinks({ knex, now, random, revocations }),
    onRevoked: revocations.on,
    whoIs: sessions.whoIs,
    whoIsIn: sessions.whoIsIn,
    tickets: openTickets({ now, random, revocations }),
    signIn: async (account, password, address) => {
      const key = accountKey(account)
      const begun = throttle.begin(key, address)
      if (!begun.ok) return { ok: false, why: 'too-many-tries', waitMs: begun.waitMs }
      const row = await accountRow(key)
      const isRight = await checkPassword(row?.password ?? nobody, password)
      if (!row || !isRight || row.disabled_at !== null) return { ok: false, why: 'wrong' }
      throttle.succeeded(key, address)
      const token = await sessions.start(AccountId.parse(row.id), address)
      const who = await sessions.whoIs(token)
      return who.ok ? { ok: true, token, person: who.person } : { ok: false, why: 'wrong' }
    },
    signOut: async (person) => {
      await sessions.end({ account: person.id, session: person.session }, 'signed-out')
    },
    changePassword: async (person, current, next, address) => {
      const begun = throttle.begin(person.id, address)
      if (!begun.ok) return { ok: false, why: 'too-many-tries', waitMs: begun.waitMs }
      const row = await accountRow(person.id)
      if (!row || !(await checkPassword(row.password, current))) return { ok: false, why: 'wrong' }
      throttle.succeeded(person.id, address)
      const flaw = passwordFlaw(next, person)
      if (flaw) return { ok: false, why: flaw }
      if (current.normalize('NFKC') === next.normalize('NFKC')) return { ok: false, why: 'unchanged' }
      await knex('account')
        .where({ id: row.id })
        .update({ password: await hashPassword(next), must_change: false })
      await sessions.end({ account: person.id, except: person.session }, 'revoked')
      return { ok: true }
    },
    sessions: (by) => (mayManageRole(by.role, 'operator') ? sessions.list(by.town) : Promise.resolve([])),
    revokeSession: async (by, account, session) => {
      const row = await accountRow(account)
      if (!mayManageRole(by.role, 'operator')) return { ok: false, why: 'no-right' }
      if (!row || row.town !== by.town) return { ok: false, why: 'unknown-account' }
      if (row.role === 'admin' && by.role !== 'admin') return { ok: false, why: 'no-right' }
      const id = AccountId.parse(row.id)
      return { ok: true, ended: await sessions.end(session === null ? { account: id } : { account: id, session }, 'revoked') }
    },
  }
}
