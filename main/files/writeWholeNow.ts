import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { onceFree, standStill } from './heldFile.ts'

type Rename = (from: string, to: string) => void

/**
 * Writes a small file so that it is there whole or as it was before, whatever happens in between: written beside, flushed,
 * renamed. Readable by this person of the machine alone. Throws when it cannot (full disk, no right); the old file then stands.
 */
export const writeWholeNow = (path: string, bytes: string | Uint8Array, rename: Rename = renameSync, pause = standStill): void => {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  try {
    const file = openSync(beside, 'w', 0o600)
    try {
      // The whole of it: a single write may take only a part.
      writeFileSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    onceFree(() => rename(beside, path), pause)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
