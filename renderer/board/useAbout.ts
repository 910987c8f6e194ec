import { useCallback, useEffect, useState } from 'react'
import type { DeskAbout, DeskWish } from '../../shared/contracts/desk.ts'
import { useDeskNews } from './useDeskNews.ts'
import { deskOf } from '../feed/desk.ts'

/** What the desktop app says of itself, kept up to date; null until it has spoken. `set` tells it a wish. */
export const useAbout = (): { readonly about: DeskAbout | null; readonly hasFailed: boolean; readonly set: (wish: DeskWish) => void } => {
  const [about, setAbout] = useState<DeskAbout | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const heard = useCallback((next: DeskAbout) => {
    setAbout(next)
    setFailed(false)
  }, [])
  useEffect(
    () =>
      void deskOf(window)
        ?.ask('desk:about', {})
        .then(heard, () => setFailed(true)),
    [heard],
  )
  useDeskNews('desk:changed', heard)
  const set = useCallback(
    (wish: DeskWish) =>
      void deskOf(window)
        ?.ask('desk:set', wish)
        .then(heard, () => setFailed(true)),
    [heard],
  )
  return { about, hasFailed, set }
}
