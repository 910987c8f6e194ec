import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Display as SystemDisplay } from 'electron'
import type { DeskAsk } from '../../../shared/contracts/deskNames.ts'
import type { Display } from '../../../shared/contracts/layout.ts'
import { protocolVersion } from '../../../shared/contracts/version.ts'
import { aRow } from '../../../shared/testing/aDesk.ts'
import { freshWorkstation, type Workstation } from '../../settings/workstation.ts'
import { aClock } from '../../testing/aClock.ts'
import { freshElectron, type FakeElectron } from '../../testing/electron.ts'
import type { FakeWindow } from '../../testing/fakeWindow.ts'
import { openDesk } from '../openDesk.ts'

export const server = 'https://room.example:8135'

const health = { ok: true, now: 0, product: 'xiaonao', protocol: protocolVersion, mapHosts: ['https://tiles.example'] }

/** The room's server as far as the desktop asks it itself. */
const answerOf = (url: string): Promise<Response> =>
  url.endsWith('/api/health') ? Promise.resolve(Response.json(health)) : Promise.resolve(Response.json({}, { status: 404 }))

type Wish = {
  readonly displays?: readonly Display[]
  readonly settings?: Partial<Workstation>
  readonly args?: readonly string[]
  readonly before?: (electron: FakeElectron, clock: ReturnType<typeof aClock>) => void
}

/** The whole desktop on fakes, begun: with a room and two displays unless the test says otherwise. */
export const aRunningDesk = async ({ displays = aRow(2), settings = {}, args = [], before }: Wish = {}) => {
  const electron = freshElectron()
  const clock = aClock()
  electron.screen.displays = displays as unknown as readonly SystemDisplay[]
  electron.session.defaultSession.answer = answerOf
  const home = electron.app.getPath('userData')
  mkdirSync(home, { recursive: true })
  const workstation = { ...freshWorkstation, room: { kind: 'server', server }, ...settings }
  writeFileSync(join(home, 'workstation.json'), JSON.stringify(workstation))
  // What Electron adds to a process: the folder beside the archive.
  Object.assign(process, { resourcesPath: home })
  before?.(electron, clock)
  const root = mkdtempSync(join(tmpdir(), 'xiaonao-root-'))
  mkdirSync(join(root, 'dist/web/console'), { recursive: true })
  writeFileSync(join(root, 'dist/web/console/index.html'), '<!doctype html>')
  await openDesk(root, { clock, args })
  const painted = () => electron.desktop.windows.forEach((window) => window.emit('ready-to-show'))
  painted()
  clock.pass(1_000)
  const windowOf = (region: string): FakeWindow => {
    const found = electron.desktop.windows.find(({ loaded }) => loaded.some((url) => url.includes(region)))
    if (!found) throw new Error(`no window of ${region} among ${electron.desktop.windows.map(({ loaded }) => loaded.join()).join(' ')}`)
    return found
  }
  return {
    ...electron,
    clock,
    windowOf,
    painted,
    ask: (window: FakeWindow, name: DeskAsk, payload: unknown) => electron.ipcMain.ask(name, window.webContents.asker(), payload),
    /** What a page of the desk is given for this address. */
    served: async (url: string) => electron.protocol.handlers.get('app')?.(new Request(url)),
    heard: (window: FakeWindow, name: string) => window.webContents.sent.filter((one) => one.name === name).map(({ payload }) => payload),
    nobodyLooks: () => {
      electron.desktop.focused = null
      electron.app.emit('browser-window-blur')
      clock.pass(300)
    },
  }
}

export type RunningDesk = Awaited<ReturnType<typeof aRunningDesk>>
