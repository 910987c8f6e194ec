import type { Point, Rectangle } from 'electron'
import type { Engine, Target } from '../browser/engine.ts'
import { onXScreen } from '../displays.ts'

/** The real window on the X screen. What is asked is done in order. */
export type WindowFrame = {
  readonly place: (bounds: Rectangle) => Promise<void>
  readonly show: () => Promise<void>
  /** Not on the screen, and the page knows it: its `document.visibilityState` is hidden. */
  readonly hide: () => Promise<void>
  readonly raise: () => Promise<void>
  readonly close: () => Promise<void>
}

type Given = {
  readonly engine: Promise<Engine>
  readonly target: Promise<Target>
  /** Where the X screen begins, in our main process's coordinates. */
  readonly origin: Point
  readonly bounds: Rectangle
}

/**
 * Does to a window what a window manager and Electron would do together.
 *
 * A window that was never shown is merely not on the screen: its page believes itself visible and paints, as Electron documents it
 * for `show: false`. One that is hidden or minimised later is marked as a window manager marks it, and Chromium tells its page.
 * Chromium heeds that mark only on a window it does not hold for full screen, hence the change of state around it.
 */
export function windowFrame({ engine, target, origin, bounds }: Given): WindowFrame {
  let last = bounds
  let isMarked = false
  let queue: Promise<void> = Promise.resolve()

  function inTurn(work: (engine: Engine, target: Target) => Promise<void> | void): Promise<void> {
    queue = queue.then(async () => work(await engine, await target)).catch(() => undefined)
    return queue
  }
  const stateOf = ({ chromium }: Engine, { windowId }: Target, windowState: 'normal' | 'fullscreen') =>
    chromium.cdp.browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })

  /** A window that is moved while Chromium still makes it falls out of full screen, and shows tabs: it is put back. */
  async function placed(running: Engine, moved: Target): Promise<void> {
    const { chromium, x } = running
    x.place(moved.xWindow, onXScreen(last, origin))
    await x.settled()
    const { bounds: made } = await chromium.cdp.browser.send('Browser.getWindowBounds', { windowId: moved.windowId })
    if (made.windowState === 'fullscreen') return
    await stateOf(running, moved, 'fullscreen')
    x.place(moved.xWindow, onXScreen(last, origin))
    await x.settled()
  }

  return {
    place: (wanted) =>
      inTurn(async (running, moved) => {
        last = wanted
        if (!isMarked) await placed(running, moved)
      }),
    show: () =>
      inTurn(async (running, shown) => {
        const { x } = running
        x.map(shown.xWindow)
        if (isMarked) {
          x.markHidden(shown.xWindow, false)
          await x.settled()
          isMarked = false
        }
        await placed(running, shown)
        x.raise(shown.xWindow)
      }),
    hide: () =>
      inTurn(async (running, hidden) => {
        if (!isMarked) await stateOf(running, hidden, 'normal')
        isMarked = true
        running.x.markHidden(hidden.xWindow, true)
        await running.x.settled()
        running.x.unmap(hidden.xWindow)
        await running.x.settled()
      }),
    raise: () =>
      inTurn(async (running, { id, xWindow }) => {
        await running.focus(id)
        running.x.raise(xWindow)
      }),
    close: () => inTurn((running, { id }) => running.close(id)),
  }
}
