import { incidentOf, type Board } from '../board/board.ts'
import { wholeOf } from '../board/wholeOf.ts'
import type { Incident } from '../incident/incident.ts'
import type { Wall, WallPage } from './wall.ts'

/** What is on a wall at one instant. */
export type WallScene =
  /** One of its pages; `turnsAt` (UTC ms) is when the next one comes, null while this one is held or is the only one. */
  | { readonly kind: 'page'; readonly page: WallPage; readonly at: number; readonly turnsAt: number | null }
  /** `leavesAt` is when an incident that has ended leaves the wall by itself; null while it is open. */
  | { readonly kind: 'incident'; readonly incident: Incident; readonly leavesAt: number | null }

/** 办结后还停留 2 分钟: long enough to read how it ended, short enough not to stand there as if it went on. */
export const endedStaysMs = 120_000

/** The page that is up when turning began at `since` with the page at index `first`. */
const turning = ({ plan: { pages, secondsPerPage } }: Wall, first: number, since: number, now: number): WallScene => {
  const everyMs = secondsPerPage * 1_000
  // A wall's clock may be a little behind the instant at which it was told to turn.
  const turns = Math.max(0, Math.floor((now - since) / everyMs))
  const at = (first + turns) % pages.length
  const turnsAt = pages.length > 1 ? since + (turns + 1) * everyMs : null
  return { kind: 'page', page: pages[at] ?? 'map', at, turnsAt }
}

const ofPages = (wall: Wall, from: WallPage | null, since: number, now: number): WallScene =>
  turning(wall, Math.max(0, from === null ? 0 : wall.plan.pages.indexOf(from)), since, now)

/**
 * What a wall shows at `now` (UTC ms), from the board alone: every wall and every console that asks sees the same, and
 * nothing has to be told when a page turns. An incident that became part of another is shown as that one.
 */
export const sceneOf = (board: Board, wall: Wall, now: number): WallScene => {
  const { wish, since, plan } = wall
  switch (wish.kind) {
    case 'pages':
      return ofPages(wall, wish.from, since, now)
    case 'page':
      return { kind: 'page', page: wish.page, at: plan.pages.indexOf(wish.page), turnsAt: null }
    case 'incident': {
      const incident = wholeOf(board, wish.incident) ?? incidentOf(board, wish.incident)
      if (!incident) return ofPages(wall, null, since, now)
      const leavesAt = incident.end && incident.end.at + endedStaysMs
      if (leavesAt === null || now < leavesAt) return { kind: 'incident', incident, leavesAt }
      return ofPages(wall, null, leavesAt, now)
    }
  }
}
