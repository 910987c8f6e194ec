import type { Sounds } from '../../../shared/domain/language/sounds.ts'
import { hashEnd, hashStart, hashStep } from './hash.ts'

/** A text as the model reads it: its units, and where each stands in the text that was given; one more offset at the end. */
export type Reading = { readonly units: Uint16Array; readonly heard: Uint32Array; readonly at: Int32Array }

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

/** Reads a plain text: numbers are told apart by their length alone, and every sign between words is the same gap. */
export const textReader = (sounds: Sounds): ((plain: string) => Reading) => {
  const sortAt = sorts()
  return (plain) => {
    const length = Math.min(plain.length, longestRead)
    const units: number[] = [gap]
    const at: number[] = [0]
    let before: Sort = 'gap'
    for (let i = 0; i < length; i++) {
      const sort = sortAt(plain, i)
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
    const heard = Uint32Array.from(units, (unit) => sounds(unit).heard[0] ?? unit)
    return { units: Uint16Array.from(units), heard, at: Int32Array.from(at) }
  }
}

/** Longest run of characters, and shortest and longest of sounds. */
const longestRun = 4
const soundRuns = { shortest: 2, longest: 3 } as const
const seeds = { run: hashStart(1), sound: hashStart(2) } as const

type Visit = (hash: number, start: number, length: number) => void

const each = (units: ArrayLike<number>, seed: number, shortest: number, longest: number, visit: Visit) => {
  for (let start = 0; start < units.length; start++) {
    let hash = seed
    for (let length = 1; length <= longest && start + length <= units.length; length++) {
      const unit = units[start + length - 1] as number
      hash = hashStep(hash, unit)
      // A gap alone is no word.
      if (length >= shortest && !(length === 1 && unit === gap)) visit(hashEnd(hash), start, length)
    }
  }
}

/** Visits all runs of one to four characters and of two to three sounds. */
export const eachRun = ({ units, heard }: Reading, visit: Visit) => {
  each(units, seeds.run, 1, longestRun, visit)
  each(heard, seeds.sound, soundRuns.shortest, soundRuns.longest, visit)
}
