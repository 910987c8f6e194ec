import { z } from 'zod'
import type { ApiError } from '../../shared/contracts/session.ts'
import { AccountId } from '../../shared/domain/ids.ts'
import { askWithPass } from './tryPass.ts'

type Needs = {
  /** Origin of the room's server; null before the first run. */
  readonly server: () => string | null
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly token: () => string | null
  /** The pass of a workstation that is a wall; null when it has lost it, undefined for one that people sit at. */
  readonly wallPass: () => string | null | undefined
  /** Somebody signed in at this desk: the token is kept, the page never sees it. */
  readonly signedIn: (token: string, account: AccountId) => void
  /** The session that was kept turned out to be this person's. */
  readonly isPerson: (account: AccountId) => void
  readonly signedOut: () => void
}

/** What a page may say of its request; everything else is ours to say. */
const passedOn = ['accept', 'accept-language', 'content-type', 'if-none-match', 'range', 'x-xiaonao'] as const

/** What the answer may say; the rest is of the hop, or a matter between server and browser. */
const passedBack = ['content-type', 'cache-control', 'etag', 'content-range', 'content-disposition', 'retry-after'] as const

const pick = (headers: Headers, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => [[name, headers.get(name)] as const]).filter((pair): pair is [string, string] => pair[1] !== null),
  )

const SignedIn = z.looseObject({ id: AccountId, token: z.string().min(1) })
const Somebody = z.looseObject({ id: AccountId })

const sessionDoor = '/api/session'
/** Where a wall shows its pass and gets a session of its own beside the person's. */
const wallDoor = '/api/wall/session'
const WallIn = z.looseObject({ token: z.string().min(1) })

const passLost: ApiError = {
  error: 'no-pass',
  field: 'pass',
  zh: '这台机器上没有大屏的通行码。',
  en: 'This machine has no pass of a wall.',
}

const isWalls = ({ headers }: Request): boolean => headers.get('x-xiaonao') === 'wall'

/** Where on the server this is; null for a path that would be read as another one, or as another server's. */
const addressOf = (origin: string | null, path: string): URL | null => {
  if (origin === null || !path.startsWith('/') || !URL.canParse(path, origin)) return null
  const url = new URL(path, origin)
  return url.origin === origin && url.pathname === path.replace(/\?.*$/s, '') ? url : null
}

/**
 * Fetches from the dispatch server what a page asked of its own origin.
 *
 * The session's token is added here and taken out of the answer to a sign-in here, so that no script ever holds it.
 * A server that does not answer is a failed request, as it would be in a browser.
 */
export const relayToServer = ({ server, fetch, token, wallPass, signedIn, isPerson, signedOut }: Needs) => {
  /** Of the wall that hangs on this desk, at the server that gave it; it shows its pass again whenever it begins, so there is nothing to keep. */
  let wallSession: { readonly server: string; readonly token: string } | null = null

  /** A wall without a pass of its own shows what the person at this desk may see. */
  const wallTokenFor = (request: Request): string | null =>
    isWalls(request) && wallSession !== null && wallSession.server === server() ? wallSession.token : null

  const send = async (request: Request, url: URL): Promise<Response> => {
    const isSignIn = request.method === 'POST' && (url.pathname === sessionDoor || url.pathname === wallDoor)
    const known = wallTokenFor(request) ?? token()
    const headers = {
      ...pick(request.headers, passedOn),
      ...(known !== null && !isSignIn && { authorization: `Bearer ${known}` }),
      ...(isSignIn && { 'x-xiaonao-session': 'bearer' }),
    }
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const body = hasBody ? await request.arrayBuffer() : null
    return fetch(url.href, { method: request.method, headers, redirect: 'error', ...(body && body.byteLength > 0 && { body }) })
  }

  const passOn = (answer: Response, body: Response['body'] | string): Response =>
    new Response(body, { status: answer.status, headers: pick(answer.headers, passedBack) })

  /** Doors of the session: who is at this desk is learnt in passing. */
  const session = async (request: Request, answer: Response): Promise<Response> => {
    const told: unknown = answer.status === 204 ? null : await answer.json().catch(() => null)
    const shown = (value: unknown) => passOn(answer, answer.status === 204 ? null : JSON.stringify(value))
    if (request.method === 'POST' && answer.ok) {
      const { token: made, ...me } = SignedIn.parse(told)
      signedIn(made, me.id)
      return shown(me)
    }
    if (request.method === 'GET') {
      const somebody = answer.ok ? Somebody.safeParse(told) : null
      if (somebody?.success) isPerson(somebody.data.id)
      if (answer.status === 401) signedOut()
    }
    return shown(told)
  }

  const wall = async (answer: Response, origin: string): Promise<Response> => {
    const told: unknown = await answer.json().catch(() => null)
    wallSession = null
    if (!answer.ok) return passOn(answer, JSON.stringify(told))
    const { token: made, ...me } = WallIn.parse(told)
    wallSession = { server: origin, token: made }
    return passOn(answer, JSON.stringify(me))
  }

  /** A wall that asks who it is begins: where this workstation is that wall, the pass is shown for it here, and no page sees it. */
  const wallByPass = async (origin: string): Promise<Response | null> => {
    const pass = wallPass()
    if (pass === undefined) return null
    return pass === null ? Response.json(passLost, { status: 401 }) : wall(await askWithPass(origin, pass, fetch), origin)
  }

  return async (request: Request, path: string): Promise<Response> => {
    const url = addressOf(server(), path)
    if (!url) return Response.error()
    // What a wall learns of its own session says nothing of the person at this desk; who signs in is one in any case.
    const isPersons = request.method === 'POST' || wallTokenFor(request) === null
    const isSession = url.pathname === sessionDoor && isPersons
    try {
      const hung = isWalls(request) && request.method === 'GET' && url.pathname === sessionDoor ? await wallByPass(url.origin) : null
      if (hung) return hung
      const answer = await send(request, url)
      if (url.pathname === wallDoor) return await wall(answer, url.origin)
      return isSession ? await session(request, answer) : passOn(answer, answer.body)
    } catch {
      return Response.error()
    } finally {
      // Whoever leaves the desk has left it, though the server be gone and cannot be told.
      if (isSession && request.method === 'DELETE') signedOut()
    }
  }
}
