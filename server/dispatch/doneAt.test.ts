import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { foldBoard } from '../../shared/domain/board/fold.ts'
import { AssignmentId, CommandId, IncidentId, UnitId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { doneAtOf } from './doneAt.ts'

const incident = IncidentId.parse('E-1001')
const about = { incident, assignment: AssignmentId.parse('E-1001/1'), unit: UnitId.parse('W1') }
const accepted = { type: 'unit.accepted', ...about } as const
const minute = 60_000

/** W1 was sent and has accepted; ten minutes went by. */
const underWay = () => {
  const story = boardBuilder().units({ id: 'W1' })
  story.report()
  story.wait(minute).send(incident, about.unit)
  story.wait(minute).say({ type: 'unit.accept', incident, assignment: about.assignment }, { kind: 'unit', id: about.unit })
  return story.wait(10 * minute)
}

test('[W5] a step is believed to have been done when the phone says, after the step before it', () => {
  const story = underWay()
  const claim = story.now() - 3 * minute
  expect(doneAtOf({ type: 'unit.departed', ...about }, story.board(), claim, story.now())).toBe(claim)
})

test('[W5] never before the step before it, and never after now', () => {
  const story = underWay()
  const acceptedAt = incidentOf(story.board(), incident)?.assignments[0]?.acceptedAt
  expect(doneAtOf({ type: 'unit.departed', ...about }, story.board(), 0, story.now())).toBe(acceptedAt)
  expect(doneAtOf({ type: 'unit.departed', ...about }, story.board(), story.now() + 60 * minute, story.now())).toBeNull()
})

test('[W5] only steps of an assignment have an instant of their own', () => {
  const story = underWay()
  const [at, claim] = [story.now(), story.now() - minute]
  const sent = { type: 'unit.assigned', ...about, force: 'grid', lead: true, order: '', why: [] } as const
  expect(doneAtOf(sent, story.board(), claim, at)).toBeNull()
  expect(doneAtOf({ type: 'incident.noted', incident, text: '记' } as never, story.board(), claim, at)).toBeNull()
  expect(doneAtOf(accepted, story.board(), undefined, at)).toBeNull()
  expect(doneAtOf({ ...accepted, incident: IncidentId.parse('E-9999') }, story.board(), claim, at)).toBeNull()
})

test('[W5] whatever a phone claims, the steps of an assignment stay in order', () => {
  const steps = ['unit.departed', 'unit.arrived', 'unit.handling'] as const
  const claims = fc.array(fc.integer({ min: -30 * minute, max: 30 * minute }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(claims, (offsets) => {
      const story = underWay()
      let board = story.board()
      steps.forEach((type, i) => {
        const at = story.now() + i * 1_000
        const event = type === 'unit.arrived' ? { type, ...about, arrival: { point: null, distanceM: null } } : { type, ...about }
        const doneAt = doneAtOf(event, board, at + (offsets[i] ?? 0), at)
        const place = { town: board.town, position: board.position + 1, by: { kind: 'unit', id: about.unit }, origin: '' } as const
        board = foldBoard(board, [{ ...place, at, ...(doneAt !== null && { doneAt }), commandId: CommandId.parse(`command-${i}`), event }])
      })
      const { assignedAt, acceptedAt, departedAt, onSceneAt, handlingAt } = incidentOf(board, incident)?.assignments[0] ?? expect.fail()
      const told = [assignedAt, acceptedAt, departedAt, onSceneAt, handlingAt]
      expect(told).toEqual([...told].sort((a, b) => Number(a) - Number(b)))
      expect(handlingAt).toBeLessThanOrEqual(board.at)
    }),
    { numRuns: 200 },
  )
})
