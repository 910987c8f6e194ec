import { gunzipSync } from 'node:zlib'
import type { Board } from '../shared/domain/board/board.ts'

/** The board that a console is given packed. */
export const unpackBoard = (packed: Uint8Array): Board => JSON.parse(gunzipSync(packed).toString('utf8')) as Board
