import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

const app = 'app://xiaonao'
const stage = 'http://xiaonao.localhost'
const person = 'operator@sijijiang'
const protocol = protocolVersion

const open = async () => {
  const linked = await aLinkedRoom([stage])
  onTestFinished(linked.close)
  return linked
}

test.each([app, stage, undefined])('[W43] from %s a ticket lets one socket in, which is the session’s like any other', async (origin) => {
  const linked = await open()
  const ticket = linked.ticketFor(person)
  const console = linked.open(null, { protocol, ticket }, origin)
  await console.connected()
  expect(await console.ask('journal:follow', { after: 0 })).toMatchObject({ kind: 'board' })
  expect(await linked.open(null, { protocol, ticket }, origin).refusal()).toBe('bad-ticket')
  const told = console.until('session:ended')
  await linked.link.end({ session: `session-of-${person}` }, 'revoked')
  expect(await told).toEqual({ why: 'revoked' })
  await console.gone()
})

test('[W43] a session that ended is refused with its next word, and one that only listens is hung up on', async () => {
  const linked = await open()
  const [speaks, listens] = [1, 2].map(() => linked.open(null, { protocol, ticket: linked.ticketFor(person) }, app))
  await Promise.all([speaks?.connected(), listens?.connected()])
  linked.ended.add(person)
  expect(await speaks?.ask('journal:follow', { after: 0 })).toMatchObject({ ok: false })
  const told = listens?.until('session:ended')
  await linked.link.endDead()
  expect(await told).toEqual({ why: 'expired' })
  await listens?.gone()
})

test('[W43] a session that ends while its ticket is looked up gets no socket that lives', async () => {
  const linked = await open()
  let lookups = 0
  linked.whileLooking(async () => {
    if (++lookups > 1) return
    linked.ended.add(person)
    await linked.link.end({ session: `session-of-${person}` }, 'revoked')
  })
  const console = linked.open(null, { protocol, ticket: linked.ticketFor(person) }, app)
  await console.until('session:ended')
  await console.gone()
})

test('[W43] whose ticket and whose cookie are two people is the ticket’s, and a bad ticket is not helped by a cookie', async () => {
  const linked = await open()
  const console = linked.open('leader@sijijiang', { protocol, ticket: linked.ticketFor('admin@sijijiang') })
  await console.connected()
  // The answer comes after whatever a leader would have been told before.
  await console.ask('place:search', { text: '临江路' })
  expect(console.words('presence:looks')).toEqual([])
  for (const ticket of ['', 'unknown', 'x'.repeat(65), null, 1, {}, ['ticket-1'], true])
    expect([ticket, await linked.open(person, { protocol, ticket }).refusal()]).toEqual([ticket, 'bad-ticket'])
})

test('[W43] a ticket of another wire’s page is not used up', async () => {
  const linked = await open()
  const ticket = linked.ticketFor(person)
  expect(await linked.open(null, { protocol: protocol + 1, ticket }, app).refusal()).toBe('other-version')
  await linked.open(null, { protocol, ticket }, app).connected()
})

test('[W44] from a desk’s page a cookie lets nobody in, whatever the server’s name', async () => {
  const linked = await open()
  for (const origin of [app, stage])
    expect([origin, await linked.open(person, { protocol }, origin).refusal()]).toEqual([origin, 'signed-out'])
  await linked.open(person, { protocol }, linked.address).connected()
})

const foreign = [
  ...['null', 'https://portal.example', 'app://other', 'app://xiaonao.example', 'app://xiaonao/', 'app://xiaonao:80', 'APP://XIAONAO'],
  ...['file://', 'http://xiaonao', 'https://xiaonao.localhost', 'http://xiaonao.localhost:8080', 'http://a.xiaonao.localhost', ''],
]
test('[W44] from any other page a ticket lets nobody in, and is not used up', async () => {
  const linked = await open()
  const ticket = linked.ticketFor(person)
  for (const origin of foreign)
    expect([origin, await linked.open(person, { protocol, ticket }, origin).refusal()]).toEqual([origin, 'websocket error'])
  const own = linked.address.replace('http', 'app')
  expect(await linked.open(person, { protocol, ticket }, own).refusal()).toBe('websocket error')
  await linked.open(null, { protocol, ticket }, app).connected()
})

test('[W44] without the setting only the app’s own pages are a desk’s', async () => {
  const linked = await aLinkedRoom()
  onTestFinished(linked.close)
  expect(await linked.open(null, { protocol, ticket: linked.ticketFor(person) }, stage).refusal()).toBe('websocket error')
  await linked.open(null, { protocol, ticket: linked.ticketFor(person) }, app).connected()
})

test('[W44] a desk’s page may poll, and its browser is told so; any other page’s is not', async () => {
  const linked = await open()
  const allowed = async (origin: string, method = 'GET') => {
    const answer = await fetch(`${linked.address}/socket.io/?EIO=4&transport=polling`, { method, headers: { origin } })
    await answer.arrayBuffer()
    return [answer.status < 300, answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-credentials')]
  }
  for (const origin of [app, stage]) {
    expect(await allowed(origin)).toEqual([true, origin, null])
    expect(await allowed(origin, 'OPTIONS')).toEqual([true, origin, null])
  }
  for (const origin of ['https://portal.example', 'null']) expect(await allowed(origin)).toEqual([false, null, null])
  const polling = io(linked.address, {
    auth: { protocol, ticket: linked.ticketFor(person) },
    transports: ['polling'],
    extraHeaders: { origin: app },
    forceNew: true,
  })
  onTestFinished(() => void polling.disconnect())
  await new Promise<void>((resolve) => polling.once('connect', resolve))
})
