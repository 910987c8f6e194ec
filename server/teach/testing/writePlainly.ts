import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { WriteWhole } from '../modelShelf.ts'

/** Enough for tests, where no power is cut. */
export const writePlainly: WriteWhole = async (path, bytes) => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
