import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashEnd, hashStart, hashStep } from '../model/hash.ts'
import { placeWordReader, type PlaceWords } from './placeWords.ts'

/** Weights are kept by hash: this many rows, a power of two. Features share a row now and then, which costs little. */
export const rowCount = 1 << 19

/** Features of each character of a text: `perUnit` rows each, one character after the other. */
export type PlaceFeatures = { readonly length: number; readonly perUnit: number; readonly rows: Int32Array }

/** A window of neighbours: how far from the character that is judged it begins, and how many it holds. */
type Window = readonly [from: number, length: number]

const windows: readonly Window[] = [
  [0, 1],
  [-1, 1],
  [1, 1],
  [-2, 1],
  [2, 1],
  [-3, 1],
  [3, 1],
  [-1, 2],
  [0, 2],
  [-2, 2],
  [1, 2],
  [-3, 2],
  [2, 2],
  [-2, 3],
  [-1, 3],
  [0, 3],
  [-3, 3],
  [1, 3],
  [-4, 4],
  [-3, 4],
  [0, 4],
  [1, 4],
]

/** The same for sounds: what speech recognition wrote wrongly is still heard. */
const soundWindows: readonly Window[] = [
  [0, 1],
  [-1, 2],
  [0, 2],
  [-2, 2],
  [1, 2],
  [-1, 3],
  [-3, 3],
  [1, 3],
]

/** And for sorts of characters (digit, letter, sign, word), in wider windows: the shape of 3幢2单元501. */
const sortWindows: readonly Window[] = [
  [-3, 4],
  [0, 4],
  [-2, 5],
  [-4, 9],
]

/** What the widest window reaches to either side. */
const reach = 4

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

/** Hash of every run of so many units, for each length up to the longest, by where it begins; `source` stands between units that are outside. */
const runsOf = (source: ArrayLike<number>, longest: number): readonly Int32Array[] => {
  const size = source.length + 2 * reach
  const unitAt = (at: number): number => (at < reach || at >= reach + source.length ? outside : (source[at - reach] as number))
  const runs: Int32Array[] = [new Int32Array(size).fill(hashStart(longest))]
  for (let length = 1; length <= longest; length++) {
    const shorter = runs[length - 1] as Int32Array
    const longer = new Int32Array(size)
    for (let at = 0; at < size; at++) longer[at] = hashStep(shorter[at] as number, unitAt(at + length - 1))
    runs.push(longer)
  }
  return runs
}

const longestOf = (some: readonly Window[]): number => Math.max(...some.map(([, length]) => length))

/** What is read of each character: the windows of one source, told apart from those of the others. */
const sources = [
  { windows, longest: longestOf(windows), family: 16 },
  { windows: soundWindows, longest: longestOf(soundWindows), family: 64 },
  { windows: sortWindows, longest: longestOf(sortWindows), family: 96 },
] as const

const pairFeatures = 1
const listFeatures = 9
const perUnit = windows.length + soundWindows.length + sortWindows.length + pairFeatures + listFeatures + 1

const at = (units: ArrayLike<number>, i: number): number => (i < 0 || i >= units.length ? outside : (units[i] as number))

/** How far from the beginning, in steps that grow: records begin with who calls, and then say where. */
const farness = (i: number): number => (i < 8 ? i : i < 16 ? 8 : i < 32 ? 9 : 10)

/** Two small numbers and a character in one. */
const packed = (a: number, b: number, c = 0): number => (a << 24) ^ (b << 16) ^ c

/** Reads the features of a plain text. */
export const placeFeatureReader = (sounds: Sounds, words: PlaceWords): ((plain: string) => PlaceFeatures) => {
  const readWords = placeWordReader(words)
  const sorts = new Uint8Array(65_536)
  const sortAt = (text: string, i: number): number => {
    const unit = text.charCodeAt(i)
    if (sorts[unit] === 0) sorts[unit] = sortOf(text.charAt(i))
    return sorts[unit] as number
  }
  return (plain) => {
    const length = plain.length
    const kinds = new Uint8Array(length)
    // One digit is as good as another; a pause is a pause.
    const units = new Uint16Array(length)
    const heard = new Uint32Array(length)
    for (let i = 0; i < length; i++) {
      const kind = sortAt(plain, i)
      kinds[i] = kind
      units[i] = kind === digit || kind === pause ? kind : plain.charCodeAt(i)
      heard[i] = kind === word ? (sounds(plain.charCodeAt(i)).heard[0] ?? outside) : outside
    }
    const rows = new Int32Array(length * perUnit)
    let column = 0
    const texts = [units, heard, kinds]
    sources.forEach(({ windows: some, longest, family }, source) => {
      const runs = runsOf(texts[source] as ArrayLike<number>, longest)
      some.forEach(([from, size], w) => {
        const run = runs[size] as Int32Array
        const seed = hashStart(family + w)
        for (let i = 0, row = column; i < length; i++, row += perUnit)
          rows[row] = hashEnd((run[i + reach + from] as number) ^ seed) & (rowCount - 1)
        column += 1
      })
    })
    const addColumn = (family: number, valueAt: (i: number) => number) => {
      const seed = hashStart(family)
      for (let i = 0, row = column; i < length; i++, row += perUnit) rows[row] = hashEnd(hashStep(seed, valueAt(i))) & (rowCount - 1)
      column += 1
    }
    const { ending, beginning, across } = readWords(plain)
    addColumn(127, (i) => Math.imul(at(units, i - 1), 65_599) ^ at(units, i + 1))
    addColumn(128, farness)
    addColumn(129, (i) => at(ending, i))
    addColumn(130, (i) => at(beginning, i))
    addColumn(131, (i) => at(beginning, i + 1))
    addColumn(132, (i) => at(across, i))
    addColumn(133, (i) => at(across, i + 1))
    addColumn(134, (i) => packed(at(ending, i), at(beginning, i + 1)))
    addColumn(135, (i) => packed(0, at(ending, i), at(units, i + 1)))
    addColumn(136, (i) => packed(at(across, i), at(across, i + 1), at(ending, i)))
    addColumn(137, (i) => packed(at(beginning, i), at(ending, i - 1)))
    return { length, perUnit, rows }
  }
}
