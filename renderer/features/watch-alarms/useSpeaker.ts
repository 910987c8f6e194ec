import { useSyncExternalStore } from 'react'
import { webSpeaker, type Speaker, type SpeakerState } from './speaker.ts'

let ownSpeaker: Speaker | null = null

/** One loudspeaker per window: browsers allow few of them. */
export const windowSpeaker = (): Speaker => {
  ownSpeaker ??= webSpeaker(typeof AudioContext === 'undefined' ? null : () => new AudioContext())
  return ownSpeaker
}

/** Whether this window can be heard, kept up to date; `wake` is for a click or a key press. */
export const useSpeaker = (): { readonly state: SpeakerState; readonly wake: () => void } => {
  const speaker = windowSpeaker()
  const state = useSyncExternalStore(speaker.subscribe, speaker.state)
  return { state, wake: () => void speaker.wake() }
}
