/** Every row of the queue is this high, so that any of two thousand is found without measuring. */
export const rowHeight = 92

const spare = 4

/** Which rows to draw for a scroll position; a few more on either side so that scrolling shows no gaps. */
export const windowOf = (scrollTop: number, height: number, count: number): { readonly from: number; readonly to: number } => {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - spare)
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { from: Math.min(from, to), to }
}

/** Where to scroll so that a row is wholly on screen; the same place when it is. */
export const scrollFor = (index: number, scrollTop: number, height: number): number => {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - height)
}
