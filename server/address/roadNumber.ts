import { chineseNumber } from './plainAddress.ts'

/** A number on a road: 58, 58-1, 12弄5; `main` is the first of its figures, by which neighbours are found. */
export type RoadNumber = { readonly key: string; readonly main: number; readonly end: number }

const number = '[0-9]{1,5}|[零〇一二三四五六七八九十百两幺]{1,6}'
const said = new RegExp(
  `^ ?(?:第)?(${number})(?:-([0-9]{1,3}))? ?(?:(号)(?:之?[-]?(${number})(?=[号 ,，]|$)号?)?(?![线口])楼?|弄(?:(${number})支弄)?(?:(${number})(?:-([0-9]{1,3}))?号)?)`,
)

const figure = (one: string | undefined): string | null => {
  if (one === undefined) return null
  const value = one.length > 4 && /^[0-9]+$/.test(one) ? Number(one) : chineseNumber(one)
  return value === null ? null : String(value)
}

/** Reads a number that stands at `from`, behind the name of a road; null when none does. */
export const roadNumberAt = (plain: string, from: number): RoadNumber | null => {
  const match = said.exec(plain.slice(from, from + 28))
  const [whole = '', first, dash, isNumber, after, branch, inLane, laneDash] = match ?? []
  const main = figure(first)
  if (!match || main === null) return null
  const end = from + whole.length
  const sub = figure(dash ?? after)
  if (isNumber) return { key: sub === null ? main : `${main}-${sub}`, main: Number(main), end }
  const deep = [`${main}弄`, branch === undefined ? '' : `${figure(branch) ?? ''}支弄`, inLane === undefined ? '' : (figure(inLane) ?? '')]
  return { key: `${deep.join('')}${laneDash === undefined ? '' : `-${laneDash}`}`, main: Number(main), end }
}

/** 58号, 58, 58号-1 or 12弄5号 of a register as the key under which it is kept; empty for none. */
export const roadNumberKey = (plain: string): string => {
  if (plain === '') return ''
  const withSign = /[号弄]/.test(plain) ? plain : `${plain}号`
  return roadNumberAt(withSign, 0)?.key ?? plain
}
