import { join } from 'node:path'
import { BrowserWindow, screen, type WebContents } from 'electron'
import type { DeskNews } from '../../shared/contracts/deskNames.ts'
import type { Placement } from '../../shared/contracts/layout.ts'
import { leastWindow } from '../displays/fitted.ts'
import { defaultLayout } from '../displays/defaultLayout.ts'
import type { WindowKind } from '../desk/trustedSenders.ts'
import { consoleOptions } from '../windows/consoleOptions.ts'
import { mendPage } from '../windows/mendPage.ts'
import { beginAddress } from '../windows/pageAddress.ts'
import { windowKeeper } from '../windows/windowKeeper.ts'
import { settleMs } from '../displays/settling.ts'
import { wallOn } from '../displays/wallOn.ts'
import { arrangement } from './arrangement.ts'
import type { DeskState } from './deskState.ts'
import { displaysNow } from './displaysNow.ts'
import { windowAttention } from './windowAttention.ts'

type Needs = {
  readonly state: DeskState
  readonly root: string
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  /** A page of ours comes to be, and what it may ask follows from its kind. */
  readonly opened: (contents: WebContents, kind: WindowKind) => void
  /** A person moved a window, or a display came or went. */
  readonly moved: (placements: readonly Placement[]) => void
  /** Windows opened or closed. */
  readonly changed: () => void
  readonly lastClosed: () => void
}

const titles: Readonly<Record<Placement['region'], string>> = {
  all: '小脑 · 指挥室',
  queue: '小脑 · 接报',
  map: '小脑 · 地图',
  board: '小脑 · 力量',
  supervise: '小脑 · 管理',
  wall: '小脑 · 大屏',
}

const kindOf = (region: Placement['region']): WindowKind => (region === 'wall' || region === 'supervise' ? region : 'console')

const displayEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const

/** Every window of the desk: those of the layout, the first page, and what a page opens beside itself. */
export const deskWindows = ({ state: { log }, root, now, after, opened, moved, changed, lastClosed }: Needs) => {
  const preload = join(root, 'dist/preload/preload.cjs')
  let begin: BrowserWindow | null = null
  let supervise: BrowserWindow | null = null
  let isClosing = false

  const tellMoved = () => {
    if (!isClosing && arranged.current().length > 0) moved(arranged.current())
  }
  const ended = (isLast: boolean) => {
    if (isLast && !begin && !isClosing && !arranged.isWaiting()) lastClosed()
  }

  const keeper = windowKeeper({
    platform: process.platform,
    open: (options) => new BrowserWindow(options),
    optionsFor: ({ region }, { bounds, mode }) =>
      consoleOptions({ bounds, mode, least: leastWindow, title: titles[region], preload, icon: null }),
    opened: (contents, { region }) => {
      opened(contents, kindOf(region))
      changed()
    },
    closed: (placement, isLast) => {
      log.info('window closed', { window: placement.id })
      changed()
      ended(isLast && !supervise)
    },
    broke: (placement, why) => log.warn('a page broke and comes back', { window: placement.id, why }),
    moved: (placement, stand) => arranged.moved(placement, stand),
    after,
    now,
  })
  const arranged = arrangement({ keeper, displays: displaysNow, after, now, changed: tellMoved })
  // Written out three times, since each name has a listener of its own shape.
  screen.on(displayEvents[0], arranged.displaysReported)
  screen.on(displayEvents[1], arranged.displaysReported)
  screen.on(displayEvents[2], arranged.displaysReported)

  /** A window outside every layout, in the middle of the display that the person is at. */
  const single = (address: string, kind: WindowKind, title: string): BrowserWindow => {
    const { workArea } = screen.getPrimaryDisplay()
    const width = Math.min(1280, workArea.width)
    const height = Math.min(860, workArea.height)
    const x = workArea.x + Math.round((workArea.width - width) / 2)
    const y = workArea.y + Math.round((workArea.height - height) / 2)
    const window = new BrowserWindow(
      consoleOptions({ bounds: { x, y, width, height }, mode: 'normal', least: leastWindow, title, preload, icon: null }),
    )
    opened(window.webContents, kind)
    mendPage({ window, after, now, broke: (why) => log.warn('a page broke and comes back', { window: kind, why }) })
    window.once('ready-to-show', () => window.show())
    void window.loadURL(address).catch(() => {})
    return window
  }

  const attention = windowAttention({
    windows: keeper.windows,
    others: () => [begin, supervise].filter((window) => window !== null),
  })

  /** The windows open once there is a display to put them on; a television that is still dark is none. */
  const enter = (placements: () => readonly Placement[]): void => {
    if (displaysNow().length === 0) return void screen.once('display-added', () => after(settleMs, () => enter(placements)))
    arranged.show(placements())
    begin?.destroy()
    begin = null
  }

  return {
    ...arranged,
    windows: keeper.windows,
    tell: (name: DeskNews, payload: unknown, to?: (placement: Placement) => boolean) => {
      keeper.tell(name, payload, to)
      if (!to && supervise) supervise.webContents.send(name, payload)
    },
    ...attention,
    /** What the sign beside the clock calls them. */
    titles: () => keeper.windows().map(({ placement: { id, region } }) => ({ id, title: titles[region] })),
    /** Every page of the desk that asks, with what its window is for. */
    pages: (): readonly { readonly contents: WebContents; readonly kind: WindowKind }[] => [
      ...keeper.windows().map(({ window, placement }) => ({ contents: window.webContents, kind: kindOf(placement.region) })),
      ...(begin ? [{ contents: begin.webContents, kind: 'begin' as const }] : []),
      ...(supervise ? [{ contents: supervise.webContents, kind: 'supervise' as const }] : []),
    ],
    /** The room's windows: as they stood last, or as the displays suggest where nobody has arranged anything yet. */
    openRoom: (placements: readonly Placement[] | null) => enter(() => placements ?? defaultLayout(displaysNow()).placements),
    /** One wall over the primary display, that nobody sits at. */
    openWall: (name: string | null) => enter(() => [wallOn(displaysNow(), name)]),
    openBegin: () => {
      if (begin) return begin.focus()
      begin = single(beginAddress, 'begin', '小脑')
      begin.on('closed', () => {
        begin = null
        ended(keeper.windows().length === 0)
      })
      supervise?.destroy()
      keeper.closeAll()
    },
    openSupervise: (url: string) => {
      if (supervise) {
        void supervise.loadURL(url).catch(() => {})
        return supervise.focus()
      }
      supervise = single(url, 'supervise', titles.supervise)
      supervise.on('closed', () => {
        supervise = null
        ended(keeper.windows().length === 0)
      })
    },
    placementOf: (contents: WebContents): Placement | null =>
      keeper.windows().find(({ window }) => window.webContents.id === contents.id)?.placement ?? null,
    closeAll: () => {
      isClosing = true
      keeper.closeAll()
    },
  }
}

export type DeskWindows = ReturnType<typeof deskWindows>
