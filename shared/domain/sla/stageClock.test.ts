import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardBuilder, liWei, wangFang } from '../../testing/boardBuilder.ts'
import { commandOf, gusts } from '../../testing/storm.ts'
import { testRoom, type TestRoom } from '../../testing/testRoom.ts'
import { incidentOf, profileOf, type Board } from '../board/board.ts'
import { values } from '../board/table.ts'
import { AssignmentId, UnitId, type IncidentId } from '../ids.ts'
import type { Incident } from '../incident/incident.ts'
import { incidentDues } from './decideClock.ts'
import { knownProfiles } from './knownProfiles.ts'
import { SlaProfile, type Stage } from './profile.ts'
import { stageClock, stageClocks } from './stageClock.ts'

const minute = 60_000
const w1 = UnitId.parse('W1')

const incidentIn = (board: Board, id: IncidentId): Incident => {
  const incident = incidentOf(board, id)
  if (!incident) throw new Error(`${id} is not on the board`)
  return incident
}

const stageOf = (profile: string, id: string): Stage => {
  const stage = knownProfiles.find((one) => one.id === profile)?.stages.find((one) => one.id === id)
  if (!stage) throw new Error(`${profile} has no stage ${id}`)
  return stage
}

const started = () => {
  const room = testRoom()
  const at = room.now()
  room.ask(commandOf(room.board(), { what: 0, to: 0, how: 3, waitMs: 0, lateMs: 0 }))
  const [incident] = [...values(room.board().incidents)]
  if (!incident) throw new Error('A report always becomes an incident')
  const about = { incident: incident.id, assignment: AssignmentId.parse(`${incident.id}/1`) }
  const clock = (stage: Stage, now = room.now()) => stageClock(incidentIn(room.board(), incident.id), stage, now)
  const send = () =>
    room.ask({ type: 'units.assign', incident: incident.id, orders: [{ unit: w1, lead: true, order: '', callIn: true, why: [] }] })
  return { room, at, incident: incident.id, about, clock, send }
}

/** Another report comes in, and this incident becomes a part of it. */
const mergedAway = (room: TestRoom, incident: IncidentId) => {
  room.ask(commandOf(room.board(), { what: 0, to: 0, how: 3, waitMs: 0, lateMs: 0 }))
  const [into] = [...values(room.board().incidents)].filter((one) => one.id !== incident)
  if (into) room.ask({ type: 'incidents.merge', into: into.id, incidents: [incident] })
}

describe('the clock of a stage', () => {
  const take = stageOf('1-3-5', 'take')
  const scene = stageOf('1-3-5', 'scene')

  test('[S1] it runs, turns amber before the limit and red at the limit, to the millisecond', () => {
    const { clock, at } = started()
    const states = [0, 39_999, 40_000, 59_999, 60_000].map((after) => clock(take, at + after)?.state)
    expect(states).toEqual(['running', 'running', 'amber', 'amber', 'red'])
    expect(clock(take, at)).toMatchObject({ startedAt: at, dueAt: at + minute, elapsedMs: 0, endedAt: null })
  })

  test('[S2] ended within the limit it is met, the limit itself included; later it is missed', () => {
    for (const [after, state] of [
      [minute, 'met'],
      [minute + 1, 'missed'],
    ] as const) {
      const { room, at, incident, clock } = started()
      room.setNow(at + after)
      room.ask({ type: 'incident.take', incident })
      expect(clock(take, at + 10 * minute)).toMatchObject({ state, elapsedMs: after, dueAt: null })
    }
  })

  test('[S3] a message that comes late with an earlier time of doing ends the stage when it was done', () => {
    const { room, at, about, clock, send } = started()
    send()
    room.setNow(at + 9 * minute)
    room.ask({ type: 'unit.arrive', ...about, point: null }, { kind: 'unit', id: w1 }, at + 4 * minute)
    expect(clock(scene)).toMatchObject({ state: 'met', elapsedMs: 4 * minute })
  })

  test('[S4] a pause stops the clocks that may be paused and no other', () => {
    const close = stageOf('shangtang', 'close')
    const { room, at, incident, clock } = started()
    room.setNow(at + 10 * minute)
    room.ask({ type: 'incident.pause', incident, reason: '等业主' }, wangFang)
    room.setNow(at + 70 * minute)
    expect(clock(close)).toMatchObject({ state: 'paused', elapsedMs: 10 * minute, dueAt: null })
    expect(clock(scene)).toMatchObject({ state: 'red' })
    room.ask({ type: 'incident.resume', incident }, wangFang)
    expect(clock(close)).toMatchObject({ state: 'running', dueAt: at + close.limitMs + 60 * minute })
  })

  test('[S5] the time in which an incident had ended is not counted when it comes back', () => {
    const { room, at, incident, clock } = started()
    room.setNow(at + 30_000)
    mergedAway(room, incident)
    room.setNow(at + 600 * minute)
    room.ask({ type: 'incident.unmerge', incident, reason: '不是一回事' })
    expect(clock(take)).toMatchObject({ state: 'running', elapsedMs: 30_000, dueAt: room.now() + 30_000 })
  })

  test('[S24] what is reopened, or refused by the other side, begins a new round of every limit', () => {
    for (const [goes, comesBack] of [
      [
        { type: 'incident.close', outcome: '已处置', note: '' },
        { type: 'incident.reopen', reason: '又响了' },
      ],
      [
        { type: 'incident.transfer', to: '12345', town: null, reason: '咨询' },
        { type: 'transfer.answer', accepted: false, note: '' },
      ],
    ] as const) {
      const { room, at, incident, about, clock, send } = started()
      send()
      room.ask({ type: 'unit.arrive', ...about, point: null })
      room.ask({ type: 'unit.resolve', ...about, result: '好', photos: [] })
      expect(clock(scene)).toMatchObject({ state: 'met' })
      room.setNow(at + 20 * minute)
      room.ask({ ...goes, incident })
      room.setNow(at + 60 * minute)
      room.ask({ ...comesBack, incident }, wangFang)
      const back = room.now()
      for (const stage of [take, scene])
        expect(clock(stage, back + 1_000)).toMatchObject({
          state: 'running',
          startedAt: back,
          elapsedMs: 1_000,
          dueAt: back + stage.limitMs,
        })
      room.setNow(back + 30_000)
      room.ask({ type: 'incident.take', incident })
      expect(clock(take, back + 10 * minute)).toMatchObject({ state: 'met', elapsedMs: 30_000 })
      expect(clock(scene, back + 5 * minute)).toMatchObject({ state: 'red' })
    }
  })

  test('[S25] a part taken out again is told again of a limit that had passed, and sounds again', () => {
    const { room, at, incident, clock } = started()
    const tick = () => room.ask({ type: 'clock.tick', incidents: [incident], alarms: [] }, { kind: 'clock' })
    const sounding = () => [...values(room.board().alarms)].filter((alarm) => alarm.incident === incident)
    room.setNow(at + 2 * minute)
    tick()
    expect(sounding()).toHaveLength(1)
    mergedAway(room, incident)
    expect(sounding()).toEqual([])
    room.setNow(at + 60 * minute)
    room.ask({ type: 'incident.unmerge', incident, reason: '不是一回事' })
    tick()
    expect(clock(take)).toMatchObject({ state: 'red', elapsedMs: 2 * minute })
    expect(sounding()).toMatchObject([{ raisedAt: room.now(), acknowledged: null, cause: { kind: 'limit', stage: 'take' } }])
  })

  test('[S6] settled by telephone, nobody is waited for at the scene', () => {
    const { room, at, about, clock, send } = started()
    send()
    room.setNow(at + 2 * minute)
    room.ask({ type: 'unit.accept', ...about })
    room.ask({ type: 'unit.resolve', ...about, result: '电话劝停', photos: [] })
    expect(clock(scene, at + 30 * minute)).toMatchObject({ state: 'met', elapsedMs: 2 * minute })
  })

  test('[S7] a stage counts only for its natures and urgencies, and only once it has begun', () => {
    const { clock, at } = started()
    expect(clock({ ...scene, natures: ['police'] })).toBeNull()
    expect(clock({ ...scene, urgencies: ['critical'] })).toBeNull()
    expect(clock(stageOf('1358', 'reinforce'), at + 60 * minute)).toBeNull()
  })

  test('[S8] the published profiles are data: every stage has a warning inside its limit, and the numbers are the published ones', () => {
    for (const profile of knownProfiles) {
      expect(SlaProfile.parse(profile)).toEqual(profile)
      for (const stage of profile.stages) expect(stage.warnBeforeMs).toBeLessThan(stage.limitMs)
    }
    expect(knownProfiles.map((profile) => [profile.id, ...profile.stages.map((stage) => stage.limitMs / minute)])).toEqual([
      ['1-3-5', 1, 3, 5],
      ['jiubao', 1, 3, 5],
      ['shangtang', 1, 8, 60, 1440],
      ['1358', 1, 3, 5, 8],
    ])
  })

  test('[S8] each profile, walked through by hand, is met and missed where it says', () => {
    for (const profile of knownProfiles) {
      const early = boardBuilder().units({ id: 'W1' })
      const incident = early.report({ assessment: { kind: 'C10' } })
      const walk = (story: typeof early, id: IncidentId, waitMs: number) => {
        const about = { incident: id, assignment: AssignmentId.parse(`${id}/1`) }
        story.wait(waitMs).send(id, w1)
        story.say({ type: 'unit.accept', ...about })
        story.say({ type: 'unit.askHelp', ...about, force: null, count: 1, reason: '人多' })
        story.wait(waitMs).say({ type: 'help.answer', ...about, note: '' })
        story.say({ type: 'unit.arrive', ...about, point: null })
        story.say({ type: 'unit.resolve', ...about, result: '好', photos: [] })
        story.say({ type: 'incident.close', incident: id, outcome: '已处置', note: '' })
        return stageClocks(incidentIn(story.board(), id), profile, story.now()).map((clock) => clock.state)
      }
      expect(new Set(walk(early, incident, 50_000))).toEqual(new Set(['met']))
      const late = boardBuilder().units({ id: 'W1' })
      const slow = late.report({ assessment: { kind: 'C10' } })
      expect(new Set(walk(late, slow, 25 * 60 * minute))).toEqual(new Set(['missed']))
    }
  })

  test('[S9] whatever happens: amber and red are what the due time says, and time on a clock never exceeds time passed', () => {
    fc.assert(
      fc.property(gusts(20 * minute, 60), (storm) => {
        const room = testRoom()
        for (const gust of storm) {
          room.setNow(room.now() + gust.waitMs)
          room.ask(commandOf(room.board(), gust), liWei, room.now() - gust.lateMs)
          const [now, profile] = [room.now(), profileOf(room.board())]
          for (const { stage, startedAt, elapsedMs, dueAt, state } of [...values(room.board().incidents)].flatMap((one) =>
            stageClocks(one, profile, now),
          )) {
            expect(elapsedMs).toBeGreaterThanOrEqual(0)
            expect(elapsedMs).toBeLessThanOrEqual(Math.max(0, now - startedAt))
            if (dueAt !== null) expect(state).toBe(now >= dueAt ? 'red' : now >= dueAt - stage.warnBeforeMs ? 'amber' : 'running')
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  test('[S10] departments that have not come are not asked for once the incident has ended', () => {
    const { room, at, incident } = started()
    room.ask({ type: 'incident.whistle', incident, departments: ['区城管局'], matter: '塌陷' }, wangFang)
    expect(incidentDues(incidentIn(room.board(), incident), room.board(), at).map((due) => due.event.type)).toContain('whistle.overdue')
    room.ask({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    expect(incidentDues(incidentIn(room.board(), incident), room.board(), at)).toEqual([])
  })

  test('[S10] nothing is ever due for an incident that has ended', () => {
    fc.assert(
      fc.property(gusts(20 * minute, 60), (storm) => {
        const room = testRoom()
        for (const gust of storm) {
          room.setNow(room.now() + gust.waitMs)
          room.ask(commandOf(room.board(), gust))
        }
        const ended = [...values(room.board().incidents)].filter((incident) => incident.end !== null)
        expect(ended.flatMap((incident) => incidentDues(incident, room.board(), room.now() + 1e9))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
