import knex, { type Knex } from 'knex'
import sqlite3 from 'sqlite3'

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** One connection to one SQLite file; calls on it are answered in the order in which they were awaited. */
export type Database = {
  readonly file: string
  readonly run: (sql: string, params?: readonly Value[]) => Promise<void>
  readonly all: <R extends Row>(sql: string, params?: readonly Value[]) => Promise<readonly R[]>
  readonly close: () => Promise<void>
}

/** `write` makes the file if it is missing; `read` never changes it. */
export type Mode = 'write' | 'read'

/** How long a statement waits for another process's write before it gives up as busy. */
const busyAfterMs = 5_000

/** Pages that a connection keeps in memory, in KiB (negative by SQLite's custom): the command index of a million commands fits. */
const cacheKib = -65_536

/**
 * `synchronous=FULL`: a commit returns after the disk has it. `wal_autocheckpoint=0`: SQLite would
 * otherwise copy the log back inside some unlucky commit; see `checkpointer.ts`.
 */
const writePragmas = ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 0', 'foreign_keys = ON', `cache_size = ${cacheKib}`]
const readPragmas = ['query_only = ON', 'foreign_keys = ON']

const open = (file: string, mode: Mode): Promise<sqlite3.Database> =>
  new Promise((resolve, reject) => {
    const flags = mode === 'write' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READWRITE
    const connection = new sqlite3.Database(file, flags, (error) => (error ? reject(error) : resolve(connection)))
  })

const wrap = (file: string, connection: sqlite3.Database): Database => ({
  file,
  run: (sql, params = []) => new Promise((resolve, reject) => connection.run(sql, params, (error) => (error ? reject(error) : resolve()))),
  all: <R extends Row>(sql: string, params: readonly Value[] = []) =>
    new Promise<readonly R[]>((resolve, reject) =>
      connection.all<R>(sql, params, (error, rows) => (error ? reject(error) : resolve(rows))),
    ),
  close: () => new Promise((resolve, reject) => connection.close((error) => (error ? reject(error) : resolve()))),
})

/**
 * Opens a file with the settings every room of the product uses.
 *
 * A reader opens the file writable too, because a log left by a crash must be taken over before it can
 * be read; `query_only` then keeps it from changing a row.
 */
export const openDatabase = async (file: string, mode: Mode): Promise<Database> => {
  const connection = await open(file, mode)
  connection.configure('busyTimeout', busyAfterMs)
  const database = wrap(file, connection)
  try {
    for (const pragma of mode === 'write' ? writePragmas : readPragmas) await database.run(`PRAGMA ${pragma}`)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

export type OpenDatabase = typeof openDatabase

/** A server that is just ending lets go within this; one that goes on will not. */
const letGoWithinMs = 1_000

/**
 * Takes a file for this process alone; null when another has it. The answer lets go of it.
 *
 * SQLite's lock is the operating system's: it ends with the process however that ends, so no file left by a
 * crash can keep the next start out.
 */
export const takeAlone = async (file: string): Promise<(() => Promise<void>) | null> => {
  const connection = await open(file, 'write')
  connection.configure('busyTimeout', letGoWithinMs)
  const database = wrap(file, connection)
  try {
    await database.run('BEGIN EXCLUSIVE')
    return database.close
  } catch (error) {
    await database.close()
    if (sqliteCode(error) === 'SQLITE_BUSY') return null
    throw error
  }
}

/** SQLite's name for what went wrong (`SQLITE_FULL`, `SQLITE_CORRUPT`, …), or null if SQLite did not speak. */
export const sqliteCode = (error: unknown): string | null => {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null
}

type Pooled = { run: (sql: string, done: (error: Error | null) => void) => void; configure: (option: 'busyTimeout', ms: number) => void }

const prepare = (connection: Pooled, done: (error: Error | null, connection: Pooled) => void) => {
  connection.configure('busyTimeout', busyAfterMs)
  connection.run('PRAGMA journal_mode = WAL', (first) => {
    if (first) return done(first, connection)
    connection.run('PRAGMA foreign_keys = ON', (second) => done(second, connection))
  })
}

/**
 * Knex over its own SQLite file, for tables that are not the journal (accounts, tokens, tracks).
 *
 * Give it another file than the journal's: SQLite has one writer per file, and a slow table would
 * stand in the way of an order.
 */
export const openKnex = (file: string): Knex =>
  knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    // Errors go to the log; with the values in them, callers' numbers and password hashes would too.
    compileSqlOnError: false,
    pool: { min: 1, max: 1, afterCreate: prepare },
  })
