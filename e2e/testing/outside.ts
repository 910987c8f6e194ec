import { setTimeout as after } from 'node:timers/promises'
import type { Channel } from '../../shared/domain/actor.ts'
import { WallId } from '../../shared/domain/ids.ts'
import { consoleSocket, type ConsoleSocket } from './consoleSocket.ts'
import { password } from './runningRoom.ts'

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookie: string | null }

/** Speaks to the server as outside systems and scripts do, without a browser. */
export const outsideOf = (address: () => string) => {
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${address()}${path}`, {
      method,
      headers: { 'x-xiaonao': '1', ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const parsed =
      response.headers.get('content-type')?.includes('json') && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {}
    return { status: response.status, body: parsed, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null }
  }

  const signIn = async (account: string): Promise<string> => {
    const { status, cookie, body } = await ask('POST', '/api/session', { account, password })
    if (status !== 200 || cookie === null) throw new Error(`${account} cannot sign in: ${JSON.stringify(body)}`)
    return cookie
  }

  let supervisor: Promise<string> | null = null
  const asSupervisor = () => (supervisor ??= signIn('supervisor1'))

  const tokens = new Map<Channel, Promise<string>>()
  const tokenFor = (channel: Channel): Promise<string> => {
    const known = tokens.get(channel)
    if (known) return known
    const made = asSupervisor().then(async (cookie) => {
      const { body } = await ask('POST', '/api/manage/tokens', { name: `${channel} 对接`, channel }, { cookie })
      return String(body['token'])
    })
    tokens.set(channel, made)
    return made
  }

  let orders = 0
  return {
    ask,
    signIn,
    /** A console without a screen, for what a test must say or see besides the page. */
    boardOf: async (account: string): Promise<ConsoleSocket> => consoleSocket(address(), await signIn(account)),
    tokenFor,
    /** Pushes a call as the 110 system does; answers the incident's id. */
    push110: async (form: Readonly<Record<string, unknown>>): Promise<string> => {
      const headers = { authorization: `Bearer ${await tokenFor('110')}` }
      const number = `330102${String(Date.now())}${String(++orders).padStart(4, '0')}`
      const call = { jjdbh: number, bjsj: '2026-11-22 20:14:05', bjr: '张女士', bjdh: '13800001234', sfdz: '', ...form }
      let { status, body } = await ask('POST', '/api/intake/110', call, headers)
      // As an outside system should: told that it is too fast, it sends the same again when it may.
      while (status === 429) {
        await after(1_000)
        ;({ status, body } = await ask('POST', '/api/intake/110', call, headers))
      }
      if (status !== 201) throw new Error(`110 was answered ${status}: ${JSON.stringify(body)}`)
      return String(body['incident'])
    },
    /** A field link for a unit, as the supervisor hands it out. */
    fieldLink: async (unit: string, forMs = 8 * 3_600_000, now = Date.now()): Promise<string> => {
      const { status, body } = await ask('POST', '/api/manage/links', { unit, until: now + forMs }, { cookie: await asSupervisor() })
      if (status !== 200 && status !== 201) throw new Error(`No link for ${unit}: ${JSON.stringify(body)}`)
      return String(body['url'])
    },
    /** Hangs a wall as the supervisor does; its number, and the link of a pass for it. */
    hangWall: async (plan: Readonly<Record<string, unknown>>): Promise<{ readonly wall: WallId; readonly url: string }> => {
      const desk = await consoleSocket(address(), await asSupervisor())
      const wall = WallId.parse(`wall-${desk.board().nextWall}`)
      const answer = await desk.do({ type: 'wall.arrange', wall: null, plan })
      desk.close()
      if (!answer.ok) throw new Error(`The wall was not hung: ${JSON.stringify(answer)}`)
      const { status, body } = await ask('POST', '/api/manage/walls/passes', { wall }, { cookie: await asSupervisor() })
      if (status !== 200) throw new Error(`No pass for ${wall}: ${JSON.stringify(body)}`)
      return { wall, url: String(body['url']) }
    },
    /** The address behind a building's QR code. */
    buildingUrl: async (name: string): Promise<string> => {
      const { body } = await ask('GET', '/api/manage/buildings', undefined, { cookie: await asSupervisor() })
      const buildings = body['buildings'] as readonly { readonly name: string; readonly url: string }[]
      const found = buildings.find((building) => building.name.includes(name))
      if (!found) throw new Error(`No building ${name}`)
      return found.url
    },
  }
}

export type Outside = ReturnType<typeof outsideOf>
