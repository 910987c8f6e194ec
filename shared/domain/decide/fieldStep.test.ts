import { describe, expect, test } from 'vitest'
import { boardBuilder, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import type { Actor } from '../actor.ts'
import { incidentOf, unitOf } from '../board/board.ts'
import { values } from '../board/table.ts'
import type { Command } from '../command.ts'
import { AssignmentId, PhotoId, UnitId, type IncidentId } from '../ids.ts'
import { incidentState } from '../incident/incident.ts'

const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const asUnit = (id: UnitId): Actor => ({ kind: 'unit', id })
const first = (incident: IncidentId) => AssignmentId.parse(`${incident}/1`)
const photo = (digit: string) => PhotoId.parse(digit.repeat(64))

const started = () => {
  const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'P1', force: 'police' })
  return { story, incident: story.report() }
}

const sent = () => {
  const { story, incident } = started()
  story.send(incident, w1)
  return { story, incident, about: { incident, assignment: first(incident) } }
}

describe('steps in the field', () => {
  const step = (
    type: 'unit.accept' | 'unit.depart' | 'unit.handle',
    about: { incident: IncidentId; assignment: AssignmentId },
  ): Command => ({ type, ...about })

  test('[I15] a second tap changes nothing', () => {
    const { story, about } = sent()
    story.say(step('unit.accept', about), asUnit(w1))
    given(story).when(step('unit.accept', about), asUnit(w1)).nothingHappens()
  })

  test('[I15] a step behind the unit changes nothing, steps may be skipped', () => {
    const { story, about } = sent()
    story.say({ type: 'unit.arrive', ...about, point: null }, asUnit(w1))
    given(story).when(step('unit.depart', about), asUnit(w1)).nothingHappens()
    expect(incidentOf(story.board(), about.incident)?.assignments[0]).toMatchObject({
      state: 'onscene',
      acceptedAt: story.now(),
      departedAt: null,
    })
  })

  test('[I15] who handles has accepted and is there, even when the phone tells only that', () => {
    const { story, about } = sent()
    story.say(step('unit.handle', about), asUnit(w1))
    const at = story.now()
    expect(incidentOf(story.board(), about.incident)?.assignments[0]).toMatchObject({ acceptedAt: at, onSceneAt: at, handlingAt: at })
  })

  test('[I16] arrival keeps how far from the place it was; unknown stays unknown', () => {
    const { story, about } = sent()
    given(story)
      .when({ type: 'unit.arrive', ...about, point: [120.2227, 30.2447] }, asUnit(w1))
      .then({ type: 'unit.arrived', arrival: { point: [120.2227, 30.2447], distanceM: 111 } })
    given(story)
      .when({ type: 'unit.arrive', ...about, point: null }, asUnit(w1))
      .then({ type: 'unit.arrived', arrival: { point: null, distanceM: null } })
  })

  test('[I68] a step or an SOS with a position outside China counts without the position', () => {
    const { story, about } = sent()
    given(story)
      .when({ type: 'unit.arrive', ...about, point: [0, 0] }, asUnit(w1))
      .then({ type: 'unit.arrived', arrival: { point: null, distanceM: null } })
    given(story)
      .when({ type: 'sos.raise', unit: w1, point: [0, 0] }, asUnit(w1))
      .then({ type: 'sos.raised', point: null })
  })

  test('[I17] a unit speaks only of its own assignment', () => {
    const { story, about } = sent()
    given(story).when(step('unit.accept', about), asUnit(w2)).refused({ reason: 'unknown-assignment', assignment: about.assignment })
    given(story)
      .when(step('unit.accept', { ...about, assignment: AssignmentId.parse(`${about.incident}/9`) }))
      .refused({ reason: 'unknown-assignment' })
  })

  test('[I18] a result needs an accepted order, and frees the unit', () => {
    const { story, incident, about } = sent()
    const resolve = { type: 'unit.resolve', ...about, result: '已劝停', photos: [photo('a')] } as const
    given(story).when(resolve, asUnit(w1)).refused({ reason: 'wrong-step', state: 'assigned' })
    story.say(step('unit.accept', about), asUnit(w1))
    story.say(resolve, asUnit(w1))
    given(story).when(resolve, asUnit(w1)).nothingHappens()
    given(story).when(step('unit.depart', about), asUnit(w1)).refused({ reason: 'wrong-step', state: 'resolved' })
    expect(unitOf(story.board(), w1)).toMatchObject({ task: null, freedAt: story.now(), doneToday: 1 })
    const resolved = incidentOf(story.board(), incident)
    expect(resolved && incidentState(resolved)).toBe('resolved')
  })

  test('[I19] the room takes a unit off with a reason; a task that ended cannot be recalled', () => {
    const { story, about } = sent()
    const recall = { type: 'unit.recall', ...about, reason: '改派更近的' } as const
    given(story).when(recall).then({ type: 'unit.recalled', unit: w1, reason: '改派更近的' })
    story.say(recall)
    expect(unitOf(story.board(), w1)?.task).toBeNull()
    given(story).when(recall).refused({ reason: 'wrong-step', state: 'recalled' })
  })

  test('[I56] what a unit tells of a task that was taken off it is kept as a note with its pictures, and settles nothing', () => {
    const { story, incident, about } = sent()
    const resolve = { type: 'unit.resolve', ...about, result: '到场时人已散', photos: [photo('a'), photo('b')] } as const
    story.say(step('unit.accept', about), asUnit(w1))
    story.say({ type: 'photo.add', ...about, photo: photo('a'), point: null, takenAt: null }, asUnit(w1))
    story.say({ type: 'unit.recall', ...about, reason: '改派更近的' })
    const kept = [
      { type: 'incident.noted', text: '到场时人已散' },
      { type: 'photo.added', photo: photo('b'), unit: w1 },
    ] as const
    given(story)
      .when(resolve, asUnit(w1))
      .then(...kept)
    story.say({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    given(story)
      .when(resolve, asUnit(w1))
      .then(...kept)
    story.say(resolve, asUnit(w1))
    expect(incidentOf(story.board(), incident)?.assignments[0]).toMatchObject({ state: 'recalled', photos: [photo('a'), photo('b')] })
    given(story).when(resolve, asUnit(w2)).refused({ reason: 'unknown-assignment' })
  })

  test('[I20] photos: the same one is kept once, nine at most, and a late one after the end is still evidence', () => {
    const { story, incident, about } = sent()
    const add = (digit: string) => ({ type: 'photo.add', ...about, photo: photo(digit), point: null, takenAt: null }) as const
    for (const digit of '12345678') story.say(add(digit), asUnit(w1))
    given(story).when(add('1'), asUnit(w1)).nothingHappens()
    story.say({ type: 'unit.recall', ...about, reason: '已办' })
    story.say({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    story.say(add('9'), asUnit(w1))
    expect(incidentOf(story.board(), incident)?.assignments[0]?.photos).toHaveLength(9)
    given(story).when(add('a'), asUnit(w1)).refused({ reason: 'too-many' })
  })
})

describe('handing back and crying for help', () => {
  const giveBack = (about: { incident: IncidentId; assignment: AssignmentId }) =>
    ({ type: 'unit.return', ...about, reason: '不属网格职责' }) as const

  test('[I21] a force hands it back once; a second time only a supervisor does', () => {
    const { story, incident, about } = sent()
    story.say(giveBack(about), asUnit(w1))
    given(story).when(giveBack(about), asUnit(w1)).nothingHappens()
    story.send(incident, w2)
    const second = { ...about, assignment: AssignmentId.parse(`${incident}/2`) }
    given(story).when(giveBack(second), asUnit(w2)).refused({ reason: 'returned-once-already', incident, force: 'grid' })
    given(story).when(giveBack(second), wangFang).then({ type: 'unit.returned', unit: w2, force: 'grid' })
  })

  test('[I21] handing back frees the unit, wakes the room and keeps the reason', () => {
    const { story, incident, about } = sent()
    story.say(giveBack(about), asUnit(w1))
    expect(incidentOf(story.board(), incident)?.returnedBy).toMatchObject([{ force: 'grid', unit: w1, reason: '不属网格职责' }])
    expect([...values(story.board().alarms)]).toMatchObject([{ incident, cause: { kind: 'returned', unit: w1 } }])
    given(story)
      .when({ type: 'unit.recall', ...about, reason: '-' })
      .refused({ reason: 'wrong-step', state: 'returned' })
  })

  test('[I22] a call for help stands until it is answered; an answer to nothing is refused', () => {
    const { story, incident, about } = sent()
    given(story)
      .when({ type: 'help.answer', ...about, note: '' })
      .refused({ reason: 'no-help-asked', assignment: about.assignment })
    const ask = { type: 'unit.askHelp', ...about, force: 'police', count: 2, reason: '对方持刀' } as const
    story.say(ask, asUnit(w1))
    const askedAt = story.now()
    expect([...values(story.board().alarms)]).toMatchObject([{ cause: { kind: 'help', unit: w1 } }])
    story.wait(30_000).say(ask, asUnit(w1))
    expect(incidentOf(story.board(), incident)?.help).toEqual({ askedAt, answeredAt: null })
    story.wait(30_000).say({ type: 'help.answer', ...about, note: '已派两组' })
    expect(incidentOf(story.board(), incident)?.help).toEqual({ askedAt, answeredAt: story.now() })
  })

  test('[I22] two who call are both answered before the clock stops; one who went home needs no answer', () => {
    const { story, incident, about } = sent()
    story.send(incident, w2)
    const other = { incident, assignment: AssignmentId.parse(`${incident}/2`) }
    story.say({ type: 'unit.askHelp', ...about, force: null, count: 1, reason: '人多' }, asUnit(w1))
    story.say({ type: 'unit.askHelp', ...other, force: null, count: 1, reason: '人多' }, asUnit(w2))
    story.say({ type: 'help.answer', ...about, note: '' })
    expect(incidentOf(story.board(), incident)?.help?.answeredAt).toBeNull()
    story.wait(1_000).say({ type: 'unit.recall', ...other, reason: '撤' })
    expect(incidentOf(story.board(), incident)?.help?.answeredAt).toBe(story.now())
  })

  test('[I23] SOS needs no incident, is raised once until a person clears it, and survives the end of the task', () => {
    const { story, incident, about } = sent()
    const raise = { type: 'sos.raise', unit: w1, point: null } as const
    given(story).when({ type: 'sos.clear', unit: w1, note: '误触' }).refused({ reason: 'no-sos', unit: w1 })
    given(story).when(raise, asUnit(w2)).refused({ reason: 'unknown-unit', unit: w1 })
    given(story)
      .when({ ...raise, unit: w2 }, asUnit(w2))
      .then({ type: 'sos.raised', unit: w2, incident: null })
    story.say(raise, asUnit(w1))
    given(story).when(raise, asUnit(w1)).nothingHappens()
    story.say({ type: 'unit.recall', ...about, reason: '撤' })
    story.say({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    expect([...values(story.board().alarms)]).toMatchObject([{ cause: { kind: 'sos', unit: w1 } }])
    story.say({ type: 'sos.clear', unit: w1, note: '已确认安全' })
    expect([...values(story.board().alarms)]).toEqual([])
    expect(unitOf(story.board(), w1)?.sos).toBeNull()
  })

  test('[I23] an SOS that was heard but not cleared sounds again when the unit calls again', () => {
    const { story } = sent()
    const raise = { type: 'sos.raise', unit: w1, point: null } as const
    const [first] = story.say(raise, asUnit(w1))
    if (first?.event.type !== 'sos.raised') throw new Error('An SOS is raised')
    story.say({ type: 'alarm.acknowledge', alarm: first.event.alarm })
    story.wait(60_000).say(raise, asUnit(w1))
    const sounding = [...values(story.board().alarms)].filter((alarm) => alarm.acknowledged === null)
    expect(sounding).toMatchObject([{ cause: { kind: 'sos', unit: w1 }, raisedAt: story.now() }])
    expect(unitOf(story.board(), w1)?.sos?.at).toBe(story.now())
    story.say({ type: 'sos.clear', unit: w1, note: '已确认安全' })
    expect([...values(story.board().alarms)]).toEqual([])
  })
})
