import { useEffect, useState } from 'react'
import type { Cry } from './soundPlan.ts'
import { sounder } from './sounder.ts'
import type { SpeakerState } from './speaker.ts'
import { useDeskVoice } from './useDeskVoice.ts'
import { useSpeaker, windowSpeaker } from './useSpeaker.ts'

const realTimer = {
  every: (ms: number, act: () => void) => {
    const timer = setInterval(act, ms)
    return () => clearInterval(timer)
  },
}

/** Sounds these cries until they are gone, unless muted or said by another window of the desk. Any key or click lets the window sound. */
export const useAlarmSound = (cries: readonly Cry[], isMuted: boolean): { readonly state: SpeakerState; readonly wake: () => void } => {
  const speaker = windowSpeaker()
  const { state, wake } = useSpeaker()
  const [voice] = useState(() => sounder(speaker, realTimer))
  const isHeard = useDeskVoice(state === 'ready' && !isMuted)
  useEffect(() => {
    voice.hear(isHeard ? cries : [])
  }, [voice, cries, isHeard])
  useEffect(() => () => voice.stop(), [voice])
  useEffect(() => {
    if (state !== 'waiting') return
    const wake = () => void speaker.wake()
    window.addEventListener('pointerdown', wake)
    window.addEventListener('keydown', wake)
    return () => {
      window.removeEventListener('pointerdown', wake)
      window.removeEventListener('keydown', wake)
    }
  }, [speaker, state])
  return { state, wake }
}
