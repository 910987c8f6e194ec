import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { AccountId, BuildingId, IncidentId, ReportId, TownId, UnitId } from '../../shared/domain/ids.ts'
import { openKnex } from '../journal/database.ts'
import { openAuth } from './auth.ts'
import { makeFirstAccounts } from './firstAccounts.ts'
import type { Manager } from './accounts.ts'
import { readSecret } from './secret.ts'
import { idleMs, shiftMs } from './sessions.ts'

const town = TownId.parse('siji')
const password = 'seven quiet rivers'
const hourMs = 3_600_000

/** Repeatable bytes that never come twice. */
const seededRandom = (seed: string) => {
  let turn = 0
  return (bytes: number) => createHash('sha512').update(`${seed}${turn++}`).digest().subarray(0, bytes)
}

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const clockAt = 1_780_000_000_000

/** The example town as its first start leaves it, made once: hashing eight passwords costs more than all a test does with them. */
let firstDay: string
beforeAll(async () => {
  firstDay = await mkdtemp(join(tmpdir(), 'auth-first-day-'))
  const knex = openKnex(join(firstDay, 'people.db'))
  const needs = { knex, now: () => clockAt, random: seededRandom('first day') }
  await openAuth({ ...needs, secret: await readSecret(join(firstDay, 'secret'), needs.random) })
  await makeFirstAccounts({ ...needs, town, isExampleTown: true, examplePassword: password })
  await knex.destroy()
  return () => rm(firstDay, { recursive: true })
})

const aRoom = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'auth-'))
  await cp(firstDay, folder, { recursive: true })
  const file = join(folder, 'people.db')
  const knex = openKnex(file)
  cleanUps.push(
    () => rm(folder, { recursive: true }),
    () => knex.destroy(),
  )
  const clock = { at: clockAt }
  const now = () => clock.at
  const random = seededRandom('room')
  const auth = await openAuth({ knex, now, random, secret: await readSecret(join(folder, 'secret'), random) })
  return { auth, knex, clock, folder, file, random, now }
}

const signedIn = async (auth: Awaited<ReturnType<typeof aRoom>>['auth'], account = 'operator1', address = '10.0.0.1') => {
  const answer = await auth.signIn(account, password, address)
  if (!answer.ok) throw new Error(`${account} could not sign in: ${answer.why}`)
  return answer
}
const admin: Manager = { id: AccountId.parse('admin1'), role: 'admin', town }

describe('people', () => {
  test('[P1] a person signs in under any case of the account name and is known by the token', async () => {
    const { auth } = await aRoom()
    const { token, person } = await signedIn(auth, 'Operator1')
    expect(person).toMatchObject({ id: 'operator1', role: 'operator', town, mustChange: false })
    expect(await auth.whoIs(token)).toEqual({ ok: true, person })
    expect(await auth.whoIs(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'))).toEqual({ ok: false, why: 'unknown' })
  })

  test('[P2] wrong password, unknown account and disabled account get one and the same answer', async () => {
    const { auth } = await aRoom()
    await auth.accounts.disable(admin, 'operator2', true)
    const wrong = await auth.signIn('operator1', 'not the password', 'a')
    expect(wrong).toEqual({ ok: false, why: 'wrong' })
    expect(await auth.signIn('nobody', 'not the password', 'b')).toEqual(wrong)
    expect(await auth.signIn('operator2', password, 'c')).toEqual(wrong)
  })

  test('[P2] an unknown and a disabled account cost the same hashing as a wrong password', async () => {
    const { knex, now, random, folder } = await aRoom()
    const checked: string[] = []
    const checkPassword = async (kept: string) => {
      checked.push(kept)
      return false
    }
    const secret = await readSecret(join(folder, 'secret'), random)
    const auth = await openAuth({ knex, now, random, secret, checkPassword })
    await auth.accounts.disable(admin, 'operator2', true)
    for (const account of ['operator1', 'nobody', 'operator2']) await auth.signIn(account, 'not the password', account)
    expect(checked).toHaveLength(3)
    // Algorithm, version, memory, passes and lanes: what the time depends on.
    expect(new Set(checked.map((kept) => kept.split('$').slice(1, 4).join('$')))).toEqual(new Set(['argon2id$v=19$m=19456,t=2,p=1']))
  })

  test('[P4] a session ends after 12 idle hours and after 16 hours however busy', async () => {
    const { auth, clock } = await aRoom()
    const idle = await signedIn(auth, 'operator1')
    const busy = await signedIn(auth, 'operator2')
    const begun = clock.at
    for (const hours of [4, 8, 11]) {
      clock.at = begun + hours * hourMs
      expect((await auth.whoIs(busy.token)).ok).toBe(true)
    }
    clock.at = begun + idleMs - 1
    expect((await auth.whoIs(busy.token)).ok).toBe(true)
    clock.at = begun + idleMs
    expect(await auth.whoIs(idle.token)).toEqual({ ok: false, why: 'expired' })
    clock.at = begun + shiftMs - 1
    expect((await auth.whoIs(busy.token)).ok).toBe(true)
    clock.at = begun + shiftMs
    expect(await auth.whoIs(busy.token)).toEqual({ ok: false, why: 'expired' })
  })

  test('[P5] a revoked session is refused at once, its listeners are told, the others go on', async () => {
    const { auth } = await aRoom()
    const told: unknown[] = []
    auth.onRevoked((revoked) => told.push(revoked))
    const [one, two] = [await signedIn(auth), await signedIn(auth)]
    await auth.revokeSession(admin, 'operator1', one.person.session)
    expect(await auth.whoIs(one.token)).toEqual({ ok: false, why: 'revoked' })
    expect((await auth.whoIs(two.token)).ok).toBe(true)
    expect(told).toEqual([{ kind: 'session', account: 'operator1', session: one.person.session, why: 'revoked' }])
  })

  test('[P5] a disabled account, a changed role and a reset password end every session of the person', async () => {
    const { auth } = await aRoom()
    const changes = [
      { account: 'operator1', change: () => auth.accounts.disable(admin, 'operator1', true), why: 'revoked' },
      { account: 'operator2', change: () => auth.accounts.setRole(admin, 'operator2', 'dispatcher'), why: 'rights-changed' },
      { account: 'leader1', change: () => auth.accounts.resetPassword(admin, 'leader1'), why: 'revoked' },
    ] as const
    for (const { account, change, why } of changes) {
      const [one, two] = [await signedIn(auth, account), await signedIn(auth, account)]
      expect((await change()).ok).toBe(true)
      expect([await auth.whoIs(one.token), await auth.whoIs(two.token)]).toEqual([
        { ok: false, why },
        { ok: false, why },
      ])
    }
  })

  test('[P6] changing the own password asks for the old one, refuses weak ones, and ends the other sessions', async () => {
    const { auth } = await aRoom()
    const [here, there] = [await signedIn(auth), await signedIn(auth)]
    const change = (current: string, next: string) => auth.changePassword(here.person, current, next, '10.0.0.1')
    expect(await change('wrong one', 'nine brave herons')).toEqual({ ok: false, why: 'wrong' })
    expect(await change(password, 'short')).toEqual({ ok: false, why: 'too-short' })
    expect(await change(password, password)).toEqual({ ok: false, why: 'unchanged' })
    expect(await change(password, 'nine brave herons')).toEqual({ ok: true })
    expect((await auth.whoIs(here.token)).ok).toBe(true)
    expect(await auth.whoIs(there.token)).toEqual({ ok: false, why: 'revoked' })
    expect((await auth.signIn('operator1', password, 'x')).ok).toBe(false)
    expect((await auth.signIn('operator1', 'nine brave herons', 'x')).ok).toBe(true)
  })

  test('[P7] no token, password or secret stands in the database, and the secret file is its owner’s alone', async () => {
    const { auth, knex, folder, file } = await aRoom()
    const { token } = await signedIn(auth)
    const until = 1_780_000_000_000 + hourMs
    const channel = await auth.channelTokens.create(admin, { name: '市110', channel: '110' })
    const link = await auth.links.create(admin, UnitId.parse('W12'), until)
    const made = await auth.accounts.create(admin, { id: 'newcomer', name: '新人', role: 'operator' })
    if (!channel.ok || !link.ok || !made.ok) throw new Error('The room refused its administrator')
    await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)')
    const bytes = await readFile(file)
    const secret = (await readFile(join(folder, 'secret'), 'utf8')).trim()
    expect(bytes.includes('newcomer')).toBe(true)
    for (const hidden of [token, channel.token, link.token, made.password, password, secret, Buffer.from(secret, 'hex')]) {
      expect(bytes.includes(hidden), String(hidden)).toBe(false)
    }
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  })

  test('[P8] a channel token opens one channel of one town until it is revoked', async () => {
    const { auth } = await aRoom()
    const made = await auth.channelTokens.create(admin, { name: '市110', channel: '110' })
    if (!made.ok) throw new Error(made.why)
    expect(await auth.channelOf(made.token)).toEqual({ ok: true, channel: '110', town, id: made.id, name: '市110' })
    expect(await auth.channelTokens.revoke({ ...admin, town: TownId.parse('other') }, made.id)).toEqual({ ok: false, why: 'unknown-token' })
    expect(await auth.channelTokens.revoke(admin, made.id)).toEqual({ ok: true })
    expect(await auth.channelOf(made.token)).toEqual({ ok: false, why: 'revoked' })
    expect(await auth.channelOf('made-up')).toEqual({ ok: false, why: 'unknown' })
  })

  test('[P9] a field link is its unit until its end, at most a shift ahead, or until it is revoked', async () => {
    const { auth, clock } = await aRoom()
    const unit = UnitId.parse('W12')
    const until = clock.at + 8 * hourMs
    const [kept, revoked] = [await auth.links.create(admin, unit, until), await auth.links.create(admin, unit, until)]
    if (!kept.ok || !revoked.ok) throw new Error('The room refused its administrator')
    expect(await auth.links.create(admin, unit, clock.at + shiftMs + 1)).toEqual({ ok: false, why: 'not-within-a-shift' })
    expect(await auth.links.create(admin, unit, clock.at)).toEqual({ ok: false, why: 'not-within-a-shift' })
    const told: unknown[] = []
    auth.onRevoked((one) => told.push(one))
    await auth.links.revoke(admin, revoked.id)
    expect(told).toEqual([{ kind: 'link', id: revoked.id, town, unit }])
    expect(await auth.links.unitOf(revoked.token)).toEqual({ ok: false, why: 'revoked' })
    clock.at = until - 1
    expect(await auth.links.unitOf(kept.token)).toMatchObject({ ok: true, unit, town, expiresAt: until })
    clock.at = until
    expect(await auth.links.unitOf(kept.token)).toEqual({ ok: false, why: 'expired' })
  })

  test('[P10] seals hold for what was sealed, in this room, over a restart, and for nothing else', async () => {
    const { auth, knex, folder, now } = await aRoom()
    const building = BuildingId.parse('B0012')
    const seal = auth.seals.signBuilding(town, building)
    const followed = { town, incident: IncidentId.parse('E-7'), report: ReportId.parse('R-9'), receivedAt: now() }
    const follow = auth.seals.followToken(followed)
    const openWith = async (seed: string, file: string) => {
      const random = seededRandom(seed)
      return openAuth({ knex, now, random, secret: await readSecret(join(folder, file), random) })
    }
    const [again, elsewhere] = [await openWith('later', 'secret'), await openWith('elsewhere', 'other-secret')]
    expect(again.seals.verifyBuilding(town, building, seal)).toBe(true)
    expect(again.seals.followed(follow)).toEqual(followed)
    expect(again.seals.verifyBuilding(town, 'B0013', seal)).toBe(false)
    expect(again.seals.verifyBuilding('other', building, seal)).toBe(false)
    expect(again.seals.followed(follow.replace('E-7', 'E-8'))).toBeNull()
    expect(again.seals.followed(follow.replace(now().toString(36), (now() + 1).toString(36)))).toBeNull()
    for (const wrong of ['', '.', follow.split('.').slice(0, 4).join('.'), `${follow}.`, `.${follow}`])
      expect([wrong, again.seals.followed(wrong)]).toEqual([wrong, null])
    expect(elsewhere.seals.verifyBuilding(town, building, seal)).toBe(false)
    expect(elsewhere.seals.followed(follow)).toBeNull()
  })

  test('[P11] the first start of the example town makes its people once; another town gets one administrator with a password to change', async () => {
    const { auth, knex, now, random } = await aRoom()
    const first = { knex, now, random, examplePassword: password }
    expect(await makeFirstAccounts({ ...first, town, isExampleTown: true })).toEqual([])
    const real = TownId.parse('jiubao')
    const made = await makeFirstAccounts({ ...first, town: real, isExampleTown: false })
    expect(made).toMatchObject([{ id: 'admin', role: 'admin', mustChange: true }])
    expect(made[0]?.password).not.toBe(password)
    const answer = await auth.signIn('admin', made[0]?.password ?? '', 'x')
    expect(answer).toMatchObject({ ok: true, person: { town: real, mustChange: true } })
  })
})
