import type { Knex } from 'knex'
import type { Role } from '../../shared/domain/actor.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import { hashPassword } from './passwords.ts'
import type { Random } from './secret.ts'
import { newPassword } from './token.ts'

export type FirstAccount = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly password: string
  readonly mustChange: boolean
}

type Needs = {
  readonly knex: Knex
  readonly now: () => number
  readonly random: Random
  readonly town: TownId
  readonly isExampleTown: boolean
  /** The one password of the example accounts; null to have one made. Never used for another town. */
  readonly examplePassword: string | null
}

/** People to look around with, one of each seat and a second operator. */
const examplePeople: readonly { readonly id: string; readonly name: string; readonly role: Role }[] = [
  { id: 'operator1', name: '沈佳', role: 'operator' },
  { id: 'operator2', name: '李想', role: 'operator' },
  { id: 'dispatcher1', name: '王建军', role: 'dispatcher' },
  { id: 'supervisor1', name: '陈慧', role: 'supervisor' },
  { id: 'leader1', name: '周正', role: 'leader' },
  { id: 'district1', name: '钱江', role: 'district' },
  { id: 'admin1', name: '管理员', role: 'admin' },
]

/**
 * The accounts of a room that has none: example people with one password for the example town, else one
 * administrator whose one-time password must be changed. Empty when the town already has accounts. Rejects when they
 * cannot be kept, and then none is.
 *
 * The caller tells the passwords to the person who starts the server; they are kept nowhere.
 */
export const makeFirstAccounts = async (needs: Needs): Promise<readonly FirstAccount[]> => {
  const { knex, town, isExampleTown } = needs
  const first = await knex('account').where({ town }).first<{ id: string } | undefined>('id')
  if (first) return []
  const password = (isExampleTown ? needs.examplePassword : null) ?? newPassword(needs.random)
  const people = isExampleTown ? examplePeople : [{ id: await freeAdminName(knex, town), name: '管理员', role: 'admin' as const }]
  const made = people.map((person) => ({ ...person, password, mustChange: !isExampleTown }))
  const rows: object[] = []
  for (const { id, name, role, mustChange } of made) {
    rows.push({
      id,
      name,
      role,
      town,
      password: await hashPassword(password),
      must_change: mustChange,
      disabled_at: null,
      created_at: needs.now(),
    })
  }
  // One statement: half of them would be accounts whose password nobody is told.
  await knex('account').insert(rows)
  return made
}

/** `admin`, or with the town's name when another town of this server has that already. */
const freeAdminName = async (knex: Knex, town: TownId): Promise<string> =>
  (await knex('account').where({ id: 'admin' }).first<{ id: string } | undefined>('id')) ? `admin-${town}` : 'admin'
