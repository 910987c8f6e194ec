import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { DeskNews } from '../../shared/contracts/deskNames.ts'
import type { Placement } from '../../shared/contracts/layout.ts'
import { mendPage } from './mendPage.ts'
import { ownMoves } from './ownMoves.ts'
import { pageAddress } from './pageAddress.ts'
import { windowPutter } from './putWindow.ts'
import type { Stand } from './stand.ts'
import { tellWindowSeen } from './windowSeen.ts'

export type KeptWindow = { readonly placement: Placement; readonly window: BrowserWindow }

type Needs = {
  readonly platform: NodeJS.Platform
  readonly open: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly optionsFor: (placement: Placement, stand: Stand) => BrowserWindowConstructorOptions
  /** Told of each new page before it loads, so that it may ask. */
  readonly opened: (contents: WebContents, placement: Placement) => void
  readonly closed: (placement: Placement, isLast: boolean) => void
  readonly broke: (placement: Placement, why: string) => void
  /** A person moved or resized a window, or made it full. */
  readonly moved: (placement: Placement, stand: Stand) => void
  readonly after: (ms: number, act: () => void) => () => void
  readonly now: () => number
}

/** The open windows of the desk by the id of their placement: opened, moved, mended, closed. Where they belong is decided elsewhere. */
export const windowKeeper = ({ platform, open, optionsFor, opened, closed, broke, moved, after, now }: Needs) => {
  const kept = new Map<string, KeptWindow>()
  const own = ownMoves(after)
  const putter = windowPutter({ platform, own })

  /** A window may be given another placement, and with it another id, while it is open. */
  const known = (window: BrowserWindow): KeptWindow | undefined => [...kept.values()].find((one) => one.window === window)

  const watch = (window: BrowserWindow) => {
    const tell = () => {
      const found = known(window)
      if (!found || putter.isLeaving(window)) return
      const stand = putter.standOf(window)
      if (own.isWish(window, stand)) moved(found.placement, stand)
    }
    // Many of them while a hand drags; those that come once, at its end, Linux does not know.
    window.on('move', tell)
    window.on('resize', tell)
    window.on('maximize', tell)
    window.on('unmaximize', tell)
    window.on('enter-full-screen', tell)
    window.on('leave-full-screen', tell)
  }

  const make = (placement: Placement, stand: Stand) => {
    const window = open(optionsFor(placement, stand))
    // Only the first takes the keyboard: four windows that each steal it would type a word into all four.
    const isFirst = kept.size === 0
    kept.set(placement.id, { placement, window })
    // Else all windows of the desk would have the zoom of the last one, as pages of one origin have in a browser.
    window.webContents.setZoomMode('isolated')
    opened(window.webContents, placement)
    mendPage({ window, after, now, broke: (why) => broke(known(window)?.placement ?? placement, why) })
    putter.made(window, stand)
    watch(window)
    tellWindowSeen(window)
    window.on('closed', () => {
      const last = known(window)
      if (!last) return
      kept.delete(last.placement.id)
      closed(last.placement, kept.size === 0)
    })
    window.once('ready-to-show', () => {
      window.webContents.setZoomFactor(known(window)?.placement.zoom ?? placement.zoom)
      // Only now does a window manager see it, and may place it otherwise.
      own.placing(() => {
        if (stand.mode === 'maximized') window.maximize()
        if (isFirst) window.show()
        else window.showInactive()
      })
    })
    void window.loadURL(pageAddress(placement)).catch(() => {})
  }

  const change = ({ window, placement: before }: KeptWindow, placement: Placement, stand: Stand) => {
    kept.set(placement.id, { window, placement })
    putter.put(window, stand)
    window.webContents.setZoomFactor(placement.zoom)
    if (pageAddress(before) !== pageAddress(placement)) void window.loadURL(pageAddress(placement)).catch(() => {})
  }

  return {
    windows: (): readonly KeptWindow[] => [...kept.values()],
    standOf: (id: string): Stand | null => {
      const open = kept.get(id)
      return open ? putter.standOf(open.window) : null
    },
    /** Open windows take the places, and the ids, of other placements that show the same; nothing moves yet. */
    adopt: (taking: readonly { readonly window: string; readonly placement: Placement }[]) => {
      const taken = taking.flatMap(({ window, placement }) => {
        const open = kept.get(window)
        return open && window !== placement.id ? [{ from: window, open, placement }] : []
      })
      for (const { from } of taken) kept.delete(from)
      for (const { open, placement } of taken) {
        const other = kept.get(placement.id)
        kept.set(placement.id, { ...open, placement: { ...open.placement, id: placement.id } })
        // Whoever had this id shows something else, and goes; forgotten first, so that nobody takes it for the last window.
        other?.window.destroy()
      }
    },
    /** Exactly these windows, each where it belongs: missing ones open, others move, the rest close. */
    show: (placed: readonly { readonly placement: Placement; readonly stand: Stand }[]) =>
      own.placing(() => {
        const wanted = new Set(placed.map(({ placement }) => placement.id))
        for (const { placement, stand } of placed) {
          const open = kept.get(placement.id)
          // A kiosk is made, not turned into: its window has no frame.
          const isSame = open && (open.placement.mode === 'kiosk') === (placement.mode === 'kiosk')
          if (isSame) change(open, placement, stand)
          else {
            // The new one first: that the old one goes is nobody's wish to leave, and with the last window the program ends.
            make(placement, stand)
            open?.window.destroy()
          }
        }
        for (const [id, { window }] of kept) if (!wanted.has(id)) window.close()
      }),
    /** Moves some of the windows that are open. */
    move: (moves: readonly { readonly id: string; readonly stand: Stand }[]) =>
      own.placing(() => {
        for (const { id, stand } of moves) {
          const open = kept.get(id)
          if (open) putter.put(open.window, stand)
        }
      }),
    /** The placement of an open window is another now, though nothing moves. */
    remember: (placement: Placement) => {
      const open = kept.get(placement.id)
      if (open) kept.set(placement.id, { ...open, placement })
    },
    tell: (name: DeskNews, payload: unknown, to: (placement: Placement) => boolean = () => true) => {
      for (const { window, placement } of kept.values()) {
        if (!window.isDestroyed() && to(placement)) window.webContents.send(name, payload)
      }
    },
    closeAll: () => {
      for (const { window } of kept.values()) window.destroy()
    },
  }
}

export type WindowKeeper = ReturnType<typeof windowKeeper>
