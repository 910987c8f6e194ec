import type { Look, RoomHealth, toServer } from '../../shared/contracts/console.ts'
import type { Position } from '../../shared/contracts/positions.ts'
import type { WallUp } from '../../shared/contracts/wall.ts'
import type { Payload, Reply } from '../../shared/contracts/wire.ts'
import type { Board } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { Recommendation } from '../../shared/domain/routing/recommendation.ts'

/** How fresh the board is. `since` is by the server's clock, UTC ms. */
export type Link =
  | { readonly state: 'catching-up' }
  | { readonly state: 'live' }
  | { readonly state: 'cut'; readonly since: number }
  /** Server and page speak different versions of the wire: only a reload helps. */
  | { readonly state: 'outdated' }

export type SessionEnd = 'signed-out' | 'revoked' | 'expired' | 'rights-changed'

/** What a feed tells. Boards and events come in order and without gaps; the rest is presence. */
export type FeedListener = {
  readonly onBoard: (board: Board) => void
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly onPositions: (positions: readonly Position[]) => void
  readonly onLink: (link: Link) => void
  readonly onLooks: (looks: readonly Look[]) => void
  readonly onWalls: (walls: readonly WallUp[]) => void
  readonly onAdvice: (recommendation: Recommendation) => void
  readonly onHealth: (health: RoomHealth) => void
  readonly onSessionEnd: (why: SessionEnd) => void
}

/** Questions that a page may ask; following is the feed's own business. */
export type Asks = Omit<typeof toServer, 'journal:follow'>
export type Ask = keyof Asks
export type Asked<K extends Ask> = Payload<Asks[K]>
export type Answered<K extends Ask> = Reply<Asks[K]>

/**
 * Where events and time come from: a live room, a replay, or a test.
 *
 * Screens ask what it can do, never what it is.
 */
export type Feed = {
  readonly capabilities: { readonly canCommand: boolean; readonly canSeek: boolean }
  /** Begins to tell; the answer stops it. */
  readonly start: (listener: FeedListener) => () => void
  /** The room's clock, UTC ms: the server's, or a replay's cursor. */
  readonly now: () => number
  /** Rejects with `NoAnswer` when nobody answered in time. */
  readonly ask: <K extends Ask>(name: K, payload: Asked<K>) => Promise<Answered<K>>
}

/** Nobody answered: the link is cut or the server is too busy. Whether it was done is unknown; ask again with the same id. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}
