import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aManagedRoom, password } from '../manage/testing/aManagedRoom.ts'

let room: Awaited<ReturnType<typeof aManagedRoom>>
beforeAll(async () => void (room = await aManagedRoom()))
afterAll(() => room.close())

describe('the door of people', () => {
  test('[P1] the session is a cookie that scripts and other sites cannot use', async () => {
    const { status, cookie, body } = await room.cookieOf('operator1')
    expect(status).toBe(200)
    expect(cookie).toMatch(/^xn_session=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=\/; Secure$/)
    expect(body).toEqual({ id: 'operator1', name: '沈佳', role: 'operator', town: 'siji', townName: 'siji', mustChangePassword: false })
    expect((await room.ask(cookie, 'GET', '/api/session')).body).toEqual(body)
  })

  test('[P1] signing out ends the session at once', async () => {
    const { cookie } = await room.cookieOf('operator1')
    expect((await room.ask(cookie, 'DELETE', '/api/session')).status).toBe(204)
    expect(await room.ask(cookie, 'GET', '/api/session')).toMatchObject({ status: 401, body: { error: 'signed-out' } })
  })

  test('[P2] the answer to an unknown account is to the letter that to a wrong password', async () => {
    const answers = [await room.cookieOf('operator2', 'not the password'), await room.cookieOf('nobody-here', 'not the password')]
    expect(answers[0]).toMatchObject({ status: 401, cookie: '', body: { error: 'wrong-sign-in' } })
    expect(answers[0]).toEqual(answers[1])
  })

  test('[P3] after too many tries the door says how long to wait', async () => {
    for (let i = 0; i < 5; i++) await room.cookieOf('guessed', 'not the password')
    const answer = await room.cookieOf('guessed', 'not the password')
    expect(answer).toMatchObject({ status: 429, body: { error: 'too-many-tries', en: 'Too many tries. Try again in 1 s.' } })
  })

  test.each([
    [{}, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://room.example' }, 401],
    [{ 'x-xiaonao': '1' }, 401],
  ])('[P16] a change asked with %j is answered %i', async (headers, status) => {
    const payload = { account: 'operator2', password: 'not the password' }
    const answer = await room.app.inject({ method: 'POST', url: '/api/session', headers: { host: 'room.example', ...headers }, payload })
    expect(answer.statusCode).toBe(status)
    room.clock.at += 60_000
  })

  test('[P16] another site’s page cannot change anything with a person’s own cookie', async () => {
    const { cookie } = await room.cookieOf('admin1')
    const headers = { host: 'room.example', origin: 'https://evil.example', cookie: cookie.split(';')[0] ?? '' }
    const answer = await room.app.inject({ method: 'DELETE', url: '/api/manage/accounts/operator1/sessions', headers })
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { error: 'foreign-page' }])
  })

  test('[P17] who was given a password can do nothing but change it', async () => {
    const admin = (await room.cookieOf('admin1')).cookie
    const reset = await room.ask(admin, 'POST', '/api/manage/accounts/supervisor1/password')
    const given = String(reset.body['password'])
    const { cookie, body } = await room.cookieOf('supervisor1', given)
    expect(body['mustChangePassword']).toBe(true)
    expect(await room.ask(cookie, 'GET', '/api/manage/accounts')).toMatchObject({ status: 403, body: { error: 'must-change-password' } })
    expect((await room.ask(cookie, 'PUT', '/api/session/password', { old: given, new: password })).status).toBe(204)
    expect((await room.ask(cookie, 'GET', '/api/manage/accounts')).status).toBe(200)
  })

  test.each([
    ['short', 'too-short'],
    ['operator2!!', 'like-the-account'],
    ['Password123', 'too-common'],
    ['1234567890', 'too-common'],
    ['a1a1a1a1a1', 'repeated'],
  ])('[P6] %s is refused as %s', async (next, error) => {
    const { cookie } = await room.cookieOf('operator2')
    const answer = await room.ask(cookie, 'PUT', '/api/session/password', { old: password, new: next })
    expect(answer).toMatchObject({ status: 400, body: { error, field: 'new' } })
  })
})
