import type { CommandId, TownId } from '../../shared/domain/ids.ts'
import type { Recorded } from '../../shared/domain/recorded.ts'
import { checkpointer } from './checkpointer.ts'
import { openDatabase, type Database, type OpenDatabase, type Row } from './database.ts'
import { groupCommit } from './groupCommit.ts'
import { JournalUnavailable, type AnyEvent, type Journal } from './journal.ts'
import { commandKey, noHead, type Head, type StoredRow } from './row.ts'
import { packSnapshot, readSnapshot, writeSnapshot } from './snapshots.ts'
import { openChecked } from './start.ts'
import { townsOf } from './towns.ts'
import { inPlainWords } from './trouble.ts'
import { waitingRoom } from './waitingRoom.ts'

type Options<E extends AnyEvent> = {
  /** `<data>/journal.db`; made if missing, its folder is not. */
  readonly file: string
  /** Checks what the file holds and gives it its type; throws on an event it does not know. */
  readonly eventOf: (stored: unknown) => E
  /** Told of trouble that fails no append: the log could not be copied back. */
  readonly tellTrouble?: (error: unknown) => void
  /** Events that may wait for the disk: at 8,000 commands a second about a second of work. */
  readonly maxWaitingEvents?: number
  readonly open?: OpenDatabase
}

/** One statement for a whole group: row by row, node's thread pool is asked once per row and falls over at 6,000/s (measured). */
const insertGroup = `INSERT INTO event (town, position, subject, command, hash, body)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`

type Body = Row & { readonly body: string }

const write = (writer: Database, rows: readonly StoredRow[]) =>
  writer.run(insertGroup, [JSON.stringify(rows.map((row) => [row.town, row.position, row.subject, row.command, row.hash, row.body]))])

const headOf = async (database: Database, town: TownId): Promise<Head> => {
  const [head] = await database.all<Row & Head>('SELECT position, hash FROM event WHERE town = ? ORDER BY position DESC LIMIT 1', [town])
  return head ?? noHead
}

const commandAt = async (reader: Database, town: TownId, commandId: CommandId): Promise<number | null> => {
  const [found] = await reader.all<Row & { position: number | null }>(
    `SELECT max(position) AS position FROM event WHERE command = ? AND town = ? AND body ->> '$.commandId' = ?`,
    [commandKey(commandId), town, commandId],
  )
  return found?.position ?? null
}

/** The journal in one SQLite file. Rejects with `JournalUnavailable` when the file is damaged or cannot be opened. */
export const sqliteJournal = async <E extends AnyEvent>(options: Options<E>): Promise<Journal<E>> => {
  const { file, eventOf, tellTrouble = () => undefined, maxWaitingEvents = 20_000, open = openDatabase } = options
  const { writer, reader, copier } = await openChecked(file, open)
  const room = waitingRoom(maxWaitingEvents, () => group.waitingEvents())
  const group = groupCommit<E>({ write: async (rows) => writeAndTell(rows), headOf: (town) => headOf(writer, town) }, room.changed)
  const copying = checkpointer(copier, group.between, tellTrouble)
  const writeAndTell = async (rows: readonly StoredRow[]) => {
    await write(writer, rows)
    copying.wrote(rows.length)
  }
  let isClosed = false

  const recorded = ({ body }: Body): Recorded<E> => {
    const stored = JSON.parse(body) as Recorded<unknown>
    try {
      return { ...stored, event: eventOf(stored.event) }
    } catch (error) {
      throw new JournalUnavailable(
        'unknown-event',
        `${stored.town} at position ${stored.position} is an event this version does not know.`,
        error,
      )
    }
  }
  const use = <T>(work: () => Promise<T>): Promise<T> =>
    isClosed ? Promise.reject(new JournalUnavailable('closed', `The journal ${file} is closed.`)) : inPlainWords(file, work)
  const select = async (sql: string, ...params: readonly (string | number)[]) => (await reader.all<Body>(sql, params)).map(recorded)
  const position = async (town: TownId) => (await headOf(reader, town)).position

  return {
    append: (town, expectedPosition, events) =>
      use(async () =>
        room.takes(events.length)
          ? group.append(town, expectedPosition, events)
          : { ok: false, reason: 'journal-is-full', position: await position(town) },
      ),
    read: (town, after, limit) =>
      use(() => select('SELECT body FROM event WHERE town = ? AND position > ? ORDER BY position LIMIT ?', town, after, limit)),
    history: (town, subject, limit = -1) =>
      use(async () =>
        (
          await select('SELECT body FROM event WHERE town = ? AND subject = ? ORDER BY position DESC LIMIT ?', town, subject, limit)
        ).reverse(),
      ),
    commandAt: (town, commandId) => use(() => commandAt(reader, town, commandId)),
    position: (town) => use(() => position(town)),
    saveSnapshot: (town, snapshot) =>
      use(async () => {
        const packed = await packSnapshot(snapshot)
        await group.between(() => writeSnapshot(writer, town, snapshot, packed))
      }),
    latestSnapshot: (town) => use(() => readSnapshot(reader, town)),
    towns: () => use(() => townsOf(reader)),
    hasRoom: room.hasRoom,
    whenRoom: room.whenRoom,
    close: async () => {
      if (isClosed) return
      isClosed = true
      await group.drained()
      await copying.idle()
      for (const connection of [copier, reader, writer]) await connection.close()
    },
  }
}
