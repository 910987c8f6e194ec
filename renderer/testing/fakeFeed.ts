import type { Board } from '../../shared/domain/board/board.ts'
import { NoAnswer, type Ask, type Asked, type Answered, type Feed, type FeedListener } from '../feed/feed.ts'

export type Answers = { readonly [K in Ask]?: (payload: Asked<K>) => Answered<K> | Promise<Answered<K>> }

/** A question that a page asked the feed, for a test to look at. */
export type Heard = { readonly name: Ask; readonly payload: unknown }

export type FakeFeed = Feed & {
  readonly tell: FeedListener
  readonly heard: readonly Heard[]
  /** Moves the room's clock. */
  readonly setNow: (now: number) => void
}

/** A feed that a test drives by hand: it opens with a board, is live at once, and answers what it was given answers for. */
export const fakeFeed = (board: Board, now: number, answers: Answers = {}): FakeFeed => {
  const listeners = new Set<FeedListener>()
  const heard: Heard[] = []
  let clock = now
  const toAll = (tell: (listener: FeedListener) => void) => listeners.forEach(tell)
  return {
    capabilities: { canCommand: true, canSeek: false },
    now: () => clock,
    start: (listener) => {
      listeners.add(listener)
      listener.onBoard(board)
      listener.onLink({ state: 'live' })
      return () => void listeners.delete(listener)
    },
    ask: async (name, payload) => {
      heard.push({ name, payload })
      const answer = answers[name]
      if (!answer) throw new NoAnswer(name)
      return await answer(payload)
    },
    tell: {
      onBoard: (told) => toAll((listener) => listener.onBoard(told)),
      onEvents: (told) => toAll((listener) => listener.onEvents(told)),
      onPositions: (told) => toAll((listener) => listener.onPositions(told)),
      onLink: (told) => toAll((listener) => listener.onLink(told)),
      onLooks: (told) => toAll((listener) => listener.onLooks(told)),
      onWalls: (told) => toAll((listener) => listener.onWalls(told)),
      onAdvice: (told) => toAll((listener) => listener.onAdvice(told)),
      onHealth: (told) => toAll((listener) => listener.onHealth(told)),
      onSessionEnd: (told) => toAll((listener) => listener.onSessionEnd(told)),
    },
    heard,
    setNow: (next) => void (clock = next),
  }
}
