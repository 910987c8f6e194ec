import { WallId, type TownId, type UnitId } from '../../shared/domain/ids.ts'
import type { Auth } from '../auth/auth.ts'
import type { Who } from '../auth/sessions.ts'

type Open = {
  readonly isOpen: (town: TownId) => boolean
  readonly hasUnit: (town: TownId, unit: UnitId) => boolean
  readonly hasWall: (town: TownId, wall: WallId) => boolean
}

const ofOpenTown = (who: Who, { isOpen, hasWall }: Pick<Open, 'isOpen' | 'hasWall'>): Who => {
  if (!who.ok) return who
  const { town, role, id } = who.person
  const isKnown = isOpen(town) && (role !== 'wall' || hasWall(town, WallId.parse(id)))
  return isKnown ? who : { ok: false, why: 'unknown' }
}

/**
 * People and outside systems of towns that this server does not serve are strangers to it, though its tables may know
 * them. So are the phones of units that such a town has, or that were dismissed, and its walls, or those that were removed.
 */
export const openTownsOnly = (auth: Auth, { isOpen, hasUnit, hasWall }: Open): Auth => ({
  ...auth,
  whoIs: async (token) => ofOpenTown(await auth.whoIs(token), { isOpen, hasWall }),
  whoIsIn: async (session) => ofOpenTown(await auth.whoIsIn(session), { isOpen, hasWall }),
  signIn: async (account, password, address) => {
    const answer = await auth.signIn(account, password, address)
    if (!answer.ok || isOpen(answer.person.town)) return answer
    await auth.signOut(answer.person)
    return { ok: false, why: 'wrong' }
  },
  channelOf: async (token) => {
    const holder = await auth.channelOf(token)
    return holder.ok && !isOpen(holder.town) ? { ok: false, why: 'unknown' } : holder
  },
  walls: {
    ...auth.walls,
    enter: async (pass) => {
      const entered = await auth.walls.enter(pass)
      if (!entered.ok || hasWall(entered.person.town, WallId.parse(entered.person.id))) return entered
      return { ok: false, why: isOpen(entered.person.town) ? 'no-wall' : 'unknown' }
    },
  },
  links: {
    ...auth.links,
    unitOf: async (token) => {
      const link = await auth.links.unitOf(token)
      return link.ok && !hasUnit(link.town, link.unit) ? { ok: false, why: 'unknown' } : link
    },
  },
})
