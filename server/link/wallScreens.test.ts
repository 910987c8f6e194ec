import { afterEach, expect, test } from 'vitest'
import { Role } from '../../shared/domain/actor.ts'
import type { WallPlan } from '../../shared/domain/wall/wall.ts'
import { aLinkedRoom } from './testing/aLinkedRoom.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

const plan: WallPlan = { name: '指挥大厅', pages: ['map'], secondsPerPage: 20, theme: 'dark', language: 'zh-CN', hasSound: false }

/** A room with two walls, a desk that watches them, and one more socket. */
const opened = async (cookie = 'operator@sijijiang') => {
  const linked = await aLinkedRoom()
  ;({ close } = linked)
  const desk = linked.open('supervisor@sijijiang')
  await desk.connected()
  for (const number of [1, 2]) {
    const command = { type: 'wall.arrange', wall: null, plan: { ...plan, name: `大屏 ${number}` } }
    expect(await desk.ask('command:do', { id: `arrange-${number}`, command })).toMatchObject({ ok: true })
  }
  const page = linked.open(cookie)
  await page.connected()
  /** The answer comes after whatever was said before, and this socket’s word about the walls has been told by then. */
  const says = async (wall: unknown) => {
    page.socket.emit('presence:wall', { wall })
    await page.ask('place:search', { text: '临江路' })
    await desk.ask('place:search', { text: '临江路' })
  }
  const up = () =>
    (desk.words('presence:walls').at(-1) as { wall: string; screens: number; since: number }[]).filter(({ screens }) => screens > 0)
  return { linked, desk, page, says, up }
}

test('[V16] a display of a desk is a screen of the wall that it shows, until it shows another, or none', async () => {
  const { linked, says, up } = await opened()
  expect(up()).toEqual([])
  await says('wall-1')
  expect(up()).toEqual([{ wall: 'wall-1', screens: 1, since: linked.now() }])
  linked.setNow(linked.now() + 60_000)
  await says('wall-2')
  expect(up()).toEqual([{ wall: 'wall-2', screens: 1, since: linked.now() }])
  await says(null)
  expect(up()).toEqual([])
})

test('[V16] it is none any more when its person leaves or its link is cut, and one who comes later is told so', async () => {
  const { linked, desk, page, says, up } = await opened()
  await says('wall-1')
  const other = linked.open('operator@sijijiang')
  await other.connected()
  other.socket.emit('presence:wall', { wall: 'wall-1' })
  await other.ask('place:search', { text: '临江路' })
  await desk.ask('place:search', { text: '临江路' })
  expect(up()).toMatchObject([{ wall: 'wall-1', screens: 2 }])
  let told = desk.until('presence:walls')
  other.socket.disconnect()
  await told
  expect(up()).toMatchObject([{ wall: 'wall-1', screens: 1 }])
  told = desk.until('presence:walls')
  await linked.link.end({ session: 'session-of-operator@sijijiang' }, 'signed-out')
  await Promise.all([told, page.gone()])
  expect(up()).toEqual([])
  const late = linked.open('leader@sijijiang')
  await late.connected()
  await late.ask('place:search', { text: '临江路' })
  expect(late.words('presence:walls')).toMatchObject([[{ wall: 'wall-1', screens: 0 }]])
})

test.each(Role.options)(
  '[V31] %s: whoever may see the room is believed, and a screen that came by its pass stays that of its wall',
  async (role) => {
    const { says, up } = await opened(`${role}@sijijiang`)
    await says('wall-2')
    const walls = up().map(({ wall, screens }) => [wall, screens])
    expect(walls).toEqual(role === 'admin' ? [] : [[role === 'wall' ? 'wall-1' : 'wall-2', 1]])
  },
)

test.each(['wall-9', 'wall-0', '__proto__', 1, undefined])('[V31] a screen of %s, which the room does not have, is none', async (wall) => {
  const { linked, says, up } = await opened()
  await says(wall)
  expect(up()).toEqual([])
  expect(linked.troubles).toEqual([])
})

test('[V31] one socket is one screen however often it says so, of its own town alone, and nothing of it is in the journal', async () => {
  const { linked, desk, page, says, up } = await opened()
  const position = linked.room.board().position
  const foreign = linked.open('operator@elsewhere')
  await foreign.connected()
  foreign.socket.emit('presence:wall', { wall: 'wall-1' })
  await foreign.ask('place:search', { text: '临江路' })
  for (const wall of ['wall-1', 'wall-1', 'wall-1']) await says(wall)
  expect(up()).toMatchObject([{ wall: 'wall-1', screens: 1 }])
  expect(foreign.words('presence:walls')).toEqual([[]])
  expect(desk.words('presence:walls')).toHaveLength(2)
  expect(page.socket.connected).toBe(true)
  expect(linked.room.board().position).toBe(position)
})

test('[V16] a display that leaves while its word is looked up does not stay up', async () => {
  const { linked, page, desk, up } = await opened()
  await linked.leavesWhileLookedUp(page, 'presence:wall', { wall: 'wall-1' }, desk)
  expect(up()).toEqual([])
})
