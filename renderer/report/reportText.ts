/** The longest text that is taken, in UTF-16 units. */
export const longestWords = 4_000

/** What goes to the room: the chosen matters in Chinese, which the room reads, then the person's own words. */
export const reportText = (chosen: readonly string[], text: string): string => {
  const matters = chosen.join('；')
  const own = text.trim()
  const joined = matters === '' || own === '' ? matters + own : `${matters}。${own}`
  return joined.slice(0, longestWords)
}
