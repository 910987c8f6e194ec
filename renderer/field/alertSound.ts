/** Two rising tones, three times: heard over traffic, unlike a ring tone. Hz, and ms. */
const tones = [880, 1_320] as const
const toneMs = 180
const times = 3

/** A beep that works once the page was touched: browsers let no page sound before that. */
export const alertSound = () => {
  let context: AudioContext | null = null
  const unlock = () => {
    context ??= new AudioContext()
    void context.resume()
  }
  const beep = () => {
    if (!context) return
    const start = context.currentTime
    for (let i = 0; i < times * tones.length; i++) {
      const tone = context.createOscillator()
      const loud = context.createGain()
      const at = start + (i * toneMs) / 1_000
      tone.frequency.value = tones[i % tones.length] ?? 880
      loud.gain.setValueAtTime(0.4, at)
      loud.gain.exponentialRampToValueAtTime(0.01, at + toneMs / 1_000)
      tone.connect(loud).connect(context.destination)
      tone.start(at)
      tone.stop(at + toneMs / 1_000)
    }
  }
  return { unlock, beep }
}
