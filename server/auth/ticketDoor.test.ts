import { afterAll, beforeAll, expect, test } from 'vitest'
import { SocketTicket } from '../../shared/contracts/session.ts'
import { aManagedRoom } from '../manage/testing/aManagedRoom.ts'
import { idleMs } from './sessions.ts'

let room: Awaited<ReturnType<typeof aManagedRoom>>
beforeAll(async () => void (room = await aManagedRoom()))
afterAll(() => room.close())

const cookieOf = async (account: string, word?: string) => (await room.cookieOf(account, word)).cookie.split(';')[0] ?? ''
const ask = async (headers: Record<string, string>, payload?: object) => {
  const answer = await room.app.inject({ method: 'POST', url: '/api/session/ticket', headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), kept: answer.headers['cache-control'] }
}
const own = { 'x-xiaonao': '1' }
const tokenIn = (cookie: string) => cookie.split('=')[1] ?? ''

const personOf = async (cookie: string) => {
  const who = await room.auth.whoIs(tokenIn(cookie))
  if (!who.ok) throw new Error(who.why)
  return who.person
}

test('[W42] a ticket is given to a session, shown either way, and is nothing but a ticket', async () => {
  const cookie = await cookieOf('operator1')
  const person = await personOf(cookie)
  for (const headers of [{ ...own, cookie }, { authorization: `Bearer ${tokenIn(cookie)}` }]) {
    const { status, body, kept } = await ask(headers, { session: 'of-somebody-else' })
    expect([status, kept, Object.keys(body)]).toEqual([200, 'no-store', ['ticket']])
    const { ticket } = SocketTicket.parse(body)
    expect(await ask({ authorization: `Bearer ${ticket}` })).toMatchObject({ status: 401 })
    expect(room.auth.tickets.take(ticket)).toBe(person.session)
  }
})

test('[W42] no ticket for a stranger, for another site’s page, or for who must change a given password first', async () => {
  expect(await ask(own)).toMatchObject({ status: 401, body: { error: 'not-signed-in' } })
  const cookie = await cookieOf('operator1')
  for (const origin of ['https://evil.example', 'null', 'app://xiaonao'])
    expect(await ask({ host: 'room.example', origin, cookie })).toMatchObject({ status: 403, body: { error: 'foreign-page' } })
  const reset = await room.ask(await cookieOf('admin1'), 'POST', '/api/manage/accounts/dispatcher1/password')
  const given = await cookieOf('dispatcher1', String(reset.body['password']))
  expect(await ask({ ...own, cookie: given })).toMatchObject({ status: 403, body: { error: 'must-change-password' } })
})

test('[W42] a ticket whose session was signed out, taken back or ran out opens nothing', async () => {
  const [out, taken] = [await cookieOf('operator1'), await cookieOf('operator2')]
  const tickets = await Promise.all([out, taken].map(async (cookie) => SocketTicket.parse((await ask({ ...own, cookie })).body).ticket))
  await room.ask(out, 'DELETE', '/api/session')
  await room.ask(await cookieOf('supervisor1'), 'DELETE', '/api/manage/accounts/operator2/sessions')
  expect(tickets.map(room.auth.tickets.take)).toEqual([null, null])
})

test('[W42] a session that a ticket named is judged as by its token', async () => {
  const cookie = await cookieOf('leader1')
  const person = await personOf(cookie)
  expect(await room.auth.whoIsIn(person.session)).toEqual({ ok: true, person })
  for (const session of ['', tokenIn(cookie), 'leader1', person.session.toUpperCase() + '0'])
    expect(await room.auth.whoIsIn(session)).toEqual({ ok: false, why: 'unknown' })
  room.clock.at += idleMs - 1
  expect((await room.auth.whoIsIn(person.session)).ok).toBe(true)
  // Being there is using it: twelve hours begin anew.
  room.clock.at += idleMs / 4
  expect((await room.auth.whoIs(tokenIn(cookie))).ok).toBe(true)
  room.clock.at += idleMs
  expect(await room.auth.whoIsIn(person.session)).toEqual({ ok: false, why: 'expired' })
  expect(await room.auth.whoIs(tokenIn(cookie))).toEqual({ ok: false, why: 'expired' })
})
