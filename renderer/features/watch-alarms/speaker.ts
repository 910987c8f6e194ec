import { tones, type Tone } from './tones.ts'
import type { SoundKind } from './soundPlan.ts'

/** Browsers let a page sound only after a person touched it; `waiting` until then, `missing` where there is no sound at all. */
export type SpeakerState = 'ready' | 'waiting' | 'missing'

export type Speaker = {
  readonly state: () => SpeakerState
  /** Makes a sound after `inMs`; does nothing unless ready. */
  readonly play: (kind: SoundKind, gain: number, inMs: number) => void
  /** Called from a click or a key press, which is what browsers ask for. */
  readonly wake: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

/** A tone that begins or ends at once clicks; this long in and out does not. */
const rampS = 0.012

const sound = (context: AudioContext, tone: Tone, gain: number, beginS: number) => {
  const oscillator = context.createOscillator()
  const loudness = context.createGain()
  const startS = beginS + tone.atMs / 1_000
  const endS = startS + tone.forMs / 1_000
  oscillator.type = tone.wave
  oscillator.frequency.value = tone.hz
  loudness.gain.setValueAtTime(0, startS)
  loudness.gain.linearRampToValueAtTime(gain, startS + rampS)
  loudness.gain.setValueAtTime(gain, endS - rampS)
  loudness.gain.linearRampToValueAtTime(0, endS)
  oscillator.connect(loudness).connect(context.destination)
  oscillator.start(startS)
  oscillator.stop(endS)
}

/** The workstation's loudspeaker; tones are made here, so there is no file that could be missing. */
export const webSpeaker = (makeContext: (() => AudioContext) | null): Speaker => {
  const context = makeContext?.() ?? null
  const listeners = new Set<() => void>()
  context?.addEventListener('statechange', () => listeners.forEach((tell) => tell()))
  return {
    state: () => (context === null ? 'missing' : context.state === 'running' ? 'ready' : 'waiting'),
    play: (kind, gain, inMs) => {
      if (context?.state !== 'running') return
      const beginS = context.currentTime + inMs / 1_000
      for (const tone of tones[kind]) sound(context, tone, gain, beginS)
    },
    wake: async () => {
      if (context?.state === 'suspended') await context.resume()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
