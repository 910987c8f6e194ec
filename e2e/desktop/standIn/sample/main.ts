import { app, ipcMain, net, protocol, screen, session } from 'electron'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { doings } from './doings.ts'
import { openWindow } from './openWindow.ts'
import { say } from './say.ts'

/**
 * A small main process, for the tests of the stand-in only: a window on each display, guarded as ours are, and a preload through
 * which a test has the main process do things. What happens to it is written out, a line for each event.
 */
const pages = new URL('pages/', import.meta.url)
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self' app://other https://127.0.0.1:*; style-src 'self'; worker-src 'self'"

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const { url, method, headers } = request
  if (pathname === '/echo') return Response.json({ url, method, origin: headers.get('origin'), body: await request.text() })
  if (pathname === '/leave') return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })
  const file = await net.fetch(pathToFileURL(fileURLToPath(new URL(`.${pathname}`, pages))).href)
  return new Response(file.body, { headers: { ...Object.fromEntries(file.headers), 'content-security-policy': policy } })
}

function guard(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event) => {
    say('will-navigate', event.url)
    if (!event.url.startsWith('app://sample/')) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    say('will-redirect', event.url)
    if (!event.url.startsWith('app://sample/')) event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    say('window.open', url)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('render-process-gone', (_event, { reason }) => {
    say('render-process-gone', reason)
    contents.reload()
  })
  contents.on('console-message', ({ level, message }) => say('console', level, message))
  contents.on('before-input-event', (event, input) => {
    if (input.key === 'F5') event.preventDefault()
  })
}

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
app.on('web-contents-created', (_event, contents) => guard(contents))
app.on('second-instance', (_event, argv) => say('second-instance', argv.at(-1)))
app.on('before-quit', () => say('before-quit'))
app.on('will-quit', () => say('will-quit'))
screen.on('display-added', (_event, { id }) => say('display-added', id))
screen.on('display-removed', (_event, { id }) => say('display-removed', id))
screen.on('display-metrics-changed', (_event, { id }, changed) => say('display-metrics-changed', id, changed))

async function start(): Promise<void> {
  await app.whenReady()
  protocol.handle('app', serve)
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'notifications'))
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'notifications')
  ipcMain.handle('ask', (event, what: string, ...given: readonly unknown[]) => doings.done(event, what, given))
  ipcMain.on('tell', (_event, what) => say('told', what))
  for (const { workArea } of screen.getAllDisplays()) openWindow(workArea)
}

if (app.requestSingleInstanceLock()) void start()
else app.exit(3)
