import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedShards, draftOf, emptyTable, get, near, values, type Table } from './table.ts'

type Change = { readonly id: string; readonly value: number | null }

const id = fc.oneof(
  fc.integer({ min: 1, max: 2_000 }).map((n) => `E-${n}`),
  fc.integer({ min: 0, max: 300 }).map((n) => `W${n}`),
  fc.constantFrom('A', 'B'),
)
const change = fc.record({ id, value: fc.option(fc.integer()) })
const batches = fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 8 })

const applied = (table: Table<number>, batch: readonly Change[]): Table<number> => {
  const draft = draftOf(table)
  for (const { id, value } of batch)
    if (value === null) draft.remove(id)
    else draft.set(id, value)
  return draft.done()
}

describe('what belongs to an owner', () => {
  const owned = (ids: readonly string[]) =>
    applied(
      emptyTable,
      ids.map((one, i) => ({ id: one, value: i })),
    )

  test('[I60] all that belongs to an owner lies in one shard with its neighbours, and nothing far away does', () => {
    const table = owned(['E-1042:limit:take', 'E-1042/1:accept', 'E-1043:limit:take', 'E-9000:limit:take', 'W12:sos:1772000000000'])
    expect(near(table, 'E-1042')).toEqual([0, 1, 2])
    expect(near(table, 'W12')).toEqual([4])
    expect(near(table, 'E-5000')).toEqual([])
  })

  test('[I60] two tables differ only in the shards that were touched', () => {
    const before = owned(Array.from({ length: 30_000 }, (_, i) => `E-${1001 + (i >> 1)}:limit:${i & 1 ? 'take' : 'scene'}`))
    const after = applied(before, [
      { id: 'E-5000:limit:take', value: 1 },
      { id: 'E-5001:limit:scene', value: null },
    ])
    const changed = changedShards(before, after)
    expect(changed).toHaveLength(1)
    expect(Object.keys(changed[0]?.[0] ?? {})).toHaveLength(128)
    expect(changedShards(after, after)).toEqual([])
  })
})

describe('table', () => {
  test('[I46] a table is a map: the same reads, size and contents after any changes', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const map = new Map<string, number>()
        let table: Table<number> = emptyTable
        for (const batch of all) {
          table = applied(table, batch)
          for (const { id, value } of batch)
            if (value === null) map.delete(id)
            else map.set(id, value)
          expect(table.size).toBe(map.size)
          expect([...values(table)].sort((a, b) => a - b)).toEqual([...map.values()].sort((a, b) => a - b))
          for (const { id } of batch) expect(get(table, id)).toBe(map.get(id))
        }
      }),
    )
  })

  test('[I46] the same changes in other batches give an equal table, and leave no empty shards', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const inBatches = all.reduce(applied, emptyTable as Table<number>)
        const oneByOne = all.flat().reduce((table, one) => applied(table, [one]), emptyTable as Table<number>)
        const atOnce = applied(emptyTable, all.flat())
        expect(oneByOne).toEqual(inBatches)
        expect(atOnce).toEqual(inBatches)
        expect(Object.values(inBatches.shards).every((shard) => Object.keys(shard).length > 0)).toBe(true)
      }),
    )
  })

  test('[I46] an old table stays as it was, and what was not touched is shared', () => {
    const old = applied(emptyTable, [
      { id: 'E-1', value: 1 },
      { id: 'E-500', value: 2 },
    ])
    const copy = structuredClone(old)
    const next = applied(old, [{ id: 'E-1', value: 9 }])
    expect(old).toEqual(copy)
    expect(next.shards['E-3']).toBe(old.shards['E-3'])
    expect(applied(old, [{ id: 'E-7', value: null }])).toBe(old)
  })

  test('[I46] a draft reads its own changes', () => {
    const draft = draftOf<number>(emptyTable)
    draft.set('E-1', 1)
    draft.set('E-2', 2)
    draft.remove('E-1')
    expect([draft.get('E-1'), draft.get('E-2'), [...draft.values()]]).toEqual([undefined, 2, [2]])
  })
})
