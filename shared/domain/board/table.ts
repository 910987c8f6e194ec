/**
 * Values by id, immutable, copied a shard at a time.
 *
 * A town can have ten thousand open incidents and hundreds of events a second. One flat object would
 * be copied whole for each batch; shards of 64 ids keep the copy small. Plain objects, so that a
 * board is JSON and lives in Redux.
 */
type Shard<V> = Readonly<Record<string, V>>
export type Table<V> = { readonly size: number; readonly shards: Readonly<Record<string, Shard<V>>> }

export const emptyTable: Table<never> = { size: 0, shards: {} }

const shardBits = 6
const colon = ':'.charCodeAt(0)
const slash = '/'.charCodeAt(0)
const zero = '0'.charCodeAt(0)
const nine = '9'.charCodeAt(0)

/**
 * Ids end in a number (`E-1042`, `W12`), and neighbours share a shard. What belongs to something (`E-1042:limit:take`,
 * `E-1042/1:accept`) lies where its owner would, so that all of an owner's are found in one shard.
 */
const shardOf = (id: string): string => {
  let digitsFrom = 0
  let number = 0
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    if (code === colon || code === slash) break
    if (code >= zero && code <= nine) number = number * 10 + code - zero
    else {
      digitsFrom = i + 1
      number = 0
    }
  }
  return `${id.slice(0, digitsFrom)}${number >> shardBits}`
}

export const get = <V>(table: Table<V>, id: string): V | undefined => table.shards[shardOf(id)]?.[id]

export const values = function* <V>(table: Table<V>): Generator<V> {
  for (const shard in table.shards) yield* Object.values(table.shards[shard] as Record<string, V>)
}

/** The values that share a shard with this id: all that belong to it are among them, and at most some hundred others. */
export const near = <V>(table: Table<V>, id: string): readonly V[] => Object.values(table.shards[shardOf(id)] ?? {})

/** The shards in which two tables differ: nothing outside them has changed. */
export const changedShards = <V>(one: Table<V>, other: Table<V>): readonly (readonly [Shard<V>, Shard<V>])[] => {
  const keys = new Set([...Object.keys(one.shards), ...Object.keys(other.shards)])
  return [...keys].filter((key) => one.shards[key] !== other.shards[key]).map((key) => [one.shards[key] ?? {}, other.shards[key] ?? {}])
}

const isEmpty = (shard: Readonly<Record<string, unknown>>): boolean => {
  for (const _ in shard) return false
  return true
}

/** A batch of changes to a table; each shard is copied at most once. */
export type Draft<V> = {
  readonly get: (id: string) => V | undefined
  readonly set: (id: string, value: V) => void
  readonly remove: (id: string) => void
  readonly values: () => Generator<V>
  /** As `near` of a table. */
  readonly near: (id: string) => readonly V[]
  readonly done: () => Table<V>
}

export const draftOf = <V>(table: Table<V>): Draft<V> => {
  let shards: Record<string, Readonly<Record<string, V>>> | null = null
  let size = table.size
  const own = new Map<string, Record<string, V>>()
  const writable = (key: string): Record<string, V> => {
    const mine = own.get(key)
    if (mine) return mine
    shards ??= { ...table.shards }
    const copy = { ...shards[key] }
    own.set(key, copy)
    shards[key] = copy
    return copy
  }
  const current = () => (shards ? { size, shards } : table)
  return {
    get: (id) => (shards ?? table.shards)[shardOf(id)]?.[id],
    set: (id, value) => {
      const shard = writable(shardOf(id))
      if (!(id in shard)) size += 1
      shard[id] = value
    },
    remove: (id) => {
      const key = shardOf(id)
      if ((shards ?? table.shards)[key]?.[id] === undefined) return
      const shard = writable(key)
      delete shard[id]
      size -= 1
      if (!isEmpty(shard)) return
      own.delete(key)
      if (shards) delete shards[key]
    },
    values: () => values(current()),
    near: (id) => near(current(), id),
    done: current,
  }
}
