import { afterEach, describe, expect, test } from 'vitest'
import { toServer } from '../../shared/contracts/console.ts'
import { Role } from '../../shared/domain/actor.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import type { TestRoom } from '../../shared/testing/testRoom.ts'
import { aLinkedRoom, here } from './testing/aLinkedRoom.ts'
import type { CatchUp } from '../../shared/contracts/console.ts'
import { unpackBoard } from './testing/unpackBoard.ts'

let opened: Awaited<ReturnType<typeof aLinkedRoom>> | null = null
const open = async () => (opened = await aLinkedRoom())
afterEach(() => opened?.close())

const report = (room: TestRoom, text = '楼下吵架') => {
  const story = boardBuilder()
  story.report({ text, report: { caller: { name: '陈女士', phone: '13900000001' } } })
  const event = story.events()[0]?.event
  if (event?.type !== 'incident.reported') throw new Error('A report always becomes an incident')
  const {
    report: { id: _id, receivedAt: _at, ...incoming },
    assessment,
    place,
    duplicates,
  } = event
  room.ask({ type: 'incident.report', report: incoming, assessment, place, duplicates }, { kind: 'channel', channel: '110' })
}

const follow = { after: 0 }
const take = (id = 'command-take') => ({ id, command: { type: 'incident.take', incident: 'E-1001' } })

describe('the door', () => {
  const hostile: readonly unknown[] = [
    null,
    undefined,
    1,
    '',
    'x'.repeat(50_000),
    [],
    {},
    { after: -1 },
    { after: 'x' },
    { id: {}, command: { type: '__proto__' } },
    true,
  ]

  test.each(Object.keys(toServer))('[W12] whatever is said as %s is answered where an answer is due, and nothing breaks', async (name) => {
    const linked = await open()
    const console = linked.open('supervisor@sijijiang')
    await console.connected()
    for (const payload of hostile) {
      const answer = await console.ask(name, payload).catch(() => 'no answer')
      expect(JSON.stringify(answer ?? null)).toMatch(/malformed|null|\[\]|unknown|"kind"/)
    }
    expect(await console.ask('journal:follow', follow)).toMatchObject({ kind: 'board' })
    expect(linked.troubles).toEqual([])
  })

  test('[W12] a message without a payload, or with too many, is answered as well', async () => {
    const linked = await open()
    const console = linked.open('supervisor@sijijiang')
    await console.connected()
    const bare = await (console.socket.timeout(40_000).emitWithAck as (name: string) => Promise<unknown>)('command:do')
    const crowded = await (console.socket.timeout(40_000).emitWithAck as (...all: unknown[]) => Promise<unknown>)(
      'journal:follow',
      follow,
      1,
      2,
    )
    expect(bare).toMatchObject({ ok: false, refusal: { reason: 'malformed' } })
    expect(crowded).toMatchObject({ kind: 'board' })
  })

  test('[W12] a page gone mad is told that it is too much; a moment later it may speak again, and others notice nothing', async () => {
    const linked = await open()
    const [mad, calm] = [linked.open('supervisor@sijijiang'), linked.open('operator@sijijiang')]
    await Promise.all([mad.connected(), calm.connected()])
    const answers = await Promise.all(Array.from({ length: 150 }, () => mad.ask('journal:follow', follow)))
    expect(answers.filter((answer) => 'refusal' in answer)).toHaveLength(30)
    expect(await calm.ask('journal:follow', follow)).toMatchObject({ kind: 'board' })
    linked.setNow(linked.now() + 1_000)
    expect(await mad.ask('journal:follow', follow)).toMatchObject({ kind: 'board' })
  })

  test('[W12] a clock set back an hour makes nobody too much', async () => {
    const linked = await open()
    const console = linked.open('supervisor@sijijiang')
    await console.connected()
    expect(await console.ask('journal:follow', follow)).toMatchObject({ kind: 'board' })
    linked.setNow(linked.now() - 3_600_000)
    expect(await console.ask('journal:follow', follow)).toMatchObject({ kind: 'board' })
  })

  test('[W13] a session that was revoked is refused with its next word', async () => {
    const linked = await open()
    const console = linked.open('supervisor@sijijiang')
    await console.connected()
    linked.ended.add('supervisor@sijijiang')
    expect(await console.ask('journal:follow', follow)).toEqual({ ok: false, refusal: { reason: 'no-right', command: 'journal:follow' } })
  })

  test('[W13] a revoked session is told why and hangs up; another session of another person goes on', async () => {
    const linked = await open()
    const [gone, stays] = [linked.open('supervisor@sijijiang'), linked.open('operator@sijijiang')]
    await Promise.all([gone.connected(), stays.connected()])
    await linked.link.end({ session: 'session-of-supervisor@sijijiang' }, 'rights-changed')
    await gone.gone()
    expect(gone.words('session:ended')).toEqual([{ why: 'rights-changed' }])
    expect(stays.socket.connected).toBe(true)
  })
})

describe('who may see and say what', () => {
  test.each(Role.options)('[W14] %s: a command beyond the role is refused before anything is looked at', async (role) => {
    const linked = await open()
    report(linked.room)
    const console = linked.open(`${role}@sijijiang`)
    await console.connected()
    const mayWork = ['operator', 'dispatcher', 'supervisor'].includes(role)
    const answer = await console.ask('command:do', take())
    expect(answer).toMatchObject(mayWork ? { ok: true } : { ok: false, refusal: { reason: 'no-right', command: 'incident.take' } })
    const reveal = await console.ask('phone:reveal', { id: 'command-reveal', incident: 'E-1001', report: 'R-1', purpose: '回访' })
    expect(reveal).toMatchObject(mayWork ? { ok: true, phone: '13900000001' } : { ok: false, refusal: { reason: 'no-right' } })
    expect(linked.room.events().some(({ event }) => event.type === 'phone.revealed')).toBe(mayWork)
  })

  test('[W14] a command id that was used before opens no other number, and every reading is kept in its reader’s name', async () => {
    const linked = await open()
    report(linked.room)
    report(linked.room)
    const console = linked.open('operator@sijijiang')
    const other = linked.open('supervisor@sijijiang')
    await Promise.all([console.connected(), other.connected()])
    const note = { type: 'incident.note', incident: 'E-1001', text: '已回电' }
    expect(await console.ask('command:do', { id: 'command-note', command: note })).toMatchObject({ ok: true })
    const usedUp = { ok: false, refusal: { reason: 'malformed', field: 'id' } }
    const first = { incident: 'E-1001', report: 'R-1', purpose: '' }
    expect(await console.ask('phone:reveal', { id: 'command-note', ...first })).toMatchObject(usedUp)
    expect(await console.ask('phone:reveal', { id: 'command-reveal', ...first })).toMatchObject({ ok: true, phone: '13900000001' })
    expect(await console.ask('phone:reveal', { id: 'command-reveal', ...first })).toMatchObject({ ok: true, phone: '13900000001' })
    expect(await other.ask('phone:reveal', { id: 'command-reveal', ...first })).toMatchObject({ ok: true, phone: '13900000001' })
    const second = { incident: 'E-1002', report: 'R-2', purpose: '' }
    expect(await console.ask('phone:reveal', { id: 'command-reveal', ...second })).toMatchObject(usedUp)
    const readings = linked.room.events().filter(({ event }) => event.type === 'phone.revealed')
    expect(readings.map(({ by }) => by.kind === 'person' && by.id)).toEqual(['operator1', 'supervisor1'])
  })

  test("[W14] system commands are nobody's to say over a socket", async () => {
    const linked = await open()
    const console = linked.open('supervisor@sijijiang')
    await console.connected()
    for (const type of ['incident.report', 'clock.tick', 'units.enroll', 'units.dismiss', 'audit.note', 'incident.rate'])
      expect(await console.ask('command:do', { id: 'command-system', command: { type } })).toMatchObject({
        ok: false,
        refusal: { reason: 'malformed' },
      })
  })

  test('[W14] an administrator sees no caller and no incident, at first and afterwards', async () => {
    const linked = await open()
    report(linked.room, '张三被打')
    const console = linked.open('admin@sijijiang')
    await console.connected()
    const board = unpackBoard((await console.ask('journal:follow', follow)) as CatchUp)
    report(linked.room, '李四被打')
    const asked = [
      await console.ask('incident:history', { incident: 'E-1001' }),
      await console.ask('route:recommend', { incident: 'E-1001' }),
      await console.ask('calls:earlier', { incident: 'E-1001' }),
      await console.ask('place:search', { text: '临江路' }),
    ]
    expect(JSON.stringify([board, asked, console.heard])).not.toMatch(/被打|临江路|13900000001|陈女士/)
    expect(console.words('journal:events')).toEqual([])
  })

  test('[W14] an administrator does not see where anybody is', async () => {
    const linked = await open()
    const unit = UnitId.parse('W1')
    const [admin, operator] = [linked.open('admin@sijijiang'), linked.open('operator@sijijiang')]
    await Promise.all([admin.connected(), operator.connected()])
    // Positions are for whoever can take them at once: a socket that has just been let in may still be at its handshake.
    await operator.ask('place:search', { text: '临江路' })
    const moved = operator.until('positions:moved')
    const health = admin.until('room:health')
    linked.link.tellPositions(here, [{ unit, point: [120.2, 30.2], at: linked.now(), accuracyM: 5 }])
    linked.link.tellHealth(here, { now: linked.now(), consoles: 2, unitsOnline: 1, clockAheadMs: 0, rejects: 0, canKeep: true })
    await Promise.all([moved, health])
    expect(admin.words('positions:moved')).toEqual([])

    linked.room.ask({ type: 'sos.raise', unit, point: [120.98765, 30.2] }, { kind: 'unit', id: unit })
    expect(JSON.stringify(unpackBoard((await operator.ask('journal:follow', follow)) as CatchUp))).toContain('120.98765')
    const board = unpackBoard((await admin.ask('journal:follow', follow)) as CatchUp)
    expect(JSON.stringify(board)).toContain('"W1"')
    expect(JSON.stringify(board)).not.toContain('120.98765')
  })

  test('[W15] consoles of a town hear of their town alone', async () => {
    const linked = await open()
    const [mine, theirs] = [linked.open('operator@sijijiang'), linked.open('operator@elsewhere')]
    await Promise.all([mine.connected(), theirs.connected()])
    await Promise.all([mine.ask('journal:follow', follow), theirs.ask('journal:follow', follow)])
    const told = mine.until('journal:events')
    report(linked.room, '只有本镇的人可以知道')
    await told
    mine.socket.emit('presence:look', { incident: 'E-1001' })
    await mine.until('presence:looks')
    linked.link.tellPositions(here, [])
    expect(await theirs.ask('incident:history', { incident: 'E-1001' })).toEqual([])
    expect(await theirs.ask('command:do', take())).toMatchObject({ ok: false, refusal: { reason: 'unknown-incident' } })
    expect(JSON.stringify(theirs.heard)).not.toMatch(/只有本镇|E-1001/)
    expect(mine.words('presence:looks').at(-1)).toEqual([{ account: 'operator1', name: 'operator', incident: 'E-1001' }])
  })

  test('[W15] numbers leave masked: live, in the board and in the history', async () => {
    const linked = await open()
    const console = linked.open('operator@sijijiang')
    await console.connected()
    await console.ask('journal:follow', follow)
    const told = console.until('journal:events')
    report(linked.room, '打我电话 13900000001')
    await told
    const board = unpackBoard((await console.ask('journal:follow', follow)) as CatchUp)
    const all = [console.heard, board, await console.ask('incident:history', { incident: 'E-1001' })]
    expect(JSON.stringify(all)).toContain('139****0001')
    expect(JSON.stringify(all)).not.toContain('13900000001')
  })
})
