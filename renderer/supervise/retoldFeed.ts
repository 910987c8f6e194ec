import type { Feed, FeedListener } from '../feed/feed.ts'

/**
 * A feed that begins anew after each command that was done.
 *
 * An administrator is told the room's settings when a feed begins, but not its events, which carry
 * callers; without this their own change would not be seen.
 */
export const retoldFeed = (feed: Feed): Feed => {
  let listener: FeedListener | null = null
  let stop = () => {}
  return {
    ...feed,
    start: (next) => {
      listener = next
      stop = feed.start(next)
      return () => {
        listener = null
        stop()
      }
    },
    ask: async (name, payload) => {
      const answer = await feed.ask(name, payload)
      if (name !== 'command:do' || !listener || !(answer as { readonly ok: boolean }).ok) return answer
      stop()
      stop = feed.start(listener)
      return answer
    },
  }
}
