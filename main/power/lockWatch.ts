import { powerMonitor } from 'electron'

type Needs = {
  readonly platform: NodeJS.Platform
  readonly after: (ms: number, act: () => void) => () => void
  readonly locked: () => void
  readonly unlocked: () => void
}

/** How often Linux is asked: an absence is told in minutes. */
const everyMs = 10_000

/**
 * Tells when this machine is locked and when it is open again. Windows and macOS say so themselves; on Linux Electron hears no
 * such thing, and answers only whoever asks.
 */
export const lockWatch = ({ platform, after, locked, unlocked }: Needs): void => {
  if (platform !== 'linux') {
    powerMonitor.on('lock-screen', locked)
    powerMonitor.on('unlock-screen', unlocked)
    return
  }
  let wasLocked = false
  const look = () => {
    // The threshold, in seconds, is for being idle, which nobody asks about.
    const isLocked = powerMonitor.getSystemIdleState(60) === 'locked'
    if (isLocked !== wasLocked) (isLocked ? locked : unlocked)()
    wasLocked = isLocked
    after(everyMs, look)
  }
  after(everyMs, look)
}
