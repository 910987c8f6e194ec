import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Where updates lie. Null: there is no file of that name, which is no trouble. Rejects when the place cannot be reached. */
export type UpdateSource = (name: string) => Promise<AsyncIterable<Uint8Array> | null>

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** A folder that the room's administrator named, on a disk of this machine or of the room's. */
export const folderSource =
  (folder: string): UpdateSource =>
  async (name) => {
    // The folder itself must be there: a share that is not mounted is not a room without updates.
    await readdir(folder)
    try {
      const file = await open(join(folder, name))
      if ((await file.stat()).isFile()) return file.createReadStream()
      await file.close()
      return null
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

type Needs = {
  /** Origin of the room's server. */
  readonly server: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly after: (ms: number, act: () => void) => () => void
}

/** A network that has been silent for this long is not going to say more. */
const silentMs = 30_000

/** The room's own server. It is followed nowhere else, and shown nothing of this desk. */
export const serverSource =
  ({ server, fetch, after }: Needs): UpdateSource =>
  async (name) => {
    const stop = new AbortController()
    let cancel = after(silentMs, () => stop.abort())
    const heard = () => {
      cancel()
      cancel = after(silentMs, () => stop.abort())
    }
    try {
      const answer = await fetch(`${server}/updates/${name}`, { redirect: 'error', credentials: 'omit', signal: stop.signal })
      if (answer.status === 404) {
        cancel()
        await answer.body?.cancel()
        return null
      }
      if (!answer.ok || !answer.body) throw new Error(`${name}: ${answer.status}`)
      const body = answer.body as unknown as AsyncIterable<Uint8Array>
      return (async function* () {
        try {
          for await (const part of body) {
            heard()
            yield part
          }
        } finally {
          cancel()
        }
      })()
    } catch (error) {
      cancel()
      throw error
    }
  }
