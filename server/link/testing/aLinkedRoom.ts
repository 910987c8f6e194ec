import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import type { Position } from '../../../shared/contracts/positions.ts'
import { protocolVersion } from '../../../shared/contracts/version.ts'
import type { Me } from '../../../shared/contracts/session.ts'
import type { Role } from '../../../shared/domain/actor.ts'
import { AccountId, TownId } from '../../../shared/domain/ids.ts'
import type { Answer } from '../../../shared/domain/refusal.ts'
import { testRoom, type TestRoom } from '../../../shared/testing/testRoom.ts'
import { consoleAnswers, type ConsoleTown } from '../consoleAnswers.ts'
import { consoleLink } from '../consoleLink.ts'
import { journalTail } from '../followJournal.ts'

export const here = TownId.parse('sijijiang')
export const there = TownId.parse('elsewhere')

/** A town as the link sees it, over a board in memory that is decided by the real rules. */
const townOf = (room: TestRoom) => {
  const tail = journalTail(room.board, room.now)
  room.onKept((events) => tail.add(events))
  let positions: readonly Position[] = []
  const done = new Map<string, Answer>()
  const town: ConsoleTown = {
    kept: room.board,
    do: async (command, { id, by }) => {
      const known = done.get(id)
      if (known) return known
      const ruling = room.ask(command, by)
      if (!ruling.ok) return ruling
      const answer: Answer = { ok: true, position: room.board().position }
      done.set(id, answer)
      return answer
    },
    eventAt: async (position) => room.events()[position - 1],
    catchUp: tail.catchUp,
    history: async (incident) => room.events().filter(({ event }) => 'incident' in event && event.incident === incident),
    recommend: (incident) => ({ incident: incident.id, at: room.now(), choices: [], forces: [] }) as never,
    earlierCalls: async () => [],
    openQuestions: ({ kind, reports }) => [{ zh: `${kind}的问题`, en: `${reports.length}` }],
    secondOpinion: async ({ kind }, language) => ({ state: 'given', opinion: { summary: language, kind, questions: [] } }),
    positions: () => positions,
    findPlaces: () => [],
    takeCall: async () => ({ ok: false, refusal: { reason: 'too-many' } }),
  }
  return { room, town, setPositions: (all: readonly Position[]) => void (positions = all) }
}

/** The consoles' link over real sockets, with people and sessions by the cookie `<role>@<town>`, and tickets given for them. */
export const aLinkedRoom = async (pageOrigins: readonly string[] = []) => {
  const rooms = new Map([
    [here, townOf(testRoom())],
    [there, townOf(testRoom())],
  ])
  const ended = new Set<string>()
  const tickets = new Map<string, string>()
  const troubles: string[] = []
  let now = 1_000_000
  let looked = () => Promise.resolve()
  let lookUps = 0
  let given = 0
  const http = createServer()
  const me = (cookie: string): Me => {
    const [role, town] = cookie.split('@') as [Role, string]
    return {
      id: AccountId.parse(role === 'wall' ? 'wall-1' : `${role}1`),
      name: role,
      role,
      town: TownId.parse(town),
      townName: town,
      mustChangePassword: false,
    }
  }
  const lookUp = async (cookie: string) => {
    lookUps += 1
    const found = ended.has(cookie) ? null : { me: me(cookie), session: `session-of-${cookie}` }
    await looked()
    return found
  }
  const link = consoleLink({
    http,
    now: () => now,
    letIn: async ({ by, token }) => {
      const cookie = by === 'cookie' ? token : tickets.get(token)
      if (by === 'ticket') tickets.delete(token)
      return cookie === undefined ? null : lookUp(cookie)
    },
    sessionOf: (session) => lookUp(session.replace('session-of-', '')),
    pageOrigins,
    answers: (presence) =>
      consoleAnswers(
        (town) => rooms.get(town)?.town,
        presence,
        () => now,
      ),
    onTrouble: (_, message) => void troubles.push(message),
  })
  for (const [id, { room }] of rooms) room.onKept((events) => link.tellEvents(id, events))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const sockets: Socket[] = []

  const open = (cookie: string | null, auth: Record<string, unknown> = { protocol: protocolVersion }, origin?: string) => {
    const socket: Socket = io(`http://127.0.0.1:${port}`, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { ...(cookie !== null && { cookie: `other=1; xn_session=${cookie}` }), ...(origin !== undefined && { origin }) },
    })
    sockets.push(socket)
    const heard: { readonly word: string; readonly said: unknown }[] = []
    socket.onAny((word: string, said: unknown) => heard.push({ word, said }))
    return {
      socket,
      heard,
      words: (word: string) => heard.filter((one) => one.word === word).map(({ said }) => said),
      ask: (name: string, payload: unknown) => socket.timeout(40_000).emitWithAck(name, payload) as Promise<Record<string, unknown>>,
      connected: () => new Promise<void>((resolve) => (socket.connected ? resolve() : socket.once('connect', () => resolve()))),
      gone: () => new Promise<void>((resolve) => (socket.disconnected ? resolve() : socket.once('disconnect', () => resolve()))),
      refusal: () => new Promise<string>((resolve) => socket.once('connect_error', ({ message }) => resolve(message))),
      until: (word: string) => new Promise<unknown>((resolve) => socket.once(word, resolve)),
    }
  }

  return {
    link,
    troubles,
    ended,
    open,
    ticketFor: (cookie: string) => {
      const ticket = `ticket-${++given}`
      tickets.set(ticket, cookie)
      return ticket
    },
    address: `http://127.0.0.1:${port}`,
    room: rooms.get(here)?.room as TestRoom,
    other: rooms.get(there)?.room as TestRoom,
    /** Where the units of the room are; told to nobody. */
    setPositions: (all: readonly Position[]) => rooms.get(here)?.setPositions(all),
    setNow: (instant: number) => void (now = instant),
    now: () => now,
    /** How often a session was looked up. */
    lookUps: () => lookUps,
    /** Stands in the way of looking people up. */
    whileLooking: (work: () => Promise<void>) => void (looked = work),
    /** One says something and is gone before it was looked up who they are; all of that is over when this resolves. `other` stays. */
    leavesWhileLookedUp: async (one: ReturnType<typeof open>, name: string, payload: unknown, other: ReturnType<typeof open>) => {
      await one.ask('place:search', { text: '临江路' })
      let isReached = () => {}
      let goOn = () => {}
      const reached = new Promise<void>((resolve) => (isReached = resolve))
      const held = new Promise<void>((resolve) => (goOn = resolve))
      looked = () => {
        looked = () => Promise.resolve()
        isReached()
        return held
      }
      one.socket.emit(name, payload)
      await reached
      // The server is told of the end of a socket after what was said on it; another’s looks are told as one leaves.
      const left = other.until('presence:looks')
      one.socket.disconnect()
      await left
      goOn()
      await other.ask('place:search', { text: '临江路' })
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await link.close()
    },
  }
}
