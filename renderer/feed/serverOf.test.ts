import { afterEach, expect, test, vi } from 'vitest'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { deskOf } from './desk.ts'
import { fetchTicket } from './fetchTicket.ts'
import { http } from './http.ts'
import { ownServer, serverOf } from './serverOf.ts'

afterEach(() => void vi.unstubAllGlobals())

const aDesk = (answer: () => Promise<unknown>): DeskBridge => ({ ask: answer as DeskBridge['ask'], hear: () => () => undefined })
const atOf = async (server: unknown) => (await serverOf(aDesk(() => Promise.resolve({ server })))).at

test('[C52] in a browser the socket goes where the page comes from, with the browser’s cookie', async () => {
  expect(deskOf({})).toBeNull()
  expect(await serverOf(deskOf({}))).toEqual(ownServer)
  expect(ownServer).toEqual({ at: '', ticket: null, page: 'console' })
  expect(await serverOf(deskOf({}), 'wall')).toEqual({ at: '', ticket: null, page: 'wall' })
})

test('[C52] in the desktop app the socket goes to the server that the desk names, by ticket', async () => {
  const desk = aDesk((...asked: unknown[]) => Promise.resolve({ server: 'https://room.example:8135', asked }))
  const server = await serverOf(deskOf({ desk }))
  expect(server).toMatchObject({ at: 'https://room.example:8135', page: 'console' })
  expect(server.ticket).not.toBeNull()
  expect(await atOf('http://127.0.0.1:8135/')).toBe('http://127.0.0.1:8135')
  expect(await atOf('https://room.example/path?x=1')).toBe('https://room.example')
})

test.each([null, undefined, '', 'room.example', 'app://xiaonao', 'file:///etc', 1, {}])(
  '[C52] a desk that names %j has no server yet: the page asks nobody',
  async (server) => expect(await atOf(server)).toBe('https://no-server.invalid'),
)

test('[C52] a desk that does not answer has no server yet', async () => {
  const server = await serverOf(aDesk(() => Promise.reject(new Error('silence'))))
  expect(server.at).toBe('https://no-server.invalid')
})

test.each([
  [200, '{"ticket":"t1"}', { ok: true, ticket: 't1' }],
  [401, '{"error":"expired","zh":"","en":""}', { ok: false, why: 'signed-out' }],
  [403, '{"error":"must-change-password","zh":"","en":""}', { ok: false, why: 'signed-out' }],
  [429, '', { ok: false, why: 'unreachable' }],
  [502, '<html>', { ok: false, why: 'unreachable' }],
  [503, '{}', { ok: false, why: 'unreachable' }],
  [200, '', { ok: false, why: 'unreachable' }],
])('[C52] a ticket that is answered %i %s', async (status, body, told) => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    asked.push([method, path])
    return new Response(body, { status })
  })
  expect(await fetchTicket(http)).toEqual(told)
  expect(asked).toEqual([['POST', '/api/session/ticket']])
})

test('[C52] a ticket that nobody answers for is not a signed-out session', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
  expect(await fetchTicket(http)).toEqual({ ok: false, why: 'unreachable' })
})
