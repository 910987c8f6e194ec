import { useCallback, useSyncExternalStore } from 'react'
import { useRoom } from './room.tsx'

const minuteMs = 60_000

/** The room's clock at the last full minute, UTC ms: for long tables that must not be drawn again every second. */
export const useMinute = (): number => {
  const { ticker } = useRoom()
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(1, listener), [ticker])
  return useSyncExternalStore(subscribe, () => Math.floor(ticker.now(1) / minuteMs) * minuteMs)
}
