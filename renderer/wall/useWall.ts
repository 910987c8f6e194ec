import { wallOf, type Board } from '../../shared/domain/board/board.ts'
import { WallId } from '../../shared/domain/ids.ts'
import type { Wall } from '../../shared/domain/wall/wall.ts'
import { useNow, useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'

/** The wall that this page is; undefined once it was removed. */
export const useWall = (board: Pick<Board, 'walls'>): Wall | undefined => {
  const { me } = useRoom()
  return wallOf(board, WallId.parse(me.id))
}

/** The instant that the pages speak of, UTC ms: now, and while the link is cut the instant of the cut, so that no countdown runs on what nobody knows. */
export const useKnownNow = (): number => {
  const now = useNow()
  return useRoomSelector((state) => (state.link.link.state === 'cut' ? Math.min(state.link.link.since, now) : now))
}
