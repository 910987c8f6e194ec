import { sqliteCode } from './database.ts'
import { JournalUnavailable, type JournalTrouble } from './journal.ts'

const damagedWords = (file: string) =>
  `The journal ${file} is damaged. Nothing was changed. Stop the server, keep the file and its -wal beside it as they are, ` +
  'and put a backup in its place: npm run -s journal -- restore --from <backup> --replace'

const troubles: Readonly<Record<string, readonly [JournalTrouble, (file: string) => string]>> = {
  SQLITE_FULL: [
    'disk-full',
    (file) => `The disk that holds ${file} is full. Nothing was written; free some space and it goes on by itself.`,
  ],
  SQLITE_IOERR: ['disk-fault', (file) => `The disk does not answer for ${file}. Nothing was written.`],
  SQLITE_READONLY: [
    'disk-fault',
    (file) => `${file} may not be written. Nothing was written; see to the rights on the file and its folder.`,
  ],
  SQLITE_CANTOPEN: ['disk-fault', (file) => `${file} cannot be opened. See whether the folder exists and may be written.`],
  SQLITE_CORRUPT: ['damaged', damagedWords],
  SQLITE_NOTADB: ['damaged', damagedWords],
  SQLITE_BUSY: ['busy', (file) => `Another process has held ${file} for too long. Nothing was written.`],
  SQLITE_LOCKED: ['busy', (file) => `Another process has held ${file} for too long. Nothing was written.`],
  SQLITE_MISUSE: ['closed', (file) => `The journal ${file} is closed.`],
}

/** Says in plain words what a failed statement means; what SQLite did not say is passed on unchanged. */
export const troubleOf = (error: unknown, file: string): unknown => {
  const code = sqliteCode(error)
  if (code === null) return error
  const [trouble, words] = troubles[code] ?? ['disk-fault', () => `The database refused a statement (${code}) on ${file}.`]
  return new JournalUnavailable(trouble, words(file), error)
}

/** The file can be opened, but what it holds cannot be trusted. */
export const damaged = (file: string, what: string) => new JournalUnavailable('damaged', `${damagedWords(file)} (${what})`)

/** Awaits work on the file; a failure comes out in plain words. */
export const inPlainWords = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw troubleOf(error, file)
  }
}
