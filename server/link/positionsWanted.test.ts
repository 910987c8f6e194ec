import { afterEach, expect, test } from 'vitest'
import { decodePositions } from '../../shared/contracts/positions.ts'
import { Role } from '../../shared/domain/actor.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { aLinkedRoom, here } from './testing/aLinkedRoom.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

const fix = (unit: string, at: number) => ({ unit: UnitId.parse(unit), point: [120.22, 30.24] as const, at, accuracyM: 5 })

const opened = async (cookie = 'operator@sijijiang') => {
  const linked = await aLinkedRoom()
  ;({ close } = linked)
  const page = linked.open(cookie)
  await page.connected()
  // Positions are for whoever can take them at once: a socket that has just been let in may still be at its handshake.
  await page.ask('place:search', { text: '临江路' })
  const told = () =>
    page.words('positions:moved').map((message) => decodePositions(new Uint8Array(message as Buffer)).map(({ unit }) => unit))
  // The answer comes after whatever was said to this socket before.
  const caughtUp = () => page.ask('place:search', { text: '临江路' })
  return { linked, page, told, caughtUp }
}

test('[W45] a console that wants no positions is told none, and still who looks at what', async () => {
  const { linked, page, told, caughtUp } = await opened()
  linked.link.tellPositions(here, [fix('W1', 1_000)])
  page.socket.emit('positions:want', { want: false })
  await caughtUp()
  linked.link.tellPositions(here, [fix('W2', 2_000)])
  const looks = page.until('presence:looks')
  page.socket.emit('presence:look', { incident: 'E-1001' })
  await looks
  await caughtUp()
  expect(told()).toEqual([['W1']])
})

test('[W45] one that wants them again is told at once where everyone is, and then who moves', async () => {
  const { linked, page, told, caughtUp } = await opened()
  page.socket.emit('positions:want', { want: false })
  await caughtUp()
  linked.setPositions([fix('W1', 1_000), fix('W2', 2_000)])
  page.socket.emit('positions:want', { want: true })
  await caughtUp()
  expect(told()).toEqual([['W1', 'W2']])
  linked.link.tellPositions(here, [fix('W2', 3_000)])
  await caughtUp()
  expect(told()).toEqual([['W1', 'W2'], ['W2']])
})

test('[W45] one console’s wish is no other’s', async () => {
  const { linked, page, told, caughtUp } = await opened()
  const other = linked.open('supervisor@sijijiang')
  await other.connected()
  other.socket.emit('positions:want', { want: false })
  await other.ask('place:search', { text: '临江路' })
  linked.link.tellPositions(here, [fix('W1', 1_000)])
  await caughtUp()
  expect(told()).toEqual([['W1']])
  expect(page.socket.connected).toBe(true)
})

test.each(Role.options)('[W14] %s: wanting positions gives them to those who may see incidents, and to nobody else', async (role) => {
  const { linked, page, told, caughtUp } = await opened(`${role}@sijijiang`)
  linked.setPositions([fix('W1', 1_000)])
  page.socket.emit('positions:want', { want: true })
  await caughtUp()
  linked.link.tellPositions(here, [fix('W1', 2_000)])
  await caughtUp()
  expect(told()).toEqual(role === 'admin' ? [] : [['W1'], ['W1']])
})
