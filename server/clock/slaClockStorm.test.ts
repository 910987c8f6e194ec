import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoard, incidentOf, profileOf } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { values } from '../../shared/domain/board/table.ts'
import type { RecordedEvent } from '../../shared/domain/event.ts'
import { TownId } from '../../shared/domain/ids.ts'
import { climbDue, incidentDues } from '../../shared/domain/sla/decideClock.ts'
import { wangFang } from '../../shared/testing/boardBuilder.ts'
import { commandOf, gusts, type Gust } from '../../shared/testing/storm.ts'
import { testRoom, type TestRoom } from '../../shared/testing/testRoom.ts'
import type { SlaClock } from './slaClock.ts'
import { machine, startClock } from './testing/machine.ts'

const minute = 60_000

describe('the waker in a storm', () => {
  type Watch = (room: TestRoom, clock: SlaClock) => void

  /** Random people for a while, then an hour of silence; `watch` looks after each gust. */
  const run = async (storm: readonly Gust[], restartEvery: number, watch: Watch = () => {}) => {
    const room = testRoom()
    const time = machine(room)
    let clock = startClock(room, time)
    for (const [i, gust] of storm.entries()) {
      await time.pass(gust.waitMs)
      if (i % restartEvery === restartEvery - 1) {
        clock.stop()
        clock = startClock(room, time)
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
    const ofAlarms = [...values(board.alarms)].map(
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

  test('[S20] no limit is told twice while a matter stands, and no amber after its red', async () => {
    await fc.assert(
      fc.asyncProperty(gusts(3 * minute, 60), async (storm) => {
        let told: string[] = []
        for (const { event } of (await run(storm, 7)).events()) {
          const isBack = event.type === 'incident.reopened' || event.type === 'incident.unmerged' || event.type === 'transfer.answered'
          if (isBack) told = told.filter((one) => !one.includes(` ${event.incident} `))
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
          const climbing = [...values(board.alarms)].filter((alarm) => climbDue(alarm, profileOf(board).climbEveryMs) !== null).length
          expect(clock.waiting()).toBe(coming + climbing)
        })
      }),
      { numRuns: 6 },
    )
  })
})
