import type { OpenAlarm } from '../../shared/contracts/desk.ts'

/** More than one at a time are one note: a person who comes back to twelve of them reads none. */
export const mostNotes = 3
/** Far more than a night's alarms; after that the oldest are forgotten first. */
const mostRemembered = 10_000

/** What several windows of one desk say, as one list: each alarm once, from whichever window said it first. */
export const standingOf = (byWindow: ReadonlyMap<number, readonly OpenAlarm[]>): readonly OpenAlarm[] =>
  [
    ...new Map(
      [...byWindow.values()]
        .flat()
        .toReversed()
        .map((alarm) => [alarm.id, alarm]),
    ).values(),
  ].toReversed()

/** Those that this desk has not seen yet. */
export const freshOf = (standing: readonly OpenAlarm[], known: ReadonlySet<string>): readonly OpenAlarm[] =>
  standing.filter(({ id }) => !known.has(id))

/** Everything that was seen here, so that nothing is told twice, though it go and come again. */
export const remembered = (known: ReadonlySet<string>, standing: readonly OpenAlarm[]): ReadonlySet<string> => {
  const all = [...new Set([...known, ...standing.map(({ id }) => id)])]
  return new Set(all.slice(-mostRemembered))
}
