import type { Server } from 'node:http'

const lookEveryMs = 50

/**
 * Once a server takes no more connections, lets each one go as soon as nothing is under way on it, and whatever is still
 * under way after `graceMs`. By itself Node lets go only of those that are idle at that moment: one that was answering
 * just then is kept for the whole minute that its client might ask again, and so the server does not end. The answer
 * stops looking.
 */
export const letGo = (server: Pick<Server, 'closeIdleConnections' | 'closeAllConnections'>, graceMs: number): (() => void) => {
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs)
  const cutting = setTimeout(() => server.closeAllConnections(), graceMs)
  return () => {
    clearInterval(looking)
    clearTimeout(cutting)
  }
}
