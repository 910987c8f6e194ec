import type { Board } from '../../shared/domain/board/board.ts'

/** The board in what the server packed; rejects when it is not whole. */
export const unpackBoard = async (packed: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Board> => {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(unpacked).json()) as Board
}
