import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashEnd, hashStart, hashStep } from '../model/hash.ts'
import { placeWordReader, type PlaceWords } from './placeWords.ts'

/** Weights are kept by hash: this many rows, a power of two. Features share a row now and then, which costs little. */
export const rowCount = 1 << 19

/** Features of each character of a text: `perUnit` rows each, one character after the other. */
export type PlaceFeatures = { readonly length: number; readonly perUnit: number; readonly rows: Int32Array }

/** A window of neighbours: how far from the character that is judged it begins, and how many it holds. */
type Window = readonly [from: number, length: number]

/** Wider ones learn names by heart: with runs of four characters, fewer places of unseen writers were found. */
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
]

/** The same for sounds: what speech recognition wrote wrongly is still heard. */
const soundWindows: readonly Window[] = [
  [0, 1],
  [-1, 2],
  [0, 2],
  [-2, 2],
  [1, 2],
  [-1, 3],
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

/**
 * Hash of every run of so many units, one stretch of `source.length` numbers for each length from none up to the longest,
 * by where it begins; runs that would go over the end are left out. The answer holds until the next is asked for.
 */
const runReader = () => {
  let runs = new Int32Array(0)
  return (source: Int32Array, longest: number): Int32Array => {
    const size = source.length
    if (runs.length < (longest + 1) * size) runs = new Int32Array(2 * (longest + 1) * size)
    runs.fill(hashStart(longest), 0, size)
    for (let length = 1; length <= longest; length++) {
      const [shorter, longer] = [(length - 1) * size, length * size]
      for (let at = 0; at + length <= size; at++) {
        runs[longer + at] = hashStep(runs[shorter + at] as number, source[at + length - 1] as number)
      }
    }
    return runs
  }
}

const longestOf = (some: readonly Window[]): number => Math.max(...some.map(([, length]) => length))

/** What is read of each character: the windows of one source, told apart from those of the others. */
const sources = [
  { windows, longest: longestOf(windows), family: 16 },
  { windows: soundWindows, longest: longestOf(soundWindows), family: 64 },
  { windows: sortWindows, longest: longestOf(sortWindows), family: 96 },
] as const

/** Beside the windows: the neighbours as a pair, how far from the beginning, and what the listed words say. */
const furtherFeatures = 11
const furtherFamily = 127
const perUnit = windows.length + soundWindows.length + sortWindows.length + furtherFeatures

/** How far from the beginning, in steps that grow: records begin with who calls, and then say where. */
const farness = (i: number): number => (i < 8 ? i : i < 16 ? 8 : i < 32 ? 9 : 10)

/** Two small numbers and a character in one. */
const packed = (a: number, b: number, c = 0): number => (a << 24) ^ (b << 16) ^ c

/** Reads the features of a plain text. */
export const placeFeatureReader = (sounds: Sounds, words: PlaceWords): ((plain: string) => PlaceFeatures) => {
  const readWords = placeWordReader(words)
  const runsOf = runReader()
  const sorts = new Uint8Array(65_536)
  const sortAt = (text: string, i: number): number => {
    const unit = text.charCodeAt(i)
    if (sorts[unit] === 0) sorts[unit] = sortOf(text.charAt(i))
    return sorts[unit] as number
  }
  return (plain) => {
    const length = plain.length
    // Every text stands between units that are outside, so that no window needs to look whether it ends.
    const room = () => new Int32Array(length + 2 * reach).fill(outside)
    const [units, heard, kinds] = [room(), room(), room()]
    for (let i = 0; i < length; i++) {
      const kind = sortAt(plain, i)
      kinds[i + reach] = kind
      // One digit is as good as another; a pause is a pause.
      units[i + reach] = kind === digit || kind === pause ? kind : plain.charCodeAt(i)
      if (kind === word) heard[i + reach] = sounds(plain.charCodeAt(i)).heard[0] ?? outside
    }
    const rows = new Int32Array(length * perUnit)
    let column = 0
    const addWindows = (text: Int32Array, { windows: some, longest, family }: (typeof sources)[number]) => {
      const hashes = runsOf(text, longest)
      for (let w = 0; w < some.length; w++) {
        const [from, size] = some[w] as Window
        const seed = hashStart(family + w)
        const first = size * text.length + reach + from
        for (let i = 0, row = column; i < length; i++, row += perUnit) {
          rows[row] = hashEnd((hashes[first + i] as number) ^ seed) & (rowCount - 1)
        }
        column += 1
      }
    }
    addWindows(units, sources[0])
    addWindows(heard, sources[1])
    addWindows(kinds, sources[2])
    const { ending, beginning, across } = readWords(plain, reach)
    const listed = new Int32Array(furtherFeatures)
    for (let i = 0; i < length; i++) {
      const here = i + reach
      const [ends, begins, goesOn] = [ending[here] as number, beginning[here] as number, across[here] as number]
      const [nextBegins, nextGoesOn, next] = [beginning[here + 1] as number, across[here + 1] as number, units[here + 1] as number]
      listed[0] = Math.imul(units[here - 1] as number, 65_599) ^ next
      listed[1] = farness(i)
      listed[2] = ends
      listed[3] = begins
      listed[4] = nextBegins
      listed[5] = goesOn
      listed[6] = nextGoesOn
      listed[7] = packed(ends, nextBegins)
      listed[8] = packed(0, ends, next)
      listed[9] = packed(goesOn, nextGoesOn, ends)
      listed[10] = packed(begins, ending[here - 1] as number)
      for (let f = 0; f < listed.length; f++) {
        rows[i * perUnit + column + f] = hashEnd(hashStep(hashStart(furtherFamily + f), listed[f] as number)) & (rowCount - 1)
      }
    }
    return { length, perUnit, rows }
  }
}
