import type { TownId } from '../../shared/domain/ids.ts'
import type { Auth } from '../auth/auth.ts'

/** People, outside systems and phones of towns that this server does not serve are strangers to it, though its tables may know them. */
export const openTownsOnly = (auth: Auth, isOpen: (town: TownId) => boolean): Auth => ({
  ...auth,
  whoIs: async (token) => {
    const who = await auth.whoIs(token)
    return who.ok && !isOpen(who.person.town) ? { ok: false, why: 'unknown' } : who
  },
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
      return link.ok && !isOpen(link.town) ? { ok: false, why: 'unknown' } : link
    },
  },
})
