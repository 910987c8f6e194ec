import { useEffect, useRef } from 'react'
import type { toDesk } from '../../shared/contracts/desk.ts'
import type { DeskNews } from '../../shared/contracts/deskNames.ts'
import type { Payload } from '../../shared/contracts/wire.ts'
import { deskOf } from '../feed/desk.ts'

/** Hears news of the desktop app; in a browser there are none. */
export const useDeskNews = <K extends DeskNews>(name: K, act: (news: Payload<(typeof toDesk)[K]>) => void): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => deskOf(window)?.hear(name, (news) => latest.current(news)), [name])
}
