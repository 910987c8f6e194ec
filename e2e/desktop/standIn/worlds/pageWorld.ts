import type { bridge as bridgeType } from './bridge.ts'

/**
 * The page's end of the bridge, run in the page's own world before any of its scripts.
 *
 * It waits for the one event with which the preload hands over the port, keeps that event from everybody else, and from then on
 * puts what the preload exposes on `window`: fixed, and frozen.
 */
export function pageWorld(handing: string, bridge: typeof bridgeType): void {
  if (window.top !== window) return
  const { defineProperty } = Object
  window.addEventListener(
    handing,
    (event) => {
      event.stopImmediatePropagation()
      const [port] = (event as MessageEvent).ports
      if (!port) return
      bridge(port, 'page', 'preload', (name, value) => {
        defineProperty(window, name, { value, enumerable: true, writable: false, configurable: false })
      })
    },
    { once: true, capture: true },
  )
}
