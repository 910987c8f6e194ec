/** Digits in words, as they are read out. They stand for themselves apart: `张三138…` begins a number, `3138…` does not. */
const words = ['〇零○', '一幺', '二', '三', '四', '五', '六', '七', '八', '九']
const fullWidth = '０１２３４５６７８９'

const signOfWord = (digit: number): string => String.fromCharCode(0x10 + digit)
const unseenSign = '\u0001'

const standIns: ReadonlyMap<string, string> = new Map([
  ...words.flatMap((ways, digit) => [...ways].map((way) => [way, signOfWord(digit)] as const)),
  ...[...fullWidth].map((way, digit) => [way, String(digit)] as const),
  ...[...'．·•・‧'].map((dot) => [dot, '.'] as const),
  ...[...'（）'].map((bracket) => [bracket, '('] as const),
  ...[...'Ｘｘ'].map((check) => [check, 'X'] as const),
])

/** Zero-width characters, variation marks, the frame of a keycap. */
const unseen = /[\p{Cf}\p{M}]/u
const dash = /\p{Pd}/u

const special = new RegExp(`[\\p{Cf}\\p{M}\\p{Zs}\\p{Pd}\\p{Pc}\\t\\n\\r${[...standIns.keys()].join('')}]`, 'gu')

const standInOf = (char: string): string => {
  const known = standIns.get(char)
  if (known !== undefined) return known
  if (unseen.test(char)) return unseenSign.repeat(char.length)
  return dash.test(char) ? '-' : ' '
}

/** The text with one sign for each digit, gap and unseen character, however it was written; of the same length. */
export const plainOf = (text: string): string => text.replace(special, standInOf)

/** Any of these digits, as a pattern over a plain text: a figure or a word. */
export const one = (of: string): string => `[${of}${[...of].map((digit) => signOfWord(Number(digit))).join('')}]`
export const any = one('0123456789')

/** Nothing that is seen. */
export const hidden = `${unseenSign}*`
/** What may stand between two digits of one number. */
export const gap = `${hidden}(?:[- .()]${hidden}){0,3}`
/** The same without end: a quick look asks no more. */
export const anyGap = `[- .()${unseenSign}]*`

export const digits = (count: number, between = hidden): string => Array<string>(count).fill(any).join(between)
