import { expect, test } from 'vitest'
import { boardBuilder } from '../../testing/boardBuilder.ts'
import { incidentOf } from '../board/board.ts'
import type { Command } from '../command.ts'
import { AssignmentId, UnitId, type IncidentId } from '../ids.ts'
import { knownProfiles } from './knownProfiles.ts'
import { stageClock } from './stageClock.ts'

const minute = 60_000
const w1 = UnitId.parse('W1')

const sceneClock = (room: ReturnType<typeof boardBuilder>, id: IncidentId) => {
  const incident = incidentOf(room.board(), id)
  const scene = knownProfiles[0]?.stages.find((stage) => stage.id === 'scene')
  return incident && scene ? stageClock(incident, scene, room.now() + 700 * minute) : null
}

type Ending = (incident: IncidentId, other: IncidentId) => Command

const endings: readonly (readonly [string, Ending])[] = [
  ['closed', (incident) => ({ type: 'incident.close', incident, outcome: '已处置', note: '' })],
  ['cancelled', (incident) => ({ type: 'incident.cancel', incident, reason: '误报' })],
  ['transferred', (incident) => ({ type: 'incident.transfer', incident, to: '12345', town: null, reason: '咨询' })],
  ['merged', (incident, into) => ({ type: 'incidents.merge', into, incidents: [incident] })],
]

test.each(endings)(
  '[S28] a limit that was not met when its incident was %s is neither met nor missed, however early or late',
  (_, ending) => {
    for (const after of [minute / 2, 600 * minute]) {
      const room = boardBuilder()
      const other = room.report({ text: '另一件' })
      const incident = room.report()
      const endedAt = room.now() + after
      room.wait(after).say(ending(incident, other))
      expect(sceneClock(room, incident)).toMatchObject({ state: 'ended', endedAt, elapsedMs: after, dueAt: null })
    }
  },
)

test.each([
  ['met', 2 * minute],
  ['missed', 200 * minute],
])('[S28] what was %s before the incident ended stays so', (state, after) => {
  const room = boardBuilder().units({ id: 'W1' })
  const incident = room.report()
  const about = { incident, assignment: AssignmentId.parse(`${incident}/1`) }
  room.send(incident, w1)
  room.wait(after).say({ type: 'unit.arrive', ...about, point: null })
  room.say({ type: 'unit.resolve', ...about, result: '好', photos: [] })
  room.say({ type: 'incident.close', incident, outcome: '已处置', note: '' })
  expect(sceneClock(room, incident)).toMatchObject({ state, elapsedMs: after })
})
