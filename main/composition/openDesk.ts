import { join } from 'node:path'
import { app, net, protocol, session as sessions, shell } from 'electron'
import { deskOrigin, deskScheme } from '../../shared/contracts/deskOrigin.ts'
import { openDeskDoor } from '../desk/openDeskDoor.ts'
import { trustedSenders } from '../desk/trustedSenders.ts'
import { isDeskPage } from '../page/deskPages.ts'
import { servePage } from '../page/servePage.ts'
import { relayToServer } from '../room/relayToServer.ts'
import { contentPolicy } from '../safety/contentPolicy.ts'
import { guardContents } from '../safety/guardContents.ts'
import { outsideLink } from '../safety/outsideLinks.ts'
import { limitPermissions } from '../safety/permissions.ts'
import { openLayoutStore } from '../layouts/layoutStore.ts'
import { deskLayouts } from './deskLayouts.ts'
import { deskState } from './deskState.ts'
import { deskWindows } from './deskWindows.ts'
import { layoutAnswers } from './layoutAnswers.ts'
import { roomAnswers } from './roomAnswers.ts'
import { roomKeeping } from './roomKeeping.ts'

const after = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Everything of the desk, put together once Electron is ready. `root` holds `dist` and `resources`. */
export const openDesk = async (root: string): Promise<void> => {
  const now = Date.now
  const senders = trustedSenders()
  const state = deskState(now, () => windows.tell('session:changed', {}))
  const { log, session } = state
  const room = roomKeeping({ state, root, now, after, changed: () => (room.server() === null ? windows.openBegin() : undefined) })
  const windows = deskWindows({
    state,
    root,
    now,
    after,
    opened: senders.add,
    moved: (placements) => layouts.left(placements),
    lastClosed: () => app.quit(),
  })

  const store = await openLayoutStore({ folder: join(state.home, 'layouts'), now })
  if (store.opened !== 'read' && store.opened !== 'new') log.warn('the layouts could not be read', { found: store.opened })
  const layouts = deskLayouts({ store, windows, person: session.person })
  const enter = () => windows.openRoom(layouts.start())

  limitPermissions(sessions.defaultSession, deskOrigin)
  const relay = relayToServer({
    server: room.server,
    fetch: (url, init) => net.fetch(url, { ...init, credentials: 'omit' }),
    token: () => session.tokenFor(room.server()),
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
        if (link.ok) void shell.openExternal(link.url)
        else log.warn('a link was not opened', { why: link.why })
      },
      refused: (what, url) => log.warn('a way out was refused', { what, to: URL.canParse(url) ? new URL(url).protocol : 'nowhere' }),
    }),
  )
  openDeskDoor({
    senders,
    answers: { ...roomAnswers({ state, room, windows, hasHotKey: () => false, enter }), ...layoutAnswers(layouts) },
    refused: (name, why) => log.warn('a page asked in vain', { name, why }),
    onTrouble: (error, name) => log.trouble(name, error),
  })
  app.on('before-quit', windows.closeAll)
  app.on('will-quit', room.stop)

  await room.resume()
  if (room.server() === null) windows.openBegin()
  else enter()
}
