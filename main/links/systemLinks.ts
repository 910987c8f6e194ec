import { app } from 'electron'

/**
 * Links that macOS hands over. The one that starts the program comes before it is ready, and only to whoever listened by then:
 * it waits here, the latest alone, until somebody takes links.
 */
export const systemLinks = () => {
  let waiting: string | null = null
  let take: ((url: string) => void) | null = null
  app.on('open-url', (event, url) => {
    event.preventDefault()
    if (take) take(url)
    else waiting = url
  })
  return {
    taken: (by: (url: string) => void): void => {
      take = by
      if (waiting !== null) by(waiting)
      waiting = null
    },
  }
}

export type SystemLinks = ReturnType<typeof systemLinks>
