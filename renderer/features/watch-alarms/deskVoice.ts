import type { ConsoleRegion } from '../../../shared/contracts/layout.ts'

/** The part of the browser's lock manager that is used here. Its locks outlive no page, however it ends. */
export type Locks = {
  readonly request: (name: string, options: LockOptions, held: () => Promise<void>) => Promise<unknown>
  readonly query: () => Promise<{ readonly held?: readonly { readonly name?: string; readonly mode?: LockMode }[] }>
}

/** A window that could sound. */
export type Mouth = { readonly region: ConsoleRegion; readonly id: string }

/** Where the operator sits comes first. */
const order: readonly ConsoleRegion[] = ['queue', 'all', 'board', 'map']

/** Which of these windows sounds for the desk; the same answer at each of them. */
export const whoSounds = (mouths: readonly Mouth[]): Mouth | null =>
  [...mouths].sort((a, b) => order.indexOf(a.region) - order.indexOf(b.region) || (a.id < b.id ? -1 : 1))[0] ?? null

type Needs = {
  readonly locks: Locks
  /** Names the desk and its person: windows of others are not asked. */
  readonly desk: string
  readonly own: Mouth
  readonly onVoice: (hasVoice: boolean) => void
}

/** A lock that was taken away by force, or whose waiting was called off. */
const isTaken = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/**
 * One window of a desk sounds: while it holds the voice, which only one can. Each window that could sound holds a lock
 * of its own name, so that the others know of it and hear at once when it is gone; the best of them takes the voice, by
 * force if need be. The answer leaves.
 */
export const deskVoice = ({ locks, desk, own, onVoice }: Needs): (() => void) => {
  const left = new AbortController()
  const { signal } = left
  const gone = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  const prefix = `${desk}/mouth/`
  const nameOf = ({ region, id }: Mouth) => `${prefix}${region}/${id}`

  const present = async (): Promise<readonly Mouth[]> => {
    const { held = [] } = await locks.query()
    return held.flatMap(({ name, mode }) => {
      // Shared by those who wait for a window to go, for a moment after it went.
      if (!name?.startsWith(prefix) || mode !== 'exclusive') return []
      const [region, id] = name.slice(prefix.length).split('/')
      return order.includes(region as ConsoleRegion) && id ? [{ region: region as ConsoleRegion, id }] : []
    })
  }
  /** Until it is taken away or this window leaves. */
  const speak = () =>
    locks.request(`${desk}/voice`, { steal: true }, async () => {
      if (signal.aborted) return
      onVoice(true)
      await gone
    })
  const untilGone = (other: Mouth) => locks.request(nameOf(other), { mode: 'shared', signal }, () => Promise.resolve())

  const turn = async (): Promise<void> => {
    const best = whoSounds(await present())
    try {
      if (best === null || best.id === own.id) await speak()
      else await untilGone(best)
    } catch (error) {
      if (!isTaken(error)) throw error
    } finally {
      onVoice(false)
    }
  }
  const takeTurns = async (): Promise<void> => {
    while (!signal.aborted) await turn()
  }
  void locks
    .request(nameOf(own), { signal }, () => Promise.race([takeTurns(), gone]))
    // Called off while it waited, or a browser that keeps its locks to itself: then every window sounds, lest none does.
    .catch((error: unknown) => void (isTaken(error) || onVoice(true)))
  return () => left.abort()
}
