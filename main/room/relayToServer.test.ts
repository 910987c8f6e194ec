import { expect, test } from 'vitest'
import type { AccountId } from '../../shared/domain/ids.ts'
import { relayToServer } from './relayToServer.ts'

const server = 'https://room.example:8135'
const me = { id: 'operator1', name: '王敏' }

type Asked = { readonly url: string; readonly init: RequestInit }

const relay = (
  answer: () => Response | Promise<Response>,
  wish: { readonly server?: string | null; readonly token?: string | null; readonly wallPass?: string | null } = {},
) => {
  const asked: Asked[] = []
  const said: string[] = []
  const pass = relayToServer({
    server: () => (wish.server === undefined ? server : wish.server),
    fetch: async (url, init) => {
      asked.push({ url, init })
      return await answer()
    },
    token: () => wish.token ?? null,
    wallPass: () => wish.wallPass,
    signedIn: (token, account) => said.push(`in ${token} ${account}`),
    isPerson: (account: AccountId) => said.push(`is ${account}`),
    signedOut: () => said.push('out'),
  })
  const ask = (path: string, init: RequestInit = {}) => pass(new Request(`app://xiaonao${path}`, init), path)
  const headers = () => new Headers(asked[0]?.init.headers)
  return { ask, pass, asked, said, headers }
}

const signIn = { method: 'POST', body: JSON.stringify({ account: 'operator1', password: '123' }) }
const signedIn = () => Response.json({ ...me, token: 'secret-token' }, { headers: { 'set-cookie': 'session=secret-token' } })

test('[G14] who signs in asks for a bearer, it is kept, and the page sees none of it', async () => {
  const { ask, said, headers } = relay(signedIn, { token: 'older' })
  const answer = await ask('/api/session', signIn)
  expect(headers().get('x-xiaonao-session')).toBe('bearer')
  expect(headers().get('authorization')).toBeNull()
  expect(await answer.json()).toEqual(me)
  expect([...answer.headers.values()].join(' ')).not.toContain('secret-token')
  expect(said).toEqual(['in secret-token operator1'])
})

test.each(['/api/session?again', '/api/x\\..\\session', '/api/./session', '/api/session#x'])(
  '[G14] however the door is spelt, no page gets the token: %s',
  async (path) => {
    const { ask } = relay(signedIn)
    const answer = await ask(path, signIn)
    expect(await answer.text()).not.toContain('secret-token')
  },
)

test('[G14] a sign-in that the server answers without a token is a failed request', async () => {
  const { ask, said } = relay(() => Response.json(me))
  expect((await ask('/api/session', signIn)).type).toBe('error')
  expect(said).toEqual([])
})

test('[G14] a refused sign-in is passed on and keeps nothing', async () => {
  const { ask, said } = relay(() => Response.json({ error: 'wrong-password' }, { status: 401 }))
  const answer = await ask('/api/session', signIn)
  expect([answer.status, await answer.json(), said]).toEqual([401, { error: 'wrong-password' }, []])
})

test('[G14] the token goes with every request to its server and to no other place', async () => {
  const { ask, asked, headers } = relay(() => Response.json({}), { token: 'kept' })
  await ask('/api/board?since=3')
  expect(asked[0]?.url).toBe(`${server}/api/board?since=3`)
  expect(headers().get('authorization')).toBe('Bearer kept')
  expect(asked[0]?.init.redirect).toBe('error')
})

test.each(['//evil.example/api/', '@evil.example/', '.evil.example/', ':1/', '/api/\\..\\..\\metrics', ''])(
  '[G14] a path that leads to another place is not asked: %s',
  async (path) => {
    const { pass, asked } = relay(() => Response.json({}), { token: 'kept' })
    expect((await pass(new Request('app://xiaonao/api/x'), path)).type).toBe('error')
    expect(asked).toEqual([])
  },
)

test('[G15] of what a page says only the list is passed on, and no cookie', async () => {
  const { ask, headers } = relay(() => Response.json({}))
  const said = { cookie: 'a=b', authorization: 'Bearer mine', 'x-forwarded-for': '10.0.0.1', accept: 'text/csv', 'x-xiaonao': '1' }
  await ask('/api/board', { headers: said })
  expect(Object.fromEntries(headers())).toEqual({ accept: 'text/csv', 'x-xiaonao': '1' })
})

test('[G15] of what the server says only the list comes back', async () => {
  const headers = { 'set-cookie': 'a=b', server: 'x', 'content-type': 'text/csv', etag: '"1"', 'access-control-allow-origin': '*' }
  const { ask } = relay(() => new Response('1,2', { status: 206, headers }))
  const answer = await ask('/tiles/1/2/3')
  expect(Object.fromEntries(answer.headers)).toEqual({ 'content-type': 'text/csv', etag: '"1"' })
  expect([answer.status, await answer.text()]).toEqual([206, '1,2'])
})

test('[G15] bodies pass unchanged, both ways; answers without a body too', async () => {
  const { ask, asked } = relay(() => new Response(null, { status: 304 }))
  const answer = await ask('/api/x', { method: 'PUT', body: new Uint8Array([0, 255, 10]), headers: { 'content-type': 'image/png' } })
  expect([...new Uint8Array(asked[0]?.init.body as ArrayBuffer)]).toEqual([0, 255, 10])
  expect(answer.status).toBe(304)
})

test('who is at this desk is learnt from what the server says of the kept session', async () => {
  const known = relay(() => Response.json(me), { token: 'kept' })
  expect(await (await known.ask('/api/session')).json()).toEqual(me)
  const ended = relay(() => Response.json({ error: 'signed-out' }, { status: 401 }), { token: 'kept' })
  await ended.ask('/api/session')
  expect([known.said, ended.said]).toEqual([['is operator1'], ['out']])
})

test('[G14] who signs out is signed out of this machine, whether the server answers or not', async () => {
  const gone = relay(() => Promise.reject(new TypeError('net::ERR_CONNECTION_REFUSED')), { token: 'kept' })
  expect((await gone.ask('/api/session', { method: 'DELETE' })).type).toBe('error')
  const there = relay(() => new Response(null, { status: 204 }), { token: 'kept' })
  expect((await there.ask('/api/session', { method: 'DELETE' })).status).toBe(204)
  expect([gone.said, there.said]).toEqual([['out'], ['out']])
  expect(there.headers().get('authorization')).toBe('Bearer kept')
})

test('a server that is gone, or none at all, is a failed request', async () => {
  const gone = relay(() => Promise.reject(new TypeError('net::ERR_CONNECTION_REFUSED')), { token: 'kept' })
  expect((await gone.ask('/api/board')).type).toBe('error')
  expect(gone.said).toEqual([])
  const none = relay(() => Response.json({}), { server: null })
  expect((await none.ask('/api/board')).type).toBe('error')
  expect(none.asked).toEqual([])
})

test('[G14] a wall that hangs on the desk has a session of its own, which no page sees, and the person’s where it has none', async () => {
  const answers = [
    Response.json({ id: 'W1', token: 'wall-token' }),
    Response.json([]),
    Response.json([]),
    Response.json({ error: 'revoked' }, { status: 401 }),
    Response.json([]),
  ]
  const { ask, asked } = relay(() => answers.shift() ?? Response.error(), { token: 'person-token' })
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  const bearers = () => asked.map(({ init }) => new Headers(init.headers).get('authorization'))
  const entered = await ask('/api/wall/session', { ...asWall, method: 'POST', body: '{"pass":"p"}' })
  expect(await entered.json()).toEqual({ id: 'W1' })
  await ask('/api/town', asWall)
  await ask('/api/town')
  expect((await ask('/api/wall/session', { ...asWall, method: 'POST', body: '{"pass":"p"}' })).status).toBe(401)
  await ask('/api/town', asWall)
  expect(bearers()).toEqual([null, 'Bearer wall-token', 'Bearer person-token', null, 'Bearer person-token'])
})

test('[G14] a wall’s session goes with its room: the next one never gets it', async () => {
  const wish = { server }
  const { ask, asked } = relay(() => Response.json({ id: 'W1', token: 'wall-token' }), wish)
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  await ask('/api/wall/session', { ...asWall, method: 'POST', body: '{"pass":"p"}' })
  wish.server = 'https://next.example'
  await ask('/api/town', asWall)
  expect(new Headers(asked[1]?.init.headers).get('authorization')).toBeNull()
})

test('what a wall learns of its own session says nothing of the person at this desk', async () => {
  const answers = [
    Response.json({ id: 'W1', token: 'wall-token' }),
    Response.json({ id: 'wall-1' }),
    Response.json({ error: 'revoked' }, { status: 401 }),
    new Response(null, { status: 204 }),
  ]
  const { ask, said } = relay(() => answers.shift() ?? Response.error(), { token: 'person-token' })
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  await ask('/api/wall/session', { ...asWall, method: 'POST', body: '{"pass":"p"}' })
  await ask('/api/session', asWall)
  await ask('/api/session', asWall)
  await ask('/api/session', { ...asWall, method: 'DELETE' })
  expect(said).toEqual([])
})

test('[G14] a sign-in that says it comes from a wall shows no token either', async () => {
  const { ask, said } = relay(signedIn)
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  await ask('/api/wall/session', { ...asWall, method: 'POST', body: '{"pass":"p"}' })
  const answer = await ask('/api/session', { ...signIn, ...asWall })
  expect(await answer.text()).not.toContain('secret-token')
  expect(said).toEqual(['in secret-token operator1'])
})

test('[E28] a workstation that is a wall shows its pass for the page that asks who it is, and that page sees neither pass nor token', async () => {
  const answers = [Response.json({ id: 'wall-1', token: 'wall-token' }), Response.json([]), Response.json([])]
  const { ask, asked, said } = relay(() => answers.shift() ?? Response.error(), { token: 'person-token', wallPass: 'the-pass' })
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  const entered = await ask('/api/session', asWall)
  expect(await entered.json()).toEqual({ id: 'wall-1' })
  await ask('/api/town', asWall)
  await ask('/api/town')
  expect(asked[0]).toMatchObject({ url: `${server}/api/wall/session`, init: { method: 'POST', body: '{"pass":"the-pass"}' } })
  expect(asked.slice(1).map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
    'Bearer wall-token',
    'Bearer person-token',
  ])
  expect(said).toEqual([])
})

test('[E28] a pass that is lost or refused is said to the wall, and no person’s session stands in for it', async () => {
  const asWall = { headers: { 'x-xiaonao': 'wall' } }
  const refused = relay(() => Response.json({ error: 'revoked', field: 'pass' }, { status: 401 }), { token: 'person', wallPass: 'p' })
  expect(await (await refused.ask('/api/session', asWall)).json()).toEqual({ error: 'revoked', field: 'pass' })
  const lost = relay(() => Response.json({}), { token: 'person', wallPass: null })
  const answer = await lost.ask('/api/session', asWall)
  expect([answer.status, await answer.json(), lost.asked]).toMatchObject([401, { error: 'no-pass', field: 'pass' }, []])
  expect([refused.said, lost.said]).toEqual([[], []])
})
