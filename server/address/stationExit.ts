/** An exit of a station with the words that name it and the station. */
export type Exit = { readonly letter: string; readonly start: number; readonly end: number }

const letter = '[a-h][1-9]?|[1-9]|1[0-9]'
const after = new RegExp(
  `^(?:地铁)?站?(?:口)?(?:[,，、 ]|里面?|那边|那个|这边|的|在){0,2}(${letter})(?:号)?(?:出入口|出站口|出口|进站口|口|出来|出站)`,
)
/** Without the word exit, right behind the full name of the station. */
const bareLetter = /^([a-h])(?![a-z0-9座幢区栋])/
const before = new RegExp(`(${letter})(?:号)?(?:出入口|出站口|出口|进站口|口)(?:[,，、 ]|出来|这边|那边|那个|的|在|是){0,2}(?:地铁)?$`)

/** B口, B出口, b出来, behind the station or before it. `isBare`: the name is no station's by itself, so that an exit must be said. */
export const exitOf = (text: string, start: number, end: number, isBare: boolean): Exit | null => {
  const behind = after.exec(text.slice(end, end + 14)) ?? (isBare ? null : bareLetter.exec(text.slice(end, end + 2)))
  if (behind?.[1]) return { letter: behind[1], start, end: end + behind[0].length }
  if (isBare && !text.slice(Math.max(0, start - 8), start).includes('地铁')) return null
  const from = Math.max(0, start - 12)
  const ahead = before.exec(text.slice(from, start))
  return ahead?.[1] ? { letter: ahead[1], start: from + ahead.index, end } : null
}
