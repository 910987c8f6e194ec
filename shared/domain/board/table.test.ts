import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, emptyTable, get, values, type Table } from './table.ts'

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
