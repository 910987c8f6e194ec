import { useEffect, useState } from 'react'
import type { PlaceCandidate } from '../../shared/contracts/console.ts'
import { useRoom } from './room.tsx'

/** Typing is waited for this long, so that a word is asked once and not once per letter. */
const pauseMs = 250

/** Where a text may be, as the room's address book says; empty while it is short or nobody answers. */
export const usePlaceSearch = (text: string): readonly PlaceCandidate[] => {
  const { feed } = useRoom()
  const [found, setFound] = useState<{ readonly text: string; readonly candidates: readonly PlaceCandidate[] }>({
    text: '',
    candidates: [],
  })
  const asked = text.trim()
  useEffect(() => {
    if (asked.length < 2) return
    let isOld = false
    const timer = setTimeout(() => {
      feed.ask('place:search', { text: asked.slice(0, 200) }).then(
        (candidates) => void (isOld || setFound({ text: asked, candidates })),
        () => {},
      )
    }, pauseMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [feed, asked])
  return asked.length < 2 ? [] : found.candidates
}
