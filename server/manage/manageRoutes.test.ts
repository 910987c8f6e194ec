import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AccountRole } from '../../shared/domain/actor.ts'
import { ApiError } from '../../shared/contracts/session.ts'
import { accountOfRole, aManagedRoom, otherTown, password, town } from './testing/aManagedRoom.ts'

let room: Awaited<ReturnType<typeof aManagedRoom>>
const cookies: Record<string, string> = {}
beforeAll(async () => {
  room = await aManagedRoom()
  for (const role of AccountRole.options) cookies[role] = (await room.cookieOf(accountOfRole[role])).cookie
})
afterAll(() => room.close())

const as = (role: AccountRole) => cookies[role] ?? ''
const newcomer = (id: string, role: AccountRole) => ({ id, name: '新人', role })

describe('managing', () => {
  const routes = [
    ['GET', '/api/manage/accounts'],
    ['POST', '/api/manage/accounts', newcomer('sneaked', 'operator')],
    ['PUT', '/api/manage/accounts/operator2', { change: 'role', role: 'supervisor' }],
    ['POST', '/api/manage/accounts/operator2/password'],
    ['GET', '/api/manage/sessions'],
    ['DELETE', '/api/manage/accounts/operator2/sessions'],
    ['DELETE', '/api/manage/sessions/operator2/0123456789abcdef'],
    ['GET', '/api/manage/tokens'],
    ['POST', '/api/manage/tokens', { name: '市110', channel: '110' }],
    ['DELETE', '/api/manage/tokens/0123456789abcdef'],
    ['GET', '/api/manage/links'],
    ['POST', '/api/manage/links', { unit: 'W12', until: 1_780_000_000_001 }],
    ['DELETE', '/api/manage/links/0123456789abcdef'],
    ['GET', '/api/manage/walls/passes'],
    ['POST', '/api/manage/walls/passes', { wall: 'wall-1' }],
    ['DELETE', '/api/manage/walls/passes/0123456789abcdef'],
    ['GET', '/api/manage/buildings'],
    ['GET', '/api/manage/buildings/B1/code.svg'],
    ['GET', '/api/manage/buildings/B1/code.png'],
    ['GET', '/api/manage/rejects'],
    ['POST', '/api/manage/rejects/seen', { upTo: 1 }],
    ['GET', '/api/manage/brain'],
    ['POST', '/api/manage/brain/training'],
    ['DELETE', '/api/manage/brain/training'],
    ['PUT', '/api/manage/brain/in-force', { number: 0, was: 1 }],
  ] as const

  test('[P12] every door is in the table that the rights are tried on', () => {
    const doors = room.app.printRoutes({ commonPrefix: false }).match(/\/[^\s]*\((?:GET|POST|PUT|DELETE)[^)]*\)/g) ?? []
    const methods = room.app.printRoutes({ commonPrefix: false }).match(/\b(GET|POST|PUT|DELETE|PATCH)\b/g) ?? []
    // The five doors of /api/session and the wall’s are not managing.
    expect(methods.length - 5, doors.join('\n')).toBe(routes.length)
  })

  test.each(['operator', 'dispatcher', 'leader', 'district'] as const)(
    '[P12][B89] %s gets 403 and nothing else at every managing door',
    async (role) => {
      const before = await room.auth.accounts.list({ id: 'admin1' as never, role: 'admin', town })
      const noted = room.notes.length
      for (const [method, url, payload] of routes) {
        const answer = await room.ask(as(role), method, url, payload)
        expect([url, answer.status]).toEqual([url, 403])
        expect(ApiError.strict().parse(answer.body).error).toBe('no-right')
      }
      expect(await room.auth.accounts.list({ id: 'admin1' as never, role: 'admin', town })).toEqual(before)
      expect(room.notes).toHaveLength(noted)
      expect(room.taught).toEqual([])
    },
  )

  test.each(['supervisor', 'admin'] as const)('[P12] %s comes through every managing door', async (role) => {
    for (const [method, url] of routes.filter(([method]) => method === 'GET')) {
      expect([url, (await room.ask(as(role), method, url)).status]).toEqual([url, 200])
    }
  })

  test('[P12] without a session, or with a made-up one, every managing door says 401', async () => {
    for (const cookie of ['', `xn_session=${'A'.repeat(43)}`]) {
      for (const [method, url, payload] of routes) expect((await room.ask(cookie, method, url, payload)).status).toBe(401)
    }
  })

  test('[P13] a supervisor may neither make an administrator nor touch one', async () => {
    const by = as('supervisor')
    const wishes = [
      room.ask(by, 'POST', '/api/manage/accounts', newcomer('newadmin', 'admin')),
      room.ask(by, 'PUT', '/api/manage/accounts/operator2', { change: 'role', role: 'admin' }),
      room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'role', role: 'operator' }),
      room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'disabled', isDisabled: true }),
      room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'name', name: '改名' }),
      room.ask(by, 'POST', '/api/manage/accounts/admin1/password'),
      room.ask(by, 'DELETE', '/api/manage/accounts/admin1/sessions'),
    ]
    expect((await Promise.all(wishes)).map(({ status }) => status)).toEqual(wishes.map(() => 403))
    expect((await room.ask(as('admin'), 'GET', '/api/session')).body).toMatchObject({ id: 'admin1', name: '管理员', role: 'admin' })
  })

  test('[P14] the last administrator can neither be disabled nor given another role', async () => {
    const by = as('admin')
    const refusal = { error: 'last-admin' }
    expect((await room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'disabled', isDisabled: true })).body).toMatchObject(refusal)
    expect((await room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'role', role: 'leader' })).body).toMatchObject(refusal)
    expect((await room.ask(by, 'POST', '/api/manage/accounts', newcomer('second.admin', 'admin'))).status).toBe(200)
    expect((await room.ask(by, 'PUT', '/api/manage/accounts/second.admin', { change: 'disabled', isDisabled: true })).status).toBe(204)
    expect((await room.ask(by, 'PUT', '/api/manage/accounts/admin1', { change: 'disabled', isDisabled: true })).body).toMatchObject(refusal)
  })

  test('[P15] people of another town see and change nothing here', async () => {
    const made = await room.ask(as('admin'), 'POST', '/api/manage/tokens', { name: '市110', channel: '110' })
    const link = await room.ask(as('admin'), 'POST', '/api/manage/links', { unit: 'W12', until: room.clock.at + 3_600_000 })
    const { cookie } = await room.cookieOf(room.stranger.id, room.stranger.password)
    await room.ask(cookie, 'PUT', '/api/session/password', { old: room.stranger.password, new: password })
    const lists = ['accounts', 'tokens', 'links', 'buildings', 'rejects'] as const
    const seen = await Promise.all(lists.map((list) => room.ask(cookie, 'GET', `/api/manage/${list}`)))
    expect(seen.map(({ body }, i) => body[lists[i] ?? ''])).toMatchObject([[{ id: room.stranger.id }], [], [], [], []])
    const sessions = (await room.ask(cookie, 'GET', '/api/manage/sessions')).body['sessions'] as readonly { account: string }[]
    expect(sessions.every(({ account }) => account === room.stranger.id)).toBe(true)
    const changes = [
      ['PUT', '/api/manage/accounts/operator2', { change: 'disabled', isDisabled: true }],
      ['POST', '/api/manage/accounts/operator2/password'],
      ['DELETE', '/api/manage/accounts/operator2/sessions'],
      ['DELETE', `/api/manage/tokens/${String(made.body['id'])}`],
      ['DELETE', `/api/manage/links/${String(link.body['id'])}`],
      ['POST', '/api/manage/links', { unit: 'W12', until: room.clock.at + 3_600_000 }],
      ['GET', '/api/manage/buildings/B1/code.svg'],
    ] as const
    for (const [method, url, payload] of changes) expect([url, (await room.ask(cookie, method, url, payload)).status]).toEqual([url, 404])
    await room.ask(cookie, 'POST', '/api/manage/rejects/seen', { upTo: 1 })
    expect(room.seen.at(-1)).toEqual({ where: otherTown, id: 1 })
  })

  test('[P18] each change is noted with who did it, and no secret is in the note', async () => {
    const by = as('admin')
    const before = room.notes.length
    const account = await room.ask(by, 'POST', '/api/manage/accounts', newcomer('noted', 'operator'))
    const token = await room.ask(by, 'POST', '/api/manage/tokens', { name: '城管热线', channel: '12345' })
    const link = await room.ask(by, 'POST', '/api/manage/links', { unit: 'W12', until: room.clock.at + 3_600_000 })
    const notes = room.notes.slice(before)
    expect(notes.map(({ by: who, subject }) => [who, subject.split(':')[0]])).toEqual([
      ['admin1', 'account'],
      ['admin1', 'token'],
      ['admin1', 'link'],
    ])
    const secrets = [account.body['password'], token.body['token'], String(link.body['url']).split('#')[1]].map(String)
    for (const secret of secrets) expect(secret.length > 15 && !JSON.stringify(notes).includes(secret)).toBe(true)
  })

  test('[P19] a field link is shown once as an address and a picture, and opens its unit until it is revoked', async () => {
    const made = await room.ask(as('supervisor'), 'POST', '/api/manage/links', { unit: 'W12', until: room.clock.at + 3_600_000 })
    const token = String(made.body['url']).split('#')[1] ?? ''
    expect(String(made.body['svg'])).toContain('<svg')
    expect(await room.auth.links.unitOf(token)).toMatchObject({ ok: true, unit: 'W12', town })
    expect((await room.ask(as('supervisor'), 'GET', '/api/manage/links')).text).not.toContain(token)
    await room.ask(as('supervisor'), 'DELETE', `/api/manage/links/${String(made.body['id'])}`)
    expect(await room.auth.links.unitOf(token)).toEqual({ ok: false, why: 'revoked' })
  })

  test('[P20] refused forms are shown with phone numbers masked', async () => {
    const { text } = await room.ask(as('supervisor'), 'GET', '/api/manage/rejects')
    expect(text).toContain('138****5678')
    expect(text).not.toContain('13812345678')
  })
})
