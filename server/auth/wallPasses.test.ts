import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { AccountId, TownId, WallId } from '../../shared/domain/ids.ts'
import { openKnex } from '../journal/database.ts'
import type { Manager } from './accounts.ts'
import { openAuth } from './auth.ts'
import { wallSessionMs } from './wallPasses.ts'

const supervisor: Manager = { id: AccountId.parse('supervisor1'), role: 'supervisor', town: TownId.parse('siji') }
const stranger: Manager = { ...supervisor, town: TownId.parse('jiubao') }
const wall = WallId.parse('wall-1')

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const aHall = async () => {
  const knex = openKnex(':memory:')
  cleanUps.push(() => knex.destroy())
  const clock = { at: 1_780_000_000_000 }
  const auth = await openAuth({ knex, now: () => clock.at, random: (bytes) => randomBytes(bytes), secret: randomBytes(32) })
  const told: unknown[] = []
  auth.onRevoked((revoked) => told.push(revoked))
  const made = await auth.walls.create(supervisor, wall)
  if (!made.ok) throw new Error(made.why)
  const enter = async (pass = made.token) => {
    const entered = await auth.walls.enter(pass)
    if (!entered.ok) throw new Error(entered.why)
    return entered.token
  }
  return { knex, clock, auth, told, pass: made.token, id: made.id, enter }
}

describe('passes of walls', () => {
  test('[V11] a pass lets its wall in, as often as it is shown, and the session watches in the wall’s name', async () => {
    const { auth, enter } = await aHall()
    const [one, other] = [await enter(), await enter()]
    expect(one).not.toBe(other)
    for (const token of [one, other]) {
      expect(await auth.whoIs(token)).toMatchObject({ ok: true, person: { id: 'wall-1', role: 'wall', town: 'siji' } })
    }
  })

  test('[V11] neither pass nor session is kept in clear', async () => {
    const { knex, pass, enter } = await aHall()
    const token = await enter()
    const kept = JSON.stringify([await knex('wall_pass'), await knex('wall_session')])
    expect(kept).not.toContain(pass)
    expect(kept).not.toContain(token)
  })

  test('[V11] only who manages the town makes, sees and revokes its passes', async () => {
    const { auth, id } = await aHall()
    for (const role of ['operator', 'dispatcher', 'leader', 'district', 'wall'] as const) {
      const by = { ...supervisor, role }
      expect(await auth.walls.create(by, wall)).toEqual({ ok: false, why: 'no-right' })
      expect(await auth.walls.list(by)).toEqual([])
      expect(await auth.walls.revoke(by, id)).toEqual({ ok: false, why: 'no-right' })
    }
    expect(await auth.walls.list(stranger)).toEqual([])
    expect(await auth.walls.revoke(stranger, id)).toEqual({ ok: false, why: 'unknown-pass' })
    expect(await auth.walls.list(supervisor)).toMatchObject([{ id, wall, createdBy: 'supervisor1', revokedAt: null }])
  })

  test('[V12] a session ends after a day, and the pass opens another', async () => {
    const { auth, clock, enter, knex } = await aHall()
    const token = await enter()
    clock.at += wallSessionMs - 1
    expect(await auth.whoIs(token)).toMatchObject({ ok: true })
    clock.at += 1
    expect(await auth.whoIs(token)).toEqual({ ok: false, why: 'expired' })
    expect(await auth.whoIs(await enter())).toMatchObject({ ok: true })
    expect(await knex('wall_session')).toHaveLength(1)
  })

  test('[V13] a revoked pass ends every session it opened, and opens none', async () => {
    const { auth, id, pass, enter, told } = await aHall()
    const sessions = [await enter(), await enter()]
    expect(await auth.walls.revoke(supervisor, id)).toEqual({ ok: true })
    for (const token of sessions) expect(await auth.whoIs(token)).toMatchObject({ ok: false })
    expect(told).toMatchObject([
      { kind: 'session', account: 'wall-1', why: 'revoked' },
      { kind: 'session', account: 'wall-1', why: 'revoked' },
    ])
    expect(await auth.walls.enter(pass)).toEqual({ ok: false, why: 'revoked' })
    expect(await auth.walls.enter('A'.repeat(43))).toEqual({ ok: false, why: 'unknown' })
    expect(await auth.walls.revoke(supervisor, id)).toEqual({ ok: false, why: 'unknown-pass' })
  })

  test('[V14] a wall changes no password, though an account has its name', async () => {
    const { auth, enter } = await aHall()
    const who = await auth.whoIs(await enter())
    if (!who.ok) throw new Error(who.why)
    const made = await auth.accounts.create({ ...supervisor, role: 'admin' }, { id: 'wall-1', name: '同名', role: 'operator' })
    if (!made.ok) throw new Error(made.why)
    expect(await auth.changePassword(who.person, made.password, 'nine calm harbours', '10.0.0.9')).toEqual({ ok: false, why: 'wrong' })
  })
})
