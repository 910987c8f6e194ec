import type { Browser, Route } from '@playwright/test'
import type { RunningRoom } from './runningRoom.ts'

/** The page's own origin, where nothing listens: whatever is asked of it, the desk answers. */
export const deskOrigin = 'http://xiaonao.localhost'

const asksOf = (route: Route, token: string | null) => {
  const { cookie: _cookie, origin: _origin, ...headers } = route.request().headers()
  const isSignIn = route.request().method() === 'POST' && new URL(route.request().url()).pathname === '/api/session'
  return {
    ...headers,
    ...(isSignIn && { 'x-xiaonao-session': 'bearer' }),
    ...(token !== null && !isSignIn && { authorization: `Bearer ${token}` }),
  }
}

/**
 * The desktop app's pages, as far as a browser can have them: an origin of their own, `window.desk`, and all that they ask
 * over HTTP asked for them with a token that they never see. Only their socket goes to the server itself.
 */
export const deskPage = async (browser: Browser, room: RunningRoom) => {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Where a page is from nowhere on the network, a browser asks before it lets it speak to this machine.
    permissions: ['local-network-access'],
  })
  let token: string | null = null
  let tickets = 0
  await context.route(`${deskOrigin}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    if (pathname === '/api/session/ticket') tickets += 1
    try {
      const answer = await route.fetch({ url: `${room.address()}${pathname}${search}`, headers: asksOf(route, token), maxRedirects: 0 })
      const { 'content-security-policy': _policy, ...headers } = answer.headers()
      const body = await answer.body()
      const told = pathname === '/api/session' && answer.ok() ? (JSON.parse(body.toString() || '{}') as { token?: string }) : {}
      const { token: given, ...rest } = told
      if (given === undefined) return await route.fulfill({ status: answer.status(), headers, body })
      token = given
      return await route.fulfill({ status: answer.status(), json: rest })
    } catch {
      return await route.abort('connectionfailed').catch(() => undefined)
    }
  })
  await context.addInitScript((server) => {
    const desk = { ask: (name: string) => Promise.resolve(name === 'desk:about' ? { server } : null), hear: () => () => undefined }
    Object.assign(window, { desk })
  }, room.address())
  const page = await context.newPage()
  return { context, page, tickets: () => tickets, close: () => context.close() }
}
