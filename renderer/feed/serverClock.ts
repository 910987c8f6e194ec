/** The server's clock as a page knows it. */
export type ServerClock = {
  readonly now: () => number
  /** The server said `serverNow`; the question left and the answer came at these instants of the page's clock. */
  readonly heard: (serverNow: number, sentAt: number, receivedAt: number) => void
}

/** A better estimate than this is not looked for again; the clocks of two machines drift about a second in a day. */
const forgetAfterMs = 10 * 60_000

/**
 * Follows the server's clock, so that all desks of a room count the same seconds.
 *
 * The answer with the shortest round trip is believed, since half of that trip is the error; an old one
 * is let go, because clocks drift.
 */
export const serverClock = (pageNow: () => number): ServerClock => {
  let offset = 0
  let trust = { roundTripMs: Infinity, at: -Infinity }
  return {
    now: () => pageNow() + offset,
    heard: (serverNow, sentAt, receivedAt) => {
      const roundTripMs = receivedAt - sentAt
      const isOld = receivedAt - trust.at > forgetAfterMs
      if (roundTripMs > trust.roundTripMs && !isOld) return
      trust = { roundTripMs, at: receivedAt }
      offset = serverNow - (sentAt + roundTripMs / 2)
    },
  }
}
