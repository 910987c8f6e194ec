import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Board } from '../../shared/domain/board/board.ts'
import { useRoom } from './room.tsx'

/** The board as it was at the last second: for counts over the whole room, which nobody reads faster. */
export const useSteadyBoard = (): Board => {
  const { store, ticker } = useRoom()
  const kept = useRef<Board | null>(null)
  const subscribe = useCallback(
    (listener: () => void) =>
      ticker.subscribe(1, () => {
        kept.current = store.getState().board
        listener()
      }),
    [store, ticker],
  )
  const board = useSyncExternalStore(subscribe, () => (kept.current ??= store.getState().board))
  if (!board) throw new Error('useSteadyBoard is asked only after the first catch-up')
  return board
}
