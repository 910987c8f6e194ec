import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FieldView } from '../../shared/contracts/field.ts'
import { emptyBoard } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import type { Command } from '../../shared/domain/command.ts'
import { maskEvent } from '../../shared/domain/room/masked.ts'
import { commandOf } from '../../shared/testing/storm.ts'
import { verifyFile } from '../../server/journal/backup.ts'
import { consoleClient } from '../testing/consoleClient.ts'
import { exampleTown, roomInProcess, type RoomInProcess } from '../testing/roomInProcess.ts'
import { seeded, type Chance } from '../testing/seeded.ts'
import { sentIdOf } from '../testing/sentIdOf.ts'
import { maskBoard } from '../../shared/testing/maskBoard.ts'
import { eventually } from '../../shared/testing/eventually.ts'

const seeds = [135, 20_141_231, 8_135, 77] as const
const steps = 60

/** Wishes that, when granted, always leave something in the journal. */
const alwaysKept = new Set([
  'shift.log',
  'incident.note',
  'incident.close',
  'incident.cancel',
  'incident.reopen',
  'units.assign',
  'sos.clear',
])

type Acknowledged = { readonly id: string; readonly position: number; readonly mustBeThere: boolean }

const said = [
  '楼下打架快来人',
  '楼上漏水漏到我家',
  '烧烤店油烟呛人',
  '有人跳河了',
  '电瓶车着火，电话13812345678',
  '小孩走丢了',
  '打牌声音大，请处理',
] as const

const intake = (room: RoomInProcess, chance: Chance, acknowledged: Acknowledged[], counts: Record<string, number>) => {
  const earlier: Record<string, unknown>[] = []
  const push = async (form: Record<string, unknown>, tries = 20): Promise<void> => {
    const { status, body } = await room.outside.ask('POST', '/api/intake/110', form, {
      authorization: `Bearer ${await room.outside.tokenFor('110')}`,
    })
    if (status === 429 && tries > 0) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return push(form, tries - 1)
    }
    counts[`intake ${status}`] = (counts[`intake ${status}`] ?? 0) + 1
    if (status < 300) acknowledged.push({ id: `report ${String(body['report'])}`, position: Number(body['position']), mustBeThere: true })
  }
  return async () => {
    const isAgain = earlier.length > 0 && chance.isOnce(4)
    const bad = chance.isOnce(8) ? { bjnr: '' } : {}
    const fresh = {
      jjdbh: `D${earlier.length}-${chance.below(1e9)}`,
      bjsj: '2026-11-23 09:00:00',
      bjdh: '13800001234',
      bjnr: chance.oneOf(said),
      sfdz: '临江路',
      ...bad,
    }
    const form = isAgain ? (earlier[chance.below(earlier.length)] ?? fresh) : fresh
    if (!isAgain) earlier.push(form)
    await Promise.all([push(form), ...(chance.isOnce(3) ? [push(form)] : [])])
  }
}

const next = {
  assigned: 'unit.accept',
  accepted: 'unit.depart',
  enroute: 'unit.arrive',
  onscene: 'unit.handle',
  handling: 'unit.resolve',
} as Readonly<Record<string, string>>

/** A phone that does the next step of its task, sometimes twice, sometimes late. */
const phone = async (room: RoomInProcess, chance: Chance, unit: string, counts: Record<string, number>) => {
  const token = (await room.outside.fieldLink(unit, 3_600_000, room.town().now())).split('#')[1] ?? ''
  const headers = { authorization: `Bearer ${token}` }
  return async () => {
    const { body } = await room.outside.ask('GET', '/api/field/me', undefined, headers)
    const task = (body as unknown as FieldView).tasks?.find(({ assignment }) => next[assignment.state] !== undefined)
    if (!task) return
    const about = { incident: task.incident, assignment: task.assignment.id }
    const command = { type: next[task.assignment.state], ...about, point: null, result: '办好了', photos: [] }
    const sentAt = room.town().now()
    const outbox = { sentAt, items: [{ id: `field-${chance.below(1e9)}`, doneAt: sentAt - chance.below(120_000), command }] }
    const sent = [
      room.outside.ask('POST', '/api/field/do', outbox, headers),
      ...(chance.isOnce(2) ? [room.outside.ask('POST', '/api/field/do', outbox, headers)] : []),
    ]
    for (const { status } of await Promise.all(sent)) counts[`field ${status}`] = (counts[`field ${status}`] ?? 0) + 1
  }
}

test.each(seeds)(
  '[W21] seed %i: after any storm all consoles see the room, and the journal holds what was acknowledged, once',
  { timeout: 60_000 },
  async (seed) => {
    const room = await roomInProcess()
    try {
      const chance = seeded(seed)
      const counts: Record<string, number> = {}
      const acknowledged: Acknowledged[] = []
      const consoles = await Promise.all(
        ['operator1', 'dispatcher1', 'supervisor1'].map(async (account) => {
          const cookie = await room.outside.signIn(account)
          return consoleClient(exampleTown, () => room.connect(cookie))
        }),
      )
      const report = intake(room, chance, acknowledged, counts)
      const units = [
        ...room
          .town()
          .town.units.slice(0, 3)
          .map(({ id }) => id),
      ]
      const phones = await Promise.all(units.map((unit) => phone(room, chance, unit, counts)))
      let asked = 0
      const speak = async (client: (typeof consoles)[number], borrowed: string | null) => {
        const gust = { what: chance.below(1_000), to: chance.below(1_000), how: chance.below(1_000), waitMs: 0, lateMs: 0 }
        const [first] = units
        const wish = commandOf(client.board(), gust)
        const command: Command =
          wish.type === 'units.assign' && first && chance.isOnce(2)
            ? { ...wish, orders: [{ unit: units[chance.below(3)] ?? first, lead: true, order: '', callIn: true, why: [] }] }
            : wish
        const id = borrowed ?? `storm-${seed}-${++asked}`
        const twice = chance.isOnce(3)
        const answers = await Promise.all([client.ask(id, command), ...(twice ? [client.ask(id, command)] : [])])
        for (const answer of answers) {
          const how = answer.ok ? 'done' : `refused ${answer.refusal.reason}`
          counts[how] = (counts[how] ?? 0) + 1
          if (answer.ok) acknowledged.push({ id, position: answer.position, mustBeThere: alwaysKept.has(command.type) })
        }
      }

      for (let step = 0; step < steps; step++) {
        const work: Promise<unknown>[] = []
        for (const client of consoles) for (let i = chance.below(4); i > 0; i--) work.push(speak(client, null))
        if (chance.isOnce(2)) work.push(report())
        for (const phone of phones) if (chance.isOnce(2)) work.push(phone())
        if (chance.isOnce(6)) consoles[chance.below(3)]?.drop()
        await Promise.all(work)
        await room.pass(1_000 + chance.below(chance.isOnce(5) ? 120_000 : 10_000))
      }

      const { desk } = room.town()
      await desk.idle()
      await eventually(() => expect(consoles.map((client) => client.board().position)).toEqual(consoles.map(() => desk.kept().position)))
      const events = await room.events()
      const shown = maskBoard(desk.kept())
      for (const client of consoles) expect(client.board()).toEqual(JSON.parse(JSON.stringify(shown)))
      expect(foldBoard({ ...emptyBoard(exampleTown), utcOffsetMinutes: desk.kept().utcOffsetMinutes }, events.map(maskEvent))).toEqual(
        shown,
      )
      // Units' own numbers are the room's to call; callers' are not.
      const told = JSON.stringify(consoles.map((client) => [client.board().incidents, client.board().shiftLog]))
      expect(/13800001234|13812345678|13912345678/.exec(told)).toBeNull()

      const runs = new Map<string, number[]>()
      for (const { commandId, position } of events) {
        const id = sentIdOf(commandId)
        runs.set(id, [...(runs.get(id) ?? []), position])
      }
      for (const positions of runs.values()) expect(positions).toEqual(positions.map((_, i) => (positions[0] ?? 0) + i))
      for (const { id, position, mustBeThere } of acknowledged) {
        const found = id.startsWith('report ')
          ? events
              .filter(({ event }) => event.type === 'incident.reported' && `report ${event.report.id}` === id)
              .map((one) => one.position)
          : (runs.get(id) ?? [])
        expect(position).toBeLessThanOrEqual(events.length)
        if (mustBeThere) expect([id, found.at(-1)]).toEqual([id, position])
      }
      const verdict = await verifyFile(join(room.data, 'journal.db'), () => undefined)
      expect([verdict.faults, verdict.heads.map((head) => head.position)]).toEqual([[], [events.length]])
      expect(room.troubles).toEqual([])

      const seen = { ...counts, drops: 0, events: events.length, kinds: new Set(events.map(({ event }) => event.type)).size }
      for (const client of consoles) seen.drops += client.counts.drops
      console.log(`storm ${seed}: ${JSON.stringify(seen)}`)
      expect(seen.events).toBeGreaterThan(150)
      expect(seen.kinds).toBeGreaterThan(15)
      expect(seen.drops).toBeGreaterThan(2)
      expect(
        [counts['done'] ?? 0, counts['intake 201'] ?? 0, counts['intake 200'] ?? 0, counts['field 200'] ?? 0].every((count) => count > 3),
      ).toBe(true)
      expect(Object.keys(counts).filter((how) => how.startsWith('refused')).length).toBeGreaterThan(4)
      expect(Object.keys(counts).filter((how) => / (5[0-9]{2})$/.test(how))).toEqual([])
      for (const client of consoles) client.close()
    } finally {
      await room.close()
    }
  },
)
