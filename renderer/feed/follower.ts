import type { Board } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { Link } from './feed.ts'

/** Everything after a position, or a whole board and what came after it. */
export type CaughtUp =
  | { readonly kind: 'events'; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'board'; readonly board: Board; readonly events: readonly RecordedEvent[] }

type Needs = {
  /** Asks the server for everything after a position. */
  readonly follow: (after: number) => Promise<CaughtUp>
  readonly onBoard: (board: Board) => void
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly onLink: (link: Link) => void
  readonly now: () => number
  /** Calls back after a pause, for a server that did not answer. */
  readonly later: (retry: () => void) => void
}

export type Follower = {
  readonly connected: () => void
  readonly cut: () => void
  readonly arrived: (events: readonly RecordedEvent[]) => void
}

/**
 * Keeps a page at the end of the journal.
 *
 * First connect, reconnect and a hole in the numbers are one path: ask for everything after the last
 * position that was delivered. What arrives while the answer is on its way waits for it, so nothing is
 * told out of order; what overlaps is passed over.
 */
export const follower = ({ follow, onBoard, onEvents, onLink, now, later }: Needs): Follower => {
  let position = 0
  let cutSince: number | null = null
  /** Counts connections and catch-ups: an answer to an older question is not believed. */
  let round = 0
  let waiting: RecordedEvent[] | null = []

  const deliver = (events: readonly RecordedEvent[]): boolean => {
    const begin = position
    const fresh: RecordedEvent[] = []
    for (const event of events) if (event.position === begin + fresh.length + 1) fresh.push(event)
    position = begin + fresh.length
    if (fresh.length > 0) onEvents(fresh)
    return events.every((event) => event.position <= position)
  }

  const caughtUp = (answer: CaughtUp) => {
    const held = waiting ?? []
    waiting = null
    if (answer.kind === 'board') {
      position = answer.board.position
      onBoard(answer.board)
    }
    const isWhole = deliver(answer.events) && deliver(held)
    if (!isWhole) return catchUp()
    cutSince = null
    onLink({ state: 'live' })
  }

  const catchUp = () => {
    round += 1
    const mine = round
    waiting ??= []
    onLink({ state: 'catching-up' })
    follow(position).then(
      (answer) => void (mine === round && caughtUp(answer)),
      () => later(() => void (mine === round && catchUp())),
    )
  }

  return {
    connected: catchUp,
    cut: () => {
      round += 1
      waiting = []
      cutSince ??= now()
      onLink({ state: 'cut', since: cutSince })
    },
    arrived: (events) => {
      if (waiting) waiting.push(...events)
      else if (!deliver(events)) {
        waiting = [...events]
        catchUp()
      }
    },
  }
}
