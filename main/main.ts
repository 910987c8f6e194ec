import { join } from 'node:path'
import { app, protocol } from 'electron'
import { deskScheme } from '../shared/contracts/deskOrigin.ts'
import { openDesk } from './composition/openDesk.ts'
import { systemLinks } from './links/systemLinks.ts'
import { argsUnderX, startInstead } from './startup/startAgain.ts'

// Both before anything is ready: every page of every window is sandboxed, and our own pages have a scheme that counts as
// secure and as an origin of its own.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: deskScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

const root = join(import.meta.dirname, '../..')

const links = systemLinks()

const instead = argsUnderX(process.platform, process.env, process.argv.slice(1))
if (instead !== null) {
  startInstead(instead)
  app.exit()
}
// Not awaited: Electron is ready only after this file has been read to its end.
else if (app.requestSingleInstanceLock()) void app.whenReady().then(() => openDesk(root, { links }))
else app.quit()
