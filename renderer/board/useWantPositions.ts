import { useEffect } from 'react'
import { usePageSeen } from '../ui/usePageSeen.ts'
import { hasMap, useDeskWindow } from './deskWindow.ts'
import { useRoom } from './room.tsx'
import { useRoomSelector } from './store.ts'

/**
 * Positions come hundreds a second, and only a map that somebody sees needs them: the room sends them to no other
 * window. The server forgets a wish with its socket, so it is said anew after each cut.
 */
export const useWantPositions = (): void => {
  const { feed } = useRoom()
  const isSeen = usePageSeen()
  const own = useDeskWindow()
  const want = isSeen && hasMap(own)
  const isLive = useRoomSelector((state) => state.link.link.state === 'live')
  useEffect(() => {
    if (isLive) feed.ask('positions:want', { want }).catch(() => {})
  }, [feed, isLive, want])
}
