import { useEffect } from 'react'
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

/**
 * Tells the server which wall this page shows by a person's session, so that every desk sees it as up; a pass says that
 * by itself. The server forgets it with the socket, so it is said anew after each cut.
 */
export const useTellingWall = (hung: WallFor | undefined): void => {
  const { me, feed } = useRoom()
  const isLive = useRoomSelector((state) => state.link.link.state === 'live')
  const isPersons = me.role !== 'wall'
  const wall = hung?.isArranged ? hung.wall.id : null
  useEffect(() => {
    if (isLive && isPersons) feed.ask('presence:wall', { wall }).catch(() => {})
  }, [feed, isLive, isPersons, wall])
}

/** The instant that the pages speak of, UTC ms: now, and while the link is cut the instant of the cut, so that no countdown runs on what nobody knows. */
export const useKnownNow = (): number => {
  const now = useNow()
  return useRoomSelector((state) => (state.link.link.state === 'cut' ? Math.min(state.link.link.since, now) : now))
}
