import { join } from 'node:path'
import { takeAlone } from './database.ts'
import { inPlainWords } from './trouble.ts'

/** A file of its own: whoever only looks at the journal, or copies it, is not kept out. */
const lockFile = (folder: string) => join(folder, 'room.lock')

/** Makes the data folder this process's own: one server, or one restore, at a time. Null when it is taken; the answer lets go. */
export const lockFolder = (folder: string): Promise<(() => Promise<void>) | null> => {
  const file = lockFile(folder)
  return inPlainWords(file, () => takeAlone(file))
}
