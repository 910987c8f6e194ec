import { lengthMs } from './tones.ts'
import type { Cry } from './soundPlan.ts'
import type { Speaker } from './speaker.ts'

/** From the beginning of one round to the next. Shorter wears a room out, longer lets it forget. */
export const roundEveryMs = 5_000

/** Silence between two sounds of one round. */
const gapMs = 250

export type Timer = { readonly every: (ms: number, act: () => void) => () => void }

export type Sounder = {
  /** What must be heard from now on; nothing stops it. A kind that is new or louder sounds at once. */
  readonly hear: (cries: readonly Cry[]) => void
  readonly stop: () => void
}

/** Repeats what must be heard until it need not be heard any more. */
export const sounder = (speaker: Pick<Speaker, 'play'>, timer: Timer): Sounder => {
  let current: readonly Cry[] = []
  let stopRounds: (() => void) | null = null

  const round = (cries: readonly Cry[]) => {
    let inMs = 0
    for (const { kind, gain } of cries) {
      speaker.play(kind, gain, inMs)
      inMs += lengthMs(kind) + gapMs
    }
  }
  const silence = () => {
    stopRounds?.()
    stopRounds = null
    current = []
  }
  return {
    hear: (cries) => {
      if (cries.length === 0) return silence()
      const known = new Map(current.map(({ kind, gain }) => [kind, gain]))
      const isNew = cries.some(({ kind, gain }) => gain > (known.get(kind) ?? 0))
      current = cries
      if (!isNew) return
      stopRounds?.()
      round(current)
      stopRounds = timer.every(roundEveryMs, () => round(current))
    },
    stop: silence,
  }
}
