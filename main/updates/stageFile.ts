import { createHash } from 'node:crypto'
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleaseFile } from './release.ts'
import type { UpdateSource } from './source.ts'

export type Staging =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: 'unreachable' | 'bad-file' | 'cannot-keep' }

const partOf = (path: string): string => `${path}.part`

/** Whether the file at `path` is to the last bit the one that was signed. */
export const isAsSigned = async (path: string, { size, sha512 }: ReleaseFile): Promise<boolean> => {
  try {
    if ((await stat(path)).size !== size) return false
    const hash = createHash('sha512')
    const file = await open(path)
    for await (const part of file.createReadStream()) hash.update(part as Uint8Array)
    return hash.digest('base64') === sha512
  } catch {
    return false
  }
}

/** Everything in the folder but the one file: of versions that came before, and of loads that were broken off. */
const clear = async (folder: string, kept: string | null): Promise<void> => {
  for (const name of await readdir(folder)) if (name !== kept) await rm(join(folder, name), { recursive: true, force: true })
}

/** Writes what comes, counting and hashing on the way; false as soon as it cannot be the signed file any more. */
const write = async (
  parts: AsyncIterable<Uint8Array>,
  path: string,
  { size, sha512 }: ReleaseFile,
  loaded: (share: number) => void,
): Promise<boolean | 'unreachable'> => {
  const hash = createHash('sha512')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    const each = parts[Symbol.asyncIterator]()
    for (;;) {
      const next = await each.next().catch(() => 'broken' as const)
      if (next === 'broken') return 'unreachable'
      if (next.done === true) break
      bytes += next.value.length
      if (bytes > size) {
        await each.return?.(undefined)
        return false
      }
      hash.update(next.value)
      await file.writeFile(next.value)
      loaded(bytes / size)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return bytes === size && hash.digest('base64') === sha512
}

/**
 * Brings a file of a release into the folder, where it lies whole and checked or not at all. One that lies there already, of
 * an earlier day, is taken as it is, if it is.
 */
export const stageFile = async (
  source: UpdateSource,
  wanted: ReleaseFile,
  folder: string,
  loaded: (share: number) => void,
): Promise<Staging> => {
  const path = join(folder, wanted.url)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (await isAsSigned(path, wanted)) {
      await clear(folder, wanted.url)
      return { ok: true, path }
    }
    await clear(folder, null)
  } catch {
    return { ok: false, why: 'cannot-keep' }
  }
  const parts = await source(wanted.url).catch(() => 'unreachable' as const)
  if (parts === 'unreachable') return { ok: false, why: 'unreachable' }
  if (parts === null) return { ok: false, why: 'bad-file' }
  try {
    const written = await write(parts, partOf(path), wanted, loaded)
    if (written !== true) {
      await rm(partOf(path), { force: true })
      return { ok: false, why: written === false ? 'bad-file' : written }
    }
    // Nobody is to change it between here and the installer, this program least of all.
    await chmod(partOf(path), 0o500)
    await rename(partOf(path), path)
    return { ok: true, path }
  } catch {
    await rm(partOf(path), { force: true }).catch(() => {})
    return { ok: false, why: 'cannot-keep' }
  }
}
