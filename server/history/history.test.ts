import fc from 'fast-check'
import knex, { type Knex } from 'knex'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { BuildingId, ReportId, type IncidentId } from '../../shared/domain/ids.ts'
import { boardBuilder, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { openHistory, type History } from './history.ts'
import { tableWriter, type Standing } from './tableWriter.ts'

let db: Knex
let troubles: unknown[]
let timers: (() => void)[]
let story: BoardBuilder
const secret = Buffer.from('a secret of the room')
const b12 = BuildingId.parse('B12')

const timer = (run: () => void) => {
  timers.push(run)
  return () => void timers.splice(timers.indexOf(run), 1)
}

const open = (): Promise<History> => openHistory({ knex: db, secret, setTimer: timer, onTrouble: (error) => void troubles.push(error) })

const journalOf = (events: () => readonly RecordedEvent[]) => async (after: number, limit: number) =>
  events()
    .filter((event) => event.position > after)
    .slice(0, limit)

const followed = async () => {
  const history = await open()
  const { caughtUp, kept } = history.follow(story.board().town, journalOf(story.events))
  await caughtUp
  return { history, kept }
}

const call = (phone: string | null, building: BuildingId | null = null, text = '吵') =>
  story.report({ text, report: { caller: { name: null, phone } }, place: { building } })

const earlier = (history: History, id: IncidentId) => {
  const incident = incidentOf(story.board(), id)
  if (!incident) throw new Error(id)
  return history.earlierCalls(story.board().town, incident)
}

beforeEach(() => {
  db = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } })
  troubles = []
  timers = []
  story = boardBuilder()
})

afterEach(() => db.destroy())

describe('earlier calls', () => {
  test('[K20] calls from the same number, the same building or both, newest first, with how they ended', async () => {
    const first = call('13800000018', null, '我是13912345678，楼上吵')
    story.say({ type: 'incident.close', incident: first, outcome: '已调解', note: '' })
    story.wait(1_000)
    call('13800000019', b12)
    story.wait(1_000)
    const third = call('+86 138-0000-0018', b12)
    story.say({ type: 'incident.cancel', incident: third, reason: '误报' })
    story.wait(1_000)
    call('13700000000', BuildingId.parse('B13'))
    const now = call('13800000018', b12)
    const { history } = await followed()
    const calls = await earlier(history, now)
    expect(calls.map(({ same, outcome }) => ({ same, outcome }))).toEqual([
      { same: 'both', outcome: 'cancelled' },
      { same: 'building', outcome: null },
      { same: 'caller', outcome: '已调解' },
    ])
    expect(calls[2]?.text).toBe('我是139****5678，楼上吵')
  })

  test('[B69] the buildings in which earlier matters of a number were, newest first; nobody else has them', async () => {
    call('13800000018', b12)
    story.wait(1_000)
    call('+86 138-0000-0018', BuildingId.parse('B13'))
    call('13800000019', BuildingId.parse('B14'))
    const { history } = await followed()
    expect(await history.buildingsOf(story.board().town, '138 0000 0018')).toEqual(['B13', 'B12'])
    for (const phone of [null, '110', '138****0018', '13800000020'])
      expect(await history.buildingsOf(story.board().town, phone)).toEqual([])
  })

  test('[K20] at most ten, and none for a caller without number and place', async () => {
    for (let i = 0; i < 14; i++) call('13800000018')
    const last = call('13800000018')
    const unknown = call(null)
    const { history } = await followed()
    expect(await earlier(history, last)).toHaveLength(10)
    expect(await earlier(history, unknown)).toEqual([])
  })

  test('[K21] the table holds no number: neither as given nor in the words', async () => {
    call('13800000018', null, '请打13800000018，身份证330102199001011234')
    await followed()
    const dump = JSON.stringify(await db('call'))
    expect(dump).not.toContain('13800000018')
    expect(dump).not.toContain('330102199001011234')
  })

  test('[K22] a merged call speaks with the outcome of what it became part of, and by itself again after it is taken out', async () => {
    const main = call(null, b12)
    const other = call('13800000018')
    story.say({ type: 'incidents.merge', into: main, incidents: [other] })
    story.say({ type: 'incident.close', incident: main, outcome: '已劝离', note: '' })
    const later = call('13800000018')
    const { history, kept } = await followed()
    expect(await earlier(history, later)).toMatchObject([{ outcome: '已劝离' }])
    kept(story.say({ type: 'incident.unmerge', incident: other, reason: '不是一回事' }))
    await history.idle()
    expect(await earlier(history, later)).toMatchObject([{ outcome: null }])
  })

  test('[K22] a call is known long after the board has forgotten its incident', async () => {
    const id = call('13800000018')
    const report = incidentOf(story.board(), id)?.reports[0]?.id
    story.say({ type: 'incident.close', incident: id, outcome: '已处置', note: '' })
    story.wait(5 * 86_400_000)
    call(null)
    expect(incidentOf(story.board(), id)).toBeUndefined()
    const { history } = await followed()
    expect(await history.callOf(story.board().town, report ?? ReportId.parse('R-1'))).toMatchObject({
      how: 'closed',
      outcome: '已处置',
      isMerged: false,
    })
    expect(await history.callOf(story.board().town, ReportId.parse('R-999'))).toBeNull()
  })
})

describe('keeping up', () => {
  test('[K23] after a restart only what is missing is read from the journal', async () => {
    call('13800000018')
    await followed()
    call('13800000018')
    call('13800000018')
    const asked: number[] = []
    const history = await open()
    await history.follow(story.board().town, (after, limit) => {
      if (limit > 1) asked.push(after)
      return journalOf(story.events)(after, limit)
    }).caughtUp
    expect(asked[0]).toBe(1)
    expect(await db('call')).toHaveLength(3)
    expect(troubles).toEqual([])
  })

  test.each([
    ['shorter', 1],
    ['as long', 3],
    ['longer', 5],
  ])('[K24] a journal that was put back in place and is %s by now: the table is made anew from it', async (_, calls) => {
    for (let i = 0; i < 3; i++) call('13800000018', null, `丢失的 ${i}`)
    await followed()
    story = boardBuilder()
    story.wait(60_000)
    for (let i = 0; i < calls; i++) call('13700000000', null, `后来的 ${i}`)
    const { history } = await followed()
    expect((await db('call').orderBy('at')).map(({ text }: { text: string }) => text)).toEqual(
      Array.from({ length: calls }, (__, i) => `后来的 ${i}`),
    )
    expect(await history.callOf(story.board().town, ReportId.parse('R-1'))).toMatchObject({ text: '后来的 0' })
    expect(await history.callOf(story.board().town, ReportId.parse(`R-${calls + 1}`))).toBeNull()
    expect(troubles).toHaveLength(1)
  })

  test('[K24] a table of before it kept marks is made anew once', async () => {
    call('13800000018')
    await followed()
    await db.schema.alterTable('call_position', (table) => table.dropColumn('mark'))
    const { history } = await followed()
    expect(await history.callOf(story.board().town, ReportId.parse('R-1'))).not.toBeNull()
    troubles = []
    await followed()
    expect(troubles).toEqual([])
  })

  test('[K25] what is kept within a second is written at once, and only then', async () => {
    const { kept, history } = await followed()
    for (let i = 0; i < 5; i++) {
      call('13800000018')
      kept(story.events().slice(-1))
    }
    expect(await db('call')).toHaveLength(0)
    expect(timers).toHaveLength(1)
    const writes = vi.spyOn(db, 'transaction')
    timers.splice(0).forEach((run) => run())
    await history.idle()
    expect(await db('call')).toHaveLength(5)
    expect(writes).toHaveBeenCalledTimes(1)
  })

  test('[K23] in whatever pieces, doubled, late or with failing writes events come, each is written once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 4 }),
            isLost: fc.boolean(),
            isTwice: fc.boolean(),
            isDue: fc.boolean(),
            fails: fc.boolean(),
          }),
          {
            maxLength: 12,
          },
        ),
        async (pieces) => {
          const all: RecordedEvent[] = []
          const inTable: number[] = []
          const due: (() => void)[] = []
          let fails = false
          let last: Standing | null = null
          const writer = tableWriter({
            standing: async () => last,
            write: async (events, standing) => {
              if (fails) throw new Error('busy')
              inTable.push(...events.map((event) => event.position))
              last = standing
            },
            forget: () => Promise.reject(new Error('the journal is the same all along')),
            read: journalOf(() => all),
            setTimer: (run) => {
              due.push(run)
              return () => void due.splice(due.indexOf(run), 1)
            },
            onTrouble: () => undefined,
          })
          for (const { count, isLost, isTwice, isDue, fails: doesFail } of pieces) {
            const fresh = Array.from({ length: count }, (_, i) => ({ position: all.length + i + 1 }) as RecordedEvent)
            all.push(...fresh)
            fails = doesFail
            if (!isLost) writer.kept(fresh)
            if (isTwice) writer.kept(fresh)
            if (isDue) due.splice(0).forEach((run) => run())
            if (doesFail) await writer.idle()
          }
          fails = false
          await writer.idle()
          await writer.idle()
          expect(inTable).toEqual(all.map((event) => event.position))
        },
      ),
    )
  })
})
