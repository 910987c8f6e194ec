import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../server/journal/database.ts'

const groupSize = 500
const table = `CREATE TABLE event (town TEXT, position INTEGER, subject TEXT, body TEXT, PRIMARY KEY (town, position)) WITHOUT ROWID`
const insert = `INSERT INTO event SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`

/** Rows as the journal keeps them, without chain, index or judging, by sqlite3 alone; rows per second. */
export const bareFlood = async (rows: number): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bare-'))
  const database = await openDatabase(join(folder, 'bare.db'), 'write')
  await database.run('PRAGMA wal_autocheckpoint = 1000')
  await database.run(table)
  const body = JSON.stringify({
    town: 'siji',
    at: Date.now(),
    by: { kind: 'person', id: 'operator1', name: '沈佳', role: 'operator' },
    event: { type: 'incident.noted', incident: 'E-1001', text: '已电话联系当事人，第 1 次记录：对方同意先停工，等待社区上门。' },
  })
  const begunAt = performance.now()
  for (let first = 0; first < rows; first += groupSize) {
    const group = Array.from({ length: groupSize }, (_, i) => ['siji', first + i, `E-${1001 + ((first + i) % 2_000)}`, body])
    await database.run(insert, [JSON.stringify(group)])
  }
  const perSecond = (rows * 1_000) / (performance.now() - begunAt)
  await database.close()
  await rm(folder, { recursive: true })
  return perSecond
}
