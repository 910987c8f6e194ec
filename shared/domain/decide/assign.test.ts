import { describe, expect, test } from 'vitest'
import { boardBuilder, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import { incidentOf } from '../board/board.ts'
import { AssignmentId, UnitId, type IncidentId } from '../ids.ts'

const w1 = UnitId.parse('W1')
const w2 = UnitId.parse('W2')
const p1 = UnitId.parse('P1')
const first = (incident: IncidentId) => AssignmentId.parse(`${incident}/1`)

const started = () => {
  const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'P1', force: 'police' })
  return { story, incident: story.report() }
}

const sent = () => {
  const { story, incident } = started()
  story.send(incident, w1)
  return { story, incident, about: { incident, assignment: first(incident) } }
}

const orders = (...units: readonly UnitId[]) => units.map((unit, i) => ({ unit, lead: i === 0, order: '去看看', callIn: false, why: [] }))

describe('sending', () => {
  test('[I11] several units go by one order, the first assignment numbers follow the incident', () => {
    const { story, incident } = started()
    given(story)
      .when({ type: 'units.assign', incident, orders: orders(p1, w1) })
      .then(
        { type: 'unit.assigned', assignment: first(incident), unit: p1, force: 'police', lead: true },
        { type: 'unit.assigned', assignment: AssignmentId.parse(`${incident}/2`), unit: w1, force: 'grid', lead: false },
      )
  })

  test('[I11] sending takes and classifies what nobody had touched', () => {
    const { story, incident } = sent()
    expect(incidentOf(story.board(), incident)).toMatchObject({ takenAt: story.now(), classifiedAt: story.now() })
  })

  test('[I12] a unit on a task is refused with the incident, its step and since when; nobody of the order goes', () => {
    const { story, incident } = sent()
    const since = story.now()
    const other = story.wait(60_000).report()
    given(story)
      .when({ type: 'units.assign', incident: other, orders: orders(w2, w1) })
      .refused({ reason: 'unit-is-busy', unit: w1, incident, state: 'assigned', since })
  })

  test('[I13] a unit off shift goes only when called in; a person’s word beats the roster', () => {
    const { story, incident } = started()
    story.units({ id: 'W3', roster: [] })
    const order = { type: 'units.assign', incident, orders: orders(UnitId.parse('W3')) } as const
    given(story)
      .when(order)
      .refused({ reason: 'unit-is-off-duty', unit: UnitId.parse('W3') })
    given(story)
      .when({ ...order, orders: order.orders.map((one) => ({ ...one, callIn: true })) })
      .then({ type: 'unit.assigned' })
    story.say({ type: 'duty.set', unit: w1, isOn: false, forMs: 3_600_000, reason: '就医' }, wangFang)
    given(story)
      .when({ type: 'units.assign', incident, orders: orders(w1) })
      .refused({ reason: 'unit-is-off-duty' })
    given(story.wait(3_600_000))
      .when({ type: 'units.assign', incident, orders: orders(w1) })
      .then({ type: 'unit.assigned' })
  })

  test('[I14] a unit named twice, or unknown, is refused', () => {
    const { story, incident } = started()
    given(story)
      .when({ type: 'units.assign', incident, orders: orders(w1, w1) })
      .refused({ reason: 'unit-twice', unit: w1 })
    given(story)
      .when({ type: 'units.assign', incident, orders: orders(UnitId.parse('X9')) })
      .refused({ reason: 'unknown-unit', unit: 'X9' })
  })

  test('[I58] where police must come, an order without them needs a word, and the word is kept', () => {
    const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'P1', force: 'police' })
    const incident = story.report({ assessment: { kind: 'P06' } })
    const order = (unit: UnitId) => ({ unit, lead: false, order: '', callIn: false, why: [] })
    const assign = (...units: readonly UnitId[]) => ({ type: 'units.assign', incident, orders: units.map(order) }) as const
    const p1 = UnitId.parse('P1')
    given(story).when(assign(w1)).refused({ reason: 'order-lacks-police', incident })
    given(story).when(assign(w1, p1)).then({ type: 'unit.assigned', unit: w1 }, { type: 'unit.assigned', unit: p1 })
    const later = { ...assign(w1), policeLater: true } as const
    given(story).when(later).then({ type: 'unit.assigned', unit: w1, policeLater: true })
    story.say(later)
    given(story).when(assign(w2)).refused({ reason: 'order-lacks-police', incident })
    const [sent] = story.say({ ...assign(p1), policeLater: true })
    expect(sent?.event).not.toHaveProperty('policeLater')
    given(story).when(assign(w2)).then({ type: 'unit.assigned', unit: w2 })
  })
})
