import { describe, expect, test } from 'vitest'
import { aUnit, type UnitWish } from '../../testing/aUnit.ts'
import { boardBuilder, wangFang, type BoardBuilder } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import type { Actor } from '../actor.ts'
import { emptyBoard, unitNameOf, unitOf } from '../board/board.ts'
import { foldBoard } from '../board/fold.ts'
import type { RecordedEvent } from '../event.ts'
import { UnitId } from '../ids.ts'
import { followsFile } from '../unit/unit.ts'

const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const brain: Actor = { kind: 'brain' }

const day = [{ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1020 }]
const night = [{ days: [1, 2, 3, 4, 5], fromMinute: 1200, toMinute: 480 }]
const weekend = [{ days: [6, 0], fromMinute: 480, toMinute: 1020 }]

/** The town's file as it reads at this start. */
const fileOf = (...wishes: readonly UnitWish[]) => ({ type: 'units.enroll', definitions: wishes.map(aUnit) }) as const
const start = (story: BoardBuilder, ...wishes: readonly UnitWish[]) => story.say(fileOf(...wishes), brain)
const rosterOf = (story: BoardBuilder) => unitOf(story.board(), w1)?.definition.roster
const gone = (...units: readonly UnitId[]) => ({ type: 'units.dismiss', units, reason: '镇街文件中已没有' }) as const

describe('rosters of the town’s file', () => {
  test('[I61] a roster changed in the file is taken over', () => {
    const story = boardBuilder()
    start(story, { id: 'W1', roster: day })
    start(story, { id: 'W1', roster: night })
    expect(rosterOf(story)).toEqual(night)
    given(story)
      .when(fileOf({ id: 'W1', roster: night }), brain)
      .nothingHappens()
  })

  test('[I61] a roster that a person set stays, whatever the file says then, until it is what the file says', () => {
    const story = boardBuilder()
    start(story, { id: 'W1', roster: day })
    story.say({ type: 'roster.set', unit: w1, roster: weekend }, wangFang)
    for (const roster of [day, night]) {
      start(story, { id: 'W1', roster })
      expect(unitOf(story.board(), w1)).toMatchObject({ definition: { roster: weekend }, fileRoster: roster })
    }
    given(story)
      .when(fileOf({ id: 'W1', roster: night }), brain)
      .nothingHappens()

    story.say({ type: 'roster.set', unit: w1, roster: night }, wangFang)
    start(story, { id: 'W1', roster: day })
    expect(rosterOf(story)).toEqual(day)
  })

  test('[I61] the order in which a person ticked the days makes no other roster', () => {
    const story = boardBuilder()
    start(story, { id: 'W1', roster: weekend })
    story.say({ type: 'roster.set', unit: w1, roster: [{ days: [0, 6], fromMinute: 480, toMinute: 1020 }] }, wangFang)
    start(story, { id: 'W1', roster: day })
    expect(rosterOf(story)).toEqual(day)
  })

  /** As versions wrote it that did not look at the file's roster again: the roster in force stood in the definition. */
  const asWrittenBefore = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
    events.map((recorded) => {
      if (recorded.event.type !== 'unit.enrolled') return recorded
      const { fileRoster: _, ...event } = recorded.event
      return { ...recorded, event }
    })

  test('[I61] in a journal of before, the roster first enrolled is the file’s, and what a person set after it the person’s', () => {
    const story = boardBuilder()
    start(story, { id: 'W1', roster: day })
    start(story, { id: 'W2', roster: day })
    story.say({ type: 'roster.set', unit: w1, roster: weekend }, wangFang)
    start(story, { id: 'W1', roster: day, name: '王新' }, { id: 'W2', roster: day, name: '李新' })
    const board = foldBoard(emptyBoard(story.board().town), asWrittenBefore(story.events()))
    expect(unitOf(board, w1)).toMatchObject({ definition: { name: '王新', roster: weekend }, fileRoster: day })
    expect([w1, w2].map((id) => followsFile(unitOf(board, id) ?? expect.fail()))).toEqual([false, true])
  })
})

describe('units that the town’s file no longer has', () => {
  const twoUnits = () => {
    const story = boardBuilder()
    start(story, { id: 'W1', name: '王新', roster: day }, { id: 'W2', name: '李新' })
    return story
  }

  test('[I62] a unit that is free is dismissed and can no longer be sent; the shift’s log says so', () => {
    const story = twoUnits()
    story.say(gone(w1), brain)
    expect(unitOf(story.board(), w1)).toBeUndefined()
    expect(unitOf(story.board(), w2)).toBeDefined()
    expect(story.board().shiftLog[0]).toMatchObject({ kind: 'log', by: '小脑', text: expect.stringMatching(/^镇街文件.*已注销.*W1 王新/s) })
    const incident = story.report()
    given(story)
      .when({ type: 'units.assign', incident, orders: [{ unit: w1, lead: true, order: '', callIn: true, why: [] }] })
      .refused({ reason: 'unknown-unit', unit: w1 })
    given(story).when(gone(w1), brain).nothingHappens()
  })

  test('[I62] a unit on a task stays until the next start finds it free, and the shift is told', () => {
    const story = twoUnits()
    const incident = story.report()
    story.send(incident, w1)
    given(story).when(gone(w1, w2), brain).then({ type: 'unit.dismissed', unit: w2 }, { type: 'shift.logged' })
    story.say(gone(w1), brain)
    expect(unitOf(story.board(), w1)).toMatchObject({ task: { incident } })
    expect(story.board().shiftLog[0]).toMatchObject({ text: expect.stringContaining('办完') })

    story.say({ type: 'unit.recall', incident, assignment: `${incident}/1` as never, reason: '撤' })
    given(story).when(gone(w1), brain).then({ type: 'unit.dismissed', unit: w1 }, { type: 'shift.logged' })
  })

  test('[I62] a unit that calls for help for its life stays until that is cleared', () => {
    const story = twoUnits()
    story.say({ type: 'sos.raise', unit: w1, point: null }, { kind: 'unit', id: w1 })
    given(story).when(gone(w1), brain).then({ type: 'shift.logged' })
    story.say({ type: 'sos.clear', unit: w1, note: '安全' }, wangFang)
    given(story).when(gone(w1), brain).then({ type: 'unit.dismissed', unit: w1 }, { type: 'shift.logged' })
  })

  test('[I62] hundreds of units at once are told in one entry that can be kept', () => {
    const story = boardBuilder()
    const ids = Array.from({ length: 400 }, (_, i) => UnitId.parse(`W${i + 1}`))
    start(story, ...ids.map((id) => ({ id, name: '名'.repeat(40) })))
    story.say(gone(...ids), brain)
    expect(story.board().units.size).toBe(0)
    expect(story.board().shiftLog).toHaveLength(1)
    expect(story.board().shiftLog[0]?.text.length).toBeLessThanOrEqual(2_000)
  })

  test('[I63] who is gone keeps the name, and what was done with it stays', () => {
    const story = twoUnits()
    const incident = story.report()
    story.send(incident, w1)
    story.say({ type: 'unit.recall', incident, assignment: `${incident}/1` as never, reason: '撤' })
    const before = story.board()
    story.say(gone(w1), brain)
    expect(unitNameOf(story.board(), w1)).toBe('王新')
    expect(unitNameOf(story.board(), UnitId.parse('W9'))).toBeUndefined()
    expect(story.board().incidents).toEqual(before.incidents)
  })

  test('[I63] in the file again, a unit is enrolled again as the file has it', () => {
    const story = twoUnits()
    story.say({ type: 'roster.set', unit: w1, roster: weekend }, wangFang)
    story.say(gone(w1), brain)
    start(story, { id: 'W1', name: '王新新', roster: day })
    expect(unitOf(story.board(), w1)).toMatchObject({ definition: { name: '王新新', roster: day }, fileRoster: day, task: null })
    expect(unitNameOf(story.board(), w1)).toBe('王新新')
    expect(story.board().formerUnits).toEqual({})
  })
})
