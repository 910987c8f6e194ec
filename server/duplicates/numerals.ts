const digits = new Map([...'零〇一二三四五六七八九'].map((sign, i) => [sign, Math.max(0, i - 1)]))
for (const [sign, digit] of [
  ['幺', 1],
  ['两', 2],
] as const)
  digits.set(sign, digit)
const steps = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
])

/** 二十二 is 22, 一千二零六 is 1206, 三零幺 is 301. */
const numberOf = (numeral: string): string => {
  if (![...numeral].some((sign) => steps.has(sign))) return [...numeral].map((sign) => digits.get(sign)).join('')
  let sum = 0
  let spoken = ''
  for (const sign of numeral) {
    const step = steps.get(sign)
    if (step === undefined) {
      spoken += String(digits.get(sign) ?? 0)
      continue
    }
    sum += (spoken === '' ? 1 : Number(spoken.at(-1))) * step
    spoken = ''
  }
  // What is spoken digit by digit after a step fills the places below it: 一千二零六; a lone digit is only itself: 一百二 is 102.
  return String(sum + Number(spoken))
}

/** A numeral of one sign is one only before a word that is counted: 一品 is a name, 一楼 a floor. */
const numeral = /[零〇一二三四五六七八九十百千两幺]{2,}|[一二三四五六七八九十两](?=[幢栋座动单楼层号室房区期组库门路塔])/g

/** Writes the numbers of a text in digits, full-width ones and capitals the usual way: texts are compared so. */
export const plainNumbers = (text: string): string => text.normalize('NFKC').toLowerCase().replace(numeral, numberOf)

/** Runs of characters, letters and digits between what parts them, with their numbers in digits. */
export const wordsOf = (text: string): readonly string[] => plainNumbers(text).match(/[\p{Script=Han}a-z0-9]+/gu) ?? []
