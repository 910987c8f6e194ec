import { describe, expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { UnitId, type IncidentId } from '../../shared/domain/ids.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { boardBuilder, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { seats } from './cast.ts'
import { seatJob } from './seatJob.ts'

const [seat] = seats
if (!seat) throw new Error('There is at least one seat')

const jobOn = (story: BoardBuilder, id: IncidentId, persons: readonly IncidentId[] = []) => {
  const incident = incidentOf(story.board(), id)
  const isPersons = (one: IncidentId) => persons.includes(one)
  const view = { board: story.board(), taxonomy: aTaxonomy, now: story.now(), isPersons, wantsWhistle: () => false }
  return incident ? seatJob(incident, view) : undefined
}

const taken = () => {
  const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' }, { id: 'E1', force: 'emergency' }, { id: 'P1', force: 'police' })
  const take = (incident: IncidentId) => {
    story.say({ type: 'incident.take', incident }, seat)
    return incident
  }
  return { story, take }
}

describe('what a played seat does next', () => {
  test('[D18] take, confirm, send, wait, close', () => {
    const { story, take } = taken()
    const incident = story.report()
    expect(jobOn(story, incident)).toEqual({ does: 'take' })
    take(incident)
    expect(jobOn(story, incident)).toEqual({ does: 'classify' })
    story.say({ type: 'incident.classify', incident }, seat)
    expect(jobOn(story, incident)).toEqual({ does: 'send' })
    const [sent] = story.send(incident, UnitId.parse('W1'))
    expect(jobOn(story, incident)).toBeNull()
    if (sent?.event.type !== 'unit.assigned') throw new Error('An order assigns')
    const task = { incident, assignment: sent.event.assignment }
    story.say({ type: 'unit.accept', ...task })
    story.say({ type: 'unit.resolve', ...task, result: '已劝停', photos: [] })
    expect(jobOn(story, incident)).toEqual({ does: 'close' })
  })

  test('[D18] a matter for the police is not left with others alone', () => {
    const { story, take } = taken()
    const incident = take(story.report({ assessment: { kind: 'P06' } }))
    story.say({ type: 'incident.classify', incident }, seat)
    story.send(incident, UnitId.parse('E1'))
    expect(jobOn(story, incident)).toEqual({ does: 'send' })
    story.send(incident, UnitId.parse('P1'))
    expect(jobOn(story, incident)).toBeNull()
  })

  test('[D18] a likely duplicate is merged, but never into what a person works on', () => {
    const { story, take } = taken()
    const first = story.report()
    const twin = story.report({ duplicates: [{ of: first, score: 0.9, reasons: [] }] })
    const unsure = take(story.report({ duplicates: [{ of: first, score: 0.5, reasons: [] }] }))
    expect(jobOn(story, twin, [first])).toEqual({ does: 'leave' })
    take(twin)
    expect(jobOn(story, twin)).toEqual({ does: 'merge', into: first })
    expect(jobOn(story, unsure)).toEqual({ does: 'classify' })
    story.wait(180_000)
    expect(jobOn(story, twin, [first])).toEqual({ does: 'classify' })
  })

  test('[D18] who handed it back is replaced while others are still there', () => {
    const { story, take } = taken()
    const incident = take(story.report())
    const [sent] = story.send(incident, UnitId.parse('W1'), UnitId.parse('E1'))
    if (sent?.event.type !== 'unit.assigned') throw new Error('An order assigns')
    story.wait(10_000).say({ type: 'unit.return', incident, assignment: sent.event.assignment, reason: '不属网格' })
    expect(jobOn(story, incident)).toEqual({ does: 'send' })
    story.wait(10_000).send(incident, UnitId.parse('W2'))
    expect(jobOn(story, incident)).toBeNull()
  })
})
