import type { Spelling } from './brainData.ts'
import { wordScanner } from './wordScanner.ts'

const fullWidthFirst = 0xff01
const fullWidthLast = 0xff5e
const fullWidthOffset = 0xfee0
const ideographicSpace = '\u3000'

const narrow = (unit: string): string => {
  if (unit === ideographicSpace) return ' '
  const code = unit.charCodeAt(0)
  if (code < fullWidthFirst || code > fullWidthLast) return unit
  return String.fromCharCode(code - fullWidthOffset)
}

/**
 * Writes a text the way the lexicon is written: simplified, half-width, lower case, misheard words put right.
 *
 * The answer has exactly the length of the text, UTF-16 unit for unit, so that a span found in one is the same span in the other.
 */
export const plainText = (spelling: Spelling): ((text: string) => string) => {
  const simplified = new Map(spelling.traditional.flatMap((line) => line.split(' ')).map((pair) => [pair.charAt(0), pair.charAt(1)]))
  const plainUnit = (unit: string): string => {
    const one = narrow(unit)
    if (one >= 'A' && one <= 'Z') return one.toLowerCase()
    return simplified.get(one) ?? one
  }
  const heard = Object.entries(spelling.heard).sort(([a], [b]) => a.length - b.length)
  const scan = wordScanner(heard.map(([misheard]) => misheard))
  return (text) => {
    const units = Array.from({ length: text.length }, (_, i) => plainUnit(text.charAt(i)))
    const plain = units.join('')
    const misheard = scan(plain)
    if (misheard.size === 0) return plain
    for (const [word, offsets] of misheard) {
      const said = heard[word]?.[1] ?? ''
      for (const at of offsets) units.splice(at, said.length, ...said.split(''))
    }
    return units.join('')
  }
}
