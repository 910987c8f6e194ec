import { pinyin } from 'pinyin-pro'

/** The characters of GB 2312: all that stand on signs and maps; a rarer one is nobody's homophone. */
const characters = (): readonly string[] => {
  const read = new TextDecoder('gb2312')
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => 0xb0 + row)
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => 0xa1 + cell)
  return rows
    .flatMap((row) => cells.map((cell) => read.decode(Uint8Array.of(row, cell))))
    .filter((sign) => sign.length === 1 && /\p{Script=Han}/u.test(sign))
}

const syllablesOf = (sign: string): readonly string[] => [
  ...new Set(pinyin(sign, { multiple: true, toneType: 'none', type: 'array' }).map((one) => one.replaceAll('ü', 'v'))),
]

/** The table as text: a syllable without its tone, a blank, and every character that may be read so. */
export const pinyinTable = (): string => {
  const bySyllable = new Map<string, string>()
  for (const sign of characters()) {
    for (const syllable of syllablesOf(sign)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + sign)
  }
  return [...bySyllable]
    .filter(([syllable]) => /^[a-z]+$/.test(syllable))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, signs]) => `${syllable} ${signs}\n`)
    .join('')
}
