import type { Sounds } from '../../shared/domain/language/sounds.ts'
import { wordsOf } from './numerals.ts'

/** Pairs of neighbouring sounds: the words of a language that writes no blanks, however a machine has spelt them. */
export type Pairs = ReadonlySet<number>

/** The pairs that two sets share. */
export const sharedPairs = (a: Pairs, b: Pairs): readonly number[] => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  const both: number[] = []
  for (const pair of few) if (many.has(pair)) both.push(pair)
  return both
}

/** A report longer than this repeats itself; what counts stands at its beginning. UTF-16 units. */
const longestRead = 400

/** More sounds than a town says: a pair is one small number, which sets find fastest. */
const span = 1 << 15

/** Reads the pairs of a text; a character that is read in several ways gives a pair for each. */
export const soundPairs = (sounds: Sounds): ((text: string) => Pairs) => {
  const heard = new Map<number, readonly number[]>()
  const numbers = new Map<number, number>()
  const numberOf = (sound: number) => {
    const number = numbers.get(sound) ?? numbers.size % span
    numbers.set(sound, number)
    return number
  }
  const soundsOf = (unit: number) => {
    const known = heard.get(unit) ?? sounds(unit).heard.map(numberOf)
    heard.set(unit, known)
    return known
  }
  return (text) => {
    const pairs = new Set<number>()
    for (const word of wordsOf(text.slice(0, longestRead))) {
      for (let i = 0; i + 2 <= word.length; i++) {
        for (const first of soundsOf(word.charCodeAt(i))) {
          for (const second of soundsOf(word.charCodeAt(i + 1))) pairs.add(first * span + second)
        }
      }
    }
    return pairs
  }
}
