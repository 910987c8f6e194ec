import type { Database, Row } from './database.ts'
import { linkHash, noHead, type Head } from './row.ts'

/** The first thing that is wrong with a town's record. */
export type Fault = {
  readonly town: string
  /** The first position that cannot be trusted. */
  readonly position: number
  readonly why: 'row-missing' | 'hash-mismatch' | 'row-differs-from-text' | 'row-unreadable'
}

export type Verdict = {
  readonly events: number
  /** Where each whole town ends: kept elsewhere, it later shows whether the end was cut off. */
  readonly heads: readonly (Head & { readonly town: string })[]
  readonly faults: readonly Fault[]
}

type ChainRow = Row & { readonly position: number; readonly subject: string | null; readonly hash: string; readonly body: string }

const pageEvents = 2_000

const keysOf = (body: string): { readonly town?: unknown; readonly position?: unknown } | null => {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' ? parsed : null
  } catch {
    return null
  }
}

const faultOf = (town: string, before: Head, row: ChainRow): Fault | null => {
  if (row.position !== before.position + 1) return { town, position: before.position + 1, why: 'row-missing' }
  if (linkHash(before.hash, row.subject, row.body) !== row.hash) return { town, position: row.position, why: 'hash-mismatch' }
  const keys = keysOf(row.body)
  const isSame = keys?.town === town && keys.position === row.position
  return isSame ? null : { town, position: row.position, why: 'row-differs-from-text' }
}

/** Follows a run of rows from a head; answers the new head, or the first fault. */
export const followChain = (town: string, from: Head, rows: readonly ChainRow[]): Head | Fault => {
  let head = from
  for (const row of rows) {
    const fault = faultOf(town, head, row)
    if (fault !== null) return fault
    head = row
  }
  return { position: head.position, hash: head.hash }
}

const isFault = (outcome: Head | Fault): outcome is Fault => 'why' in outcome

const pageAfter = (database: Database, town: string, after: number) =>
  database.all<ChainRow>('SELECT position, subject, hash, body FROM event WHERE town = ? AND position > ? ORDER BY position LIMIT ?', [
    town,
    after,
    pageEvents,
  ])

const verifyTown = async (database: Database, town: string, progress: (events: number) => void): Promise<Head | Fault> => {
  let head = noHead
  for (;;) {
    const rows = await pageAfter(database, town, head.position).catch(() => null)
    if (rows === null) return { town, position: head.position + 1, why: 'row-unreadable' }
    if (rows.length === 0) return head
    const outcome = followChain(town, head, rows)
    if (isFault(outcome)) return outcome
    head = outcome
    progress(rows.length)
  }
}

/**
 * Reads the whole record, a page at a time, and re-computes the chain of each town.
 *
 * The record only grows, so this may run while the server writes; it holds no lock over pages.
 */
export const verifyJournal = async (database: Database, towns: readonly string[], tell: (events: number) => void): Promise<Verdict> => {
  let events = 0
  const heads: (Head & { readonly town: string })[] = []
  const faults: Fault[] = []
  const progress = (added: number) => tell((events += added))
  for (const town of towns) {
    const outcome = await verifyTown(database, town, progress)
    if (isFault(outcome)) faults.push(outcome)
    else heads.push({ town, ...outcome })
  }
  return { events, heads, faults }
}

/** Follows the last events of a town only: what a crash or a bad disk would have torn. */
export const verifyTail = async (database: Database, town: string, events: number): Promise<Fault | null> => {
  const newest = await database.all<ChainRow>(
    'SELECT position, subject, hash, body FROM event WHERE town = ? ORDER BY position DESC LIMIT ?',
    [town, events + 1],
  )
  const rows = newest.toReversed()
  const [oldest, ...rest] = rows
  if (oldest === undefined) return null
  const reachesBack = oldest.position === 1
  const outcome = reachesBack ? followChain(town, noHead, rows) : followChain(town, oldest, rest)
  return isFault(outcome) ? outcome : null
}
