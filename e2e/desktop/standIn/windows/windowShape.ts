import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

/** How much of its display a window takes. Kiosk and full screen take all of it; there is no frame in the stand-in. */
export type Fill = 'normal' | 'maximized' | 'full-screen' | 'kiosk'

/** Where a window is, and where it comes back to when it no longer fills its display. */
export type Shape = { readonly fill: Fill; readonly normal: Rectangle }

export type Place = { readonly bounds: Rectangle; readonly workArea: Rectangle }

export function firstShape(options: BrowserWindowConstructorOptions, primary: Place): Shape {
  const { width = 800, height = 600 } = options
  const { workArea } = primary
  const centredX = Math.round(workArea.x + (workArea.width - width) / 2)
  const centredY = Math.round(workArea.y + (workArea.height - height) / 2)
  const fill = options.kiosk ? 'kiosk' : options.fullscreen ? 'full-screen' : 'normal'
  return { fill, normal: { x: options.x ?? centredX, y: options.y ?? centredY, width, height } }
}

/** `on` is the display that shows most of the window. */
export function boundsOf({ fill, normal }: Shape, on: Place): Rectangle {
  if (fill === 'normal') return normal
  return fill === 'maximized' ? on.workArea : on.bounds
}
