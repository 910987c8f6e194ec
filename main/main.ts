import { join } from 'node:path'
import { app, protocol } from 'electron'
import { deskScheme } from '../shared/contracts/deskOrigin.ts'
import { openDesk } from './composition/openDesk.ts'

// Both before anything is ready: every page of every window is sandboxed, and our own pages have a scheme that counts as
// secure and as an origin of its own.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: deskScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

const root = join(import.meta.dirname, '../..')

// Not awaited: Electron is ready only after this file has been read to its end.
if (app.requestSingleInstanceLock()) void app.whenReady().then(() => openDesk(root))
else app.quit()
