import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { unpackBoard } from '../../server/link/testing/unpackBoard.ts'
import type { CatchUp } from '../../shared/contracts/console.ts'
import { protocolVersion } from '../../shared/contracts/version.ts'
import type { WallUp } from '../../shared/contracts/wall.ts'
import { incidentOf, type Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { IncidentId, type WallId } from '../../shared/domain/ids.ts'
import type { Incident } from '../../shared/domain/incident/incident.ts'
import type { Answer } from '../../shared/domain/refusal.ts'

/** A console without a screen: says commands and folds what it hears. */
export type ConsoleSocket = {
  readonly do: (command: Readonly<Record<string, unknown>>) => Promise<Answer>
  readonly board: () => Board
  readonly incident: (id: string) => Incident | undefined
  /** How many screens of a wall are up, as the room last told; undefined while none ever was. */
  readonly screensOf: (wall: WallId) => number | undefined
  readonly close: () => void
}

/** Signed in by its cookie and caught up with the journal. */
export const consoleSocket = async (address: string, cookie: string): Promise<ConsoleSocket> => {
  const socket: Socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: protocolVersion },
    extraHeaders: { cookie },
  })
  let walls: readonly WallUp[] = []
  socket.on('presence:walls', (told: readonly WallUp[]) => void (walls = told))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  let board: Board | null = null
  let early: RecordedEvent[] = []
  socket.on('journal:events', (events: readonly RecordedEvent[]) => {
    if (board) board = foldBoard(board, events)
    else early.push(...events)
  })
  const caught = (await socket.emitWithAck('journal:follow', { after: 0 })) as CatchUp
  board = foldBoard(unpackBoard(caught), early)
  early = []
  const current = () => {
    if (!board) throw new Error('Not caught up')
    return board
  }
  return {
    do: (command) => socket.emitWithAck('command:do', { id: `e2e:${randomUUID()}`, command }) as Promise<Answer>,
    board: current,
    incident: (id) => incidentOf(current(), IncidentId.parse(id)),
    screensOf: (id) => walls.find(({ wall }) => wall === id)?.screens,
    close: () => void socket.disconnect(),
  }
}
