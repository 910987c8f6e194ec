import type { TownId, UnitId } from '../../shared/domain/ids.ts'
import type { Auth } from '../auth/auth.ts'
import type { Who } from '../auth/sessions.ts'

type Open = {
  readonly isOpen: (town: TownId) => boolean
  readonly hasUnit: (town: TownId, unit: UnitId) => boolean
}

const ofOpenTown = (who: Who, isOpen: Open['isOpen']): Who => (who.ok && !isOpen(who.person.town) ? { ok: false, why: 'unknown' } : who)

/**
 * People and outside systems of towns that this server does not serve are strangers to it, though its tables may know
 * them. So are the phones of units that such a town has, or that were dismissed.
 */
export const openTownsOnly = (auth: Auth, { isOpen, hasUnit }: Open): Auth => ({
  ...auth,
  whoIs: async (token) => ofOpenTown(await auth.whoIs(token), isOpen),
  whoIsIn: async (session) => ofOpenTown(await auth.whoIsIn(session), isOpen),
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
  links: {
    ...auth.links,
    unitOf: async (token) => {
      const link = await auth.links.unitOf(token)
      return link.ok && !hasUnit(link.town, link.unit) ? { ok: false, why: 'unknown' } : link
    },
  },
})
