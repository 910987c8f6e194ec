import knex, { type Knex } from 'knex'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Position } from '../../shared/contracts/positions.ts'
import { TownId, UnitId } from '../../shared/domain/ids.ts'
import { positionStore, type TrackPoint } from './positionStore.ts'
import { trackTable, type TrackTable } from './trackTable.ts'

const noon = Date.UTC(2026, 2, 2, 4)
const second = 1_000
const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')

/** So many metres north of a place by the river. */
const fix = (at: number, metres: number, wish: Partial<Position> = {}): Position => ({
  unit: w1,
  point: [120.22, 30.24 + metres / 111_195],
  at,
  accuracyM: 0,
  ...wish,
})

const opened = (saveTrack: (points: readonly TrackPoint[]) => Promise<void> = async () => {}) => {
  let now = noon
  const store = positionStore({ now: () => now, saveTrack })
  return { store, setNow: (at: number) => void (now = at) }
}

describe('positions', () => {
  test('[R21] the newest believed fix is where the unit is', () => {
    const { store } = opened()
    expect(store.positionOf(w1)).toBeUndefined()
    expect(store.take(fix(noon - 20 * second, 0))).toEqual({ ok: true })
    store.take(fix(noon - 10 * second, 50))
    expect(store.positionOf(w1)).toEqual(fix(noon - 10 * second, 50))
    expect(store.all()).toHaveLength(1)
  })

  test('[R22] nonsense is refused by name and moves nobody', () => {
    const { store } = opened()
    store.take(fix(noon - 20 * second, 0))
    const doubts = [
      fix(noon, 0, { point: [2.35, 48.85] }),
      fix(noon + 61 * second, 0),
      fix(noon - 25 * 3_600 * second, 0),
      fix(noon - 20 * second, 10),
      fix(noon - 30 * second, 10),
    ].map((one) => store.take(one))
    expect(doubts.map((taken) => (taken.ok ? null : taken.doubt))).toEqual([
      'outside-china',
      'from-the-future',
      'too-old',
      'older-than-latest',
      'older-than-latest',
    ])
    expect(store.positionOf(w1)?.at).toBe(noon - 20 * second)
    expect(store.take(fix(noon + 59 * second, 0))).toEqual({ ok: true })
  })

  test('[R23] a jump faster than 300 km/h is believed only when the next fix repeats it', () => {
    const { store } = opened()
    store.take(fix(noon - 30 * second, 0))
    expect(store.take(fix(noon - 20 * second, 5_000))).toEqual({ ok: false, doubt: 'impossible-speed' })
    expect(store.positionOf(w1)?.at).toBe(noon - 30 * second)
    expect(store.take(fix(noon - 10 * second, 5_050))).toEqual({ ok: true })
    expect(store.take(fix(noon - 5 * second, 5_080))).toEqual({ ok: true })
  })

  test('[R23] a jump that the next fix denies is forgotten; what the fixes may be off by is granted', () => {
    const { store } = opened()
    store.take(fix(noon - 30 * second, 0))
    store.take(fix(noon - 20 * second, 5_000))
    expect(store.take(fix(noon - 10 * second, 60))).toEqual({ ok: true })
    expect(store.take(fix(noon - 9 * second, 5_000))).toEqual({ ok: false, doubt: 'impossible-speed' })
    expect(store.take(fix(noon - 8 * second, 1_000, { accuracyM: 900 }))).toEqual({ ok: true })
  })

  test('[R24] each unit that moved is told once a batch, at its latest place', () => {
    const { store } = opened()
    store.take(fix(noon - 20 * second, 0))
    store.take(fix(noon - 10 * second, 50))
    store.take(fix(noon - 10 * second, 0, { unit: w2 }))
    expect(store.takeMoved()).toEqual([fix(noon - 10 * second, 50), fix(noon - 10 * second, 0, { unit: w2 })])
    expect(store.takeMoved()).toEqual([])
  })

  test('[R25] who stands still is tracked twice a minute, who moves every fifteen metres', async () => {
    const saved: TrackPoint[] = []
    const { store, setNow } = opened(async (points) => void saved.push(...points))
    for (let i = 0; i < 60; i++) {
      setNow(noon + i * second)
      store.take(fix(noon + i * second, 0))
      store.take(fix(noon + i * second, i * 5, { unit: w2 }))
    }
    await store.flush()
    expect(saved.filter((point) => point.unit === w1)).toHaveLength(2)
    expect(saved.filter((point) => point.unit === w2)).toHaveLength(20)
  })

  test('[R26] when the track cannot be written it waits, in order, and nothing is lost', async () => {
    const saved: TrackPoint[] = []
    let isBroken = true
    const { store } = opened(async (points) => {
      if (isBroken) throw new Error('disk full')
      saved.push(...points)
    })
    store.take(fix(noon - 60 * second, 0))
    await expect(store.flush()).rejects.toThrow('disk full')
    store.take(fix(noon - 30 * second, 0))
    isBroken = false
    await store.flush()
    await store.flush()
    expect(saved.map((point) => point.at)).toEqual([noon - 60 * second, noon - 30 * second])
    expect(store.lost()).toBe(0)
  })
})

describe('tracks', () => {
  let database: Knex
  let table: TrackTable
  beforeEach(async () => {
    database = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } })
    table = trackTable(database, TownId.parse('xiaohe'))
    await table.prepare()
    await table.prepare()
  })
  afterEach(() => database.destroy())

  const row = (at: number, seenAt: number, unit = w1) => ({ unit, point: [120.22, 30.24] as const, at, accuracyM: 8, seenAt })

  test('[R27] a late position is shown when it arrived, and lies where it was on the unit’s way', async () => {
    await table.save([row(noon + 1, noon + 1), row(noon + 3, noon + 3), row(noon + 2, noon + 9), row(noon + 4, noon + 4, w2)])
    expect((await table.seenBetween(noon, noon + 9)).map((one) => one.at - noon)).toEqual([1, 3, 4])
    expect((await table.seenBetween(noon + 9, noon + 10)).map((one) => one.at - noon)).toEqual([2])
    expect(await table.wayOf(w1, noon, noon + 10)).toEqual([row(noon + 1, noon + 1), row(noon + 2, noon + 9), row(noon + 3, noon + 3)])
  })

  test('[R27] the same fix saved again is kept once; batches of thousands go in whole; towns are apart', async () => {
    await table.save([row(noon, noon), row(noon, noon + 5)])
    await table.save(Array.from({ length: 2_345 }, (_, i) => row(noon + i, noon + i)))
    expect(await table.wayOf(w1, 0, noon * 2)).toHaveLength(2_345)
    expect(await trackTable(database, TownId.parse('jiubao')).wayOf(w1, 0, noon * 2)).toEqual([])
  })

  test('[R28] what is older than the retention is deleted, and how much is said', async () => {
    await table.save([row(noon, noon), row(noon + 1, noon + 1), row(noon + 2, noon + 2)])
    expect(await table.pruneTracks(noon + 2)).toBe(2)
    expect((await table.seenBetween(0, noon * 2)).map((one) => one.at - noon)).toEqual([2])
  })
})
