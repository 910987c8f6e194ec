import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashEnd, hashStart, hashStep } from './hash.ts'

/** Every run of characters and of sounds in a text: its hash, and where it stands in the text that was given, UTF-16 units. */
export type Reading = {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** How much of the text was read. */
  readonly length: number
  /** 1 where a sign between words stands. */
  readonly gaps: Uint8Array
}

/** A report longer than this repeats itself. UTF-16 units. */
const longestRead = 1_200

const gap = '|'.charCodeAt(0)
const oneDigit = '1'.charCodeAt(0)
const digits = '8'.charCodeAt(0)

type Sort = 'gap' | 'digit' | 'word'

const sortOf = (unit: string): Sort => (/[0-9]/.test(unit) ? 'digit' : /[\s\p{P}\p{S}]/u.test(unit) ? 'gap' : 'word')

/** Sorts of units, looked up once each. */
const sorts = () => {
  const known = new Map<number, Sort>()
  return (text: string, i: number): Sort => {
    const unit = text.charCodeAt(i)
    const sort = known.get(unit) ?? sortOf(text.charAt(i))
    known.set(unit, sort)
    return sort
  }
}

type Units = { readonly units: readonly number[]; readonly at: readonly number[]; readonly gaps: Uint8Array }

/** Numbers are told apart by their length alone, and every sign between words is the same gap. */
const unitsOf = (plain: string, length: number, sortAt: (text: string, i: number) => Sort): Units => {
  const units: number[] = [gap]
  const at: number[] = [0]
  const gaps = new Uint8Array(length)
  let before: Sort = 'gap'
  for (let i = 0; i < length; i++) {
    const sort = sortAt(plain, i)
    if (sort === 'gap') gaps[i] = 1
    if (sort === 'word' || sort !== before) {
      units.push(sort === 'gap' ? gap : sort === 'digit' ? oneDigit : plain.charCodeAt(i))
      at.push(i)
    } else if (sort === 'digit') units[units.length - 1] = digits
    before = sort
  }
  if (before !== 'gap') {
    units.push(gap)
    at.push(length)
  }
  at.push(length)
  return { units, at, gaps }
}

/** Longest run of characters, and shortest and longest of sounds. */
const longestRun = 4
const soundRuns = { shortest: 2, longest: 3 } as const
const seeds = { run: hashStart(1), sound: hashStart(2) } as const
const mostPerUnit = longestRun + soundRuns.longest - soundRuns.shortest + 1

/** Reads a plain text: all runs of one to four characters and of two to three sounds. */
export const textReader = (sounds: Sounds): ((plain: string) => Reading) => {
  const sortAt = sorts()
  return (plain) => {
    const length = Math.min(plain.length, longestRead)
    const { units, at, gaps } = unitsOf(plain, length, sortAt)
    const hashes = new Int32Array(units.length * mostPerUnit)
    const starts = new Int32Array(hashes.length)
    const ends = new Int32Array(hashes.length)
    let count = 0
    const read = (source: readonly number[], seed: number, shortest: number, longest: number) => {
      for (let start = 0; start < source.length; start++) {
        let hash = seed
        for (let end = start; end < source.length && end - start < longest; end++) {
          const unit = source[end] as number
          hash = hashStep(hash, unit)
          // A gap alone is no word.
          if (end - start + 1 < shortest || (end === start && unit === gap)) continue
          hashes[count] = hashEnd(hash)
          starts[count] = at[start] as number
          ends[count] = at[end + 1] as number
          count += 1
        }
      }
    }
    read(units, seeds.run, 1, longestRun)
    const heard = units.map((unit) => sounds(unit).heard[0] ?? unit)
    read(heard, seeds.sound, soundRuns.shortest, soundRuns.longest)
    return {
      hashes: hashes.subarray(0, count),
      starts: starts.subarray(0, count),
      ends: ends.subarray(0, count),
      length,
      gaps,
    }
  }
}
