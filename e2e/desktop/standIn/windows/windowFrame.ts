import type { Point, Rectangle } from 'electron'
import type { Engine, Target } from '../browser/engine.ts'
import { onXScreen } from '../displays.ts'

const lookEveryMs = 15
const steadyLooks = 3
const mostLooks = 200
/** Pixels of the page make no more difference than this to its height over its width; a tool bar makes ten times as much. */
const sameShape = 0.01

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

  async function placed({ manager }: Engine, { xWindow }: Target): Promise<void> {
    manager.place(xWindow, onXScreen(last, origin))
    await manager.settled()
  }

  /** Whether the page has the whole window. Chromium sometimes calls a window full screen while its tool bar is still there. */
  async function isWhole({ session }: Target, { width, height }: Rectangle): Promise<boolean> {
    const metrics = await session.send('Page.getLayoutMetrics').catch(() => undefined)
    if (!metrics) return true
    const { clientWidth, clientHeight } = metrics.cssLayoutViewport
    return Math.abs(clientHeight / clientWidth - height / width) < sameShape
  }

  /** Back in full screen and where it belongs; leaving it a moment ago, Chromium may still be about to move the window. */
  async function filled(running: Engine, shown: Target): Promise<void> {
    await stateOf(running, shown, 'fullscreen')
    const wanted = onXScreen(last, origin)
    const { x, y, width, height } = wanted
    for (let looked = 0, steady = 0; steady < steadyLooks && looked < mostLooks; looked += 1) {
      const { windowId } = shown
      const { bounds: made } = await running.chromium.cdp.browser.send('Browser.getWindowBounds', { windowId })
      const isThere = made.left === x && made.top === y && made.width === width && made.height === height
      steady = isThere && made.windowState === 'fullscreen' ? steady + 1 : 0
      if (steady === 0) await placed(running, shown)
      if (steady === steadyLooks && !(await isWhole(shown, wanted))) {
        await stateOf(running, shown, 'normal')
        await stateOf(running, shown, 'fullscreen')
        steady = 0
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  }

  return {
    place: (wanted) =>
      inTurn(async (running, moved) => {
        last = wanted
        if (!isMarked) await placed(running, moved)
      }),
    show: () =>
      inTurn(async (running, shown) => {
        const { manager } = running
        manager.map(shown.xWindow)
        if (isMarked) manager.markHidden(shown.xWindow, false)
        await manager.settled()
        if (isMarked) await filled(running, shown)
        isMarked = false
        await placed(running, shown)
        manager.raise(shown.xWindow)
      }),
    hide: () =>
      inTurn(async (running, hidden) => {
        if (!isMarked) await stateOf(running, hidden, 'normal')
        isMarked = true
        running.manager.markHidden(hidden.xWindow, true)
        await running.manager.settled()
        running.manager.unmap(hidden.xWindow)
        await running.manager.settled()
      }),
    raise: () =>
      inTurn(async (running, { id, xWindow }) => {
        await running.focus(id)
        running.manager.raise(xWindow)
      }),
    close: () => inTurn((running, { id }) => running.close(id)),
  }
}
