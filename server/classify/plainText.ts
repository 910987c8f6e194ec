import type { Spelling } from './brainData.ts'
import { wordScanner } from './wordScanner.ts'

const fullWidthFirst = 0xff01
const fullWidthLast = 0xff5e
const fullWidthOffset = 0xfee0
const ideographicSpace = 0x3000
const allUnits = 0x1_0000

const narrow = (unit: number): number => {
  if (unit === ideographicSpace) return ' '.charCodeAt(0)
  return unit < fullWidthFirst || unit > fullWidthLast ? unit : unit - fullWidthOffset
}

/** For every UTF-16 unit the one it is written as. */
const plainUnits = ({ traditional }: Spelling): Uint16Array => {
  const plain = Uint16Array.from({ length: allUnits }, (_, unit) => {
    const one = String.fromCharCode(narrow(unit))
    return (one >= 'A' && one <= 'Z' ? one.toLowerCase() : one).charCodeAt(0)
  })
  for (const pair of traditional.flatMap((line) => line.split(' '))) plain[pair.charCodeAt(0)] = pair.charCodeAt(1)
  return plain
}

/** As many units as are surely no more arguments than a call may have. */
const chunk = 4_096

const textOf = (units: Uint16Array): string => {
  let text = ''
  for (let at = 0; at < units.length; at += chunk) text += String.fromCharCode(...units.subarray(at, at + chunk))
  return text
}

/**
 * Writes a text the way the lexicon is written: simplified, half-width, lower case, misheard words put right.
 *
 * The answer has exactly the length of the text, UTF-16 unit for unit, so that a span found in one is the same span in the other.
 */
export const plainText = (spelling: Spelling): ((text: string) => string) => {
  const plainOf = plainUnits(spelling)
  const heard = Object.entries(spelling.heard).sort(([a], [b]) => a.length - b.length)
  const scan = wordScanner(heard.map(([misheard]) => misheard))
  return (text) => {
    const units = new Uint16Array(text.length)
    for (let i = 0; i < units.length; i++) units[i] = plainOf[text.charCodeAt(i)] as number
    const plain = textOf(units)
    const misheard = scan(plain)
    if (misheard.size === 0) return plain
    for (const [word, offsets] of misheard) {
      const said = heard[word]?.[1] ?? ''
      for (const at of offsets) for (let i = 0; i < said.length; i++) units[at + i] = said.charCodeAt(i)
    }
    return textOf(units)
  }
}
