import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brainFiles } from '../brainData.ts'

/** What a text is read with, beside code: other words there make other features. */
const readWith = [...brainFiles, 'pinyin.txt']

/** SHA-256 of all that a model is learnt from: the corpus, by its own fingerprint, and the words and sounds in the brain's `folder`. */
export const fingerprintOf = async (folder: string, corpus: string): Promise<string> => {
  const fingerprint = createHash('sha256').update(corpus)
  for (const name of [...readWith].sort()) fingerprint.update(`${name}\n`).update(await readFile(join(folder, name)))
  return fingerprint.digest('hex')
}
