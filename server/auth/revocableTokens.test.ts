import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { AccountId, TownId, UnitId } from '../../shared/domain/ids.ts'
import { openKnex } from '../journal/database.ts'
import type { Manager } from './accounts.ts'
import { openChannelTokens } from './channelTokens.ts'
import { openFieldLinks } from './fieldLinks.ts'
import { openRevocations } from './person.ts'
import { prepareTables } from './tables.ts'

const minuteMs = 60_000
const supervisor: Manager = { id: AccountId.parse('supervisor1'), role: 'supervisor', town: TownId.parse('siji') }
const operator: Manager = { ...supervisor, role: 'operator' }

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const aDoor = async (kind: 'token' | 'link') => {
  const knex = openKnex(':memory:')
  cleanUps.push(() => knex.destroy())
  const clock = { at: 1_780_000_000_000 }
  const now = () => clock.at
  await prepareTables(knex, now)
  const revocations = openRevocations()
  const told: unknown[] = []
  revocations.on((revoked) => told.push(revoked))
  const needs = { knex, now, random: (bytes: number) => randomBytes(bytes), revocations }
  const [tokens, links] = [openChannelTokens(needs), openFieldLinks(needs)]
  const door = {
    token: {
      list: tokens.list,
      revoke: tokens.revoke,
      open: tokens.channelOf,
      make: (by: Manager) => tokens.create(by, { name: '市110', channel: '110' }),
    },
    link: {
      list: links.list,
      revoke: links.revoke,
      open: links.unitOf,
      make: (by: Manager) => links.create(by, UnitId.parse('W12'), clock.at + 60 * minuteMs),
    },
  }[kind]
  const made = async () => {
    const answer = await door.make(supervisor)
    if (!answer.ok) throw new Error(answer.why)
    return answer
  }
  return { ...door, made, clock, told }
}

describe.each(['token', 'link'] as const)('a %s', (kind) => {
  test('[P25] its last use is known to the minute and written no oftener', async () => {
    const door = await aDoor(kind)
    const { token } = await door.made()
    const lastUse = async () => (await door.list(supervisor))[0]?.lastUsedAt
    expect(await lastUse()).toBeNull()
    const first = (door.clock.at += 5)
    await door.open(token)
    door.clock.at += minuteMs - 1
    await door.open(token)
    expect(await lastUse()).toBe(first)
    door.clock.at += 1
    await door.open(token)
    expect(await lastUse()).toBe(first + minuteMs)
  })

  test('[P25] taken back once it is over, told once, and stays in the list with its end', async () => {
    const door = await aDoor(kind)
    const [{ id, token }, other] = [await door.made(), await door.made()]
    door.clock.at += minuteMs
    expect(await door.revoke(supervisor, id)).toEqual({ ok: true })
    expect(await door.revoke(supervisor, id)).toMatchObject({ ok: false, why: `unknown-${kind}` })
    expect(door.told).toHaveLength(1)
    expect(await door.open(token)).toEqual({ ok: false, why: 'revoked' })
    expect((await door.open(other.token)).ok).toBe(true)
    const ends = (await door.list(supervisor)).map((one) => [one.id === id, one.revokedAt])
    expect(ends).toContainEqual([true, door.clock.at])
    expect(ends).toContainEqual([false, null])
  })

  test('[P25] who may not manage makes, sees and takes back none', async () => {
    const door = await aDoor(kind)
    const { id } = await door.made()
    expect(await door.make(operator)).toEqual({ ok: false, why: 'no-right' })
    expect(await door.list(operator)).toEqual([])
    expect(await door.revoke(operator, id)).toEqual({ ok: false, why: 'no-right' })
    expect(await door.list(supervisor)).toHaveLength(1)
  })
})
