import type { Knex } from 'knex'
import { AccountRole } from '../../shared/domain/actor.ts'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import { mayManageRole } from '../../shared/domain/room/manageRights.ts'
import { hashPassword } from './passwords.ts'
import type { Person } from './person.ts'
import type { Random } from './secret.ts'
import type { Sessions } from './sessions.ts'
import { newPassword } from './token.ts'

export type AccountRow = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly town: string
  readonly password: string
  readonly must_change: boolean | number
  readonly disabled_at: number | string | null
  readonly created_at: number | string
}

/** An account as it may be shown; nothing of its password. */
export type Account = {
  readonly id: AccountId
  readonly name: string
  readonly role: AccountRole
  readonly town: TownId
  readonly mustChange: boolean
  readonly disabledAt: number | null
  readonly createdAt: number
}

/** Who manages: never more than the role and the town of the person who asks. */
export type Manager = Pick<Person, 'id' | 'role' | 'town'>

type No = { readonly ok: false; readonly why: 'no-right' | 'unknown-account' | 'taken-name' | 'last-admin' }
export type Done = { readonly ok: true } | No
/** The password is said once, here, and never again. */
export type DoneWithPassword = { readonly ok: true; readonly password: string } | No

export type Accounts = {
  readonly list: (by: Manager) => Promise<readonly Account[]>
  readonly create: (
    by: Manager,
    account: { readonly id: string; readonly name: string; readonly role: AccountRole },
  ) => Promise<DoneWithPassword>
  readonly disable: (by: Manager, id: string, isDisabled: boolean) => Promise<Done>
  readonly setRole: (by: Manager, id: string, role: AccountRole) => Promise<Done>
  readonly rename: (by: Manager, id: string, name: string) => Promise<Done>
  readonly resetPassword: (by: Manager, id: string) => Promise<DoneWithPassword>
}

type Needs = { readonly knex: Knex; readonly now: () => number; readonly random: Random; readonly sessions: Sessions }

/** Account names are one name in any case: `Admin1` cannot stand beside `admin1`. */
export const accountKey = (id: string): string => id.trim().toLowerCase()

export const accountOf = (row: AccountRow): Account => ({
  id: AccountId.parse(row.id),
  name: row.name,
  role: AccountRole.parse(row.role),
  town: TownId.parse(row.town),
  mustChange: Boolean(row.must_change),
  disabledAt: row.disabled_at === null ? null : Number(row.disabled_at),
  createdAt: Number(row.created_at),
})

/** True when the town would be left without anyone who can manage administrators. */
const isLastAdmin = async (db: Knex, row: AccountRow): Promise<boolean> => {
  if (row.role !== 'admin' || row.disabled_at !== null) return false
  const admins = await db<AccountRow>('account').where({ town: row.town, role: 'admin', disabled_at: null })
  return admins.length === 1
}

/** Accounts of one town, by people of that town alone; another town's account is simply not there. */
export const openAccounts = ({ knex, now, random, sessions }: Needs): Accounts => {
  /** Reads and changes in one transaction, so that two administrators cannot remove each other at once. */
  const change = (by: Manager, id: string, next: (row: AccountRow, db: Knex) => Promise<Partial<AccountRow> | No>): Promise<Done> =>
    knex.transaction(async (db): Promise<Done> => {
      // Every change waits here first, in one order, so that two of them cannot wait for each other.
      await db('account').where({ town: by.town, role: 'admin' }).orderBy('id').forUpdate().select('id')
      const row = await db<AccountRow>('account')
        .where({ id: accountKey(id), town: by.town })
        .forUpdate()
        .first()
      if (!row) return mayManageRole(by.role, 'operator') ? { ok: false, why: 'unknown-account' } : { ok: false, why: 'no-right' }
      if (!mayManageRole(by.role, accountOf(row).role)) return { ok: false, why: 'no-right' }
      const changes = await next(row, db)
      if ('why' in changes) return changes
      await db('account').where({ id: row.id }).update(changes)
      return { ok: true }
    })

  const isMissing = async (id: string) => (await knex<AccountRow>('account').where({ id }).first()) === undefined

  return {
    list: async (by) => {
      if (!mayManageRole(by.role, 'operator')) return []
      const rows: readonly AccountRow[] = await knex<AccountRow>('account').where({ town: by.town }).orderBy('id')
      return rows.map(accountOf)
    },
    create: async (by, { id, name, role }) => {
      if (!mayManageRole(by.role, role)) return { ok: false, why: 'no-right' }
      const key = AccountId.parse(accountKey(id))
      const password = newPassword(random)
      const row = {
        id: key,
        name,
        role,
        town: by.town,
        password: await hashPassword(password),
        must_change: true,
        disabled_at: null,
        created_at: now(),
      }
      await knex('account').insert(row).onConflict('id').ignore()
      // The one who lost against a like name sees the other's hash.
      const kept = await knex<AccountRow>('account').where({ id: key }).first()
      return kept?.password === row.password ? { ok: true, password } : { ok: false, why: 'taken-name' }
    },
    disable: async (by, id, isDisabled) => {
      const done = await change(by, id, async (row, db) => {
        if (isDisabled && (await isLastAdmin(db, row))) return { ok: false, why: 'last-admin' }
        return { disabled_at: isDisabled ? now() : null }
      })
      if (done.ok && isDisabled) await sessions.end({ account: AccountId.parse(accountKey(id)) }, 'revoked')
      return done
    },
    setRole: async (by, id, role) => {
      if (!mayManageRole(by.role, role)) return { ok: false, why: 'no-right' }
      const done = await change(by, id, async (row, db) =>
        role !== 'admin' && (await isLastAdmin(db, row)) ? { ok: false, why: 'last-admin' } : { role },
      )
      if (done.ok) await sessions.end({ account: AccountId.parse(accountKey(id)) }, 'rights-changed')
      return done
    },
    rename: (by, id, name) => change(by, id, () => Promise.resolve({ name })),
    resetPassword: async (by, id) => {
      const password = newPassword(random)
      if (await isMissing(accountKey(id))) return { ok: false, why: mayManageRole(by.role, 'operator') ? 'unknown-account' : 'no-right' }
      const kept = await hashPassword(password)
      const done = await change(by, id, () => Promise.resolve({ password: kept, must_change: true }))
      if (!done.ok) return done
      await sessions.end({ account: AccountId.parse(accountKey(id)) }, 'revoked')
      return { ok: true, password }
    },
  }
}
