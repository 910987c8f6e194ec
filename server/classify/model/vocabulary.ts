import type { Features } from './features.ts'
import type { Input } from './network.ts'

/** Hash of a feature → its row in the model. */
export type Vocabulary = ReadonlyMap<number, number>

export const vocabularyOf = (hashes: ArrayLike<number>): Vocabulary => {
  const rows = new Map<number, number>()
  for (let row = 0; row < hashes.length; row++) rows.set(hashes[row] as number, row)
  return rows
}

/** Fewer known runs than this are not stretched to full strength: a text of two known words is no certainty. */
const fewestRuns = 8
/** A run that comes again and again says a little more than one that comes once. */
const strongestRun = 1.5

/** What of a text the model knows. Runs share one strength among them; signals keep their own. */
export const inputOf = (vocabulary: Vocabulary, { runs, signals }: Features): Input => {
  const rows: number[] = []
  const values: number[] = []
  for (const [hash, count] of runs) {
    const row = vocabulary.get(hash)
    if (row === undefined) continue
    rows.push(row)
    values.push(Math.min(strongestRun, Math.sqrt(count)))
  }
  const share = 1 / Math.sqrt(Math.max(fewestRuns, rows.length))
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * share
  for (const [hash, strength] of signals) {
    const row = vocabulary.get(hash)
    if (row === undefined) continue
    rows.push(row)
    values.push(strength)
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) }
}
