import { pagePolicy, policyText } from '../../shared/contracts/pagePolicy.ts'

/** The same address for sockets: `https` becomes `wss`. */
const socketOf = (server: string): string => server.replace(/^http/, 'ws')

/**
 * The content policy of a page of the desktop: itself, the room's server for its sockets (and their fallback by
 * requests), and what the room's map engine fetches from. Without a room: itself alone.
 */
export const contentPolicy = (server: string | null, mapHosts: readonly string[]): string =>
  policyText(pagePolicy({ connect: [...(server === null ? [] : [server, socketOf(server)]), ...mapHosts], images: mapHosts }))
