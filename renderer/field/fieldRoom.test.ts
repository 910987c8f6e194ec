import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { ReportId } from '../../shared/domain/ids.ts'
import { serverClock } from '../feed/serverClock.ts'
import { asIfDone } from './asIfDone.ts'
import { fieldRoom } from './fieldRoom.ts'
import { openPhoneStore } from './phoneStore.ts'
import { a1, aFieldView, e1, idOf } from './testing/aFieldView.ts'
import { aRoom } from './testing/aRoom.ts'
import { eventually } from '../../shared/testing/eventually.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A phone whose clock is moved by hand and whose retries are woken by hand. */
const aPhone = async (room = aRoom()) => {
  const store = await openPhoneStore()
  let now = 5_000
  let ids = 0
  const naps: { readonly wake: () => void; readonly ms: number }[] = []
  const phone = fieldRoom({
    store,
    api: room.api,
    clock: serverClock(() => now),
    now: () => now,
    newId: () => idOf((ids += 1)),
    later: (wake, ms) => {
      const nap = { wake, ms }
      naps.push(nap)
      return () => void naps.splice(naps.indexOf(nap), 1)
    },
  })
  await phone.open()
  const until = (isSo: () => boolean) => eventually(() => expect(isSo()).toBe(true))
  return { phone, room, store, naps, until, setNow: (at: number) => void (now = at) }
}

const accept = { type: 'unit.accept', incident: e1, assignment: a1 } as const

describe('reach', () => {
  test('[F24] opens with what the room says; the clock shown is the room’s', async () => {
    const { phone } = await aPhone()
    expect(phone.state().view?.tasks).toHaveLength(1)
    expect(phone.state().link).toEqual({ state: 'asking' })
    expect(phone.serverNow()).toBe(aFieldView().now)
    phone.socket(true)
    expect(phone.state().link).toEqual({ state: 'live' })
  })

  test('[F41] a socket that drops is asked about at once: with the network gone, the phone does not call itself online', async () => {
    const { phone, room, until } = await aPhone()
    phone.socket(true)
    room.network('down')
    phone.socket(false)
    await until(() => phone.state().link.state === 'cut')
  })

  test('[F19] opens without a network with what it knew, and what was tapped is still there', async () => {
    const room = aRoom()
    const first = await aPhone(room)
    room.network('down')
    await first.phone.say(accept)
    await first.until(() => first.phone.state().link.state === 'cut')
    first.store.close()
    const { phone } = await aPhone(room)
    const { view, waiting, link } = phone.state()
    expect(link.state).toBe('cut')
    expect(view && asIfDone(view, waiting, (at) => at).tasks[0]?.assignment.state).toBe('accepted')
  })

  test('[F22] a cut link says since when, and is tried again by itself until it is back', async () => {
    const { phone, room, naps, until, setNow } = await aPhone()
    room.network('down')
    await phone.say(accept)
    await until(() => phone.state().link.state === 'cut')
    expect(phone.state().link).toEqual({ state: 'cut', since: 5_000 })
    expect(naps.map(({ ms }) => ms)).toEqual([10_000])
    setNow(15_000)
    naps[0]?.wake()
    await until(() => naps[0]?.ms === 20_000)
    expect(phone.state().link).toEqual({ state: 'cut', since: 5_000 })
    room.network('up')
    naps[0]?.wake()
    await until(() => phone.state().link.state === 'asking')
    expect(phone.state().waiting).toEqual([])
    expect(room.order).toEqual(['unit.accept'])
  })

  test('[F26] a dead link is said once and for all, and nothing more is asked with it', async () => {
    const { phone, room, until } = await aPhone()
    room.network('dead')
    await phone.say(accept)
    await until(() => phone.state().link.state === 'dead')
    room.network('up')
    await phone.exchange()
    expect(room.order).toEqual([])
    expect(phone.state().waiting).toHaveLength(1)
  })
})

test('[F20] many taps at once are sent by one sender, each once', async () => {
  const { phone, room, until } = await aPhone()
  const about = { incident: e1, assignment: a1 }
  await Promise.all([phone.say(accept), phone.say({ type: 'unit.depart', ...about }), phone.exchange(), phone.exchange()])
  await until(() => phone.state().waiting.length === 0)
  expect(room.order).toEqual(['unit.accept', 'unit.depart'])
})

test('[F9] a number in clear is never kept on the phone', async () => {
  const { phone, store } = await aPhone()
  const report = ReportId.parse('R-1')
  expect(await phone.reveal(e1, report)).toEqual({ ok: true, value: { phone: '13812345678' } })
  expect(phone.state().phones[report]).toBe('13812345678')
  expect(JSON.stringify([await store.view(), await store.waiting(aFieldView().unit.id)])).not.toContain('13812345678')
})

test('[F22] a fix goes with a photo or an arrival only while it is fresh', async () => {
  const { phone, setNow } = await aPhone()
  await phone.moved({ at: 5_000, point: [120.2, 30.2], accuracyM: 5 })
  expect(phone.point()).toEqual([120.2, 30.2])
  setNow(70_000)
  expect(phone.point()).toBeNull()
})
