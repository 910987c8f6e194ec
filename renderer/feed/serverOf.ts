import { z } from 'zod'
import type { DeskBridge } from '../../shared/contracts/desk.ts'
import { http, wallHttp } from './http.ts'
import { fetchTicket, type TicketAnswer } from './fetchTicket.ts'

/** Where a page's socket goes, and what it shows there. HTTP is always asked of the page's own origin. */
export type RoomServer = {
  /** Origin of the server; empty for the page's own. */
  readonly at: string
  /** Fetches a ticket for each handshake; null where the browser shows its cookie. */
  readonly ticket: (() => Promise<TicketAnswer>) | null
  /** Whose page it is: a wall has a session of its own beside a person's. */
  readonly page: 'console' | 'wall'
}

/** In a browser, the page comes from its server, and the cookie goes along. */
export const ownServer: RoomServer = { at: '', ticket: null, page: 'console' }

/** A desk that knows no server yet: a name that nobody can have, so the link stays cut and nobody is shown anything. */
const nowhere = 'https://no-server.invalid'

const About = z.object({ server: z.url({ protocol: /^https?$/ }) })

/** The server of this page's room: in the desktop app the one that the desk names. */
export const serverOf = async (desk: Pick<DeskBridge, 'ask'> | null, page: RoomServer['page'] = 'console'): Promise<RoomServer> => {
  if (!desk) return { ...ownServer, page }
  const about = About.safeParse(await desk.ask('desk:about', {}).catch(() => null))
  return {
    at: about.success ? new URL(about.data.server).origin : nowhere,
    ticket: () => fetchTicket(page === 'wall' ? wallHttp : http),
    page,
  }
}
