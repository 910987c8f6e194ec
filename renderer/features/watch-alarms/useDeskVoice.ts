import { useEffect, useState } from 'react'
import { useDeskWindow } from '../../board/deskWindow.ts'
import { useRoom } from '../../board/room.tsx'
import { deskVoice } from './deskVoice.ts'

/**
 * Whether it is this window that sounds for its desk; never one that cannot sound.
 *
 * A desk of one window sounds by itself, and so does each window of a browser without locks.
 */
export const useDeskVoice = (canSound: boolean): boolean => {
  const { id, region, desk } = useDeskWindow()
  const { me } = useRoom()
  const isShared = desk !== null && typeof navigator !== 'undefined' && 'locks' in navigator
  const [hasVoice, setVoice] = useState(false)
  useEffect(() => {
    if (!isShared || !canSound) return
    const leave = deskVoice({
      locks: navigator.locks,
      desk: `xiaonao.desk/${desk}/${me.id}`,
      own: { region, id },
      onVoice: setVoice,
    })
    return () => {
      leave()
      setVoice(false)
    }
  }, [isShared, canSound, desk, me.id, region, id])
  return canSound && (!isShared || hasVoice)
}
