import { createAction, type UnknownAction } from '@reduxjs/toolkit'
import type { Board } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'

export const boardArrived = createAction<Board>('board/arrived')
export const eventsArrived = createAction<readonly RecordedEvent[]>('board/eventsArrived')

/** The town's board, by the same fold as the server's; null until the first catch-up. */
export const board = (state: Board | null = null, action: UnknownAction): Board | null => {
  if (boardArrived.match(action)) return action.payload
  if (eventsArrived.match(action) && state) return foldBoard(state, action.payload)
  return state
}
