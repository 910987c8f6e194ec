import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { WallId } from '../../shared/domain/ids.ts'
import type { WallPlan } from '../../shared/domain/wall/wall.ts'
import { startServer, type RunningServer } from '../server.ts'
import { readSettings } from '../settings.ts'

const password = 'a-wall-above-the-river'
const home = await mkdtemp(join(tmpdir(), 'walls-'))
const routes: { readonly method: string; readonly url: string }[] = []

let server: RunningServer
beforeAll(async () => {
  const read = readSettings(['--port', '0', '--data', home, '--log-level', 'silent'], { XIAONAO_EXAMPLE_PASSWORD: password })
  if (!read.ok) throw new Error(read.problem)
  const onRoute = ({ method, url }: { readonly method: string | readonly string[]; readonly url: string }) =>
    void routes.push(...[method].flat().map((one) => ({ method: one, url })))
  server = await startServer(read.settings, { root: join(import.meta.dirname, '../..'), onRoute })
})
const sockets: Socket[] = []
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await server.close()
  await rm(home, { recursive: true })
})

const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
  const answer = await fetch(`${server.address}${path}`, {
    method,
    headers: { 'x-xiaonao': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: answer.status, text, body: json, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}
const signIn = async (account: string) => ({ cookie: (await ask('POST', '/api/session', {}, { account, password })).cookie })

const connect = async (cookie: string, page: 'wall' | 'console') => {
  const socket = io(server.address, {
    auth: { protocol: protocolVersion, page },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie },
  })
  sockets.push(socket)
  const told: unknown[] = []
  socket.on('presence:walls', (walls: unknown) => told.push(walls))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  const say = (name: string, payload: unknown) => socket.timeout(40_000).emitWithAck(name, payload) as Promise<unknown>
  return { socket, say, told, gone: new Promise<unknown>((resolve) => socket.once('session:ended', resolve)) }
}

const plan: WallPlan = { name: '指挥大厅', pages: ['map', 'eyes'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false }
let walls = 0
const hang = async () => {
  const supervisor = await signIn('supervisor1')
  const desk = await connect(supervisor.cookie, 'console')
  walls += 1
  const wall = WallId.parse(`wall-${walls}`)
  const command = { type: 'wall.arrange', wall: null, plan: { ...plan, name: `大屏 ${walls}` } }
  expect(await desk.say('command:do', { id: `arrange-${wall}`, command })).toMatchObject({ ok: true })
  const made = await ask('POST', '/api/manage/walls/passes', supervisor, { wall })
  expect(made.status).toBe(200)
  const { url, id } = made.body as { url: string; id: string }
  const enter = () => ask('POST', '/api/wall/session', {}, { pass: url.split('#')[1] })
  return { supervisor, desk, wall, url, id, enter }
}

test('[V11] the link of a pass opens the wall, which then reads the town without anybody’s account', async () => {
  const { url, enter, wall } = await hang()
  expect(url).toMatch(/\/wall\/#[A-Za-z0-9_-]{43}$/)
  const entered = await enter()
  expect(entered).toMatchObject({ status: 200, body: { id: wall, name: '大屏 1', role: 'wall' } })
  expect(entered.cookie).toMatch(/^xn_wall=/)
  for (const path of ['/api/town', '/api/taxonomy', '/api/settings', '/api/session']) {
    expect([path, (await ask('GET', path, { cookie: entered.cookie, 'x-xiaonao': 'wall' })).status]).toEqual([path, 200])
  }
  const screen = await connect(entered.cookie, 'wall')
  expect(await screen.say('journal:follow', { after: 0 })).toMatchObject({ kind: 'board' })
})

test('[V15] a wall opened beside a console in one browser leaves the person signed in, and is nobody’s console', async () => {
  const { supervisor, enter } = await hang()
  const both = { cookie: `${supervisor.cookie}; ${(await enter()).cookie}` }
  expect((await ask('GET', '/api/session', both)).body).toMatchObject({ role: 'supervisor' })
  expect((await ask('GET', '/api/session', { ...both, 'x-xiaonao': 'wall' })).body).toMatchObject({ role: 'wall' })
  expect((await ask('GET', '/api/session', { cookie: (await enter()).cookie })).status).toBe(401)
})

test('[V14] at every socket’s door a wall is told no more than the board, and does nothing', async () => {
  const { enter } = await hang()
  const screen = await connect((await enter()).cookie, 'wall')
  const about = { incident: 'E-1001' }
  const refusal = { ok: false, refusal: { reason: 'no-right' } }
  const place = null
  const call = { id: 'wall-brings-1', text: '有人打架', callerName: null, callerPhone: null, place, placeText: '' }
  expect(await screen.say('command:do', { id: 'wall-says-1', command: { type: 'incident.take', ...about } })).toMatchObject(refusal)
  const show = { type: 'wall.show', wall: 'wall-1', wish: { kind: 'page', page: 'eyes' } }
  expect(await screen.say('command:do', { id: 'wall-says-2', command: show })).toMatchObject(refusal)
  expect(await screen.say('phone:reveal', { id: 'wall-reads-1', ...about, report: 'R-1', purpose: '' })).toMatchObject(refusal)
  expect(await screen.say('opinion:ask', { ...about, language: 'zh' })).toMatchObject({ ok: false })
  expect(await screen.say('report:bring', call)).toMatchObject(refusal)
  for (const list of ['incident:history', 'calls:earlier', 'incident:questions']) expect(await screen.say(list, about)).toEqual([])
  expect(await screen.say('place:search', { text: '钱江路' })).toEqual([])
  expect(await screen.say('route:recommend', about)).toMatchObject({ ok: false })
})

test('[V14] at every HTTP door but those it reads from a wall is refused', async () => {
  const { enter } = await hang()
  const { cookie } = await enter()
  const open = [/^\/api\/(health|town|taxonomy|settings|session|wall\/session)/, /^\/api\/(docs|intake|field|citizen|metrics)/]
  const closed = routes.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/') && !open.some((one) => one.test(url)))
  expect(closed.length).toBeGreaterThan(20)
  for (const { method, url } of closed) {
    const path = url.replace(':photo', 'a'.repeat(64)).replace(/:[a-z]+/gi, 'x')
    const { status } = await ask(method, path, { cookie, 'x-xiaonao': 'wall' }, method === 'GET' || method === 'DELETE' ? undefined : {})
    expect([method, url, status]).toEqual([method, url, url.includes('/photos/') ? 404 : 403])
  }
  const change = { old: password, new: 'nine calm harbours' }
  expect((await ask('PUT', '/api/session/password', { cookie, 'x-xiaonao': 'wall' }, change)).status).toBe(403)
  expect((await ask('GET', '/api/metrics', { cookie, 'x-xiaonao': 'wall' })).status).toBe(403)
})

test('[V13] a revoked pass ends the wall at once, and is refused in words from then on', async () => {
  const { enter, id, supervisor } = await hang()
  const screen = await connect((await enter()).cookie, 'wall')
  expect((await ask('DELETE', `/api/manage/walls/passes/${id}`, supervisor)).status).toBe(204)
  expect(await screen.gone).toEqual({ why: 'revoked' })
  expect(await enter()).toMatchObject({ status: 401, body: { error: 'revoked', zh: '这个通行码已吊销。' } })
})

test('[V13] a wall that is removed hears it at once; its pass opens nothing any more, and a pass for it is not made', async () => {
  const { enter, wall, desk, supervisor } = await hang()
  const screen = await connect((await enter()).cookie, 'wall')
  expect(await desk.say('command:do', { id: `remove-${wall}`, command: { type: 'wall.remove', wall } })).toMatchObject({ ok: true })
  expect(await screen.gone).toEqual({ why: 'expired' })
  expect(await enter()).toMatchObject({ status: 401, body: { error: 'no-wall' } })
  expect((await ask('POST', '/api/manage/walls/passes', supervisor, { wall })).status).toBe(404)
})

const screensOf = (wall: WallId) => (told: readonly unknown[]) =>
  (told as { wall: string; screens: number }[][]).map((one) => one.find((up) => up.wall === wall)?.screens)

test('[V16] every desk is told which walls have screens connected, and the walls are not', async () => {
  const { enter, wall, desk } = await hang()
  const ofWall = screensOf(wall)
  const first = await connect((await enter()).cookie, 'wall')
  const second = await connect((await enter()).cookie, 'wall')
  await expect.poll(() => ofWall(desk.told).at(-1)).toBe(2)
  second.socket.disconnect()
  await expect.poll(() => ofWall(desk.told).at(-1)).toBe(1)
  expect(first.told).toEqual([])
  const late = await connect((await signIn('admin1')).cookie, 'console')
  await expect.poll(() => ofWall(late.told).at(-1)).toBe(1)
})

test('[V16] a display of a desk counts beside the wall’s own screens, until its person signs out', async () => {
  const { enter, wall, desk } = await hang()
  const ofWall = screensOf(wall)
  const person = await signIn('operator1')
  const display = await connect(person.cookie, 'console')
  display.socket.emit('presence:wall', { wall })
  await expect.poll(() => ofWall(desk.told).at(-1)).toBe(1)
  await connect((await enter()).cookie, 'wall')
  await expect.poll(() => ofWall(desk.told).at(-1)).toBe(2)
  expect((await ask('DELETE', '/api/session', person)).status).toBe(204)
  expect(await display.gone).toEqual({ why: 'signed-out' })
  await expect.poll(() => ofWall(desk.told).at(-1)).toBe(1)
})
