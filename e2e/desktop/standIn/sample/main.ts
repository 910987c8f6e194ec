import { app, BrowserWindow, ipcMain, net, protocol, screen, session } from 'electron'
import { fileURLToPath, pathToFileURL } from 'node:url'

const preload = fileURLToPath(new URL('preload.cjs', import.meta.url))
const pages = new URL('pages/', import.meta.url)

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/echo')
    return Response.json({ url: request.url, method: request.method, origin: request.headers.get('origin'), body: await request.text() })
  if (pathname === '/leave') return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })
  const file = await net.fetch(pathToFileURL(fileURLToPath(new URL(`.${pathname}`, pages))).href)
  const headers = new Headers(file.headers)
  headers.set(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; connect-src 'self' app://other; style-src 'self'; worker-src 'self'",
  )
  return new Response(file.body, { headers })
}

app.on('ready', () => {
  protocol.handle('app', serve)
  for (const { bounds } of screen.getAllDisplays()) {
    const window = new BrowserWindow({ ...bounds, webPreferences: { preload } })
    void window.loadURL('app://sample/page.html')
  }
})
ipcMain.handle('ask', (_event, what, value) => ({ what, value }))
void session
