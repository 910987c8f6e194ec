import { useEffect, useState } from 'react'

/** The room's clock, told once a second. */
export const useSecond = (serverNow: () => number): number => {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000)
    return () => clearInterval(timer)
  }, [serverNow])
  return now
}
