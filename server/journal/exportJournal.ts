import type { Database, Row } from './database.ts'

type ExportRow = Row & { readonly position: number; readonly subject: string | null; readonly hash: string; readonly body: string }

const pageEvents = 1_000

/** `record` is the stored text itself, so that the hash can be re-computed from the line alone and the line before. */
const lineOf = ({ hash, subject, body }: ExportRow) => `{"hash":"${hash}","subject":${JSON.stringify(subject)},"record":${body}}\n`

/**
 * The record of the towns as JSON lines, a page at a time, oldest first. May run while the server writes:
 * each town is given up to where it stood when its turn came, or a page further.
 *
 * To check a line by other means: SHA-256 of the hash of the town's line before (64 zeros for the first),
 * a line feed, the subject (nothing for null), a line feed, and the text of `record`.
 */
export const exportLines = async function* (database: Database, towns: readonly string[], after: number) {
  for (const town of towns) {
    let position = after
    for (;;) {
      const rows = await database.all<ExportRow>(
        'SELECT position, subject, hash, body FROM event WHERE town = ? AND position > ? ORDER BY position LIMIT ?',
        [town, position, pageEvents],
      )
      if (rows.length > 0) yield { events: rows.length, text: rows.map(lineOf).join('') }
      if (rows.length < pageEvents) break
      position = rows.at(-1)?.position ?? position
    }
  }
}
