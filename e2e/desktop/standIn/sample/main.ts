import { app, BrowserWindow, ipcMain, net, protocol, screen, session } from 'electron'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { doings } from './doings.ts'

/**
 * A small main process, for the tests of the stand-in only: a window on each display, guarded as ours are, and a preload through
 * which a test has the main process do things. What happens to it is written out, a line for each event.
 */
const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))
const pages = new URL('pages/', import.meta.url)
const policy = "default-src 'none'; script-src 'self'; connect-src 'self' app://other; style-src 'self'; worker-src 'self'"

const say = (...words: readonly unknown[]): void =>
  console.log(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '))

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

function open(bounds: Electron.Rectangle): void {
  const window = new BrowserWindow({ ...bounds, webPreferences: { preload, additionalArguments: ['--window=sample'] } })
  const { id } = window
  const told = (event: string) => (): void => say('window', id, event)
  window.on('ready-to-show', told('ready-to-show'))
  window.on('closed', told('closed'))
  window.on('focus', told('focus'))
  window.on('blur', told('blur'))
  window.on('moved', told('moved'))
  window.on('resized', told('resized'))
  window.on('enter-full-screen', told('enter-full-screen'))
  window.on('leave-full-screen', told('leave-full-screen'))
  window.on('close', (event) => {
    say('window', id, 'close')
    if (doings.keepsOpen()) event.preventDefault()
  })
  void window.loadURL('app://sample/page.html')
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
  for (const { workArea } of screen.getAllDisplays()) open(workArea)
}

if (app.requestSingleInstanceLock()) void start()
else app.exit(3)
