import { numberShapes, type NumberShape } from './numberShapes.ts'
import { any, anyGap, plainOf } from './plainSigns.ts'

const signs = new RegExp(`${any}|[Xx]`, 'g')

/** The number with `starred` digits hidden before the last `shownAtEnd`; what stands between digits stays. */
const star = (number: string, { shownAtEnd, starred }: NumberShape): string => {
  const hidden = (number.match(signs) ?? []).length - shownAtEnd
  let at = 0
  return number.replace(signs, (sign) => (at++ < hidden && at > hidden - starred ? '*' : sign))
}

const starShape = (plain: string, shape: NumberShape): string =>
  plain.replace(shape.pattern, (whole: string, number: string) => whole.slice(0, whole.length - number.length) + star(number, shape))

/** No number has fewer than seven digits, with nothing between them but gaps. */
const mayBeNumber = new RegExp(`(?:${any}${anyGap}){7}`)

/** A number may begin within another's reach: starred until nothing is found any more. */
const starAll = (plain: string): string => {
  if (!mayBeNumber.test(plain)) return plain
  const starred = numberShapes.reduce(starShape, plain)
  return starred === plain ? plain : starAll(starred)
}

/** The text with the stars of its plain form: they stand where they stand there. */
const withStars = (text: string, starred: string): string =>
  [...starred.matchAll(/\*+/g)].reduce(
    (shown, { index, 0: stars }) => shown.slice(0, index) + stars + shown.slice(index + stars.length),
    text,
  )

/** Seven digits anywhere: most texts have fewer, and are not looked at any further. */
const hasDigits = /(?:[0-9０-９〇零○一二三四五六七八九幺][^0-9０-９〇零○一二三四五六七八九幺]*){7}/

/**
 * The text with every phone and identity number masked, wherever and however it is written; same length, so
 * that marks keep their offsets. Masked again it stays the same.
 */
export const maskText = (text: string): string => {
  if (!hasDigits.test(text)) return text
  const plain = plainOf(text)
  const starred = starAll(plain)
  return starred === plain ? text : withStars(text, starred)
}

/** `13812345678` becomes `138****5678`; shorter numbers keep their last two digits. Null stays null. */
export const maskPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  // Masked already, perhaps; a star may also stand before an extension.
  if (phone.includes('*')) return maskText(phone)
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}
