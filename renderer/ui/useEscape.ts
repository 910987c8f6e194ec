import { useEffect, useRef } from 'react'

/**
 * Escape belongs to what was opened last, while `isOn`.
 *
 * It is caught on the way down, so that closing a tool does not close the card behind it too.
 */
export const useEscape = (act: () => void, isOn: boolean): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [isOn])
}
