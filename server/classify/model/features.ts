import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashOf } from './hash.ts'
import { textReader, type Reading } from './runs.ts'

/** What the words and rules say beside the characters: name → strength, about −2 … 2. */
export type Signals = ReadonlyMap<string, number>

/** What the model weighs. Hashes are 32 bit: two of a hundred thousand features share one about once. */
export type Features = {
  readonly reading: Reading
  /** Hash → strength. */
  readonly signals: ReadonlyMap<number, number>
}

/** The family of signals; runs of characters and sounds are the first two. */
const signalFamily = 3

/** Reads plain texts; `sounds` makes misheard characters look like what was said. */
export const featureReader = (sounds: Sounds): ((plain: string, signals: Signals) => Features) => {
  const read = textReader(sounds)
  const hashes = new Map<string, number>()
  const signalHash = (name: string): number => {
    const hash = hashes.get(name) ?? hashOf(name, signalFamily)
    hashes.set(name, hash)
    return hash
  }
  return (plain, signals) => ({
    reading: read(plain),
    signals: new Map([...signals].map(([name, strength]) => [signalHash(name), strength])),
  })
}
