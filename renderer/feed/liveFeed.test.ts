import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { protocolVersion } from '../../shared/contracts/version.ts'
import type { FeedListener } from './feed.ts'
import type { TicketAnswer } from './fetchTicket.ts'
import { liveFeed } from './liveFeed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Shown = Record<string, unknown>

/** A socket as the library makes it: it asks what to show at each connection, and the test says what comes of it. */
const aSocket = () => {
  const listeners = new Map<string, (said: never) => void>()
  const shown: Shown[] = []
  const socket = {
    active: false,
    auth: (_show: (shown: Shown) => void): void => undefined,
    connects: 0,
    hangUps: 0,
    on: (word: string, listener: (said: never) => void) => void listeners.set(word, listener),
    off: (word?: string) => (word === undefined ? listeners.clear() : void listeners.delete(word)),
    connect: () => {
      socket.connects += 1
      socket.opens()
    },
    disconnect: () => void (socket.hangUps += 1),
    timeout: () => ({ emitWithAck: () => new Promise(() => undefined) }),
    /** The wire is there, for the first time or again. */
    opens: () => socket.auth((one) => shown.push(one)),
    hears: (word: string, said?: unknown) => listeners.get(word)?.(said as never),
  }
  return { socket, shown }
}

const opened = (ticket: (() => Promise<TicketAnswer>) | null) => {
  const { socket, shown } = aSocket()
  const asked: unknown[] = []
  const told: unknown[] = []
  const listener = new Proxy({} as FeedListener, { get: (_, name: string) => (said: unknown) => void told.push([name, said]) })
  const feed = liveFeed({ at: 'https://room.example', ticket }, (...way) => {
    asked.push(way)
    return socket as never
  })
  const stop = feed.start(listener)
  const ends = () => told.filter((one) => (one as [string])[0] === 'onSessionEnd')
  const links = () => told.flatMap((one) => ((one as [string])[0] === 'onLink' ? [(one as [string, { state: string }])[1].state] : []))
  return { socket, shown, told, asked, stop, ends, links }
}

/** Tickets that come when the test hands them out. */
const aCounter = () => {
  const waiting: ((answer: TicketAnswer) => void)[] = []
  const ticket = () => new Promise<TicketAnswer>((resolve) => void waiting.push(resolve))
  const hand = async (nth: number, answer: TicketAnswer) => {
    waiting[nth]?.(answer)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { ticket, hand, fetched: () => waiting.length }
}
const good = (ticket: string): TicketAnswer => ({ ok: true, ticket })
const none = (why: 'unreachable' | 'signed-out'): TicketAnswer => ({ ok: false, why })

test('[C52] with a cookie the handshake shows the wire’s number and nothing else, at once', () => {
  const { shown, asked } = opened(null)
  expect(shown).toEqual([{ protocol: protocolVersion }])
  expect(asked).toMatchObject([['https://room.example', { autoConnect: false }]])
})

test('[C52] each connection shows a ticket of its own', async () => {
  const { ticket, hand } = aCounter()
  const { socket, shown } = opened(ticket)
  await hand(0, good('t1'))
  socket.opens()
  await hand(1, good('t2'))
  expect(shown.map((one) => one['ticket'])).toEqual(['t1', 't2'])
})

test('[C52] a ticket that comes when the link was made anew is not shown: one handshake, one ticket', async () => {
  const { ticket, hand } = aCounter()
  const { socket, shown, told } = opened(ticket)
  socket.opens()
  await hand(0, good('late'))
  await hand(0, none('signed-out'))
  expect(shown).toEqual([])
  await hand(1, good('right'))
  expect(shown).toEqual([{ protocol: protocolVersion, ticket: 'right' }])
  expect(told).toEqual([])
})

test('[C52] without a ticket the link is cut, and it is tried again after a pause, for as long as it takes', async () => {
  const { ticket, hand, fetched } = aCounter()
  const { socket, shown, links, ends } = opened(ticket)
  for (let tries = 1; tries <= 50; tries++) {
    await hand(tries - 1, none('unreachable'))
    expect([fetched(), links().at(-1)]).toEqual([tries, 'cut'])
    await vi.advanceTimersByTimeAsync(1_999)
    expect(fetched()).toBe(tries)
    await vi.advanceTimersByTimeAsync(1)
    expect(fetched()).toBe(tries + 1)
  }
  await hand(50, good('t'))
  expect([shown.length, ends(), socket.hangUps]).toEqual([1, [], 50])
})

test('[C52] who is told that nobody is signed in hears that the session is over, and nothing is tried again', async () => {
  const { ticket, hand, fetched } = aCounter()
  const { ends } = opened(ticket)
  await hand(0, none('signed-out'))
  expect(ends()).toEqual([['onSessionEnd', 'expired']])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(fetched()).toBe(1)
})

test('[C52] a server that does not know the ticket is shown another after a pause; the session goes on', async () => {
  const { ticket, hand, fetched } = aCounter()
  const { socket, links, ends } = opened(ticket)
  await hand(0, good('of-before-the-restart'))
  socket.hears('connect_error', new Error('bad-ticket'))
  expect([links().at(-1), ends(), fetched()]).toEqual(['cut', [], 1])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(fetched()).toBe(2)
})

test('[C52] a page that left hears nothing more of its ticket, and tries nothing', async () => {
  const { ticket, hand, fetched } = aCounter()
  const left = opened(ticket)
  left.stop()
  await hand(0, none('signed-out'))
  expect([left.told, left.shown]).toEqual([[], []])
  const other = aCounter()
  const later = opened(other.ticket)
  await other.hand(0, none('unreachable'))
  later.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([fetched(), other.fetched()]).toEqual([1, 1])
})
