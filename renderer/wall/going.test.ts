import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { UnitId } from '../../shared/domain/ids.ts'
import { boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { goingTo } from './going.ts'

const [w1, w2, w3] = [UnitId.parse('W1'), UnitId.parse('W2'), UnitId.parse('W3')]

test('[V22] who goes is told with the way left: the lead first, then those farthest along; who is there or was recalled has none', () => {
  const room = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'W3' })
  const incident = room.report({ place: { point: [120.2227, 30.2437] } })
  room.send(incident, w1, w2, w3)
  const about = (n: number) => ({ incident, assignment: `${incident}/${n}` as never })
  room.say({ type: 'unit.accept', ...about(3) })
  room.say({ type: 'unit.arrive', ...about(3), point: null })
  const at = (unit: UnitId, ageMs: number) =>
    [unit, { unit, point: [120.2327, 30.2437] as const, at: room.now() - ageMs, accuracyM: 10 }] as const
  const positions = new Map([at(w1, 0), at(w2, 120_000)]) as never
  const told = () => {
    const found = incidentOf(room.board(), incident)
    return found ? goingTo(room.board(), found, positions, room.now()) : []
  }
  expect(told().map(({ assignment }) => assignment.unit)).toEqual([w1, w3, w2])
  expect(told()[0]?.way).toMatchObject({ isOld: false })
  expect(told()[0]?.way?.distanceM).toBeCloseTo(962, -1)
  expect(told()[1]?.way).toBeNull()
  expect(told()[2]?.way).toMatchObject({ isOld: true })
  room.say({ type: 'unit.recall', ...about(1), reason: '改派' })
  expect(told().map(({ assignment }) => assignment.unit)).toEqual([w3, w2])
})
