import type { Socket } from 'socket.io-client'
import { unpackBoard } from '../../server/link/testing/unpackBoard.ts'
import type { CatchUp } from '../../shared/contracts/console.ts'
import { emptyBoard, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { Command } from '../../shared/domain/command.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import type { TownId } from '../../shared/domain/ids.ts'
import type { Answer } from '../../shared/domain/refusal.ts'

const answerWithinMs = 3_000

/**
 * A console without a screen: follows the journal as a page does, and asks until it is answered.
 *
 * First connect, reconnect and a hole in the numbers are one path: ask for everything after the board.
 */
export const consoleClient = (town: TownId, connect: () => Socket) => {
  let board: Board = emptyBoard(town)
  let waiting: RecordedEvent[] | null = []
  let round = 0
  const counts = { boards: 0, events: 0, holes: 0, retries: 0, drops: 0 }
  let socket: Socket

  const deliver = (events: readonly RecordedEvent[]): boolean => {
    const fresh = events.filter(({ position }) => position > board.position)
    if (fresh[0] && fresh[0].position !== board.position + 1) return false
    board = foldBoard(board, fresh)
    counts.events += fresh.length
    return true
  }

  const catchUp = (): void => {
    const mine = (round += 1)
    waiting ??= []
    void (socket.timeout(answerWithinMs).emitWithAck('journal:follow', { after: board.position }) as Promise<CatchUp | { ok: false }>).then(
      (answer) => {
        if (mine !== round) return
        if ('ok' in answer) return void setTimeout(() => mine === round && catchUp(), 50)
        const held = waiting ?? []
        waiting = null
        if (answer.kind === 'board') {
          counts.boards += 1
          board = unpackBoard(answer)
        }
        if ((answer.kind === 'events' && !deliver(answer.events)) || !deliver(held)) catchUp()
      },
      () => void (mine === round && socket.connected && catchUp()),
    )
  }

  const open = () => {
    socket = connect()
    socket.on('connect', catchUp)
    socket.on('disconnect', () => {
      round += 1
      waiting = []
    })
    socket.on('journal:events', (events: readonly RecordedEvent[]) => {
      if (waiting) waiting.push(...events)
      else if (!deliver(events)) {
        counts.holes += 1
        waiting = [...events]
        catchUp()
      }
    })
  }
  open()

  /** Sends until it is answered, over whichever socket stands then; done once, because the id stays the same. */
  const ask = async (id: string, command: Command, tries = 40): Promise<Answer> => {
    try {
      const answer = (await socket.timeout(answerWithinMs).emitWithAck('command:do', { id, command })) as Answer
      if (answer.ok || answer.refusal.reason !== 'too-many') return answer
    } catch (error) {
      if (tries === 0) throw error
    }
    counts.retries += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    return ask(id, command, tries - 1)
  }

  return {
    board: () => board,
    counts,
    ask,
    /** The cable is pulled and put back in. */
    drop: () => {
      counts.drops += 1
      socket.disconnect()
      open()
    },
    close: () => void socket.disconnect(),
  }
}

export type ConsoleClient = ReturnType<typeof consoleClient>
