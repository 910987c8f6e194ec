import { join } from 'node:path'
import { app, net, protocol, session as sessions, shell } from 'electron'
import { deskOrigin, deskScheme } from '../../shared/contracts/deskOrigin.ts'
import { openDeskDoor, type DeskAnswers } from '../desk/openDeskDoor.ts'
import { trustedSenders } from '../desk/trustedSenders.ts'
import { isDeskPage } from '../page/deskPages.ts'
import { servePage } from '../page/servePage.ts'
import { relayToServer } from '../room/relayToServer.ts'
import { contentPolicy } from '../safety/contentPolicy.ts'
import { guardContents } from '../safety/guardContents.ts'
import { outsideLink } from '../safety/outsideLinks.ts'
import { limitPermissions } from '../safety/permissions.ts'
import { openLayoutStore } from '../layouts/layoutStore.ts'
import { systemLinks, type SystemLinks } from '../links/systemLinks.ts'
import { proxyConfig } from '../proxy/proxyConfig.ts'
import { citizenAnswers } from './citizenAnswers.ts'
import { citizenship } from './citizenship.ts'
import { deskLayouts } from './deskLayouts.ts'
import { deskState } from './deskState.ts'
import { deskWindows } from './deskWindows.ts'
import { layoutAnswers } from './layoutAnswers.ts'
import { deskUpdates, updateAnswers } from './updateAnswers.ts'
import { roomAnswers } from './roomAnswers.ts'
import { roomKeeping } from './roomKeeping.ts'

type Clock = { readonly now: () => number; readonly after: (ms: number, act: () => void) => () => void }

const systemClock: Clock = {
  now: Date.now,
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

type Start = {
  readonly clock?: Clock
  /** What this start was given, past the program itself. */
  readonly args?: readonly string[]
  readonly links?: SystemLinks
}

/** Everything of the desk, put together once Electron is ready. `root` holds `dist` and `resources`. */
export const openDesk = async (root: string, { clock = systemClock, args, links = systemLinks() }: Start = {}): Promise<void> => {
  const { now, after } = clock
  const senders = trustedSenders()
  const state = deskState(now, () => {
    windows.tell('session:changed', {})
    citizen.refresh()
  })
  const { log, session } = state
  const room = roomKeeping({
    state,
    root,
    now,
    after,
    proxy: () => proxyConfig(state.workstation.now().proxy) ?? { mode: 'system' },
    changed: () => {
      citizen.refresh()
      if (room.server() !== null) return
      citizen.left()
      windows.openBegin()
    },
    up: () => {
      // A console that found no server asks again.
      windows.tell('session:changed', {})
      if (windows.pages().length > 0 && room.unread() !== null) windows.openBegin()
    },
    fell: () => citizen.tellAbout(),
    // What hangs in a hall is back after a power cut without anybody.
    hung: (isWall) => void citizen.set({ startsWithSystem: isWall }),
  })
  const windows = deskWindows({
    state,
    root,
    now,
    after,
    opened: (contents, kind) => {
      senders.add(contents, kind)
      citizen.opened(contents)
    },
    moved: (placements) => layouts.left(placements),
    changed: () => {
      citizen.windowsChanged()
      layouts.windowsChanged()
    },
    lastClosed: () => app.quit(),
  })

  const store = await openLayoutStore({ folder: join(state.home, 'layouts'), now })
  if (store.opened !== 'read' && store.opened !== 'new') log.warn('the layouts could not be read', { found: store.opened })
  const layouts = deskLayouts({
    store,
    windows,
    person: session.person,
    changed: () => citizen.refresh(),
    onTrouble: (error) => log.trouble('layouts', error),
  })
  const citizen = citizenship({
    state,
    room,
    windows,
    layouts,
    links,
    root,
    now,
    after,
    args: args ?? process.argv.slice(app.isPackaged ? 1 : 2),
    alarmsChanged: () => void updates.alarmsChanged(),
  })
  const { flags } = citizen
  const updates = deskUpdates({
    state,
    root,
    resources: process.resourcesPath,
    server: room.server,
    openAlarms: citizen.openAlarms,
    now,
    after,
    changed: (update) => windows.tell('update:changed', update),
  })
  const { workstation } = state
  const enter = () =>
    flags.wall || workstation.now().isWall ? windows.openWall(flags.wall?.name ?? null) : windows.openRoom(layouts.start())

  limitPermissions(sessions.defaultSession, deskOrigin)
  const relay = relayToServer({
    server: room.server,
    fetch: (url, init) => net.fetch(url, { ...init, credentials: 'omit' }),
    token: () => session.tokenFor(room.server()),
    wallPass: () => (workstation.now().isWall ? state.wallPass.tokenFor(room.server()) : undefined),
    signedIn: (token, account) => {
      session.keep(room.server() ?? '', token, account)
      // Each person's windows stand as that person left them.
      const own = layouts.start()
      if (own) windows.show(own)
    },
    isPerson: session.isPerson,
    signedOut: session.forget,
  })
  const serve = servePage({ folder: join(root, 'dist/web'), policy: () => contentPolicy(room.server(), room.mapHosts()), relay })
  protocol.handle(deskScheme, serve)

  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, {
      isOwnPage: isDeskPage,
      openInside: windows.openSupervise,
      openOutside: (asked) => {
        const link = outsideLink(asked, room.server())
        if (link.ok) shell.openExternal(link.url).catch((error: unknown) => log.trouble('a link', error))
        else log.warn('a link was not opened', { why: link.why })
      },
      refused: (what, url) => log.warn('a way out was refused', { what, to: URL.canParse(url) ? new URL(url).protocol : 'nowhere' }),
    }),
  )
  openDeskDoor({
    senders,
    answers: {
      ...roomAnswers({ state, room, windows, hasHotKey: citizen.hasHotKey, enter }),
      ...layoutAnswers(layouts),
      ...citizenAnswers(citizen, state),
      ...updateAnswers(updates),
    } satisfies DeskAnswers,
    refused: (name, why) => log.warn('a page asked in vain', { name, why }),
    onTrouble: (error, name) => log.trouble(name, error),
  })
  app.on('before-quit', windows.closeAll)
  app.on('will-quit', room.stop)
  // Electron ends the program with the last window; which one that is, the desk knows better.
  app.on('window-all-closed', () => {})

  await citizen.begin()
  await room.resume()
  if (room.server() === null && flags.server !== null) {
    const look = await room.use(flags.server)
    if (!look.ok) log.warn('the server of the command line is not taken up', { why: look.why })
  }
  // Where nobody has the password yet, nobody could sign in.
  if (room.server() === null || room.unread() !== null) return windows.openBegin()
  enter()
  if (flags.layout !== null) await layouts.choose(flags.layout)
}
