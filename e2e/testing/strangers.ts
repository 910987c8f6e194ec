import { join } from 'node:path'
import { openAuth } from '../../server/auth/auth.ts'
import { readSecret, systemRandom } from '../../server/auth/secret.ts'
import { openKnex } from '../../server/journal/database.ts'
import { AccountId, TownId } from '../../shared/domain/ids.ts'
import type { RoomInProcess } from './roomInProcess.ts'

/** Who knocks: headers of a request, and whether they may see what happens in the town. */
export type Asker = { readonly who: string; readonly headers: Readonly<Record<string, string>>; readonly isStranger: boolean }

/** A supervisor of a town that this server knows from its tables but does not serve. */
const farSession = async (room: RoomInProcess): Promise<string> => {
  const knex = openKnex(join(room.data, 'room.db'))
  const secret = await readSecret(join(room.data, 'secret'), systemRandom)
  const auth = await openAuth({ knex, now: room.town().now, random: systemRandom, secret })
  const by = { id: AccountId.parse('faradmin'), role: 'admin', town: TownId.parse('elsewhere') } as const
  const made = await auth.accounts.create(by, { id: 'far1', name: '远方', role: 'supervisor' })
  if (!made.ok) throw new Error(made.why)
  const signed = await auth.signIn('far1', made.password, '127.0.0.9')
  if (!signed.ok) throw new Error(signed.why)
  const changed = await auth.changePassword(signed.person, made.password, 'beyond-the-second-bridge', '127.0.0.9')
  if (!changed.ok) throw new Error(changed.why)
  await knex.destroy()
  return signed.token
}

/** Everyone who may knock at a door, right or wrong. Lets two hours pass, so that one link is dead. */
export const askersOf = async (room: RoomInProcess): Promise<readonly Asker[]> => {
  const { outside } = room
  const linkOf = async (unit: string, forMs: number) => (await outside.fieldLink(unit, forMs, room.town().now())).split('#')[1] ?? ''
  const [first, second] = room.town().town.units
  if (!first || !second) throw new Error('The example town has units')
  const dead = await linkOf(first.id, 3_600_000)
  await room.pass(2 * 3_600_000)
  const session = async (account: string) => ({ cookie: await outside.signIn(account) })
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const asker = (who: string, isStranger: boolean, headers: Record<string, string>): Asker => ({ who, headers, isStranger })
  const operator = await session('operator1')
  return [
    asker('nobody', true, {}),
    asker('a forged bearer beside a cookie', true, { ...operator, ...bearer('A'.repeat(43)) }),
    asker('a forged session', true, { cookie: `xn_session=${'A'.repeat(43)}` }),
    asker("another town's supervisor", true, { cookie: `xn_session=${await farSession(room)}` }),
    asker('a channel with a token', true, bearer(await outside.tokenFor('12345'))),
    asker('a dead field link', true, bearer(dead)),
    asker('a living field link', true, bearer(await linkOf(second.id, 8 * 3_600_000))),
    asker('an administrator', true, await session('admin1')),
    asker('an operator', false, operator),
    asker('a supervisor', false, await session('supervisor1')),
  ]
}
