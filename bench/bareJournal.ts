import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../server/journal/database.ts'

const groupSize = 500
const table = `CREATE TABLE event (town TEXT, position INTEGER, subject TEXT, body TEXT, PRIMARY KEY (town, position)) WITHOUT ROWID`
const insert = `INSERT INTO event SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`

const rowAt = (position: number) => {
  const body = JSON.stringify({
    town: 'siji',
    at: Date.now(),
    by: { kind: 'person', id: 'operator1', name: '沈佳', role: 'operator' },
    event: { type: 'incident.noted', incident: 'E-1001', text: '已电话联系当事人，第 1 次记录：对方同意先停工，等待社区上门。' },
  })
  return ['siji', position, `E-${1001 + (position % 2_000)}`, body]
}

/** A table as the journal's, without chain, index or judging, by sqlite3 alone; as durable (`synchronous=FULL`). */
const withBareTable = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bare-'))
  const database = await openDatabase(join(folder, 'bare.db'), 'write')
  await database.run('PRAGMA wal_autocheckpoint = 1000')
  await database.run(table)
  try {
    return await work(database)
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
}

/** Rows per second, many to a commit. */
export const bareFlood = (rows: number): Promise<number> =>
  withBareTable(async (database) => {
    const begunAt = performance.now()
    for (let first = 0; first < rows; first += groupSize) {
      await database.run(insert, [JSON.stringify(Array.from({ length: groupSize }, (_, i) => rowAt(first + i)))])
    }
    return (rows * 1_000) / (performance.now() - begunAt)
  })

/** How long one row takes that is committed alone: nothing that is durable is answered sooner. Milliseconds each. */
export const bareCommits = (commits: number): Promise<readonly number[]> =>
  withBareTable(async (database) => {
    const waits: number[] = []
    for (let position = 0; position < commits; position += 1) {
      const begunAt = performance.now()
      await database.run(insert, [JSON.stringify([rowAt(position)])])
      waits.push(performance.now() - begunAt)
    }
    return waits
  })
