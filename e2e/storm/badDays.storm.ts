import { afterEach, describe, expect, test } from 'vitest'
import type { RoomHealth } from '../../shared/contracts/console.ts'
import type { DomainEvent } from '../../shared/domain/event.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { JournalUnavailable, type Journal } from '../../server/journal/journal.ts'
import { roomInProcess, type RoomInProcess } from '../testing/roomInProcess.ts'
import { sentIdOf } from '../testing/sentIdOf.ts'
import { eventually } from '../../shared/testing/eventually.ts'

let room: RoomInProcess
afterEach(() => room.close())

const minute = 60_000
const hour = 60 * minute

const form = (n: number) => ({
  jjdbh: `33010220261123${n}`,
  bjsj: '2026-11-23 09:00:00',
  bjdh: '13800001234',
  bjnr: '楼下有人打架，快来',
  sfdz: '',
})

const push = async (n: number) => {
  const headers = { authorization: `Bearer ${await room.outside.tokenFor('110')}` }
  return room.outside.ask('POST', '/api/intake/110', form(n), headers)
}

describe('a full disk', () => {
  const aFullDisk = () => {
    let isFull = false
    const around = (journal: Journal<DomainEvent>): Journal<DomainEvent> => ({
      ...journal,
      append: (...args) => (isFull ? Promise.reject(new JournalUnavailable('disk-full', 'The disk is full.')) : journal.append(...args)),
    })
    return { around, fill: () => void (isFull = true), free: () => void (isFull = false) }
  }

  test('[W20] intake says 503, consoles hear cannot-keep, health says so; when there is room again all goes on, and nothing is there by halves', async () => {
    const disk = aFullDisk()
    room = await roomInProcess({ aroundJournal: disk.around })
    const cookie = await room.outside.signIn('operator1')
    const socket = room.connect(cookie)
    const health: RoomHealth[] = []
    socket.on('room:health', (one: RoomHealth) => health.push(one))
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    const say = (id: string) =>
      socket.timeout(40_000).emitWithAck('command:do', { id, command: { type: 'shift.log', text: id } }) as Promise<unknown>
    expect((await push(1)).status).toBe(201)
    await room.pass(10_000)
    await eventually(() => expect(health.at(-1)?.canKeep).toBe(true))
    const before = await room.events()

    disk.fill()
    const refused = await push(2)
    expect([refused.status, refused.body['error']]).toEqual([503, 'cannot-keep'])
    expect(await say('command-one')).toEqual({ ok: false, refusal: { reason: 'cannot-keep' } })
    await room.pass(10_000)
    await eventually(() => expect(health.at(-1)?.canKeep).toBe(false))
    expect(await room.events()).toEqual(before)

    disk.free()
    expect(await say('command-one')).toMatchObject({ ok: true })
    expect((await push(2)).status).toBe(201)
    expect((await push(2)).status).toBe(200)
    await room.pass(10_000)
    await eventually(() => expect(health.at(-1)?.canKeep).toBe(true))
    const kept = (await room.events()).slice(before.length)
    expect(kept.filter(({ commandId }) => sentIdOf(commandId) === 'command-one')).toHaveLength(1)
    expect(kept.filter(({ event }) => event.type === 'incident.reported')).toHaveLength(1)
    expect(room.town().desk.kept()).toEqual(room.town().desk.board())
    await room.restart()
    expect(room.town().desk.kept().position).toBe((await room.events()).length)
  })
})

describe('a clock that is set', () => {
  const breaches = async () =>
    (await room.events()).flatMap(({ event, at }) =>
      event.type === 'stage.breached' ? [[event.incident, event.stage, at - event.dueAt] as const] : [],
    )

  test.each([
    ['back an hour', -hour],
    ['forwards an hour', hour],
  ])('[W4] %s: each limit is told once, at its time, positions go on, and the journal is in order', async (_, jump) => {
    room = await roomInProcess()
    await room.pass(1_000)
    expect((await push(1)).status).toBe(201)
    const { positions } = room.town()
    const unit = UnitId.parse('W12')
    const seen: number[] = []
    const walk = (n: number) => {
      positions.take({ unit, point: [120.215 + n * 1e-5, 30.25], at: room.town().now(), accuracyM: 5 })
      seen.push(positions.positionOf(unit)?.at ?? 0)
    }
    for (let i = 0; i < 20; i++) {
      if (i === 5) room.clock.setWall(jump)
      walk(i)
      await room.pass(15_000)
    }
    await room.pass(5 * minute)
    await room.restart()
    await room.pass(5 * minute)
    const events = await room.events()
    expect(events.map(({ at }) => at)).toEqual([...events.map(({ at }) => at)].sort((a, b) => a - b))
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
    const said = await breaches()
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said.map(([incident, stage]) => `${incident} ${stage}`)).size).toBe(said.length)
    if (jump < 0) expect(Math.max(...said.map(([, , late]) => late))).toBeLessThanOrEqual(2_000)
    expect(room.troubles).toEqual([])
  })
})

describe('a page that names what the town does not have', () => {
  test('[W36] a place with another town’s codes is refused, when amending and when a call is taken down, and nothing is kept', async () => {
    room = await roomInProcess()
    const cookie = await room.outside.signIn('operator1')
    const socket = room.connect(cookie)
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    const incident = String((await push(1)).body['incident'])
    const before = await room.events()
    const place = { text: '别处', point: null, building: 'B-ELSEWHERE', grid: null, community: null, source: 'person' }
    const command = { type: 'incident.amend', incident, changes: { place }, was: { place: { ...place, building: null } } }
    const call = { id: 'call-elsewhere', text: '有人吵架', callerName: null, callerPhone: null, place, placeText: '' }
    const refused = { ok: false, refusal: { reason: 'malformed', field: 'place', problem: 'not-of-this-town' } }
    expect(await socket.timeout(40_000).emitWithAck('command:do', { id: 'amend-elsewhere', command })).toEqual(refused)
    expect(await socket.timeout(40_000).emitWithAck('report:bring', call)).toEqual(refused)
    expect(await room.events()).toEqual(before)
  })
})
