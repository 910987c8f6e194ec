import type { Board } from '../domain/board/board.ts'
import { maskDeep } from '../domain/room/masked.ts'

/** The board as consoles see it: what the fold of masked events comes to. */
export const maskBoard = (board: Board): Board => ({
  ...board,
  shiftLog: maskDeep(board.shiftLog),
  incidents: maskDeep(board.incidents),
  units: maskDeep(board.units),
})
