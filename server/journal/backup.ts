import { constants } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from './database.ts'
import type { Head } from './row.ts'
import { openToRead } from './start.ts'
import { townsOf } from './towns.ts'
import { inPlainWords } from './trouble.ts'
import { verifyJournal, type Verdict } from './verify.ts'

export const exists = (file: string): Promise<boolean> =>
  access(file, constants.F_OK).then(
    () => true,
    () => false,
  )

/** Until this, a new file or a new name may be gone after a power cut. */
export const flushToDisk = async (path: string) => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a finished file under its name; after a crash there is either all of it or none. */
export const publish = async (made: string, target: string) => {
  await flushToDisk(made)
  await rename(made, target)
  await flushToDisk(dirname(target))
}

/** Checks a whole journal file, chain and all. */
export const verifyFile = async (file: string, tell: (events: number) => void): Promise<Verdict> => {
  const database = await openToRead(file, openDatabase)
  try {
    return await inPlainWords(file, async () => verifyJournal(database, await townsOf(database), tell))
  } finally {
    await database.close()
  }
}

/** Is the event that a town once ended with still there, with the hash it had? With a whole chain, so is all before it. */
export const stillHolds = async (file: string, known: Head & { readonly town: string }): Promise<boolean> => {
  const database = await openToRead(file, openDatabase)
  try {
    const rows = await database.all('SELECT 1 FROM event WHERE town = ? AND position = ? AND hash = ?', [
      known.town,
      known.position,
      known.hash,
    ])
    return rows.length === 1
  } finally {
    await database.close()
  }
}

/** A flush of hundreds of megabytes at the end would hold up the server's own flushes for a tenth of a second (measured). */
const flushEveryMs = 50

/** Flushes a growing file bit by bit while the work that writes it is under way. */
const flushingAlong = async (target: string, work: () => Promise<void>) => {
  let isDone = false
  const written = work().finally(() => (isDone = true))
  const flushing = async () => {
    while (!isDone) {
      await flushToDisk(target).catch(() => undefined)
      await pause(flushEveryMs)
    }
  }
  await Promise.all([written, flushing()])
}

/** A compact copy of what the file and its log hold at this moment. */
export const copyInto = async (file: string, target: string) => {
  const source = await openToRead(file, openDatabase)
  try {
    await source.run('PRAGMA query_only = OFF')
    await inPlainWords(target, () => flushingAlong(target, () => source.run('VACUUM INTO ?', [target])))
  } catch (error) {
    await rm(target, { force: true })
    throw error
  } finally {
    await source.close()
  }
}

export type BackupAnswer =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly reason: 'target-exists' }
  | { readonly ok: false; readonly reason: 'copy-is-faulty'; readonly verdict: Verdict }

/**
 * A whole, checked copy of the journal while the server runs.
 *
 * `VACUUM INTO` only reads, from one moment's view; the writer goes on, its log just grows meanwhile.
 */
export const backupJournal = async (file: string, target: string, tell: (events: number) => void): Promise<BackupAnswer> => {
  if (await exists(target)) return { ok: false, reason: 'target-exists' }
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { force: true })
  await copyInto(file, unfinished)
  const verdict = await verifyFile(unfinished, tell)
  if (verdict.faults.length > 0) {
    await rm(unfinished)
    return { ok: false, reason: 'copy-is-faulty', verdict }
  }
  await publish(unfinished, target)
  return { ok: true, verdict }
}
