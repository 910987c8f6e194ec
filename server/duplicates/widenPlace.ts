const counted = '号楼|幢|栋|座|动|塔|单元|楼|层|室|号|门|口|库|组|区'
const numeral = '[0-9a-zA-Z零〇一二三四五六七八九十百两幺]'

const cutBehindNumber = new RegExp(`${numeral}$`)
const counter = new RegExp(`^(?:${counted})`)
const further = new RegExp(`^(?:的|里面)?(?:${numeral}+(?:${counted})?){1,4}`)
const isWhole = new RegExp(`(?:${counted}|[0-9零一二三四五六七八九幺]{3})$`)

/** The words that say where, with the numbers that follow them in the text: whoever marked them may have stopped too early. */
export const widenPlace = (text: string, said: string): string => {
  const at = text.indexOf(said)
  if (at < 0) return said
  const after = at + said.length
  const unit = cutBehindNumber.test(said) ? (counter.exec(text.slice(after))?.[0] ?? '') : ''
  const more = further.exec(text.slice(after + unit.length))?.[0] ?? ''
  return said + unit + (isWhole.test(more) ? more : '')
}
