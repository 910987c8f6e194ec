import type { BrowserWindow } from 'electron'
import { isSameStand, type Stand } from './stand.ts'

/** Most systems have told of what the program did to windows within this. Milliseconds. */
const tellingMs = 500

/** Where the program put a window, and where the system then had it: a window manager may shift it by its frame. */
type Own = { readonly put: Stand; readonly seen: Stand }

/**
 * Tells what the program does to windows from what a person does, which is all one to the system: it tells of both alike, of the
 * program's some turns later, and on a slow X server as late as it likes.
 */
export const ownMoves = (after: (ms: number, act: () => void) => () => void) => {
  const own = new WeakMap<BrowserWindow, Own>()
  let placings = 0

  return {
    /** What `act` does to windows, and what the system tells of in the half second after it, is nobody's wish. */
    placing: (act: () => void): void => {
      placings += 1
      after(tellingMs, () => void (placings -= 1))
      act()
    },
    /** The program puts a window there: to be told of that is no news, whenever it comes. */
    put: (window: BrowserWindow, stand: Stand): void => void own.set(window, { put: stand, seen: stand }),
    /** Whether a person had the window stand like this. */
    isWish: (window: BrowserWindow, stand: Stand): boolean => {
      const known = own.get(window)
      if (placings > 0) {
        if (known) own.set(window, { ...known, seen: stand })
        return false
      }
      if (known && (isSameStand(known.put, stand) || isSameStand(known.seen, stand))) return false
      // The person has it from now on: where the program once put it, it may be dragged to as well.
      own.delete(window)
      return true
    },
  }
}
