import { join } from 'node:path'
import { openDatabase, type Row } from '../../server/journal/database.ts'
import { openToRead } from '../../server/journal/start.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'

type Body = Row & { readonly body: string }

/** What the journal's file says, read beside the running server. */
export const eventsIn = async (data: string): Promise<readonly RecordedEvent[]> => {
  const database = await openToRead(join(data, 'journal.db'), openDatabase)
  try {
    return (await database.all<Body>('SELECT body FROM event ORDER BY position')).map(({ body }) => JSON.parse(body) as RecordedEvent)
  } finally {
    await database.close()
  }
}
