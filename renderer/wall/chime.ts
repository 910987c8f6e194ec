/** Two soft tones, an octave's third apart: heard, and taken for no alarm. Pitch in Hz, begin and length in s. */
const tones = [
  { hz: 523, atS: 0, forS: 0.5 },
  { hz: 659, atS: 0.28, forS: 0.9 },
] as const

/** As loud as a voice in the room, and no louder. */
const gain = 0.16
const riseS = 0.02

/** Sounds that something was put on the wall. A browser that lets no page sound before a touch stays silent. */
export const webChime = (makeContext: (() => AudioContext) | null): (() => void) => {
  const context = makeContext?.() ?? null
  return () => {
    if (context?.state !== 'running') return
    for (const { hz, atS, forS } of tones) {
      const oscillator = context.createOscillator()
      const loudness = context.createGain()
      const startS = context.currentTime + atS
      oscillator.frequency.value = hz
      loudness.gain.setValueAtTime(0, startS)
      loudness.gain.linearRampToValueAtTime(gain, startS + riseS)
      loudness.gain.linearRampToValueAtTime(0, startS + forS)
      oscillator.connect(loudness).connect(context.destination)
      oscillator.start(startS)
      oscillator.stop(startS + forS)
    }
  }
}
