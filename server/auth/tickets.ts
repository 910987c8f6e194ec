import type { Person, Revocations } from './person.ts'
import type { Random } from './secret.ts'
import { hashToken, newToken } from './token.ts'

/** Longer than a slow handshake, shorter than anything worth stealing. */
export const ticketMs = 60_000

/** All windows of a desk that come back at once, some of them twice. The oldest gives way. */
export const mostTickets = 16

/** Single-use tickets that let one socket into a session; kept in memory, and only as hashes. */
export type Tickets = {
  readonly give: (person: Pick<Person, 'session'>) => string
  /** The session that a ticket was given for, by its public name; null when it is unknown, used, late or its session over. */
  readonly take: (ticket: string) => string | null
}

type Given = { readonly session: string; readonly at: number }

type Needs = { readonly now: () => number; readonly random: Random; readonly revocations: Pick<Revocations, 'on'> }

/** A clock set back makes a ticket older, not younger. */
const isGood = ({ at }: Given, now: number): boolean => now >= at && now - at < ticketMs

export const openTickets = ({ now, random, revocations }: Needs): Tickets => {
  /** By the ticket's hash, the oldest first. */
  const given = new Map<string, Given>()

  const forget = (isGone: (one: Given) => boolean): void => {
    for (const [hash, one] of given) if (isGone(one)) given.delete(hash)
  }
  revocations.on((revoked) => {
    if (revoked.kind === 'session') forget(({ session }) => session === revoked.session)
  })

  return {
    give: ({ session }) => {
      const at = now()
      forget((one) => !isGood(one, at))
      const own = [...given].filter(([, one]) => one.session === session)
      if (own.length >= mostTickets && own[0]) given.delete(own[0][0])
      const ticket = newToken(random)
      given.set(hashToken(ticket), { session, at })
      return ticket
    },
    take: (ticket) => {
      const hash = hashToken(ticket)
      const found = given.get(hash)
      given.delete(hash)
      return found && isGood(found, now()) ? found.session : null
    },
  }
}
