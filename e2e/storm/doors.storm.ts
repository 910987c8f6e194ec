import { afterEach, describe, expect, test } from 'vitest'
import { SignedIn, SocketTicket } from '../../shared/contracts/session.ts'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import type { IncidentId } from '../../shared/domain/ids.ts'
import { roomInProcess, type RoomInProcess } from '../testing/roomInProcess.ts'
import { password } from '../testing/runningRoom.ts'

const rooms: RoomInProcess[] = []
const open = async () => {
  const room = await roomInProcess()
  rooms.push(room)
  return room
}
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close()
})

type Told = { readonly status: number; readonly body: Record<string, unknown> }

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Every door that a report comes through, each with an id or number that its sender made. */
const doorsOf = async (room: RoomInProcess) => {
  const { outside } = room
  const linkOf = async (unit: string) => (await outside.fieldLink(unit, 3_600_000, room.town().now())).split('#')[1] ?? ''
  const [unit] = room.town().town.units
  const link = bearer(await linkOf(unit?.id ?? ''))
  const code = new URL(await outside.buildingUrl('')).searchParams
  const building = { building: code.get('b') ?? '', signature: code.get('s') ?? '' }
  const order = { jjdbh: '33010220261123001', bjsj: '2026-11-23 09:00:00', bjnr: '楼下有人打架', sfdz: '' }
  return {
    order: async (): Promise<Told> => outside.ask('POST', '/api/intake/110', order, bearer(await outside.tokenFor('110'))),
    phone: (more: object = {}): Promise<Told> =>
      outside.ask('POST', '/api/field/report', { id: 'own-report-1', text: '河边护栏断了', point: null, photos: [], ...more }, link),
    citizen: (more: object = {}): Promise<Told> =>
      outside.ask('POST', '/api/citizen/report', { ...building, id: 'page-made-1', text: '楼道堆物', phone: null, photos: [], ...more }),
  }
}

const aConsole = async (room: RoomInProcess, account: string) => {
  const socket = room.connect(await room.outside.signIn(account))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  const ask = (name: string, payload: unknown) => socket.timeout(40_000).emitWithAck(name, payload) as Promise<Record<string, unknown>>
  return { ask, log: (id: string) => ask('command:do', { id, command: { type: 'shift.log', text: id } }) }
}

const reportsIn = async (room: RoomInProcess) => (await room.events()).filter(({ event }) => event.type === 'incident.reported')
const logsIn = async (room: RoomInProcess) => (await room.events()).filter(({ event }) => event.type === 'shift.logged')

describe('ids', () => {
  test('[W7] a console that knows the ids of coming reports cannot use them up', async () => {
    const before = await open()
    const known = await doorsOf(before)
    for (const bring of [known.order, known.phone, known.citizen]) expect((await bring()).status).toBeLessThan(300)
    const ids = (await reportsIn(before)).map(({ commandId }) => commandId)
    expect(ids).toHaveLength(3)

    const room = await open()
    const insider = await aConsole(room, 'operator1')
    for (const id of ids) expect(await insider.log(id)).toMatchObject({ ok: true })
    const doors = await doorsOf(room)
    for (const bring of [doors.order, doors.phone, doors.citizen]) expect((await bring()).status).toBeLessThan(300)
    expect(await reportsIn(room)).toHaveLength(3)
  })

  test('[W7] one sender’s id is its own, over a restart too: said again it is done once, said by another it is another command', async () => {
    const room = await open()
    const first = await aConsole(room, 'operator1')
    const answer = await first.log('command-one')
    expect(await first.log('command-one')).toEqual(answer)
    expect(await (await aConsole(room, 'dispatcher1')).log('command-one')).toMatchObject({ ok: true })
    const doors = await doorsOf(room)
    expect([(await doors.order()).status, (await doors.order()).status]).toEqual([201, 200])
    const told = await doors.phone()

    await room.restart()
    expect(await (await aConsole(room, 'operator1')).log('command-one')).toEqual(answer)
    expect((await doors.order()).status).toBe(200)
    expect((await doors.phone()).body).toEqual(told.body)
    expect(await logsIn(room)).toHaveLength(2)
    expect(await reportsIn(room)).toHaveLength(2)
  })
})

describe('desks', () => {
  const app = 'app://xiaonao'

  const aDesk = async (room: RoomInProcess, account: string) => {
    const asks = { 'x-xiaonao-session': 'bearer' }
    const { body, cookie } = await room.outside.ask('POST', '/api/session', { account, password }, asks)
    expect(cookie).toBeNull()
    const shown = bearer(SignedIn.parse(body).token)
    const ticket = async () => SocketTicket.parse((await room.outside.ask('POST', '/api/session/ticket', undefined, shown)).body).ticket
    const knock = (ticket: unknown) => {
      const socket = room.connect(null, '', { protocol: protocolVersion, ticket }, app)
      return new Promise<typeof socket | string>((resolve) => {
        socket.once('connect', () => resolve(socket))
        socket.once('connect_error', ({ message }) => resolve(message))
      })
    }
    return { shown, ticket, knock }
  }
  const socketOf = (knocked: Awaited<ReturnType<Awaited<ReturnType<typeof aDesk>>['knock']>>) => {
    if (typeof knocked === 'string') throw new Error(knocked)
    return knocked
  }

  test('[W42] a ticket lets one socket in, once and within a minute', async () => {
    const room = await open()
    const desk = await aDesk(room, 'operator1')
    const [good, late] = [await desk.ticket(), await desk.ticket()]
    const socket = socketOf(await desk.knock(good))
    expect(await socket.timeout(40_000).emitWithAck('journal:follow', { after: 0 })).toMatchObject({ kind: 'board' })
    expect(await desk.knock(good)).toBe('bad-ticket')
    await room.pass(60_000)
    expect(await desk.knock(late)).toBe('bad-ticket')
    expect(socket.connected).toBe(true)
  })

  test('[W43] what ends the session ends the socket that its ticket let in, whoever ends it', async () => {
    const room = await open()
    const supervisor = { cookie: await room.outside.signIn('supervisor1') }
    const endings = {
      'signed-out': (shown: Record<string, string>) => room.outside.ask('DELETE', '/api/session', undefined, shown),
      revoked: () => room.outside.ask('DELETE', '/api/manage/accounts/operator1/sessions', undefined, supervisor),
      'rights-changed': () => room.outside.ask('PUT', '/api/manage/accounts/operator1', { change: 'role', role: 'leader' }, supervisor),
    }
    for (const [why, end] of Object.entries(endings)) {
      const desk = await aDesk(room, 'operator1')
      const [socket, unused] = [socketOf(await desk.knock(await desk.ticket())), await desk.ticket()]
      const told = new Promise((resolve) => socket.once('session:ended', resolve))
      const gone = new Promise((resolve) => socket.once('disconnect', resolve))
      expect((await end(desk.shown)).status).toBeLessThan(300)
      expect(await told).toEqual({ why })
      await gone
      expect(await desk.knock(unused)).toBe('bad-ticket')
      expect((await room.outside.ask('POST', '/api/session/ticket', undefined, desk.shown)).status).toBe(401)
    }
    expect(room.troubles).toEqual([])
  })

  test('[W43] after a restart an old ticket is nobody’s, and a new one is the same session’s', async () => {
    const room = await open()
    const desk = await aDesk(room, 'operator1')
    const before = await desk.ticket()
    await room.restart()
    expect(await desk.knock(before)).toBe('bad-ticket')
    socketOf(await desk.knock(await desk.ticket()))
  })
})

describe('words', () => {
  const hostile = '\u202e打\u200b架\u0000了\r\n快来\ufeff\ud800'
  const clean = '打架了\n快来\ufffd'
  const textOf = (room: RoomInProcess, incident: unknown) =>
    incidentOf(room.town().desk.kept(), incident as IncidentId)?.reports.map(({ text, caller, placeText }) => ({ text, caller, placeText }))

  test('[K17] a phone’s own report, a citizen’s and a call taken at a console come in with the same cleaned words', async () => {
    const room = await open()
    const doors = await doorsOf(room)
    const own = await doors.phone({ text: hostile })
    expect(textOf(room, own.body['incident'])).toMatchObject([{ text: clean }])
    expect((await doors.citizen({ text: hostile })).status).toBe(201)
    expect((await reportsIn(room)).map(({ event }) => event.type === 'incident.reported' && event.report.text)).toEqual([clean, clean])
    const desk = await aConsole(room, 'operator1')
    const call = { callerName: '李\u200b先生', callerPhone: '138 0000-0077', place: null, placeText: '近江\u202e家园' }
    const taken = await desk.ask('report:bring', { id: 'call-taken-1', text: hostile, ...call })
    expect(textOf(room, taken['incident'])).toEqual([
      { text: clean, caller: { name: '李先生', phone: '13800000077' }, placeText: '近江家园' },
    ])
  })

  test('[K17] words of nothing that can be seen are refused with their field, and bring nothing', async () => {
    const room = await open()
    const doors = await doorsOf(room)
    const nothing = { text: '\u200b\u2060\u200d' }
    expect(await doors.phone(nothing)).toMatchObject({ status: 400, body: { error: 'malformed', field: 'text' } })
    expect(await doors.citizen(nothing)).toMatchObject({ status: 400, body: { field: 'text' } })
    const desk = await aConsole(room, 'operator1')
    const call = { callerName: null, callerPhone: null, place: null, placeText: '' }
    const answer = await desk.ask('report:bring', { id: 'call-taken-1', ...nothing, ...call })
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'malformed', field: 'text' } })
    expect(await reportsIn(room)).toEqual([])
  })
})

describe('photos', () => {
  test('[K18] a report that names a photo nobody kept comes in without it at every door, and its sender is told', async () => {
    const room = await open()
    const doors = await doorsOf(room)
    const photos = ['ab'.repeat(32)]
    const told = [await doors.phone({ photos }), await doors.citizen({ photos })]
    expect(told.map(({ status, body }) => [status < 300, (body['notes'] as readonly unknown[]).length])).toEqual([
      [true, 1],
      [true, 1],
    ])
    const grid = { reportId: 'WG-1', unit: 'W12', at: '2026-11-23 09:00:00', text: '占道堆物', photos }
    const pushed = await room.outside.ask('POST', '/api/intake/grid', grid, bearer(await room.outside.tokenFor('grid')))
    expect(pushed).toMatchObject({ status: 201, body: { warnings: [{ field: 'photos.0', reason: 'unknown-photo' }] } })
    const reports = (await reportsIn(room)).map(({ event }) => event.type === 'incident.reported' && event.report.photos)
    expect(reports).toEqual([[], [], []])
  })
})
