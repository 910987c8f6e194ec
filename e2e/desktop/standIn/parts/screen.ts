import { EventEmitter } from 'node:events'
import type { Point, Screen } from 'electron'
import { changedMetrics, displayOf, matching, nearestTo, type DisplayGiven, type OfferedDisplay } from '../displays.ts'
import { offer } from '../offer.ts'

type Asked = 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
export type OfferedScreen = EventEmitter & { readonly [Name in Asked]: (...given: Parameters<Screen[Name]>) => Answer<Name> }
type Answer<Name extends Asked> = Name extends 'getAllDisplays'
  ? OfferedDisplay[]
  : Name extends 'getCursorScreenPoint'
    ? Point
    : OfferedDisplay

export type ScreenPart = {
  readonly screen: OfferedScreen
  /** What is plugged in from now on; whoever listens to `screen` hears the difference. */
  readonly set: (given: readonly DisplayGiven[]) => void
}

export function screenPart(given: readonly DisplayGiven[]): ScreenPart {
  const heard = new EventEmitter()
  let displays: readonly OfferedDisplay[] = given.map(displayOf)

  const screen: OfferedScreen = Object.assign(heard, {
    getAllDisplays: () => [...displays],
    getPrimaryDisplay: () => displays.find(({ bounds }) => bounds.x === 0 && bounds.y === 0) ?? nearestTo(displays, { x: 0, y: 0 }),
    getDisplayMatching: (wanted: Electron.Rectangle) => matching(displays, wanted),
    getDisplayNearestPoint: (point: Point) => nearestTo(displays, point),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  })

  function set(now: readonly DisplayGiven[]): void {
    const before = displays
    displays = now.map(displayOf)
    for (const gone of before) if (!displays.some(({ id }) => id === gone.id)) heard.emit('display-removed', {}, gone)
    for (const display of displays) {
      const known = before.find(({ id }) => id === display.id)
      if (!known) heard.emit('display-added', {}, display)
      else if (changedMetrics(known, display).length > 0) heard.emit('display-metrics-changed', {}, display, changedMetrics(known, display))
    }
  }

  return { screen: offer('screen', screen, ['display-added', 'display-removed', 'display-metrics-changed']), set }
}
