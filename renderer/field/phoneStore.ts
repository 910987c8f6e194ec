import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { FieldView, FieldPositions } from '../../shared/contracts/field.ts'
import type { SentId, UnitId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Waiting } from './waiting.ts'

/** Something the room did not accept: shown until the person has read it. */
export type Refused = {
  readonly id: SentId
  readonly unit: UnitId
  readonly at: number
  readonly what: string
  readonly why: Refusal | { readonly zh: string; readonly en: string }
}

export type Fix = FieldPositions['fixes'][number]

/** The last the room said, and when the phone heard it. */
export type KeptView = { readonly view: FieldView; readonly heardAt: number }

interface PhoneSchema extends DBSchema {
  readonly outbox: { readonly key: number; readonly value: Waiting; readonly indexes: { readonly id: string } }
  readonly refused: { readonly key: string; readonly value: Refused }
  readonly fixes: { readonly key: number; readonly value: Fix }
  readonly kept: { readonly key: string; readonly value: KeptView }
}

/** Half a day of positions at the thinnest; beyond it the oldest go. */
const mostFixes = 500

export type PhoneStore = {
  readonly add: (item: Waiting) => Promise<void>
  /** Oldest first. */
  readonly waiting: (unit: UnitId) => Promise<readonly Waiting[]>
  /** In the place of the old one. */
  readonly replace: (item: Waiting) => Promise<void>
  readonly remove: (ids: readonly SentId[]) => Promise<void>
  /** Out of the outbox and onto the list of what was refused, in one piece. */
  readonly refuse: (refused: Refused) => Promise<void>
  readonly refused: (unit: UnitId) => Promise<readonly Refused[]>
  readonly dismiss: (id: SentId) => Promise<void>
  readonly addFix: (fix: Fix) => Promise<void>
  readonly fixes: () => Promise<readonly Fix[]>
  /** Those up to and with this instant of the phone's clock. */
  readonly dropFixes: (upTo: number) => Promise<void>
  readonly keepView: (kept: KeptView | null) => Promise<void>
  readonly view: () => Promise<KeptView | null>
  readonly close: () => void
}

const keysOf = async (db: IDBPDatabase<PhoneSchema>, id: string) => db.getAllKeysFromIndex('outbox', 'id', id)

/** What the phone remembers when the page is closed. Everything is on its disk before a promise resolves. */
export const openPhoneStore = async (name = 'xiaonao-field'): Promise<PhoneStore> => {
  const db = await openDB<PhoneSchema>(name, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id')
      fresh.createObjectStore('refused', { keyPath: 'id' })
      fresh.createObjectStore('fixes', { keyPath: 'at' })
      fresh.createObjectStore('kept')
    },
  })

  const remove = async (ids: readonly SentId[]) => {
    const keys = (await Promise.all(ids.map((id) => keysOf(db, id)))).flat()
    const tx = db.transaction('outbox', 'readwrite', { durability: 'strict' })
    await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done])
  }

  return {
    add: async (item) => {
      const tx = db.transaction('outbox', 'readwrite', { durability: 'strict' })
      await Promise.all([tx.store.add(item), tx.done])
    },
    waiting: async (unit) => (await db.getAll('outbox')).filter((item) => item.unit === unit),
    replace: async (item) => {
      const [key] = await keysOf(db, item.id)
      if (key !== undefined) await db.put('outbox', item, key)
    },
    remove,
    refuse: async (refused) => {
      const keys = await keysOf(db, refused.id)
      const tx = db.transaction(['outbox', 'refused'], 'readwrite')
      const gone = keys.map((key) => tx.objectStore('outbox').delete(key))
      await Promise.all([...gone, tx.objectStore('refused').put(refused), tx.done])
    },
    refused: async (unit) => (await db.getAll('refused')).filter((one) => one.unit === unit).sort((a, b) => a.at - b.at),
    dismiss: (id) => db.delete('refused', id),
    addFix: async (fix) => {
      await db.put('fixes', fix)
      const keys = await db.getAllKeys('fixes')
      const tooMany = keys.slice(0, Math.max(0, keys.length - mostFixes))
      await Promise.all(tooMany.map((key) => db.delete('fixes', key)))
    },
    fixes: () => db.getAll('fixes'),
    dropFixes: (upTo) => db.delete('fixes', IDBKeyRange.upperBound(upTo)),
    keepView: async (kept) => {
      await (kept ? db.put('kept', kept, 'view') : db.delete('kept', 'view'))
    },
    view: async () => (await db.get('kept', 'view')) ?? null,
    close: () => db.close(),
  }
}
