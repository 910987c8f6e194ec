import { wallOf, type Board } from '../../shared/domain/board/board.ts'
import { WallId } from '../../shared/domain/ids.ts'
import { useNow, useRoom } from '../board/room.tsx'
import { useRoomSelector } from '../board/store.ts'
import { wallFor, type WallFor } from './wallFor.ts'

/**
 * The wall that this page is; undefined once it was removed. One that came by its own pass is that wall, whatever its
 * address asks for; another is what `asked` says, see `wallFor`.
 */
export const useWall = (board: Pick<Board, 'walls'>, asked: string | null): WallFor | undefined => {
  const { me } = useRoom()
  const theme = useRoomSelector((state) => state.desk.theme)
  const language = useRoomSelector((state) => state.desk.language)
  if (me.role !== 'wall') return wallFor(board, asked, { theme, language })
  const wall = wallOf(board, WallId.parse(me.id))
  return wall && { wall, isArranged: true, unknown: null }
}

/** The instant that the pages speak of, UTC ms: now, and while the link is cut the instant of the cut, so that no countdown runs on what nobody knows. */
export const useKnownNow = (): number => {
  const now = useNow()
  return useRoomSelector((state) => (state.link.link.state === 'cut' ? Math.min(state.link.link.since, now) : now))
}
