import type { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { OfferedScreen } from '../parts/screen.ts'
import type { PageMetrics } from './pageMetrics.ts'
import type { WindowGeometry } from './offeredWindow.ts'
import type { WindowFrame } from './windowFrame.ts'
import { boundsOf, firstShape, type Fill, type Shape } from './windowShape.ts'

export type Placed = { readonly shape: Shape; readonly bounds: Rectangle }

export function startingPlace(options: BrowserWindowConstructorOptions, screen: OfferedScreen): Placed {
  const shape = firstShape(options, screen.getPrimaryDisplay())
  return { shape, bounds: boundsOf(shape, screen.getDisplayMatching(shape.normal)) }
}

type Given = {
  readonly start: Placed
  readonly frame: WindowFrame
  readonly screen: OfferedScreen
  readonly heard: EventEmitter
  readonly metrics: PageMetrics
}

const fillsDisplay = (fill: Fill): boolean => fill === 'full-screen' || fill === 'kiosk'

/** Where a window is. Our main process is answered at once; the X window follows, and then the events are told. */
export function windowGeometry({ start, frame, screen, heard, metrics }: Given): WindowGeometry {
  let { shape, bounds } = start

  function measure(): void {
    metrics.set({ scaleFactor: screen.getDisplayMatching(bounds).scaleFactor, size: bounds })
  }
  measure()

  function told(before: Rectangle, fillBefore: Fill): void {
    if (before.x !== bounds.x || before.y !== bounds.y) heard.emit('move')
    if (before.width !== bounds.width || before.height !== bounds.height) heard.emit('resize')
    if (fillsDisplay(fillBefore) !== fillsDisplay(shape.fill))
      heard.emit(fillsDisplay(shape.fill) ? 'enter-full-screen' : 'leave-full-screen')
    if (fillBefore === 'maximized' && shape.fill === 'normal') heard.emit('unmaximize')
    if (fillBefore === 'normal' && shape.fill === 'maximized') heard.emit('maximize')
  }

  function become(next: Shape): void {
    const before = bounds
    const fillBefore = shape.fill
    shape = next
    bounds = boundsOf(shape, screen.getDisplayMatching(fillsDisplay(fillBefore) ? before : shape.normal))
    measure()
    void frame.place(bounds).then(() => told(before, fillBefore))
  }
  const fill = (next: Fill): void => {
    if (next !== shape.fill) become({ ...shape, fill: next })
  }
  const moveTo = (wanted: Partial<Rectangle>): void => become({ fill: 'normal', normal: { ...bounds, ...wanted } })

  return {
    getBounds: () => bounds,
    getContentBounds: () => bounds,
    getNormalBounds: () => shape.normal,
    setBounds: moveTo,
    getSize: () => [bounds.width, bounds.height],
    getContentSize: () => [bounds.width, bounds.height],
    setSize: (width, height) => moveTo({ width, height }),
    getPosition: () => [bounds.x, bounds.y],
    setPosition: (x, y) => moveTo({ x, y }),
    center: () => {
      const { workArea } = screen.getDisplayMatching(bounds)
      moveTo({
        x: Math.round(workArea.x + (workArea.width - bounds.width) / 2),
        y: Math.round(workArea.y + (workArea.height - bounds.height) / 2),
      })
    },
    isFullScreen: () => fillsDisplay(shape.fill),
    setFullScreen: (flag) => fill(flag ? 'full-screen' : 'normal'),
    // On Linux, as on Windows, full screen is no other state.
    isKiosk: () => fillsDisplay(shape.fill),
    setKiosk: (flag) => fill(flag ? 'kiosk' : 'normal'),
    maximize: () => fill('maximized'),
    unmaximize: () => fill('normal'),
    isMaximized: () => shape.fill === 'maximized',
    isNormal: () => shape.fill === 'normal',
  }
}
