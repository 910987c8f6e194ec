import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Database, Row } from './database.ts'
import type { Snapshot } from './journal.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** The newest, and two to fall back on when it is damaged. */
const keptPerTown = 3

type SnapshotRow = Row & { readonly position: number; readonly hash: string; readonly packed: Uint8Array; readonly packed_hash: string }

/** Boards are megabytes of repeating JSON: packed off the event loop, they hold up the next group for a tenth of the time. */
export const packSnapshot = async ({ body }: Snapshot) => {
  const packed = await pack(body, { level: 1 })
  return { packed, packedHash: hash('sha256', packed) }
}

export type PackedSnapshot = Awaited<ReturnType<typeof packSnapshot>>

/** Writes a snapshot and forgets the town's oldest ones. */
export const writeSnapshot = async (database: Database, town: TownId, snapshot: Snapshot, { packed, packedHash }: PackedSnapshot) => {
  await database.run('INSERT OR REPLACE INTO snapshot (town, position, hash, packed, packed_hash) VALUES (?, ?, ?, ?, ?)', [
    town,
    snapshot.position,
    snapshot.hash,
    packed,
    packedHash,
  ])
  await database.run(
    `DELETE FROM snapshot WHERE town = ?1 AND position NOT IN
      (SELECT position FROM snapshot WHERE town = ?1 ORDER BY position DESC LIMIT ${keptPerTown})`,
    [town],
  )
}

/** The newest snapshot that is whole and not ahead of the journal. */
export const readSnapshot = async (database: Database, town: TownId): Promise<Snapshot | null> => {
  const rows = await database.all<SnapshotRow>(
    `SELECT position, hash, packed, packed_hash FROM snapshot WHERE town = ?1 AND position <=
      (SELECT coalesce(max(position), 0) FROM event WHERE town = ?1) ORDER BY position DESC`,
    [town],
  )
  const whole = rows.find((row) => hash('sha256', row.packed) === row.packed_hash)
  if (whole === undefined) return null
  const body = await unpack(whole.packed)
  return { position: whole.position, hash: whole.hash, body: body.toString('utf8') }
}
