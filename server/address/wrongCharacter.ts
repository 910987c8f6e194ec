import { growingInts } from './growing.ts'
import type { SoundHit } from './soundTrie.ts'

/** Names shorter than this say too little when one character is wrong; longer ones are not said whole. */
const [shortest, longest] = [3, 12]

const base = 0x01000193

/** Sums of a text from which that of any stretch follows at once. */
const sumsOf = (text: string): Uint32Array => {
  const sums = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) sums[i + 1] = Math.imul(sums[i] ?? 0, base) + text.charCodeAt(i)
  return sums
}

const powers = Array.from({ length: longest + 1 }, () => 1)
powers.forEach((_, i) => void (powers[i] = i === 0 ? 1 : Math.imul(powers[i - 1] ?? 1, base)))

const between = (sums: Uint32Array, from: number, to: number): number =>
  ((sums[to] ?? 0) - Math.imul(sums[from] ?? 0, powers[to - from] ?? 1)) | 0

/** What is left of the stretch without its character at `gap`. */
const keyOf = (sums: Uint32Array, start: number, length: number, gap: number): number => {
  const left = Math.imul(between(sums, start, start + gap), 0x9e3779b1)
  const right = Math.imul(between(sums, start + gap + 1, start + length), 0x85ebca6b)
  const mixed = left ^ (right + Math.imul(length * 16 + gap, 0xc2b2ae35))
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff
const numerals = new Set([...'一二三四五六七八九十'].map((sign) => sign.charCodeAt(0)))
/** A character that may be a slip, and that may have been one: neither a letter nor a figure. */
const maySlip = (unit: number) => isHan(unit) && !numerals.has(unit)

const equalBut = (text: string, start: number, name: string, gap: number): boolean => {
  for (let i = 0; i < name.length; i++) if (i !== gap && text.charCodeAt(start + i) !== name.charCodeAt(i)) return false
  return text.charCodeAt(start + gap) !== name.charCodeAt(gap)
}

/**
 * Finds names of which one character is another in the text. Every name is kept once for each character it may lose, so a
 * stretch of the text is looked up and not compared.
 *
 * The last character (路, 苑, 里) tells names apart, and a wrong digit is another house: neither is taken for a slip.
 */
export const wrongCharacterIndex = (names: readonly string[]) => {
  const nameOf = growingInts()
  const nextOf = growingInts()
  const lengths = new Set<number>()
  /** For each character the lengths of the names that end with it, a bit each: the last one is never wrong. */
  const endsWith = new Uint16Array(0x1_0000)
  const mine = names.map((name, id) => ({ name, id })).filter(({ name }) => name.length >= shortest && name.length <= longest)
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, mine.reduce((sum, { name }) => sum + name.length, 0) * 1.5)))
  const first = new Int32Array(size).fill(-1)
  for (const { name, id } of mine) {
    lengths.add(name.length)
    const last = name.charCodeAt(name.length - 1)
    endsWith[last] = (endsWith[last] ?? 0) | (1 << name.length)
    const sums = sumsOf(name)
    for (let gap = 0; gap < name.length - 1; gap++) {
      if (!maySlip(name.charCodeAt(gap))) continue
      const slot = keyOf(sums, 0, name.length, gap) & (size - 1)
      nameOf.push(id)
      nextOf.push(first[slot] ?? -1)
      first[slot] = nameOf.length() - 1
    }
  }
  const known = [...lengths].sort((a, b) => a - b)

  return (text: string): readonly SoundHit[] => {
    const sums = sumsOf(text)
    const slips = Uint8Array.from({ length: text.length }, (_, i) => (maySlip(text.charCodeAt(i)) ? 1 : 0))
    const hits: SoundHit[] = []
    for (let start = 0; start + shortest <= text.length; start++) {
      for (const length of known) {
        if (start + length > text.length) break
        if (((endsWith[text.charCodeAt(start + length - 1)] ?? 0) & (1 << length)) === 0) continue
        for (let gap = 0; gap < length - 1; gap++) {
          if (slips[start + gap] === 0) continue
          for (let entry = first[keyOf(sums, start, length, gap) & (size - 1)] ?? -1; entry >= 0; entry = nextOf.at(entry)) {
            const name = names[nameOf.at(entry)] ?? ''
            if (name.length === length && equalBut(text, start, name, gap))
              hits.push({ name: nameOf.at(entry), start, end: start + length })
          }
        }
      }
    }
    return hits
  }
}
