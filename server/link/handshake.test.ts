import { afterEach, expect, test } from 'vitest'
import { aLinkedRoom, here } from './testing/aLinkedRoom.ts'
import { eventually } from '../../shared/testing/eventually.ts'

let opened: Awaited<ReturnType<typeof aLinkedRoom>> | null = null
const open = async () => (opened = await aLinkedRoom())
afterEach(() => opened?.close())

test.each([
  ['no cookie', null, undefined, 'signed-out'],
  ['another version', 'operator@sijijiang', { protocol: 99 }, 'other-version'],
  ['no version', 'operator@sijijiang', {}, 'other-version'],
  ['a version as text', 'operator@sijijiang', { protocol: '1' }, 'other-version'],
])('[W11] with %s there is no socket', async (_, cookie, auth, why) => {
  const { open: connect } = await open()
  expect(await connect(cookie, auth).refusal()).toBe(why)
})

test('[W11] an ended session gets no socket', async () => {
  const { open: connect, ended } = await open()
  ended.add('operator@sijijiang')
  expect(await connect('operator@sijijiang').refusal()).toBe('signed-out')
})

test('[W11] a session that ends while the handshake is looked up gets no socket that lives', async () => {
  const linked = await open()
  let lookups = 0
  linked.whileLooking(async () => {
    lookups += 1
    if (lookups > 1) return
    await new Promise((resolve) => setImmediate(resolve))
    linked.ended.add('operator@sijijiang')
    await linked.link.end({ session: 'session-of-operator@sijijiang' }, 'revoked')
  })
  const console = linked.open('operator@sijijiang')
  await Promise.race([console.refusal(), console.until('session:ended')])
  await eventually(() => expect(console.socket.connected).toBe(false))
  expect(linked.link.count(here)).toBe(0)
})

test('[W18] a handshake looks its session up once to let it in and once more when it is in; each word after it once', async () => {
  const linked = await open()
  const console = linked.open('operator@sijijiang')
  await console.connected()
  expect(linked.lookUps()).toBe(2)
  await console.ask('journal:follow', { after: 0 })
  expect(linked.lookUps()).toBe(3)
})

test('[W11] a session that ran out is ended when it is looked after, and told so; others go on', async () => {
  const linked = await open()
  const [gone, stays] = [linked.open('operator@sijijiang'), linked.open('leader@sijijiang')]
  await Promise.all([gone.connected(), stays.connected()])
  linked.ended.add('operator@sijijiang')
  const told = gone.until('session:ended')
  await linked.link.endDead()
  expect(await told).toEqual({ why: 'expired' })
  await gone.gone()
  expect(stays.socket.connected).toBe(true)
})
