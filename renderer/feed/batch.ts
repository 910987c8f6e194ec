/**
 * Collects what arrives between two turns and hands it over at once: a screen is drawn 20 to 60 times
 * a second however many events come. Order is kept.
 */
export const batch = <T>(schedule: (flush: () => void) => void, hand: (all: readonly T[]) => void) => {
  let held: T[] = []
  const flush = () => {
    const all = held
    held = []
    if (all.length > 0) hand(all)
  }
  return {
    add: (items: readonly T[]) => {
      if (held.length === 0 && items.length > 0) schedule(flush)
      held.push(...items)
    },
    flush,
  }
}
