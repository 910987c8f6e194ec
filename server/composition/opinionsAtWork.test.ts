import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, expect, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { says, silent, standInModel, type Manner } from '../opinion/testing/standInModel.ts'
import { startServer, type RunningServer } from '../server.ts'
import { readSettings } from '../settings.ts'

const password = 'a-morning-by-the-river'
const call = { jjdbh: '330102202611220001', bjsj: '2026-11-22 20:14:05', bjr: '秦女士', bjdh: '13800001234', bjnr: '楼上漏水', sfdz: '' }
const good = { summary: '楼上漏水', kind: 'C10', questions: [] }

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const start = async (...more: readonly string[]): Promise<RunningServer> => {
  const data = await mkdtemp(join(tmpdir(), 'opinion-'))
  undo.push(() => rm(data, { recursive: true }))
  const read = readSettings(['--port', '0', '--data', data, '--log-level', 'silent', ...more], { XIAONAO_EXAMPLE_PASSWORD: password })
  if (!read.ok) throw new Error(read.problem)
  const server = await startServer(read.settings, { root: join(import.meta.dirname, '../..') })
  undo.push(server.close)
  return server
}

const doorsOf = (server: RunningServer) => {
  const ask = (path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${server.address}${path}`, {
      headers: { 'x-xiaonao': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
  const signIn = async (account: string) => {
    const answer = await ask('/api/session', {}, { account, password })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const report = async () => {
    const made = (await (
      await ask('/api/manage/tokens', { cookie: await signIn('supervisor1') }, { name: '110 对接', channel: '110' })
    ).json()) as { readonly token: string }
    expect((await ask('/api/intake/110', { authorization: `Bearer ${made.token}` }, call)).status).toBe(201)
  }
  const console = async () => {
    const cookie = await signIn('operator1')
    const socket = io(server.address, { auth: { protocol: protocolVersion }, transports: ['websocket'], extraHeaders: { cookie } })
    undo.push(() => socket.disconnect())
    const settings = (await (await ask('/api/settings', { cookie })).json()) as Record<string, unknown>
    return { settings, ask: (name: string, payload: unknown) => socket.emitWithAck(name, payload) as Promise<unknown> }
  }
  return { report, console }
}

const wish = { incident: 'E-1001', language: 'zh' }
const take = { id: 'take-the-call', command: { type: 'incident.take', incident: 'E-1001' } }

test('[B55] without settings there is no second opinion, and no page offers one', async () => {
  const server = await start()
  const { report, console } = doorsOf(server)
  await report()
  const desk = await console()
  expect(desk.settings).toMatchObject({ hasSecondOpinion: false })
  expect(await desk.ask('opinion:ask', wish)).toEqual({ ok: true, answer: { state: 'none', why: 'off' } })
  expect(server.warnings).toEqual([])
})

test('[B56] no report asks the model, and while it is being asked the room goes on; what it says is in no event', async () => {
  const model = await standInModel(silent)
  undo.push(model.close)
  const server = await start('--opinion-url', model.url, '--opinion-model', 'room-7b')
  const { report, console } = doorsOf(server)
  await report()
  const desk = await console()
  expect(desk.settings).toMatchObject({ hasSecondOpinion: true })
  expect(await desk.ask('incident:questions', { incident: 'E-1001' })).toHaveLength(3)
  expect(model.questions).toEqual([])

  let answer: () => void = () => {}
  const slowly: Manner = (response, socket) => void (answer = () => says(JSON.stringify(good))(response, socket))
  model.behaves(slowly)
  const asked = desk.ask('opinion:ask', wish)
  await model.heard(1)
  expect(await desk.ask('command:do', take)).toMatchObject({ ok: true })
  const before = await desk.ask('incident:history', { incident: 'E-1001' })
  answer()
  expect(await asked).toEqual({ ok: true, answer: { state: 'given', opinion: good } })
  expect(await desk.ask('incident:history', { incident: 'E-1001' })).toEqual(before)
  expect(JSON.stringify(model.questions)).not.toMatch(/秦女士|13800001234/)
})
