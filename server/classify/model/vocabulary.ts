import type { Features } from './features.ts'
import type { Input } from './network.ts'

/** Hash of a feature → its row in the model, −1 for none; and a place to note, while a text is read, which rows it has had. */
export type Vocabulary = { readonly rowOf: (hash: number) => number; readonly had: Int32Array }

const none = -1

/**
 * An open-addressed table, half of it empty, each hash beside its row so that both are fetched from memory at once:
 * a `Map` takes three times as long, and a text asks a thousand times.
 */
export const vocabularyOf = (hashes: ArrayLike<number>): Vocabulary => {
  let size = 16
  while (size < 2 * hashes.length) size *= 2
  const slots = new Int32Array(2 * size).fill(none)
  const next = (slot: number) => (slot + 2) & (2 * size - 1)
  // The hashes are mixed already, so their low bits are as good as any.
  const first = (hash: number) => (2 * hash) & (2 * size - 1)
  for (let row = 0; row < hashes.length; row++) {
    let slot = first(hashes[row] as number)
    while (slots[slot + 1] !== none) slot = next(slot)
    slots[slot] = hashes[row] as number
    slots[slot + 1] = row
  }
  const rowOf = (hash: number): number => {
    let slot = first(hash)
    while (slots[slot + 1] !== none && slots[slot] !== hash) slot = next(slot)
    return slots[slot + 1] as number
  }
  return { rowOf, had: new Int32Array(hashes.length) }
}

/** Fewer known runs than this are not stretched to full strength: a text of two known words is no certainty. */
const fewestRuns = 8
/** A run that comes again and again says a little more than one that comes once. */
const strongestRun = 1.5

/**
 * What of a text the model knows. Runs share one strength among them; signals keep their own.
 * `places` says for each run of the reading which input it became, −1 for none.
 */
export const inputOf = ({ rowOf, had }: Vocabulary, { reading, signals }: Features): Input => {
  const { hashes } = reading
  const places = new Int32Array(hashes.length)
  const found = new Int32Array(hashes.length + signals.size)
  const values = new Float32Array(found.length)
  let count = 0
  for (let i = 0; i < hashes.length; i++) {
    const row = rowOf(hashes[i] as number)
    if (row === none) {
      places[i] = -1
      continue
    }
    if (had[row] === 0) {
      found[count] = row
      had[row] = ++count
    }
    const place = (had[row] as number) - 1
    places[i] = place
    values[place] = (values[place] as number) + 1
  }
  const share = 1 / Math.sqrt(Math.max(fewestRuns, count))
  for (let i = 0; i < count; i++) {
    had[found[i] as number] = 0
    values[i] = Math.min(strongestRun, Math.sqrt(values[i] as number)) * share
  }
  for (const [hash, strength] of signals) {
    const row = rowOf(hash)
    if (row === none) continue
    found[count] = row
    values[count] = strength
    count += 1
  }
  return { rows: found.subarray(0, count), values: values.subarray(0, count), places }
}
