import type { Database, OpenDatabase } from './database.ts'
import { checkSchema, prepareSchema } from './schema.ts'
import { townsOf } from './towns.ts'
import { damaged, inPlainWords } from './trouble.ts'
import { verifyTail } from './verify.ts'
import { hasLostCommits } from './walDamage.ts'

/** Enough to cover the last groups before a crash; the whole record is for `journal verify`. */
const tailEvents = 100

const refuseDamage = async (database: Database) => {
  for (const town of await townsOf(database)) {
    const fault = await verifyTail(database, town, tailEvents)
    if (fault !== null) throw damaged(database.file, `${town} at position ${fault.position}: ${fault.why}`)
  }
}

const refuseLostCommits = async (file: string) => {
  if (await hasLostCommits(file)) throw damaged(file, `events in ${file}-wal that were confirmed can no longer be read`)
}

const closing = async (connections: readonly Database[], work: () => Promise<void>) => {
  try {
    await work()
  } catch (error) {
    for (const connection of connections) await connection.close()
    throw error
  }
}

/**
 * Opens the journal's connections, or says in plain words why it must not be used: the file is not ours,
 * is torn, or lost what was confirmed. Looks before SQLite does, which would tidy the traces away.
 */
export const openChecked = (file: string, open: OpenDatabase) =>
  inPlainWords(file, async () => {
    await refuseLostCommits(file)
    const writer = await open(file, 'write')
    await closing([writer], async () => {
      await prepareSchema(writer)
      await refuseDamage(writer)
    })
    return { writer, reader: await open(file, 'read'), copier: await open(file, 'write') }
  })

/** Opens an existing journal to look at it, also while the server runs. */
export const openToRead = (file: string, open: OpenDatabase): Promise<Database> =>
  inPlainWords(file, async () => {
    await refuseLostCommits(file)
    const reader = await open(file, 'read')
    await closing([reader], () => checkSchema(reader))
    return reader
  })
