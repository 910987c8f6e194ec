import type { Database, Row } from './database.ts'
import { damaged } from './trouble.ts'

/** Marks the file as ours ("XNJ" and a number), so that a wrong file given to `restore` is told from a damaged one. */
const applicationId = 0x584e4a01

const schemaVersion = 1

/**
 * Clustered by town and position: a group of new events lands on a page or two.
 *
 * Measured on two cores with 1 kB of events per command: history and command index together cost a
 * quarter of the write speed, a table with a rowid another tenth.
 */
const tables = [
  `CREATE TABLE IF NOT EXISTS event (
    town TEXT NOT NULL, position INTEGER NOT NULL, subject TEXT, command INTEGER, hash TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (town, position)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS event_subject ON event (town, subject, position) WHERE subject IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS event_command ON event (command) WHERE command IS NOT NULL',
  `CREATE TABLE IF NOT EXISTS snapshot (
    town TEXT NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL, packed BLOB NOT NULL, packed_hash TEXT NOT NULL,
    PRIMARY KEY (town, position)) STRICT`,
]

type Marks = Row & { readonly application: number; readonly version: number; readonly tables: number }

const marksOf = async (database: Database): Promise<Marks | undefined> => {
  const [marks] = await database.all<Marks>(
    `SELECT (SELECT application_id FROM pragma_application_id) AS application,
            (SELECT user_version FROM pragma_user_version) AS version,
            (SELECT count(*) FROM sqlite_schema) AS tables`,
  )
  return marks
}

/** Is this a journal that this version of the product can read? Throws in plain words if not. */
export const checkSchema = async (database: Database): Promise<void> => {
  const marks = await marksOf(database)
  if (marks?.application !== applicationId) throw damaged(database.file, 'it is not a journal of this product')
  if (marks.version > schemaVersion) {
    throw new Error(
      `${database.file} was written by a newer version of the product (journal ${marks.version}, this one knows ${schemaVersion}).`,
    )
  }
}

/** Makes the tables in a new file, all or none; leaves an existing journal as it is. */
export const prepareSchema = async (database: Database): Promise<void> => {
  const marks = await marksOf(database)
  if (marks !== undefined && marks.tables > 0) return checkSchema(database)
  const mark = [`PRAGMA user_version = ${schemaVersion}`, `PRAGMA application_id = ${applicationId}`]
  for (const statement of ['BEGIN IMMEDIATE', ...tables, ...mark, 'COMMIT']) await database.run(statement)
}
