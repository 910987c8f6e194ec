import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { copyInto, exists, publish, verifyFile } from './backup.ts'
import { openDatabase, sqliteCode } from './database.ts'
import { lockFolder } from './folderLock.ts'
import type { Verdict } from './verify.ts'
import { hasLostCommits } from './walDamage.ts'

export type RestoreAnswer =
  | { readonly ok: true; readonly verdict: Verdict; readonly keptAside: string | null }
  | { readonly ok: false; readonly reason: 'journal-exists' }
  | { readonly ok: false; readonly reason: 'journal-in-use' }
  | { readonly ok: false; readonly reason: 'backup-is-faulty'; readonly verdict: Verdict }

type Restore = {
  readonly file: string
  readonly from: string
  /** Puts an existing journal aside instead of refusing. */
  readonly replace: boolean
  /** Names the old journal kept aside, for example the time. */
  readonly label: string
}

/**
 * Has anybody the file open: another command that looks at it, or a server that knows no lock on folders?
 *
 * SQLite gives up its log only when nobody else has; a damaged file cannot be asked.
 */
const isInUse = async (file: string): Promise<boolean> => {
  const database = await openDatabase(file, 'read').catch(() => null)
  if (database === null) return false
  try {
    await database.run('PRAGMA query_only = OFF')
    await database.run('PRAGMA busy_timeout = 200')
    await database.run('PRAGMA journal_mode = DELETE')
    return false
  } catch (error) {
    return sqliteCode(error) === 'SQLITE_BUSY'
  } finally {
    await database.close()
  }
}

/** A log belongs to its file: both move, and no old log is left to be mixed with the new file. */
const keepAside = async (file: string, aside: string) => {
  for (const suffix of ['', '-wal', '-shm']) {
    if (await exists(file + suffix)) await rename(file + suffix, aside + suffix)
  }
}

const restoreAlone = async ({ file, from, replace, label }: Restore, tell: (events: number) => void): Promise<RestoreAnswer> => {
  const isThere = await exists(file)
  if (isThere && !replace) return { ok: false, reason: 'journal-exists' }
  const inUse = async () => isThere && !(await hasLostCommits(file)) && (await isInUse(file))
  if (await inUse()) return { ok: false, reason: 'journal-in-use' }
  const copy = `${file}.restoring`
  await rm(copy, { force: true })
  await copyInto(from, copy)
  const verdict = await verifyFile(copy, tell)
  if (verdict.faults.length > 0) {
    await rm(copy)
    return { ok: false, reason: 'backup-is-faulty', verdict }
  }
  if (await inUse()) {
    await rm(copy)
    return { ok: false, reason: 'journal-in-use' }
  }
  const aside = `${file}.before-${label}`
  await keepAside(file, aside)
  await publish(copy, file)
  return { ok: true, verdict, keptAside: isThere ? aside : null }
}

/**
 * Puts a checked backup in the journal's place. The old journal is kept aside, whole.
 *
 * The copy is made and flushed beside the journal first, so that a failure on the way leaves the old one standing. No server
 * can start on the folder meanwhile.
 */
export const restoreJournal = async (restore: Restore, tell: (events: number) => void): Promise<RestoreAnswer> => {
  const letGo = await lockFolder(dirname(restore.file))
  if (letGo === null) return { ok: false, reason: 'journal-in-use' }
  try {
    return await restoreAlone(restore, tell)
  } finally {
    await letGo()
  }
}
