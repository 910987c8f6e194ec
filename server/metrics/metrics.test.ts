import fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { openMetrics, type RoomFigures } from './metrics.ts'
import { metricsRoutes } from './metricsRoutes.ts'

const quiet: RoomFigures = { town: 'qiantang', openIncidents: 0, standingAlarms: 0, consoles: 0, phones: 0, canKeep: true }

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const opened = (isToken: (token: string) => boolean = () => false) => {
  const metrics = openMetrics()
  const app = fastify()
  closers.push(() => app.close())
  metricsRoutes(app, {
    metrics,
    isToken,
    requireAdmin: async (request, reply) =>
      request.headers.cookie === 'admin' ? undefined : reply.code(401).send({ error: 'not-signed-in', field: null, zh: '', en: '' }),
  })
  const get = (headers: Record<string, string> = {}) => app.inject({ url: '/api/metrics', headers })
  return { metrics, get }
}

test('[W38] what happened is counted, and how the rooms stand is read when it is asked for', async () => {
  const { metrics, get } = opened()
  let figures = quiet
  metrics.roomsAre(() => [figures])
  metrics.kept('qiantang', 3)
  metrics.reported('qiantang', '110')
  metrics.reported('qiantang', '110')
  metrics.rejected('qiantang', 'camera')
  metrics.answered('qiantang', 'ok')
  metrics.answered('qiantang', 'unit-is-busy')
  metrics.appended(3)
  figures = { ...quiet, openIncidents: 7, standingAlarms: 2, consoles: 3, phones: 4, canKeep: false }

  const { body, headers, statusCode } = await get({ cookie: 'admin' })
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(headers['cache-control']).toBe('no-store')
  for (const line of [
    'xiaonao_events_appended_total{town="qiantang"} 3',
    'xiaonao_reports_total{town="qiantang",channel="110"} 2',
    'xiaonao_forms_rejected_total{town="qiantang",channel="camera"} 1',
    'xiaonao_commands_total{town="qiantang",outcome="ok"} 1',
    'xiaonao_commands_total{town="qiantang",outcome="unit-is-busy"} 1',
    'xiaonao_journal_append_seconds_bucket{le="0.0025"} 0',
    'xiaonao_journal_append_seconds_bucket{le="0.005"} 1',
    'xiaonao_incidents_open{town="qiantang"} 7',
    'xiaonao_alarms_standing{town="qiantang"} 2',
    'xiaonao_consoles_connected{town="qiantang"} 3',
    'xiaonao_field_phones_connected{town="qiantang"} 4',
    'xiaonao_can_keep{town="qiantang"} 0',
  ])
    expect(body.split('\n')).toContain(line)
  expect(body).toMatch(/^process_resident_memory_bytes \d+/m)
  expect(body).toMatch(/^nodejs_eventloop_lag_seconds /m)
})

test('[W38] two servers in one process count apart, and asking twice counts nothing twice', async () => {
  const [one, other] = [opened(), opened()]
  one.metrics.kept('qiantang', 5)
  await one.get({ cookie: 'admin' })
  expect((await one.get({ cookie: 'admin' })).body).toContain('xiaonao_events_appended_total{town="qiantang"} 5')
  expect((await other.get({ cookie: 'admin' })).body).not.toContain('xiaonao_events_appended_total{')
})

test('[W39] the figures are for the token and for an administrator, and for nobody else', async () => {
  const { get } = opened((token) => token === 'the-right-token-1')
  expect((await get()).statusCode).toBe(401)
  expect((await get({ cookie: 'somebody' })).statusCode).toBe(401)
  expect((await get({ authorization: 'Bearer the-right-token-1' })).statusCode).toBe(200)
  for (const authorization of ['Bearer the-wrong-token-1', 'Bearer ', 'Basic dGhlOnJpZ2h0', 'the-right-token-1']) {
    const told = await get({ authorization, cookie: 'admin' })
    expect([authorization, told.statusCode, told.json<{ error: string }>().error]).toEqual([authorization, 401, 'not-signed-in'])
    expect(told.body).not.toContain('xiaonao_')
  }
})
