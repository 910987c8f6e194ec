import type { TownId } from '../../shared/domain/ids.ts'
import type { Recorded } from '../../shared/domain/recorded.ts'
import { JournalUnavailable, type AnyEvent, type Journal, type NewEvent, type Snapshot } from './journal.ts'
import { recordedOf } from './row.ts'

type Kept = { readonly subject: string | null; readonly text: string }
type Town = { readonly events: Kept[]; snapshot: Snapshot | null }

/**
 * The journal's twin without a disk, for tests and demonstrations: same answers, nothing kept.
 *
 * It keeps text, as the file does, so that what does not survive JSON does not survive here either.
 */
export const memoryJournal = <E extends AnyEvent>(): Journal<E> => {
  const towns = new Map<TownId, Town>()
  let isClosed = false

  const known = (name: TownId): Town => towns.get(name) ?? { events: [], snapshot: null }
  const kept = (name: TownId): Town => {
    const town = known(name)
    towns.set(name, town)
    return town
  }
  const recorded = ({ text }: Kept) => JSON.parse(text) as Recorded<E>
  const use = async <T>(work: () => T): Promise<T> => {
    if (isClosed) throw new JournalUnavailable('closed', 'The journal is closed.')
    return work()
  }

  const add = (name: TownId, events: readonly NewEvent<E>[]) => {
    const town = kept(name)
    const texts = events.map((event, index) => ({
      subject: event.subject,
      text: JSON.stringify(recordedOf(name, town.events.length + index + 1, event)),
    }))
    town.events.push(...texts)
    return town.events.length
  }

  return {
    append: (name, expectedPosition, events) =>
      use(() => {
        const position = known(name).events.length
        if (position !== expectedPosition) return { ok: false, reason: 'position-conflict', position }
        return { ok: true, position: events.length === 0 ? position : add(name, events) }
      }),
    read: (name, after, limit) =>
      use(() =>
        known(name)
          .events.slice(after, after + limit)
          .map(recorded),
      ),
    history: (name, subject, limit) =>
      use(() => {
        const about = known(name).events.filter((event) => event.subject === subject)
        return about.slice(limit === undefined ? 0 : Math.max(0, about.length - limit)).map(recorded)
      }),
    commandAt: (name, commandId) =>
      use(() => {
        const found = known(name).events.findLastIndex((event) => recorded(event).commandId === commandId)
        return found === -1 ? null : found + 1
      }),
    position: (name) => use(() => known(name).events.length),
    saveSnapshot: (name, snapshot) =>
      use(() => {
        const town = kept(name)
        if ((town.snapshot?.position ?? -1) <= snapshot.position) town.snapshot = snapshot
      }),
    latestSnapshot: (name) =>
      use(() => {
        const { snapshot, events } = known(name)
        return snapshot !== null && snapshot.position <= events.length ? snapshot : null
      }),
    towns: () =>
      use(() =>
        [...towns]
          .filter(([, town]) => town.events.length > 0)
          .map(([name]) => name)
          .sort(),
      ),
    hasRoom: () => true,
    whenRoom: () => Promise.resolve(),
    close: async () => {
      isClosed = true
    },
  }
}
