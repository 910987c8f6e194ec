import type { Actor } from '../domain/actor.ts'
import { emptyBoard, type Board } from '../domain/board/board.ts'
import { foldBoard } from '../domain/board/fold.ts'
import type { Command } from '../domain/command.ts'
import { decide } from '../domain/decide/decide.ts'
import type { Ruling } from '../domain/decide/ruling.ts'
import type { RecordedEvent } from '../domain/event.ts'
import { CommandId, TownId } from '../domain/ids.ts'
import { aTaxonomy } from './aTaxonomy.ts'
import { aUnit } from './aUnit.ts'
import { aMorning, liWei } from './boardBuilder.ts'

/** A room whose clock is moved by hand: commands may be refused, and events heard. */
export type TestRoom = {
  readonly ask: (command: Command, by?: Actor, doneAt?: number) => Ruling
  readonly board: () => Board
  readonly events: () => readonly RecordedEvent[]
  readonly now: () => number
  readonly setNow: (now: number) => void
  readonly onKept: (listener: (events: readonly RecordedEvent[], board: Board) => void) => () => void
}

export const testRoom = (unitCount = 6, start: number = aMorning): TestRoom => {
  let now = start
  let board = emptyBoard(TownId.parse('sijijiang'))
  const told: RecordedEvent[] = []
  const listeners = new Set<(events: readonly RecordedEvent[], board: Board) => void>()

  const ask = (command: Command, by: Actor = liWei, doneAt?: number): Ruling => {
    const ruling = decide({ board, now, by, taxonomy: aTaxonomy, departments: ['区城管局'] }, command)
    if (!ruling.ok || ruling.events.length === 0) return ruling
    const commandId = CommandId.parse(`command-${told.length + 1}`)
    const { town, position } = board
    const events = ruling.events.map((event, i): RecordedEvent => ({
      town,
      position: position + i + 1,
      at: now,
      ...(doneAt !== undefined && 'assignment' in event && { doneAt }),
      by,
      origin: '',
      commandId,
      event,
    }))
    board = foldBoard(board, events)
    told.push(...events)
    for (const listener of [...listeners]) listener(events, board)
    return ruling
  }

  const forces = ['grid', 'police', 'mediator'] as const
  ask({
    type: 'units.enroll',
    definitions: Array.from({ length: unitCount }, (_, i) => aUnit({ id: `W${i + 1}`, force: forces[i % 3] ?? 'grid' })),
  })
  return {
    ask,
    board: () => board,
    events: () => told,
    now: () => now,
    setNow: (instant) => void (now = instant),
    onKept: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
