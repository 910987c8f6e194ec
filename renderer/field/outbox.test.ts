import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FieldCommand } from '../../shared/domain/command.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { drain, retryAfterMs } from './outbox.ts'
import { openPhoneStore, type PhoneStore } from './phoneStore.ts'
import { a1, e1, idOf, w1 } from './testing/aFieldView.ts'
import { aRoom } from './testing/aRoom.ts'
import type { Waiting } from './waiting.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const about = { incident: e1, assignment: a1 }
const tap = (n: number, command: FieldCommand): Waiting => ({ kind: 'command', id: idOf(n), unit: w1, doneAt: n * 1_000, command })
const step = (n: number, type: 'unit.accept' | 'unit.depart' | 'unit.handle') => tap(n, { type, ...about })
const photo = (n: number): Waiting => ({
  kind: 'photo',
  id: idOf(n),
  unit: w1,
  doneAt: n * 1_000,
  ...about,
  point: [120.2, 30.2],
  bytes: new Uint8Array([n]),
})
const resolve = (n: number) => tap(n, { type: 'unit.resolve', ...about, result: '已劝离', photos: [] })
const sos = (n: number) => tap(n, { type: 'sos.raise', unit: w1, point: null })

const phone = async (items: readonly Waiting[] = []) => {
  const store = await openPhoneStore()
  for (const item of items) await store.add(item)
  return store
}

const drained = (store: PhoneStore, room: ReturnType<typeof aRoom>) =>
  drain({ store, api: room.api, unit: w1, now: () => 100_000, toServer: (at) => at + 7, onView: async () => undefined })

describe('the order', () => {
  test('[F17] what was tapped without a network goes out in the order of the taps, with the time of each', async () => {
    const room = aRoom()
    room.network('down')
    const store = await phone([step(1, 'unit.accept'), step(2, 'unit.depart'), step(3, 'unit.handle')])
    expect(await drained(store, room)).toBe('later')
    room.network('up')
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.accept', 'unit.depart', 'unit.handle'])
    expect(room.outboxes[0]).toMatchObject({ sentAt: 100_000, items: [{ doneAt: 1_000 }, { doneAt: 2_000 }, { doneAt: 3_000 }] })
    expect(await store.waiting(w1)).toEqual([])
  })

  test('[F18] a call for help goes before everything, and photos hold up no step', async () => {
    const room = aRoom()
    const store = await phone([photo(1), step(2, 'unit.accept'), step(3, 'unit.depart'), sos(4)])
    await drained(store, room)
    expect(room.order).toEqual(['sos.raise', 'unit.accept', 'unit.depart', 'photo', 'photo.add'])
  })

  test('[F18] feedback waits for the photos taken before it, and what was tapped after it waits too', async () => {
    const room = aRoom()
    const store = await phone([step(1, 'unit.accept'), photo(2), resolve(3), photo(4), sos(5)])
    await drained(store, room)
    expect(room.order).toEqual(['sos.raise', 'unit.accept', 'photo', 'photo.add', 'unit.resolve', 'photo', 'photo.add'])
  })

  test('[F18] whatever waits, everything gets through, steps in order and feedback after its photos', async () => {
    const kinds = { accept: (n: number) => step(n, 'unit.accept'), photo, resolve, sos } as const
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])), { maxLength: 12 }), async (wishes) => {
        globalThis.indexedDB = new IDBFactory()
        const room = aRoom()
        const store = await phone(wishes.map((wish, i) => kinds[wish](i + 1)))
        expect(await drained(store, room)).toBe('empty')
        expect(await store.waiting(w1)).toEqual([])
        const steps = wishes.filter((wish) => wish === 'accept' || wish === 'resolve').map((wish) => `unit.${wish}`)
        expect(room.order.filter((type) => type === 'unit.accept' || type === 'unit.resolve')).toEqual(steps)
        const photosBefore = wishes.slice(0, Math.max(0, wishes.lastIndexOf('resolve'))).filter((wish) => wish === 'photo').length
        expect(room.order.slice(0, room.order.lastIndexOf('unit.resolve') + 1).filter((type) => type === 'photo.add').length).toBe(
          photosBefore,
        )
        store.close()
      }),
      { numRuns: 30 },
    )
  })
})

describe('nothing is lost, nothing is done twice', () => {
  test('[F19] a closed page forgets nothing', async () => {
    const before = await phone([step(1, 'unit.accept'), photo(2)])
    before.close()
    const after = await openPhoneStore()
    expect((await after.waiting(w1)).map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
    const room = aRoom()
    await drained(after, room)
    expect(room.order).toEqual(['unit.accept', 'photo', 'photo.add'])
  })

  test('[F20] when the answer is lost, the same ids are sent again and done once', async () => {
    const room = aRoom()
    const store = await phone([step(1, 'unit.accept'), step(2, 'unit.depart')])
    room.network('answers-get-lost')
    expect(await drained(store, room)).toBe('later')
    expect(await store.waiting(w1)).toHaveLength(2)
    room.network('up')
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.accept', 'unit.depart'])
    expect(room.outboxes).toHaveLength(2)
  })

  test('[F20] a photo that is on the server is not sent again when its attaching was lost', async () => {
    const room = aRoom()
    const store = await phone([photo(1)])
    const { do: say } = room.api
    const losing = { ...room, api: { ...room.api, do: () => Promise.resolve({ ok: false, why: 'later' } as const) } }
    expect(await drained(store, losing)).toBe('later')
    expect(await store.waiting(w1)).toMatchObject([
      { kind: 'command', id: idOf(1), command: { type: 'photo.add', takenAt: 1_007, point: [120.2, 30.2] } },
    ])
    expect(await drained(store, { ...room, api: { ...room.api, do: say } })).toBe('empty')
    expect(room.photos).toHaveLength(1)
  })

  test('[F19] a dead link keeps what waits for the next one', async () => {
    const room = aRoom()
    const store = await phone([step(1, 'unit.accept')])
    room.network('dead')
    expect(await drained(store, room)).toBe('dead')
    room.network('up')
    expect(await drained(store, room)).toBe('empty')
  })

  test('[F19] another unit’s link on the same phone neither sees nor sends what waits', async () => {
    const room = aRoom()
    const store = await phone([step(1, 'unit.accept')])
    const w2 = UnitId.parse('W2')
    expect(await drain({ store, api: room.api, unit: w2, now: () => 0, toServer: (at) => at, onView: async () => undefined })).toBe('empty')
    expect(room.order).toEqual([])
    expect(await store.waiting(w1)).toHaveLength(1)
  })
})

describe('refusals', () => {
  const refusal = { ok: false, refusal: { reason: 'wrong-step', assignment: a1, state: 'recalled' } } as const

  test('[F21] a refused tap is taken out, shown with its reason until read, and those after it go on', async () => {
    const room = aRoom()
    room.refuse(idOf(1), refusal)
    const store = await phone([step(1, 'unit.accept'), step(2, 'unit.depart')])
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.depart'])
    expect(await store.refused(w1)).toMatchObject([{ id: idOf(1), what: 'unit.accept', why: { reason: 'wrong-step' } }])
    await store.dismiss(idOf(1))
    expect(await store.refused(w1)).toEqual([])
  })

  test('[F21] a room that cannot keep is tried again; nothing is lost', async () => {
    const room = aRoom()
    room.refuse(idOf(1), { ok: false, refusal: { reason: 'cannot-keep' } })
    const store = await phone([step(1, 'unit.accept')])
    expect(await drained(store, room)).toBe('later')
    room.accept(idOf(1))
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.accept'])
  })

  test('[F21] one item that is not understood does not hold up the others', async () => {
    const room = aRoom()
    const bad = { ...step(2, 'unit.depart'), id: idOf(2).replace('tap', 'bad') as ReturnType<typeof idOf> }
    const store = await phone([step(1, 'unit.accept'), bad, step(3, 'unit.handle')])
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.accept', 'unit.handle'])
    expect(await store.refused(w1)).toMatchObject([{ what: 'unit.depart', why: { en: 'malformed' } }])
  })

  test('[F21] a photo that is no picture is shown as refused, and its feedback goes', async () => {
    const room = aRoom()
    room.failPhotos()
    const store = await phone([photo(1), resolve(2)])
    expect(await drained(store, room)).toBe('empty')
    expect(room.order).toEqual(['unit.resolve'])
    expect(await store.refused(w1)).toHaveLength(1)
  })

  test('[F21] an own report goes with the photos that could be kept', async () => {
    const room = aRoom()
    const report: Waiting = {
      kind: 'report',
      id: idOf(1),
      unit: w1,
      doneAt: 1,
      text: '护栏断了',
      point: null,
      photos: [{ bytes: new Uint8Array([5]) }, { bytes: new Uint8Array([6]) }],
    }
    const store = await phone([report])
    expect(await drained(store, room)).toBe('empty')
    expect(room.reports).toMatchObject([{ text: '护栏断了' }])
    expect(room.reports[0]?.photos).toHaveLength(2)
    expect(await store.refused(w1)).toEqual([])
  })

  test('[F32] what the room left out of an own report is shown until it was read, and the report is not sent again', async () => {
    const room = aRoom()
    const note = { zh: '有 1 张照片没有找到', en: '1 photo could not be found' }
    room.noteOnReports([note])
    const store = await phone([{ kind: 'report', id: idOf(1), unit: w1, doneAt: 1, text: '护栏断了', point: null, photos: [] }])
    expect(await drained(store, room)).toBe('empty')
    expect(await store.refused(w1)).toMatchObject([{ what: 'photo', why: note }])
    expect(await drained(store, room)).toBe('empty')
    expect(room.reports).toHaveLength(1)
  })
})

test('[F22] tries again after 10 s, and more slowly the longer it fails, but at least each minute', () => {
  expect([1, 2, 3, 4, 9].map(retryAfterMs)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000])
})

test('[F22] at most 500 positions wait, the oldest go', async () => {
  const store = await phone()
  for (let at = 1; at <= 503; at++) await store.addFix({ at, point: [120, 30], accuracyM: 5 })
  const fixes = await store.fixes()
  expect([fixes.length, fixes[0]?.at]).toEqual([500, 4])
  await store.dropFixes(502)
  expect(await store.fixes()).toHaveLength(1)
})
