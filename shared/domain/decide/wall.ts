import { wallOf } from '../board/board.ts'
import type { CommandOf } from '../command.ts'
import { WallId } from '../ids.ts'
import { sceneOf } from '../wall/scene.ts'
import type { Wall, WallPage } from '../wall/wall.ts'
import { happens, personOf, refused, withOpen, type Ruling, type Situation } from './ruling.ts'

/** More than any room has, and few enough to be listed whole. */
export const mostWalls = 20

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const nothingChanged = () => refused({ reason: 'nothing-changed' })

export const arrangeWall = ({ board, by }: Situation, command: CommandOf<'wall.arrange'>): Ruling => {
  const { plan } = command
  const person = personOf(by)
  const known = command.wall && wallOf(board, command.wall)
  if (!person) return refused({ reason: 'no-right', command: command.type })
  if (command.wall && !known) return refused({ reason: 'unknown-wall', wall: command.wall })
  if (!known && board.walls.length >= mostWalls) return refused({ reason: 'walls-are-full', most: mostWalls })
  if (board.walls.some((wall) => wall.id !== command.wall && wall.plan.name === plan.name))
    return refused({ reason: 'wall-name-taken', name: plan.name })
  if (known && isSame(known.plan, plan)) return nothingChanged()
  const wall = command.wall ?? WallId.parse(`wall-${board.nextWall}`)
  return happens({ type: 'wall.arranged', wall, plan, by: person.id, name: person.name })
}

/** Turning from the first page is what a wall does when nothing is asked of it; an incident that left is not asked for any more. */
const isTurning = ({ board, now }: Situation, wall: Wall): boolean =>
  wall.wish.kind === 'pages' || (wall.wish.kind === 'incident' && sceneOf(board, wall, now).kind === 'page')

export const showOnWall = (situation: Situation, command: CommandOf<'wall.show'>): Ruling => {
  const { board, now } = situation
  const { wish } = command
  const person = personOf(situation.by)
  const wall = wallOf(board, command.wall)
  if (!person) return refused({ reason: 'no-right', command: command.type })
  if (!wall) return refused({ reason: 'unknown-wall', wall: command.wall })
  const shown = happens({ type: 'wall.shown', wall: wall.id, called: wall.plan.name, wish, by: person.id, name: person.name })
  const unlessMissing = (page: WallPage): Ruling =>
    wall.plan.pages.includes(page) ? shown : refused({ reason: 'page-not-on-wall', name: wall.plan.name, page })
  switch (wish.kind) {
    case 'pages':
      if (wish.from !== null) return unlessMissing(wish.from)
      return isTurning(situation, wall) ? nothingChanged() : shown
    case 'page':
      return isSame(wall.wish, wish) ? nothingChanged() : unlessMissing(wish.page)
    case 'incident': {
      const scene = sceneOf(board, wall, now)
      const isUp = scene.kind === 'incident' && scene.incident.id === wish.incident
      return withOpen(situation, wish.incident, () => (isUp ? nothingChanged() : shown))
    }
  }
}

export const removeWall = ({ board, by }: Situation, command: CommandOf<'wall.remove'>): Ruling => {
  const person = personOf(by)
  if (!person) return refused({ reason: 'no-right', command: command.type })
  const wall = wallOf(board, command.wall)
  if (!wall) return refused({ reason: 'unknown-wall', wall: command.wall })
  return happens({ type: 'wall.removed', wall: wall.id, called: wall.plan.name, by: person.id, name: person.name })
}
