import * as nodeFiles from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isHeld, retryAfterMs } from './heldFile.ts'

export type WritingFiles = Pick<typeof nodeFiles, 'mkdir' | 'open' | 'rename' | 'rm'>

const renamed = async (from: string, to: string, files: WritingFiles, waits: readonly number[]): Promise<void> => {
  try {
    await files.rename(from, to)
  } catch (error) {
    const [wait, ...rest] = waits
    if (wait === undefined || !isHeld(error)) throw error
    await pause(wait)
    await renamed(from, to, files, rest)
  }
}

const writeAndSync = async (path: string, bytes: string | Uint8Array, files: WritingFiles): Promise<void> => {
  const file = await files.open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Where folders can be synced, the new name is on the disk too; where not, the system sees to it in its own time. */
const syncFolder = async (folder: string, files: WritingFiles): Promise<void> => {
  try {
    const opened = await files.open(folder, 'r')
    await opened.sync().finally(() => opened.close())
  } catch {
    // Windows opens no folders.
  }
}

/**
 * Replaces a file whole: whenever the power goes, the file is the old one or the new one. Readable by this person of the machine
 * alone. Rejects when it cannot; the old file then stands. Where one cannot wait: `writeWholeNow`.
 */
export const writeWhole = async (path: string, bytes: string | Uint8Array, files: WritingFiles = nodeFiles): Promise<void> => {
  const beside = `${path}.${process.pid}.new`
  await files.mkdir(dirname(path), { recursive: true })
  try {
    await writeAndSync(beside, bytes, files)
    await renamed(beside, path, files, retryAfterMs)
  } catch (error) {
    await files.rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path), files)
}
