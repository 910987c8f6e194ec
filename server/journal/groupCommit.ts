import type { TownId } from '../../shared/domain/ids.ts'
import { sqliteCode } from './database.ts'
import { JournalUnavailable, type AnyEvent, type AppendAnswer, type NewEvent } from './journal.ts'
import { rowsOf, type Head, type StoredRow } from './row.ts'

type Waiting<E extends AnyEvent> = {
  readonly town: TownId
  readonly expectedPosition: number
  readonly events: readonly NewEvent<E>[]
  readonly answer: (answer: AppendAnswer) => void
  readonly fail: (error: unknown) => void
}

type Disk = {
  /** Writes all rows in one statement, durable when it resolves, or none. */
  readonly write: (rows: readonly StoredRow[]) => Promise<void>
  readonly headOf: (town: TownId) => Promise<Head>
}

export type GroupCommit<E extends AnyEvent> = {
  readonly append: (town: TownId, expectedPosition: number, events: readonly NewEvent<E>[]) => Promise<AppendAnswer>
  /** Does other work on the writer's connection while no group is under way. */
  readonly between: <T>(chore: () => Promise<T>) => Promise<T>
  /** Events taken in and not yet durable. */
  readonly waitingEvents: () => number
  /** Resolves when nothing is waiting. */
  readonly drained: () => Promise<void>
}

/** A group is one statement and one flush; a larger one would make those behind it wait longer than the flush it saves. */
const groupEvents = 2_000

/** How often a group is judged anew after another process took its positions, before it is given up. */
const maxTries = 5

/**
 * Writes appends in groups: those that arrive while a group is being written form the next one.
 *
 * Positions are judged when a group forms, in order of arrival, against the head that the rows before
 * will leave. Nothing is answered before the group is durable, refusals neither: they stand on it.
 */
export const groupCommit = <E extends AnyEvent>(disk: Disk, roomChanged: () => void): GroupCommit<E> => {
  let queue: Waiting<E>[] = []
  const chores: (() => Promise<void>)[] = []
  /** Durable heads of the towns written to; forgotten when the disk or another process upsets them. */
  const heads = new Map<TownId, Head>()
  let waitingEvents = 0
  let running: Promise<void> | null = null

  const takeGroup = (): readonly Waiting<E>[] => {
    let events = 0
    const end = queue.findIndex((waiting, index) => (events += waiting.events.length) > groupEvents && index > 0)
    return queue.splice(0, end === -1 ? queue.length : end)
  }

  /** The head as remembered, if it is the one that is expected; else the disk is asked, since another process may have written there. */
  const headOf = async (town: TownId, expectedPosition: number): Promise<Head> => {
    const remembered = heads.get(town)
    return remembered?.position === expectedPosition ? remembered : disk.headOf(town)
  }

  /** The rows a group comes to, what each append will be told, and where it leaves the towns. */
  const judge = async (group: readonly Waiting<E>[]) => {
    const after = new Map<TownId, Head>()
    const rows: StoredRow[] = []
    const answers: AppendAnswer[] = []
    for (const { town, expectedPosition, events } of group) {
      const head = after.get(town) ?? (await headOf(town, expectedPosition))
      const fits = head.position === expectedPosition
      const added = fits ? rowsOf(town, head, events) : []
      for (const row of added) rows.push(row)
      const last = added.at(-1) ?? head
      after.set(town, { position: last.position, hash: last.hash })
      answers.push(fits ? { ok: true, position: last.position } : { ok: false, reason: 'position-conflict', position: head.position })
    }
    return { after, rows, answers }
  }

  const commit = async (group: readonly Waiting<E>[], tries: number): Promise<readonly AppendAnswer[]> => {
    const { after, rows, answers } = await judge(group)
    try {
      if (rows.length > 0) await disk.write(rows)
    } catch (error) {
      heads.clear()
      if (sqliteCode(error) !== 'SQLITE_CONSTRAINT') throw error
      if (tries >= maxTries) throw new JournalUnavailable('busy', 'Another process keeps writing to the same town.', error)
      return commit(group, tries + 1)
    }
    for (const [town, head] of after) heads.set(town, head)
    return answers
  }

  /** What waited behind a failed group counted on it: it fails with it, so that nobody waits in vain. */
  const failAll = (group: readonly Waiting<E>[], error: unknown) => {
    heads.clear()
    const all = [...group, ...queue]
    queue = []
    waitingEvents = 0
    for (const waiting of all) waiting.fail(error)
  }

  const commitNext = async () => {
    const group = takeGroup()
    try {
      const answers = await commit(group, 1)
      for (const { events } of group) waitingEvents -= events.length
      group.forEach((waiting, index) => waiting.answer(answers[index] as AppendAnswer))
    } catch (error) {
      failAll(group, error)
    }
    roomChanged()
  }

  /** Begins a moment later, so that what is sent in the same breath shares the first group. */
  const workOff = async () => {
    await Promise.resolve()
    while (queue.length > 0 || chores.length > 0) {
      const chore = chores.shift()
      if (chore) await chore()
      if (queue.length > 0) await commitNext()
    }
    running = null
  }

  const wake = () => {
    running ??= workOff()
  }

  return {
    append: (town, expectedPosition, events) =>
      new Promise((answer, fail) => {
        queue.push({ town, expectedPosition, events, answer, fail })
        waitingEvents += events.length
        wake()
      }),
    between: (chore) =>
      new Promise((resolve, reject) => {
        chores.push(() => chore().then(resolve, reject))
        wake()
      }),
    waitingEvents: () => waitingEvents,
    drained: async () => {
      await running
    },
  }
}
