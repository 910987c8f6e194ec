import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashEnd, hashStart, hashStep } from '../model/hash.ts'
import { placeWordReader, type PlaceWords } from './placeWords.ts'

/** Weights are kept by hash: this many rows, a power of two. Features share a row now and then, which costs little. */
export const rowCount = 1 << 19

/** Features of each character of a text: `perUnit` rows each, one character after the other. */
export type PlaceFeatures = { readonly length: number; readonly perUnit: number; readonly rows: Int32Array }

/** Windows of neighbouring characters, each as offsets from the one that is judged. */
const windows: readonly (readonly number[])[] = [
  [0],
  [-1],
  [1],
  [-2],
  [2],
  [-3],
  [3],
  [-1, 0],
  [0, 1],
  [-2, -1],
  [1, 2],
  [-3, -2],
  [2, 3],
  [-1, 1],
  [-2, -1, 0],
  [-1, 0, 1],
  [0, 1, 2],
  [-3, -2, -1],
  [1, 2, 3],
  [-4, -3, -2, -1],
  [-3, -2, -1, 0],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
]

/** The same for sounds: what speech recognition wrote wrongly is still heard. */
const soundWindows: readonly (readonly number[])[] = [[0], [-1, 0], [0, 1], [-2, -1], [1, 2], [-1, 0, 1], [-3, -2, -1], [1, 2, 3]]

/** And for sorts of characters (digit, letter, sign, word), in wider windows: the shape of 3幢2单元501. */
const sortWindows: readonly (readonly number[])[] = [
  [-3, -2, -1, 0],
  [0, 1, 2, 3],
  [-2, -1, 0, 1, 2],
  [-4, -3, -2, -1, 0, 1, 2, 3, 4],
]

/** A family of features for each window, so that the same characters in two windows differ. */
const windowSeeds = windows.map((_, w) => hashStart(16 + w))
const soundSeeds = soundWindows.map((_, w) => hashStart(64 + w))
const sortSeeds = sortWindows.map((_, w) => hashStart(96 + w))

const outside = 1
const digit = 2
const letter = 3
const pause = 4
const word = 5

const sortOf = (unit: string): number => {
  if (/[0-9]/.test(unit)) return digit
  if (/[a-z]/i.test(unit)) return letter
  if (/[\s\p{P}\p{S}]/u.test(unit)) return pause
  return word
}

const wordFeatures = 9
const perUnit = windows.length + soundWindows.length + sortWindows.length + wordFeatures + 1

const at = (units: ArrayLike<number>, i: number): number => (i < 0 || i >= units.length ? outside : (units[i] as number))

/** How far from the beginning, in steps that grow: records begin with who calls, and then say where. */
const farness = (i: number): number => (i < 8 ? i : i < 16 ? 8 : i < 32 ? 9 : 10)

/** Reads the features of a plain text. */
export const placeFeatureReader = (sounds: Sounds, words: PlaceWords): ((plain: string) => PlaceFeatures) => {
  const readWords = placeWordReader(words)
  const sorts = new Map<number, number>()
  const sortAt = (text: string, i: number) => {
    const unit = text.charCodeAt(i)
    const sort = sorts.get(unit) ?? sortOf(text.charAt(i))
    sorts.set(unit, sort)
    return sort
  }
  return (plain) => {
    const length = plain.length
    const kinds = Uint8Array.from({ length }, (_, i) => sortAt(plain, i))
    // One digit is as good as another; a pause is a pause.
    const units = Uint16Array.from({ length }, (_, i) => (kinds[i] === digit ? digit : kinds[i] === pause ? pause : plain.charCodeAt(i)))
    const heard = Uint32Array.from({ length }, (_, i) => (kinds[i] === word ? (sounds(plain.charCodeAt(i)).heard[0] ?? outside) : outside))
    const { ending, beginning, across } = readWords(plain)
    const rows = new Int32Array(length * perUnit)
    let row = 0
    const addWindows = (seeds: readonly number[], views: readonly (readonly number[])[], source: ArrayLike<number>, i: number) => {
      for (let w = 0; w < views.length; w++) {
        const offsets = views[w] as readonly number[]
        let hash = seeds[w] as number
        for (let o = 0; o < offsets.length; o++) hash = hashStep(hash, at(source, i + (offsets[o] as number)))
        rows[row++] = hashEnd(hash) & (rowCount - 1)
      }
    }
    const addValues = (family: number, a: number, b = outside, c = outside) => {
      const hash = hashStep(hashStep(hashStep(hashStart(family), a), b), c)
      rows[row++] = hashEnd(hash) & (rowCount - 1)
    }
    for (let i = 0; i < length; i++) {
      addWindows(windowSeeds, windows, units, i)
      addWindows(soundSeeds, soundWindows, heard, i)
      addWindows(sortSeeds, sortWindows, kinds, i)
      addValues(128, farness(i))
      const [ends, begins, beginsNext] = [at(ending, i), at(beginning, i), at(beginning, i + 1)]
      const [before, after] = [at(across, i), at(across, i + 1)]
      addValues(129, ends)
      addValues(130, begins)
      addValues(131, beginsNext)
      addValues(132, before)
      addValues(133, after)
      addValues(134, ends, beginsNext)
      addValues(135, ends, at(units, i + 1))
      addValues(136, before, after, ends)
      addValues(137, begins, at(ending, i - 1))
    }
    return { length, perUnit, rows }
  }
}
