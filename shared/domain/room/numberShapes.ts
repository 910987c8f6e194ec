import { any, digits, gap, hidden, one } from './plainSigns.ts'

/** A shape of number over a plain text (`plainOf`); its one group is the number, and a match ends with it. */
export type NumberShape = { readonly pattern: RegExp; readonly shownAtEnd: number; readonly starred: number }

const begins = `(?<![0-9]${hidden})`
const ends = `(?!${hidden}[0-9])`
const countryCode = `(?:${one('0')}${one('0')}${gap})?${one('8')}${gap}${one('6')}${gap}`

const mobilePrefix = `${begins}(?:${countryCode}|${one('0')}${gap})?`
const mobileHead = (between: string) => `${one('1')}${between}${one('3456789')}${between}`

/** In its usual groups, so that the number of a room before it stays out. */
const groupedMobile = `${mobilePrefix}(${mobileHead(hidden)}${any}${gap}${digits(4)}${gap}${digits(4)})${ends}`

const noDate = `(?![0-9]{0,4}${gap}(?:19|20)[0-9]{2}[-.][0-9]{2}[-.][0-9]{2}(?![0-9]))`
/** In any groups; not the decimals of a coordinate, not a date and a count, not a row of rooms. */
const looseMobile = `(?<![0-9]{2}[.])${mobilePrefix}${noDate}(${mobileHead(gap)}${digits(9, gap)})${ends}(?! ?[室幢栋户房])`

/** Not a day as `20260302`: beside a time or a cue it looks like a local number. */
const noDay = `(?!20[0-9]{2}[-.]?(?:0[1-9]|1[0-2])[-.]?(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))`
const local8 = `${noDay}${one('2345678')}${hidden}${digits(3)}${gap}${digits(4)}`
const local7 = `${one('2345678')}${hidden}${digits(2)}${gap}${digits(4)}`

const longArea = `${one('3456789')}${hidden}${digits(2)}`
const shortArea = `(?:${one('1')}${hidden}${one('0')}|${one('2')}${hidden}${one('012345789')})`
/** Codes of orders may hold an area's code between dashes. */
const noCode = '(?:(?<=(?:tel|phone|call|fax)-)|(?<![A-Za-z0-9]-))'
const areaPrefix = `${noCode}${begins}(?:${countryCode}${one('0')}?|${one('0')})${hidden}`
const areaLandline = `${areaPrefix}(?:${shortArea}${gap}(?=${local8}${ends})|${longArea}${gap})(${local8}|${local7})${ends}`

const chineseCue = '(?:电话|座机|固话|宅电|联系|来电|致电|回电|打|拨|传真)[^0-9。；！？]{0,6}?'
const englishCue = '\\b(?:tel(?:ephone)?|phone|call|dial|ring|fax)[^0-9.;!?]{0,11}?'
/** The second of two numbers needs no cue of its own. */
const afterAnother = `\\*${any}{2}[、,，/和或 ]{1,3}`
/** 400 and 800 numbers are public. */
const noService = `(?!${one('48')}${one('0')}${one('0')}${gap}${digits(7, gap)}${ends})`
const noAmount = '(?! ?[元块万亿米吨人])'
const cuedLandline = `(?:${chineseCue}|${englishCue}|${afterAnother})${begins}${noService}(${local8}|${local7})${ends}${noAmount}`

/** `8765-4321` on its own: neither a part of a longer code, nor rooms, nor round amounts from and to. */
const dashedLandline = '(?<![A-Za-z0-9幢栋号楼座元][-.]?)(?![0-9]{2}00)' + `([3-8][0-9]{3}-[0-9]{4})${ends}(?!-| ?[室幢栋户房号元块万])`

const idGap = `${hidden} ?${hidden}`
const born = [
  `(?:${one('1')}${idGap}${one('9')}|${one('2')}${idGap}${one('0')})${idGap}${digits(2, idGap)}`,
  `(?:${one('0')}${idGap}${one('123456789')}|${one('1')}${idGap}${one('012')})`,
  `(?:${one('0')}${idGap}${one('123456789')}|${one('12')}${idGap}${any}|${one('3')}${idGap}${one('01')})`,
].join(idGap)
const check = `(?:${any}|[Xx])`

/** Citizen identity numbers (GB 11643), known by the day of birth in them; an order's number of this length has none. */
const identity = `${begins}(${digits(6, idGap)}${idGap}${born}${idGap}${digits(3, idGap)}${idGap}${check})${ends}`
/** Called one, it is one, whatever day it names. */
const calledIdentity = `(?:身份证|证件|\\bid (?:card|number|no))[^0-9。；！？]{0,6}?(${digits(17)}${hidden}${check})${ends}`

const shape = (pattern: string, shownAtEnd: number, starred: number): NumberShape => ({
  pattern: new RegExp(pattern, 'gi'),
  shownAtEnd,
  starred,
})

/** In this order: what is certain takes its digits before what is only likely. */
export const numberShapes: readonly NumberShape[] = [
  shape(identity, 4, 8),
  shape(calledIdentity, 4, 8),
  shape(groupedMobile, 4, 4),
  shape(areaLandline, 2, 8),
  shape(looseMobile, 4, 4),
  shape(cuedLandline, 2, 8),
  shape(dashedLandline, 2, 8),
]
