import { join } from 'node:path'
import { app, powerMonitor, session as sessions, type BrowserWindow, type WebContents } from 'electron'
import type { DeskWish } from '../../shared/contracts/desk.ts'
import type { WindowKind } from '../desk/trustedSenders.ts'
import { diagnosticsOf } from '../diagnostics/diagnosticsOf.ts'
import { exportDiagnostics } from '../diagnostics/exportDiagnostics.ts'
import { logTail } from '../diagnostics/logTail.ts'
import { hotKey } from '../keys/hotKey.ts'
import { deepLink, linkScheme } from '../links/deepLink.ts'
import type { SystemLinks } from '../links/systemLinks.ts'
import { waitingLink } from '../links/waitingLink.ts'
import { away } from '../power/away.ts'
import { keepAwake } from '../power/keepAwake.ts'
import { lockWatch } from '../power/lockWatch.ts'
import { proxyConfig } from '../proxy/proxyConfig.ts'
import { startFlags } from '../startup/startFlags.ts'
import { startWithSystem } from '../startup/startWithSystem.ts'
import { citizenAlerts } from './citizenAlerts.ts'
import { citizenMenu } from './citizenMenu.ts'
import type { DeskLayouts } from './deskLayouts.ts'
import type { DeskState } from './deskState.ts'
import type { DeskWindows } from './deskWindows.ts'
import { aboutDesk } from './roomAnswers.ts'
import type { RoomKeeping } from './roomKeeping.ts'

type Needs = {
  readonly state: DeskState
  readonly room: RoomKeeping
  readonly windows: DeskWindows
  readonly layouts: Pick<DeskLayouts, 'see' | 'choose'>
  readonly links: SystemLinks
  /** Holds `resources`. */
  readonly root: string
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  /** What this start was given, past the program itself. */
  readonly args: readonly string[]
  /** Another number of alarms stands unacknowledged at this desk. */
  readonly alarmsChanged: () => void
}

/** The desktop as one program among others of this machine: what it takes from the system, what it tells it, and what it gives back. */
export const citizenship = ({ state, room, windows, layouts, links, root, now, after, args, alarmsChanged }: Needs) => {
  const { workstation, log } = state
  const icons = join(root, 'resources/icons')
  const flags = startFlags(args)
  if (flags.ignored.length > 0) log.warn('something of the command line was left out', { what: flags.ignored.join(', ') })

  /** Pages that have said which alarms stand: their board is there, and they hear. */
  const withBoard = new Set<number>()
  const link = waitingLink((incident) => windows.tellConsole('incident:show', { incident }, (contents) => withBoard.has(contents.id)))
  const key = hotKey(() => void windows.tellConsole('report:next', {}))
  const awake = keepAwake()
  const counted = () => {
    menu.refreshTray()
    alarmsChanged()
  }
  const told = citizenAlerts({ windows, icons, language: () => workstation.now().language, after, counted })

  const facts = () => {
    const { language, startsWithSystem, proxy, room: at, trusted, hotKey: wished } = workstation.now()
    const seen = layouts.see()
    return diagnosticsOf({
      at: now(),
      versions: {
        xiaonao: app.getVersion(),
        electron: process.versions['electron'] ?? '',
        node: process.versions.node,
        platform: process.platform,
        arch: process.arch,
      },
      settings: {
        language,
        startsWithSystem,
        hotKey: wished,
        hasHotKey: key.has(),
        keepsSession: state.session.isKept(),
        proxy: proxyConfig(proxy)?.mode,
        room: at?.kind ?? 'none',
        trusts: trusted.length,
      },
      displays: seen.displays,
      windows: seen.current,
      layouts: seen.layouts.layouts.map(({ layout }) => layout.placements),
      processes: app
        .getAppMetrics()
        .map(({ type, memory, cpu }) => ({ type, memoryKb: memory.workingSetSize, cpuPercent: cpu.percentCPUUsage })),
      log: logTail(log.folder),
    })
  }
  const fileDiagnostics = (over: BrowserWindow) =>
    exportDiagnostics(over, new Date(now()).toISOString().slice(0, 10), facts, (error) => log.trouble('diagnostics', error))
  const menu = citizenMenu({
    state,
    room,
    windows,
    layouts,
    icons,
    alarms: told.standing,
    diagnostics: (over) => void fileDiagnostics(over),
  })

  const useProxy = async (): Promise<void> => {
    await sessions.defaultSession.setProxy(proxyConfig(workstation.now().proxy) ?? { mode: 'system' })
    await sessions.defaultSession.closeAllConnections()
  }

  const startsItself = (isOn: boolean): boolean => {
    // Electron by itself must be told which program it is.
    const own = app.isPackaged ? [] : [app.getAppPath()]
    const wall = flags.wall ? [`--wall=${flags.wall.name ?? ''}`] : []
    try {
      const program = process.env['APPIMAGE'] ?? process.execPath
      const configHome = process.env['XDG_CONFIG_HOME'] || join(app.getPath('home'), '.config')
      startWithSystem({ platform: process.platform, program, configHome, args: [...own, ...wall] }, isOn)
      return true
    } catch (error) {
      log.trouble('start with the system', error)
      return false
    }
  }

  const about = (contents: WebContents, kind: WindowKind) => aboutDesk({ state, room, windows, hasHotKey: key.has }, contents, kind)

  const tellAbout = (): void => {
    for (const { contents, kind } of windows.pages()) contents.send('desk:changed', about(contents, kind))
  }

  /** A person set something at one window; it holds for the desk. What cannot be is left as it was. */
  const set = async ({ language, startsWithSystem, hotKey: wished, proxy }: DeskWish): Promise<void> => {
    if (language !== undefined) workstation.change({ language })
    if (startsWithSystem !== undefined && startsItself(startsWithSystem)) workstation.change({ startsWithSystem })
    if (wished !== undefined) {
      key.set(wished)
      workstation.change({ hotKey: wished })
    }
    if (proxy !== undefined) {
      if (proxyConfig(proxy)) {
        workstation.change({ proxy: proxy === '' ? null : proxy })
        await useProxy()
      } else log.warn('a proxy could not be understood')
    }
    menu.refresh()
    tellAbout()
  }

  const comesBy = (text: string) => {
    const incident = deepLink(text)
    if (incident === null) return log.warn('a link could not be understood')
    link.come(incident)
    windows.raiseConsole()
  }

  const absence = away({
    now,
    left: (at) => windows.tell('desk:locked', { at }),
    back: (at, awayMs) => windows.tell('desk:unlocked', { at, awayMs }),
  })
  lockWatch({ platform: process.platform, after, locked: absence.locked, unlocked: absence.unlocked })
  powerMonitor.on('suspend', absence.asleep)
  powerMonitor.on('resume', absence.awake)

  app.on('second-instance', (_event, argv) => {
    windows.raiseAll()
    const other = startFlags(argv.slice(1))
    if (other.link !== null) comesBy(other.link)
  })
  app.on('login', (event, _contents, _details, { isProxy }, answer) => {
    event.preventDefault()
    log.warn('somebody asked for a name and a password', { isProxy })
    answer()
  })
  app.on('will-quit', () => {
    key.free()
    awake(false)
    menu.remove()
  })
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  if (process.platform === 'win32') app.setAppUserModelId('cn.xiaonao.desk')

  return {
    flags,
    about,
    /** What the desktop says of itself is other now: every page is told. */
    tellAbout,
    set,
    hasHotKey: key.has,
    openAlarms: told.standing,
    fileDiagnostics,
    /** Before anything is asked of the network. */
    begin: async (): Promise<void> => {
      await useProxy()
      const { hotKey: wished } = workstation.now()
      if (wished !== null && !key.set(wished)) log.warn('the hot key belongs to another program')
      menu.refresh()
      if (flags.link !== null) comesBy(flags.link)
      links.taken(comesBy)
    },
    /** A page of ours begins. */
    opened: (contents: WebContents) => {
      const { id } = contents
      contents.on('zoom-changed', (_event, way) => menu.zoom(contents, way))
      contents.on('did-navigate', () => withBoard.delete(id))
      contents.once('destroyed', () => {
        withBoard.delete(id)
        told.gone(id)
      })
    },
    alarmsAre: (contents: WebContents, alarms: Parameters<typeof told.are>[1]) => {
      told.are(contents.id, alarms)
      withBoard.add(contents.id)
      link.ready()
    },
    /** Windows came or went. */
    windowsChanged: () => {
      awake(windows.windows().length > 0)
      menu.refreshTray()
    },
    /** Layouts, the person or the room are others now. */
    refresh: menu.refresh,
    left: link.forget,
  }
}

export type Citizenship = ReturnType<typeof citizenship>
