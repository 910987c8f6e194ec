import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import { afterEach, expect, test } from 'vitest'
import { TownId, UnitId } from '../../shared/domain/ids.ts'
import { fieldLink } from './fieldLink.ts'

const jiangbin = TownId.parse('jiangbin')
const elsewhere = TownId.parse('elsewhere')
const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')

const cleanUp: (() => void)[] = []
afterEach(() => cleanUp.splice(0).forEach((one) => one()))

const room = async () => {
  const http = createServer()
  const server = new Server(http)
  let now = 1_000
  const alive = new Map([
    ['link-of-w1-in-jiangbin', { unit: w1, town: jiangbin, expiresAt: 5_000 }],
    ['link-of-w2-in-jiangbin', { unit: w2, town: jiangbin, expiresAt: 9_000 }],
    ['link-of-w1-elsewhere', { unit: w1, town: elsewhere, expiresAt: 9_000 }],
  ])
  const link = fieldLink(server, { now: () => now, unitOf: async (token) => alive.get(token) ?? null })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  cleanUp.push(() => {
    link.close()
    void server.close()
  })
  const address = `http://127.0.0.1:${port}`
  const phone = (token: unknown, auth: Readonly<Record<string, unknown>> = { token }, origin?: string) => {
    const socket: Socket = io(`${address}/field`, {
      auth,
      ...(origin !== undefined && { extraHeaders: { origin } }),
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    })
    const heard: string[] = []
    socket.onAny((word: string) => heard.push(word))
    cleanUp.push(() => void socket.disconnect())
    const until = (word: string) => new Promise<void>((resolve) => socket.once(word, () => resolve()))
    return {
      socket,
      heard,
      until,
      refusal: () => new Promise<string>((resolve) => socket.once('connect_error', (error) => resolve(error.message))),
    }
  }
  return { link, alive, phone, address, setNow: (at: number) => void (now = at) }
}

test('[F16] a phone hears of its own unit in its own town, and of no other', async () => {
  const { link, phone } = await room()
  const [one, other, far] = [phone('link-of-w1-in-jiangbin'), phone('link-of-w2-in-jiangbin'), phone('link-of-w1-elsewhere')]
  await Promise.all([one.until('tasks:changed'), other.until('tasks:changed'), far.until('tasks:changed')])
  expect(link.unitsOnline(jiangbin)).toBe(2)
  const told = one.until('tasks:changed')
  link.tasksChanged(jiangbin, w1)
  await told
  const last = Promise.all([other.until('tasks:changed'), far.until('tasks:changed')])
  link.tasksChanged(jiangbin, w2)
  link.tasksChanged(elsewhere, w1)
  await last
  expect([one.heard.length, other.heard.length, far.heard.length]).toEqual([2, 2, 2])
})

test.each([['nobody-knows-this-link'], [''], [undefined], [{ token: 1 }]])('[F16] a link like %j gets no socket', async (token) => {
  const { phone } = await room()
  expect(await phone(token).refusal()).toBe('link-is-dead')
})

test('[F16] a link that was revoked or has expired loses its socket, others keep theirs', async () => {
  const { link, alive, phone, setNow } = await room()
  const [expiring, revoked, good] = [phone('link-of-w1-in-jiangbin'), phone('link-of-w2-in-jiangbin'), phone('link-of-w1-elsewhere')]
  await Promise.all([expiring.until('tasks:changed'), revoked.until('tasks:changed'), good.until('tasks:changed')])
  alive.delete('link-of-w2-in-jiangbin')
  setNow(6_000)
  const ended = Promise.all([expiring.until('link:dead'), revoked.until('link:dead')])
  await link.endDead()
  await ended
  expect(good.socket.connected).toBe(true)
  expect(good.heard).not.toContain('link:dead')
})

test('[W44] a phone’s socket opens to no page but this server’s own, though its link is alive, and to no ticket', async () => {
  const { phone, address } = await room()
  const token = 'link-of-w1-in-jiangbin'
  for (const origin of ['app://xiaonao', 'http://xiaonao.localhost', 'https://portal.example', 'null'])
    expect([origin, await phone(token, { token }, origin).refusal()]).toEqual([origin, 'foreign-page'])
  expect(await phone(null, { ticket: token }).refusal()).toBe('link-is-dead')
  expect(await phone(null, { token: 'T'.repeat(43), ticket: token }).refusal()).toBe('link-is-dead')
  await phone(token, { token, ticket: 'x' }, address).until('tasks:changed')
})
