import type { SoundKind } from './soundPlan.ts'

/** One tone of a sound: pitch in Hz, begin and length in ms from the sound's beginning. */
export type Tone = { readonly hz: number; readonly atMs: number; readonly forMs: number; readonly wave: OscillatorType }

const beep = (hz: number, atMs: number, forMs: number, wave: OscillatorType = 'sine'): Tone => ({ hz, atMs, forMs, wave })

/**
 * Sounds told apart by rhythm and direction, not by pitch alone, since hearing differs and speakers do too.
 * 500–1600 Hz: the band that small speakers carry and that stands out of speech.
 */
export const tones: Readonly<Record<SoundKind, readonly Tone[]>> = {
  /** Three short, three long, three short. */
  sos: [
    ...[0, 130, 260].map((at) => beep(1_250, at, 80, 'square')),
    ...[420, 640, 860].map((at) => beep(1_250, at, 170, 'square')),
    ...[1_100, 1_230, 1_360].map((at) => beep(1_250, at, 80, 'square')),
  ],
  /** A two-tone siren, up and down twice. */
  critical: [
    beep(700, 0, 220, 'triangle'),
    beep(1_050, 220, 220, 'triangle'),
    beep(700, 440, 220, 'triangle'),
    beep(1_050, 660, 220, 'triangle'),
  ],
  /** Three steps upwards: somebody calls. */
  help: [beep(620, 0, 150), beep(780, 170, 150), beep(980, 340, 260)],
  /** Two equal hard knocks. */
  breach: [beep(880, 0, 180, 'triangle'), beep(880, 280, 180, 'triangle')],
  /** Two steps downwards: it came back. */
  returned: [beep(780, 0, 180), beep(560, 200, 280)],
  /** One long tone: nobody picks up. */
  unaccepted: [beep(660, 0, 520)],
  /** A trill. */
  whistle: [0, 110, 220, 330].map((at, i) => beep(i % 2 === 0 ? 1_500 : 1_350, at, 90)),
}

/** How long a sound lasts, ms. */
export const lengthMs = (kind: SoundKind): number => Math.max(...tones[kind].map((tone) => tone.atMs + tone.forMs))
