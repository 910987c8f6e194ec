import { gunzipSync } from 'node:zlib'
import type { CatchUp } from '../../../shared/contracts/console.ts'
import type { Board } from '../../../shared/domain/board/board.ts'
import { foldBoard } from '../../../shared/domain/board/fold.ts'

/** The board that an answer comes to, with what came after it; throws for an answer without one. */
export const unpackBoard = (answer: CatchUp): Board => {
  if (answer.kind !== 'board') throw new Error('This answer has no board')
  return foldBoard(JSON.parse(gunzipSync(answer.packed).toString('utf8')) as Board, answer.events)
}
