import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { corpusLine, type LabelledText } from '../../../shared/domain/narrative/corpusLine.ts'
import { labelledLines } from '../../../shared/domain/narrative/labelledLines.ts'
import type { Source } from './learnModel.ts'

/** A writer who wrote of nearly every kind, and not of police above all, wrote as a room hears: the others practised single kinds or borders. */
const kindsOfARoom = 58
const mostPolice = 0.6

const isOfARoom = (texts: readonly LabelledText[]): boolean =>
  new Set(texts.map(({ kinds }) => kinds[0])).size >= kindsOfARoom &&
  texts.filter(({ policeNeeded }) => policeNeeded).length <= mostPolice * texts.length

/** Files of one writer begin alike: `w5` and `w5-all` are one hand. */
const writerOf = (file: string): string => basename(file, '.tsv').replace(/-.*$/, '')

/** Reads the corpus, a source a writer, and the fingerprint of all of it. */
export const readCorpus = async (folder: string): Promise<{ readonly sources: readonly Source[]; readonly fingerprint: string }> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
  const fingerprint = createHash('sha256')
  const byWriter = new Map<string, LabelledText[]>()
  for (const file of files) {
    const lines = await readFile(join(folder, file), 'utf8')
    fingerprint.update(`${file}\n${lines}`)
    const writer = writerOf(file)
    byWriter.set(writer, [...(byWriter.get(writer) ?? []), ...labelledLines(file, lines, corpusLine)])
  }
  const sources = [...byWriter].map(([name, texts]) => ({ name, texts, isLikeTheRoom: isOfARoom(texts) }))
  return { sources, fingerprint: fingerprint.digest('hex') }
}
