import { useCallback, useEffect, useRef } from 'react'
import { useRoomSelector } from '../board/store.ts'
import { useMachine } from './machine.ts'

/** A page that failed may stand on something that only a fresh start mends; until then the others are read. */
const afterFaultMs = 60_000

/** A server that was just exchanged brings its pages at once, but not to every wall of a city in one second. */
const afterUpdateMs = 5_000
const updateSpreadMs = 15_000

/** Loads the page anew by itself: a while after a fault, and soon after the server speaks another version. The answer is told of faults. */
export const useReloading = (): (() => void) => {
  const { after, chance, reload } = useMachine()
  const isOutdated = useRoomSelector((state) => state.link.link.state === 'outdated')
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  useEffect(() => (isOutdated ? after(afterUpdateMs + chance() * updateSpreadMs, reload) : undefined), [isOutdated, after, chance, reload])
  return useCallback(() => void (stop.current ??= after(afterFaultMs, reload)), [after, reload])
}
