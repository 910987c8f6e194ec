import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeSynced = async (path: string, bytes: Uint8Array, mode?: number): Promise<void> => {
  const handle = await open(path, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Who may read what is made new, as `chmod` writes it; the machine's habit where it is left out. */
type Modes = { readonly file?: number; readonly folder?: number }

/** Writes a file so that after a power cut it is there whole or not at all. Throws what the disk says. */
export const writeDurably = async (path: string, bytes: Uint8Array, { file, folder: folderMode }: Modes = {}): Promise<void> => {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, ...(folderMode === undefined ? {} : { mode: folderMode }) })
  const draft = `${path}.${randomUUID()}.part`
  try {
    await writeSynced(draft, bytes, file)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}
