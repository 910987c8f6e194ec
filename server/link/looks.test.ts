import { afterEach, expect, test } from 'vitest'
import { Role } from '../../shared/domain/actor.ts'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

test.each(Role.options)(
  '[W14] %s: who looks at which incident is told to those who may see incidents, and to nobody else',
  async (role) => {
    const linked = await aLinkedRoom()
    ;({ close } = linked)
    const operator = linked.open('operator@sijijiang')
    await operator.connected()
    const other = linked.open(`${role}@sijijiang`)
    await other.connected()
    const seen = operator.until('presence:looks')
    operator.socket.emit('presence:look', { incident: 'E-1001' })
    await seen
    // The answer comes after whatever was said to this socket before.
    await other.ask('place:search', { text: '临江路' })
    const look = { account: 'operator1', name: 'operator', incident: 'E-1001' }
    expect(other.words('presence:looks')).toEqual(role === 'admin' || role === 'wall' ? [] : [[], [look]])
  },
)

test('[W14] a console that leaves while its word is looked up is not told of', async () => {
  const linked = await aLinkedRoom()
  ;({ close } = linked)
  const other = linked.open('supervisor@sijijiang')
  await other.connected()
  const page = linked.open('operator@sijijiang')
  await page.connected()
  await linked.leavesWhileLookedUp(page, 'presence:look', { incident: 'E-1001' }, other)
  expect(other.words('presence:looks').at(-1)).toEqual([])
})
