import type { RecordedEvent } from '../../shared/domain/event.ts'

/**
 * Gathers what one turn of the event loop kept into one message.
 *
 * A group commit answers hundreds of commands in the same turn; one message for all of them costs each
 * console one parse instead of hundreds, and delays nobody: it leaves in the same turn.
 */
export const eventQueue = (send: (events: readonly RecordedEvent[]) => void) => {
  let waiting: RecordedEvent[] = []
  const flush = () => {
    const events = waiting
    waiting = []
    send(events)
  }
  return {
    push: (events: readonly RecordedEvent[]) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push(...events)
    },
  }
}
