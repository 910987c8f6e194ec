import { protocolVersion } from '../../shared/contracts/version.ts'
import type { RoomServer } from './serverOf.ts'

type Shown = { readonly protocol: number; readonly ticket?: string }

type Needs = Pick<RoomServer, 'ticket'> & {
  /** There is no ticket to be had, and so no handshake. */
  readonly onNone: (why: 'unreachable' | 'signed-out') => void
}

/**
 * What each handshake of a socket shows: the number of its wire, and a ticket where there is no cookie.
 *
 * While a ticket is fetched the link may be cut and made anew. Then the new handshake has its own, and what comes for
 * the old one is let go.
 */
export const handshakes = ({ ticket, onNone }: Needs) => {
  let round = 0
  return {
    /** As the socket asks for it, at each connection. */
    auth: (show: (shown: Shown) => void): void => {
      round += 1
      const mine = round
      if (!ticket) return show({ protocol: protocolVersion })
      void ticket().then((answer) => {
        if (mine !== round) return
        if (answer.ok) show({ protocol: protocolVersion, ticket: answer.ticket })
        else onNone(answer.why)
      })
    },
    /** Nobody waits for a handshake any more. */
    stop: (): void => void (round += 1),
  }
}
