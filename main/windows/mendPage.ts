import type { BrowserWindow } from 'electron'

type Needs = {
  readonly window: BrowserWindow
  /** Runs `act` once after `ms`; the answer cancels it. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  readonly broke: (why: string) => void
}

/** At once the first time; longer when it breaks again and again, so that a page that cannot live does not take the machine along. */
const againAfterMs: readonly number[] = [0, 1_000, 5_000, 15_000, 60_000]
/** A page that stood this long was well: its next fall is a first one again. */
const wellAfterMs = 2 * 60_000
/** A page that does not answer for this long is not thinking but stuck. */
const stuckAfterMs = 15_000

/**
 * Brings a window's page back where it was: after its process crashed or was killed, after it hung, after it could not
 * be loaded. The window itself, its place and its screen stay.
 */
export const mendPage = ({ window, after, now, broke }: Needs): void => {
  const { webContents: contents } = window
  let falls = 0
  let lastFallAt = -Infinity
  let cancelReload = () => {}
  let cancelStuck = () => {}

  const again = (why: string) => {
    broke(why)
    if (now() - lastFallAt >= wellAfterMs) falls = 0
    lastFallAt = now()
    const waitMs = againAfterMs[Math.min(falls, againAfterMs.length - 1)] ?? 0
    falls += 1
    cancelReload()
    cancelReload = after(waitMs, () => {
      if (!window.isDestroyed()) contents.reload()
    })
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') again(reason)
  })
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: another load took its place.
    if (isMainFrame && code !== -3) again(description)
  })
  window.on('unresponsive', () => {
    cancelStuck()
    cancelStuck = after(stuckAfterMs, () => {
      if (!window.isDestroyed()) contents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => cancelStuck())
  window.on('closed', () => {
    cancelReload()
    cancelStuck()
  })
}
