import type { ApiError, Me } from '../../shared/contracts/session.ts'
import type { HttpAnswer } from '../feed/http.ts'

/** Growing pauses, ms: a room whose server is being started is found within seconds, one that is away for a night is not besieged. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/** How long to wait after so many tries in vain; `chance` in [0, 1) spreads the walls of a house that got its power back at once. */
export const pauseMs = (tries: number, chance: number): number =>
  Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries, 10)) * (0.5 + chance / 2))

export type Entry<Files> =
  /** Nobody let it in yet: `tries` in vain so far, and what the server said where it said something. */
  | { readonly state: 'entering'; readonly tries: number; readonly said: ApiError | null }
  | { readonly state: 'in'; readonly me: Me; readonly files: Files }
  /** The pass opens nothing any more; nothing is tried again. */
  | { readonly state: 'ended'; readonly said: ApiError }

type Needs<Files> = {
  readonly enter: () => Promise<HttpAnswer<Me>>
  /** What the page reads of the town; null when it does not come. */
  readonly load: () => Promise<Files | null>
  /** Calls back after a span, ms; the answer stops it. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly chance: () => number
  /** Something happened for which waiting longer is wrong: it is tried at once. The answer stops it. */
  readonly news?: (listener: () => void) => () => void
  readonly onEntry: (entry: Entry<Files>) => void
}

/** No pause will make these good: the number of a removed wall is never given again, and a lost pass is brought by a person. */
const final = new Set(['revoked', 'malformed', 'no-wall', 'no-pass'])

/** Tries to come in until it is in, or is told that it never will be. The answer stops it. */
export const enterForEver = <Files>({ enter, load, after, chance, news, onEntry }: Needs<Files>): (() => void) => {
  let isOver = false
  let turn = 0
  let stopWaiting = () => {}
  let stopNews = () => {}

  const stop = () => {
    isOver = true
    stopWaiting()
    stopNews()
  }
  const over = (entry: Entry<Files>) => {
    stop()
    onEntry(entry)
  }

  const attempt = async (tries: number): Promise<void> => {
    turn += 1
    const mine = turn
    const isLate = () => isOver || mine !== turn
    const answer = await enter()
    if (isLate()) return
    const said = !answer.ok && answer.kind === 'refused' ? answer.error : null
    if (said && final.has(said.error)) return over({ state: 'ended', said })
    const files = answer.ok ? await load() : null
    if (isLate()) return
    if (answer.ok && files) return over({ state: 'in', me: answer.value, files })
    onEntry({ state: 'entering', tries: tries + 1, said })
    stopWaiting = after(pauseMs(tries, chance()), () => void attempt(tries + 1))
  }
  stopNews =
    news?.(() => {
      stopWaiting()
      void attempt(0)
    }) ?? stopNews
  onEntry({ state: 'entering', tries: 0, said: null })
  void attempt(0)
  return stop
}
