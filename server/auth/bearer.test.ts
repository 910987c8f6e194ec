import { afterAll, beforeAll, expect, test } from 'vitest'
import { SignedIn } from '../../shared/contracts/session.ts'
import { aManagedRoom, password } from '../manage/testing/aManagedRoom.ts'
import { idleMs } from './sessions.ts'

let room: Awaited<ReturnType<typeof aManagedRoom>>
beforeAll(async () => void (room = await aManagedRoom()))
afterAll(() => room.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks with these headers and no others: no sign of an own page. */
const ask = async (method: Method, url: string, headers: Record<string, string>, payload?: object) => {
  const answer = await room.app.inject({ method, url, headers, ...(payload && { payload }) })
  const body = answer.body.startsWith('{') ? answer.json<Record<string, unknown>>() : {}
  return { status: answer.statusCode, body, headers: answer.headers }
}

const signIn = (account: string, form = 'bearer') =>
  ask('POST', '/api/session', { 'x-xiaonao': '1', 'x-xiaonao-session': form }, { account, password })

const tokenOf = async (account: string) => SignedIn.parse((await signIn(account)).body).token
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const cookieOf = async (account: string) => ({ cookie: (await room.cookieOf(account)).cookie.split(';')[0] ?? '' })
const who = async (headers: Record<string, string>) => {
  const { status, body } = await ask('GET', '/api/session', headers)
  return [status, body['id'] ?? body['error']]
}

test('[W41] who signs in and asks for a bearer is given the token in the answer, and no cookie', async () => {
  const { status, body, headers } = await signIn('operator1')
  expect([status, headers['set-cookie'], headers['cache-control']]).toEqual([200, undefined, 'no-store'])
  expect(body).toEqual({
    ...{ id: 'operator1', name: '沈佳', role: 'operator', town: 'siji', townName: 'siji', mustChangePassword: false },
    token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
  })
  expect(await who(bearer(String(body['token'])))).toEqual([200, 'operator1'])
})

test.each(['', 'Bearer', 'cookie', '1', 'bearer, bearer'])(
  '[W41] asked for in the form %j, it is a cookie, and no token is told',
  async (form) => {
    const { body, headers } = await signIn('operator1', form)
    expect(body).not.toHaveProperty('token')
    expect(String(headers['set-cookie'])).toMatch(/^xn_session=/)
  },
)

test('[W41] a sign-in from another site’s page is refused, whatever bearer and form it brings', async () => {
  const headers = { host: 'room.example', origin: 'https://evil.example', 'x-xiaonao-session': 'bearer' }
  const known = bearer(await tokenOf('operator1'))
  for (const more of [{}, known, { authorization: 'Bearer x' }])
    expect(await ask('POST', '/api/session', { ...headers, ...more }, { account: 'operator1', password })).toMatchObject({ status: 403 })
})

test('[W40] a bearer opens what the cookie opens, from wherever it is shown, and a role opens no more by it', async () => {
  const elsewhere = { host: 'room.example', origin: 'https://elsewhere.example' }
  const supervisor = bearer(await tokenOf('supervisor1'))
  const made = await ask('POST', '/api/manage/tokens', { ...supervisor, ...elsewhere }, { name: '城管', channel: 'grid' })
  expect(made.status).toBe(200)
  expect((await ask('GET', '/api/manage/accounts', bearer(await tokenOf('operator1')))).status).toBe(403)
})

test('[W40] who shows a bearer is judged by it alone: a wrong one is not helped by a cookie, a right one not hindered', async () => {
  const cookie = await cookieOf('operator2')
  const right = bearer(await tokenOf('operator1'))
  expect(await who({ ...right, ...cookie })).toEqual([200, 'operator1'])
  expect(await who({ ...right, cookie: `xn_session=${'A'.repeat(43)}` })).toEqual([200, 'operator1'])
  for (const authorization of ['Bearer', 'Bearer ', 'bearer x', `Bearer ${'A'.repeat(43)}`, 'Bearer\tx'])
    expect([authorization, ...(await who({ authorization, ...cookie }))]).toEqual([authorization, 401, 'not-signed-in'])
  expect(await ask('DELETE', '/api/session', { authorization: 'Bearer x', ...cookie })).toMatchObject({ status: 401 })
  expect(await who(cookie)).toEqual([200, 'operator2'])
})

test('[W40] what a proxy before us wants to know of a person does not hide the cookie, and opens nothing to other pages', async () => {
  const headers = { authorization: 'Basic b25lOnR3bw==', ...(await cookieOf('operator2')) }
  expect(await who(headers)).toEqual([200, 'operator2'])
  const foreign = { host: 'room.example', origin: 'https://evil.example' }
  expect(await ask('DELETE', '/api/session', { ...headers, ...foreign })).toMatchObject({ status: 403 })
})

test('[P16] a page of another scheme is none of ours, though it has our name', async () => {
  const headers = { host: 'xiaonao', origin: 'app://xiaonao', ...(await cookieOf('operator2')) }
  expect(await ask('DELETE', '/api/session', headers)).toMatchObject({ status: 403, body: { error: 'foreign-page' } })
})

test('[W40] malformed and hostile bearers are answered 401, and nothing else', async () => {
  const right = await tokenOf('operator1')
  const wrong = [
    `${right}A`,
    right.slice(1),
    `${right} `,
    ` ${right}`,
    `${right},${right}`,
    `"${right}"`,
    'x'.repeat(9_000),
    '__proto__',
    '%00',
  ]
  for (const token of wrong) expect([token, ...(await who({ authorization: `Bearer ${token}` }))]).toEqual([token, 401, 'not-signed-in'])
})

test('[W40] signing out, taking a session back and its end by the clock end a bearer as they end a cookie', async () => {
  const [out, taken, old] = [await tokenOf('operator1'), await tokenOf('operator1'), await tokenOf('operator1')]
  const answer = await ask('DELETE', '/api/session', bearer(out))
  expect([answer.status, answer.headers['set-cookie']]).toEqual([204, undefined])
  expect(await who(bearer(out))).toEqual([401, 'signed-out'])
  const found = await room.auth.whoIs(taken)
  const session = found.ok ? found.person.session : ''
  const took = await ask('DELETE', `/api/manage/sessions/operator1/${session}`, bearer(await tokenOf('supervisor1')))
  expect(took.status).toBe(204)
  expect(await who(bearer(taken))).toEqual([401, 'revoked'])
  room.clock.at += idleMs
  expect(await who(bearer(old))).toEqual([401, 'expired'])
})

test('[W40] a new password is set by a bearer, which goes on, while the person’s other sessions end', async () => {
  const mine = await tokenOf('leader1')
  const other = await cookieOf('leader1')
  const answer = await ask('PUT', '/api/session/password', bearer(mine), { old: password, new: 'eight quiet rivers' })
  expect([answer.status, await who(bearer(mine)), await who(other)]).toEqual([204, [200, 'leader1'], [401, 'revoked']])
})
