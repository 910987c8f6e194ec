import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoard, incidentOf, profileOf } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { TownId, UnitId, type AlarmId, type IncidentId } from '../../shared/domain/ids.ts'
import { climbDue, incidentDues } from '../../shared/domain/sla/decideClock.ts'
import { wangFang } from '../../shared/testing/boardBuilder.ts'
import { commandOf, gusts, type Gust } from '../../shared/testing/storm.ts'
import { testRoom, type TestRoom } from '../../shared/testing/testRoom.ts'
import { slaClock, type SlaClock } from './slaClock.ts'

const minute = 60_000

type Timer = { readonly at: number; readonly wake: () => void; isOff: boolean }

/** A machine whose time is moved by hand: timers fire at their instant, in order; its wall clock may be set. */
const machine = (room: TestRoom) => {
  let timers: Timer[] = []
  let monotonic = 0
  const settle = async () => {
    for (let i = 0; i < 6; i++) await Promise.resolve()
  }
  return {
    setTimer: (afterMs: number, wake: () => void) => {
      const timer: Timer = { at: monotonic + afterMs, wake, isOff: false }
      timers.push(timer)
      return () => void (timer.isOff = true)
    },
    armed: () => timers.filter((timer) => !timer.isOff).length,
    pass: async (ms: number) => {
      const end = monotonic + ms
      for (;;) {
        timers = timers.filter((timer) => !timer.isOff)
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        room.setNow(room.now() + next.at - monotonic)
        monotonic = next.at
        next.isOff = true
        next.wake()
        await settle()
      }
      room.setNow(room.now() + end - monotonic)
      monotonic = end
    },
  }
}

type Machine = ReturnType<typeof machine>

const start = (
  room: TestRoom,
  time: Machine,
  tick?: (incidents: readonly IncidentId[], alarms: readonly AlarmId[]) => Promise<unknown>,
): SlaClock =>
  slaClock({
    board: room.board,
    tick: tick ?? ((incidents, alarms) => Promise.resolve(room.ask({ type: 'clock.tick', incidents, alarms }, { kind: 'clock' }))),
    onKept: room.onKept,
    setTimer: time.setTimer,
    now: room.now,
    onTrouble: () => {},
  })

const report: Gust = { what: 0, to: 0, how: 3, waitMs: 0, lateMs: 0 }
const said = (room: TestRoom, since = 0) =>
  room
    .events()
    .filter(({ event }) => ['stage.warned', 'stage.breached', 'unit.overdue', 'whistle.overdue', 'alarm.climbed'].includes(event.type))
    .map(({ event, at }) => [event.type, 'stage' in event ? event.stage : 'to' in event ? event.to : '', at - since])

const reported = () => {
  const room = testRoom()
  const time = machine(room)
  const at = room.now()
  room.ask(commandOf(room.board(), report))
  const [incident] = [...values(room.board().incidents)]
  if (!incident) throw new Error('A report always becomes an incident')
  return { room, time, at, incident: incident.id }
}

describe('the waker', () => {
  test('[S11] amber, then red, then the alarm climbs to the leader, each at its instant and once', async () => {
    const { room, time, at } = reported()
    start(room, time)
    await time.pass(60 * minute)
    expect(said(room, at).filter(([, about]) => about === 'take')).toEqual([
      ['stage.warned', 'take', 40_000],
      ['stage.breached', 'take', minute],
    ])
    const climbs = room.events().filter(({ event }) => event.type === 'alarm.climbed' && event.alarm.endsWith(':limit:take'))
    expect(climbs.map(({ event, at: when }) => [event.type === 'alarm.climbed' && event.to, when - at])).toEqual([
      ['supervisor', 3 * minute],
      ['leader', 5 * minute],
    ])
  })

  test('[S12] acknowledged, an alarm climbs no more', async () => {
    const { room, time } = reported()
    start(room, time)
    await time.pass(2 * minute)
    for (const alarm of Object.keys(room.board().alarms) as AlarmId[]) room.ask({ type: 'alarm.acknowledge', alarm })
    await time.pass(minute + 30_000)
    expect(said(room).filter(([type]) => type === 'alarm.climbed')).toEqual([])
  })

  test('[S13] a unit that does not accept is told once, after the time the profile gives it', async () => {
    const { room, time, incident } = reported()
    start(room, time)
    await time.pass(10_000)
    const at = room.now()
    room.ask({ type: 'units.assign', incident, orders: [{ unit: UnitId.parse('W1'), lead: true, order: '', callIn: true, why: [] }] })
    await time.pass(30 * minute)
    expect(said(room, at).filter(([type]) => type === 'unit.overdue')).toEqual([['unit.overdue', '', minute]])
  })

  test('[S14] departments that did not come are told once, and not again when the incident comes back', async () => {
    const { room, time, incident } = reported()
    start(room, time)
    const at = room.now()
    room.ask({ type: 'incident.whistle', incident, departments: ['区城管局'], matter: '塌陷' }, wangFang)
    await time.pass(40 * minute)
    room.ask({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    await time.pass(40 * minute)
    room.ask({ type: 'incident.reopen', incident, reason: '又塌' })
    await time.pass(40 * minute)
    expect(said(room, at).filter(([type]) => type === 'whistle.overdue')).toEqual([['whistle.overdue', '', 30 * minute]])
  })

  test('[S15] a second call for help has a limit of its own', async () => {
    const { room, time, incident } = reported()
    room.ask({ type: 'sla.set', profiles: room.board().profiles, inForce: '1358' }, wangFang)
    start(room, time)
    const assignment = `${incident}/1` as never
    room.ask({ type: 'units.assign', incident, orders: [{ unit: UnitId.parse('W1'), lead: true, order: '', callIn: true, why: [] }] })
    const cry = () => room.ask({ type: 'unit.askHelp', incident, assignment, force: null, count: 1, reason: '人多' })
    cry()
    await time.pass(10 * minute)
    room.ask({ type: 'help.answer', incident, assignment, note: '' })
    await time.pass(10 * minute)
    const at = room.now()
    cry()
    await time.pass(10 * minute)
    const breaches = said(room, at).filter(([type, stage]) => type === 'stage.breached' && stage === 'reinforce')
    expect(breaches.map(([, , when]) => when)).toEqual([-12 * minute, 8 * minute])
  })

  test('[S16] a full disk delays the word, it does not swallow it', async () => {
    const { room, time, at } = reported()
    let isFull = true
    start(room, time, (incidents, alarms) =>
      isFull
        ? Promise.reject(new Error('disk full'))
        : Promise.resolve(room.ask({ type: 'clock.tick', incidents, alarms }, { kind: 'clock' })),
    )
    await time.pass(90_500)
    expect(said(room)).toEqual([])
    isFull = false
    await time.pass(1_000)
    expect(said(room, at)).toEqual([['stage.breached', 'take', expect.toSatisfy((when: number) => when <= 91_500)]])
  })

  test('[S16] while the disk is full the clock asks about once a second, not in a storm', async () => {
    const { room, time } = reported()
    let asked = 0
    start(room, time, () => {
      asked += 1
      return Promise.reject(new Error('disk full'))
    })
    await time.pass(40_000 + 10_500)
    expect(asked).toBeGreaterThanOrEqual(10)
    expect(asked).toBeLessThanOrEqual(12)
  })

  test('[S17] a wall clock set forwards is noticed within a second; set back, nothing is said twice or early', async () => {
    const { room, time, at } = reported()
    start(room, time)
    await time.pass(5_000)
    room.setNow(room.now() + minute)
    await time.pass(1_000)
    expect(said(room, at)).toEqual([['stage.breached', 'take', expect.toSatisfy((when: number) => when <= 66_000)]])
    room.setNow(room.now() - 30 * minute)
    await time.pass(10_000)
    expect(said(room).filter(([type]) => type === 'stage.breached')).toHaveLength(1)
  })

  test('[S18] one timer stands at a time, and none after it was stopped', async () => {
    const { room, time } = reported()
    const clock = start(room, time)
    for (let i = 0; i < 20; i++) room.ask(commandOf(room.board(), report))
    expect(time.armed()).toBe(1)
    expect(clock.waiting()).toBe(21)
    clock.stop()
    expect(time.armed()).toBe(0)
    const before = room.events().length
    await time.pass(10 * minute)
    expect(room.events()).toHaveLength(before)
  })
})

describe('the waker in a storm', () => {
  type Watch = (room: TestRoom, clock: SlaClock) => void

  /** Random people for a while, then an hour of silence; `watch` looks after each gust. */
  const run = async (storm: readonly Gust[], restartEvery: number, watch: Watch = () => {}) => {
    const room = testRoom()
    const time = machine(room)
    let clock = start(room, time)
    for (const [i, gust] of storm.entries()) {
      await time.pass(gust.waitMs)
      if (i % restartEvery === restartEvery - 1) {
        clock.stop()
        clock = start(room, time)
      }
      watch(room, clock)
      room.ask(commandOf(room.board(), gust), gust.how % 4 === 0 ? wangFang : undefined)
    }
    await time.pass(60 * minute)
    watch(room, clock)
    return room
  }
  const isWord = ({ event }: RecordedEvent) =>
    event.type === 'stage.warned' || event.type === 'stage.breached' || event.type === 'unit.overdue'
  const wordsOf = (room: TestRoom) =>
    room
      .events()
      .filter((one) => isWord(one) || one.event.type === 'alarm.climbed' || one.event.type === 'whistle.overdue')
      .map(({ event, at }) => JSON.stringify([at, event]))
      .sort()
  const unsaid = (room: TestRoom) => {
    const board = room.board()
    const since = room.now() - 1_000
    const ofIncidents = [...values(board.incidents)].flatMap((incident) => incidentDues(incident, board, room.now())).map((due) => due.at)
    const ofAlarms = Object.values(board.alarms).map(
      (alarm) => climbDue(alarm, profileOf(board).climbEveryMs)?.at ?? Number.POSITIVE_INFINITY,
    )
    return [...ofIncidents, ...ofAlarms].filter((at) => at < since)
  }

  test('[S19] at no moment is anything more than a second late', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(3 * minute, 60), async (storm) => {
        await run(storm, 1_000, (room) => expect(unsaid(room)).toEqual([]))
      }),
      { numRuns: 7 },
    )
  })

  test('[S19] each word is said within a second of when it could first be said, and never of an ended incident', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(3 * minute, 60), async (storm) => {
        const touched = new Map<string, number>()
        let board = emptyBoard(TownId.parse('sijijiang'))
        for (const recorded of (await run(storm, 1_000)).events()) {
          const { event, at } = recorded
          const about = 'incident' in event ? (event.incident ?? '') : ''
          const isAboutOne = event.type === 'stage.breached' || event.type === 'stage.warned'
          // A new profile, an amended urgency or a return may find a limit already behind it: it is told from then.
          const since = Math.max(touched.get(about) ?? 0, touched.get('room') ?? 0)
          if (event.type === 'stage.breached') expect(at - Math.max(event.dueAt, since)).toBeLessThanOrEqual(1_000)
          if (event.type === 'stage.breached') expect(at).toBeGreaterThanOrEqual(event.dueAt)
          if (isAboutOne) expect(incidentOf(board, event.incident)?.end).toBeNull()
          if (!isWord(recorded)) touched.set(event.type === 'sla.set' ? 'room' : about, at)
          board = foldBoard(board, [recorded])
        }
      }),
      { numRuns: 7 },
    )
  })

  test('[S20] no limit is told twice, and no amber after its red', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(3 * minute, 60), async (storm) => {
        const told: string[] = []
        for (const { event } of (await run(storm, 7)).events()) {
          const isLimit = event.type === 'stage.warned' || event.type === 'stage.breached'
          if (!isLimit || event.stage === 'reinforce') continue
          const about = `${event.incident} ${event.stage}`
          expect(told).not.toContain(`${event.type} ${about}`)
          expect(told).not.toContain(`stage.breached ${about}`)
          told.push(`${event.type} ${about}`)
        }
      }),
      { numRuns: 7 },
    )
  })

  test('[S21] however often the server restarts, the same words are said at the same instants', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(3 * minute, 50), fc.integer({ min: 1, max: 9 }), async (storm, restartEvery) => {
        expect(wordsOf(await run(storm, restartEvery))).toEqual(wordsOf(await run(storm, 1_000)))
      }),
      { numRuns: 6 },
    )
  })

  test('[S22] what waits is what has something coming: nothing is kept for ended incidents', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(minute, 60), async (storm) => {
        await run(storm, 1_000, (room, clock) => {
          const board = room.board()
          const coming = [...values(board.incidents)].filter((incident) => incidentDues(incident, board, room.now()).length > 0).length
          const climbing = Object.values(board.alarms).filter((alarm) => climbDue(alarm, profileOf(board).climbEveryMs) !== null).length
          expect(clock.waiting()).toBe(coming + climbing)
        })
      }),
      { numRuns: 6 },
    )
  })
})
