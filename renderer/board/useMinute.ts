import { useCallback, useSyncExternalStore } from 'react'
import { useRoom } from './room.tsx'

/** The room's clock at its last full step, UTC ms: for what must not be drawn again every second. */
export const useStep = (stepMs: number): number => {
  const { ticker } = useRoom()
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(1, listener), [ticker])
  return useSyncExternalStore(subscribe, () => Math.floor(ticker.now(1) / stepMs) * stepMs)
}

/** `useStep` of a minute, for long tables. */
export const useMinute = (): number => useStep(60_000)
