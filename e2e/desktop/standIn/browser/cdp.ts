import { EventEmitter } from 'node:events'
import type { CDPSession } from '@playwright/test'

/** One attached target, or the browser itself. The words are Chromium's, typed by Playwright. */
export type Session = Pick<CDPSession, 'send' | 'on' | 'off'>

export type Cdp = {
  readonly browser: Session
  readonly session: (sessionId: string) => Session
  /** Hands over one message that came from the browser. */
  readonly receive: (message: string) => void
  /** Rejects whatever still waits for an answer. */
  readonly end: () => void
}

type Waiting = { readonly method: string; readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void }
type Received = {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly params?: unknown
  readonly sessionId?: string
}

/** The DevTools protocol with flat sessions: every session shares one wire and is told apart by its id. */
export function cdp(write: (message: string) => void): Cdp {
  let last = 0
  let ended = false
  const waiting = new Map<number, Waiting>()
  const sessions = new Map<string, EventEmitter>()

  const send = (sessionId: string, method: string, params: unknown = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error(`The browser is gone: ${method}`))
      last += 1
      waiting.set(last, { method, resolve, reject })
      write(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }))
    })

  function eventsOf(sessionId: string): EventEmitter {
    const known = sessions.get(sessionId)
    if (known) return known
    const made = Object.assign(new EventEmitter().setMaxListeners(0), {
      send: (method: string, params?: unknown) => send(sessionId, method, params),
    })
    sessions.set(sessionId, made)
    return made
  }

  function answered(id: number, { result, error }: Received): void {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`))
    else asked?.resolve(result)
  }

  return {
    browser: eventsOf('') as unknown as Session,
    session: (sessionId) => eventsOf(sessionId) as unknown as Session,
    receive: (message) => {
      const received = JSON.parse(message) as Received
      if (received.id !== undefined) answered(received.id, received)
      else if (received.method) eventsOf(received.sessionId ?? '').emit(received.method, received.params)
    },
    end: () => {
      ended = true
      for (const { method, reject } of waiting.values()) reject(new Error(`The browser is gone: ${method}`))
      waiting.clear()
    },
  }
}
