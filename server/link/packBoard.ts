import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Board } from '../../shared/domain/board/board.ts'
import { boardText } from '../../shared/domain/board/boardText.ts'
import { maskDeep } from '../../shared/domain/room/masked.ts'

/**
 * The board as consoles see it, as gzip of its JSON.
 *
 * Ten thousand incidents are some fifteen megabytes: written in one go they would hold up every command for a third of
 * a second, and as an object each console that connects would have them written, and packed by its socket, anew.
 */
export const packBoard = async (board: Board): Promise<Uint8Array> => {
  const gzip = createGzip({ level: 1 })
  const [packed] = await Promise.all([buffer(gzip), pipeline(Readable.from(boardText(board, maskDeep)), gzip)])
  return packed
}
