import { useEffect, useRef, useState } from 'react'
import { useWords } from '../ui/words.ts'
import { fieldWords } from './words.ts'

/** Long enough that a pocket does not call for help, short enough for a person who needs it. */
export const holdMs = 1_500
const tickMs = 50

type Props = { readonly onCall: () => void; readonly vibrate: (pattern: readonly number[]) => void }

/** 紧急求助 by holding 1.5 s, with a ring that fills. Finger, mouse, space and Enter alike. */
export const SosButton = ({ onCall, vibrate }: Props) => {
  const say = useWords(fieldWords)
  const [heldMs, setHeldMs] = useState(0)
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)

  const stop = () => {
    clearInterval(timer.current)
    timer.current = undefined
    setHeldMs(0)
  }
  const start = () => {
    if (timer.current !== undefined) return
    vibrate([30])
    let held = 0
    timer.current = setInterval(() => {
      held += tickMs
      setHeldMs(held)
      if (held < holdMs) return
      stop()
      vibrate([200, 100, 200, 100, 400])
      onCall()
    }, tickMs)
  }
  useEffect(() => () => clearInterval(timer.current), [])

  const isKey = (key: string) => key === ' ' || key === 'Enter'
  const part = Math.min(1, heldMs / holdMs)
  return (
    <button
      type="button"
      className="sos"
      aria-label={`${say('sos')} ${say('sos.hold')}`}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isKey(event.key) && start()}
      onKeyUp={(event) => isKey(event.key) && stop()}
      onBlur={stop}
    >
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle className="ring-bed" cx="22" cy="22" r="19" />
        <circle className="ring" cx="22" cy="22" r="19" pathLength="1" strokeDasharray={`${part} 1`} />
      </svg>
      <span aria-hidden="true">{say('sos.short')}</span>
      {heldMs > 0 && <span className="sos-hint">{say('sos.hold')}</span>}
    </button>
  )
}
