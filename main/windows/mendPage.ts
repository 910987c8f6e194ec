import type { BrowserWindow } from 'electron'
import { growingPause } from '../pauses/growingPause.ts'

type Needs = {
  readonly window: BrowserWindow
  /** Runs `act` once after `ms`; the answer cancels it. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
  readonly broke: (why: string) => void
}

/** A page is back at once the first time. */
const againAfterMs: readonly number[] = [0, 1_000, 5_000, 15_000, 60_000]
const wellAfterMs = 2 * 60_000
/** A page that does not answer for this long is not thinking but stuck. */
const stuckAfterMs = 15_000

/**
 * Brings a window's page back where it was: after its process crashed or was killed, after it hung, after it could not
 * be loaded. The window itself, its place and its screen stay.
 */
export const mendPage = ({ window, after, now, broke }: Needs): void => {
  const { webContents: contents } = window
  const pause = growingPause(againAfterMs, wellAfterMs)
  let lastFallAt = -Infinity
  let cancelReload = () => {}
  let cancelStuck = () => {}

  const again = (why: string) => {
    broke(why)
    const waitMs = pause.fell(now() - lastFallAt)
    lastFallAt = now()
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
