import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../server.ts'
import { readSettings } from '../settings.ts'

const password = 'a-morning-by-the-river'
const token = 'figures-for-the-scraper'
const home = await mkdtemp(join(tmpdir(), 'metrics-'))

const start = (folder: string, env: Record<string, string> = {}) => {
  const read = readSettings(['--port', '0', '--data', join(home, folder), '--log-level', 'silent'], {
    XIAONAO_EXAMPLE_PASSWORD: password,
    ...env,
  })
  if (!read.ok) throw new Error(read.problem)
  return startServer(read.settings, { root: join(import.meta.dirname, '../..') })
}

let server: RunningServer
beforeAll(async () => {
  server = await start('watched', { XIAONAO_METRICS_TOKEN: token })
})
afterAll(async () => {
  await server.close()
  await rm(home, { recursive: true })
})

const ask = async (path: string, headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${server.address}${path}`, {
    headers: { 'x-xiaonao': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })

const signIn = async (account: string) => {
  const answer = await ask('/api/session', {}, { account, password })
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const figures = async () => (await ask('/api/metrics', { authorization: `Bearer ${token}` })).text()

const figure = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? 0,
  )

test('[W38] a working room is seen in its figures: reports, refused forms, commands, events, the disk', async () => {
  const made = (await (await ask('/api/manage/tokens', await signIn('supervisor1'), { name: '110 对接', channel: '110' })).json()) as {
    token: string
  }
  const push = (form: unknown) => ask('/api/intake/110', { authorization: `Bearer ${made.token}` }, form)
  const before = await figures()
  const call = { jjdbh: '330102202611220001', bjsj: '2026-11-22 20:14:05', bjr: '秦女士', bjdh: '13800001234', bjnr: '楼上漏水', sfdz: '' }
  expect((await push(call)).status).toBe(201)
  expect((await push(call)).status).toBe(200)
  expect((await push({ bjnr: 7 })).status).toBe(400)
  const [room] = server.towns.values()
  if (!room) throw new Error('a town is open')

  const after = await figures()
  const grew = (name: string) => figure(after, name) - figure(before, name)
  expect(grew('xiaonao_reports_total{town="sijijiang",channel="110"}')).toBe(1)
  expect(grew('xiaonao_forms_rejected_total{town="sijijiang",channel="110"}')).toBe(1)
  expect(grew('xiaonao_commands_total{town="sijijiang",outcome="ok"}')).toBeGreaterThan(0)
  expect(grew('xiaonao_events_appended_total{town="sijijiang"}')).toBeGreaterThan(0)
  expect(grew('xiaonao_journal_append_seconds_count')).toBeGreaterThan(0)
  expect(figure(after, 'xiaonao_incidents_open{town="sijijiang"}')).toBe(1)
  expect(figure(after, 'xiaonao_can_keep{town="sijijiang"}')).toBe(1)
  expect(after).not.toMatch(/13800001234|秦女士|楼上漏水/)
})

test('[W39] beside the token only an administrator’s session opens the figures', async () => {
  expect((await ask('/api/metrics')).status).toBe(401)
  expect((await ask('/api/metrics', { authorization: 'Bearer figures-for-the-scrapes' })).status).toBe(401)
  expect((await ask('/api/metrics', await signIn('admin1'))).status).toBe(200)
  for (const seat of ['operator1', 'supervisor1', 'leader1', 'district1'])
    expect([seat, (await ask('/api/metrics', await signIn(seat))).status]).toEqual([seat, 403])
})

test('[W39] a server that was given no token opens its figures to none, not even from its own machine', async () => {
  const [other, mine] = [await start('unwatched'), server]
  try {
    server = other
    for (const authorization of ['Bearer null', 'Bearer undefined', 'Bearer ', `Bearer ${token}`])
      expect((await ask('/api/metrics', { authorization })).status).toBe(401)
    expect((await ask('/api/metrics')).status).toBe(401)
  } finally {
    server = mine
    await other.close()
  }
})
