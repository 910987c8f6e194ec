import type { EventOf } from '../event.ts'
import type { WallId } from '../ids.ts'
import type { Wall, WallPlan, WallWish } from './wall.ts'

type Walls = { walls: readonly Wall[]; nextWall: number }

const turning: WallWish = { kind: 'pages', from: null }

const numberOf = (id: WallId): number => Number(id.slice('wall-'.length))

/** What a wall goes on showing when it is arranged anew: a page that is no longer on it cannot be held, nor turned from. */
const keptWish = (wish: WallWish, { pages }: WallPlan): WallWish => {
  const page = wish.kind === 'page' ? wish.page : wish.kind === 'pages' ? wish.from : null
  return page === null || pages.includes(page) ? wish : turning
}

const arranged = (draft: Walls, { wall: id, plan, by, name }: EventOf<'wall.arranged'>, at: number): void => {
  const known = draft.walls.find((wall) => wall.id === id)
  draft.nextWall = Math.max(draft.nextWall, numberOf(id) + 1)
  if (!known) {
    draft.walls = [...draft.walls, { id, plan, wish: turning, since: at, by: { id: by, name } }]
    return
  }
  const wish = keptWish(known.wish, plan)
  // Other pages or another pace: the turning begins anew, so that nobody has to reckon with both.
  const since = wish.kind === 'pages' ? at : known.since
  draft.walls = draft.walls.map((wall) => (wall.id === id ? { ...wall, plan, wish, since } : wall))
}

/** What an event of the walls does to them; `at` in UTC ms. */
export const foldWall = (draft: Walls, event: EventOf<'wall.arranged' | 'wall.shown' | 'wall.removed'>, at: number): void => {
  if (event.type === 'wall.arranged') return arranged(draft, event, at)
  if (event.type === 'wall.removed') {
    draft.walls = draft.walls.filter(({ id }) => id !== event.wall)
    return
  }
  const by = { id: event.by, name: event.name }
  draft.walls = draft.walls.map((wall) => (wall.id === event.wall ? { ...wall, wish: event.wish, since: at, by } : wall))
}
