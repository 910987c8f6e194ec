import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, openKnex, sqliteCode } from './database.ts'

const freshFile = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'database-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'rooms.db')
}

test('[J22] knex over its own file keeps a write-ahead log, flushes commits and holds foreign keys', async () => {
  const tables = openKnex(await freshFile())
  onTestFinished(() => tables.destroy())
  await tables.schema.createTable('account', (table) => table.string('id').primary())
  await tables.schema.createTable('token', (table) => table.string('owner').references('account.id'))
  await tables('account').insert({ id: 'zhang.san' })
  await tables('token').insert({ owner: 'zhang.san' })
  await expect(tables('token').insert({ owner: 'nobody' })).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
  expect(await tables.raw('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
  expect(await tables.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
})

test('[J22] what knex says of a statement that failed holds none of its values: it goes to the log', async () => {
  const tables = openKnex(await freshFile())
  onTestFinished(() => tables.destroy())
  await tables.schema.createTable('reject', (table) => table.string('body').primary())
  const keep = () => tables('reject').insert({ body: '报警人 13812345678' })
  await keep()
  const error: unknown = await keep().catch((reason: unknown) => reason)
  expect(sqliteCode(error)).toBe('SQLITE_CONSTRAINT')
  expect(String(error instanceof Error && `${error.message} ${error.stack}`)).toMatch(/insert into/)
  expect(String(error instanceof Error && `${error.message} ${error.stack}`)).not.toContain('13812345678')
})

test('[J8] a reader cannot change a row, and SQLite’s own name for the trouble can be read', async () => {
  const file = await freshFile()
  const writer = await openDatabase(file, 'write')
  onTestFinished(() => writer.close())
  await writer.run('CREATE TABLE thing (name TEXT)')
  const reader = await openDatabase(file, 'read')
  onTestFinished(() => reader.close())
  const error: unknown = await reader.run(`INSERT INTO thing VALUES ('x')`).catch((reason: unknown) => reason)
  expect(sqliteCode(error)).toBe('SQLITE_READONLY')
  expect(sqliteCode(new Error('something else'))).toBeNull()
})
