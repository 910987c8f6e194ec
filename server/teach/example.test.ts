import { expect, test } from 'vitest'
import { incidentOf } from '../../shared/domain/board/board.ts'
import type { Command } from '../../shared/domain/command.ts'
import { AssignmentId, UnitId, type IncidentId } from '../../shared/domain/ids.ts'
import type { Changes } from '../../shared/domain/incident/events.ts'
import { KindCode } from '../../shared/domain/taxonomy/taxonomy.ts'
import { boardBuilder, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { exampleOf } from './example.ts'

const of = (story: BoardBuilder, id: IncidentId) => {
  const incident = incidentOf(story.board(), id)
  if (!incident) throw new Error(id)
  return exampleOf(incident)
}
const close = (story: BoardBuilder, incident: IncidentId) => story.say({ type: 'incident.close', incident, outcome: '已办结', note: '' })
const confirm = (story: BoardBuilder, incident: IncidentId) => story.say({ type: 'incident.classify', incident })
const amend = (story: BoardBuilder, id: IncidentId, changes: Changes) => {
  const incident = incidentOf(story.board(), id)
  if (!incident) throw new Error(id)
  const { kind, nature, urgency, policeNeeded, place } = incident
  story.say({ type: 'incident.amend', incident: id, changes, was: { kind, nature, urgency, policeNeeded, place } })
}
const kind = (code: string) => KindCode.parse(code)

test('[B80] a closed incident that a person confirmed or corrected teaches its words with what it was in the end', () => {
  const story = boardBuilder()
  const [confirmed, corrected] = [story.report({ text: '楼上吵' }), story.report({ text: '楼上漏水，打电话 13812345678' })]
  confirm(story, confirmed)
  amend(story, corrected, { kind: kind('C10') })
  close(story, confirmed)
  close(story, corrected)
  expect(of(story, confirmed)).toMatchObject({
    kind: 'C02',
    isCorrected: false,
    reports: [{ text: '楼上吵', channel: '110', code110: null }],
  })
  expect(of(story, corrected)).toMatchObject({ kind: 'C10', isCorrected: true, reports: [{ text: '楼上漏水，打电话 138****5678' }] })
})

test('[B80] what is open, unconfirmed, cancelled or without a word teaches nothing; what came back is no longer closed', () => {
  const story = boardBuilder()
  const [open, unconfirmed, cancelled, wordless, back] = Array.from({ length: 5 }, (_, i) =>
    story.report({ text: i === 3 ? ' ' : '楼上吵' }),
  ) as [IncidentId, IncidentId, IncidentId, IncidentId, IncidentId]
  for (const id of [open, cancelled, wordless, back]) confirm(story, id)
  for (const id of [unconfirmed, wordless, back]) close(story, id)
  story.say({ type: 'incident.cancel', incident: cancelled, reason: '误报' })
  expect(of(story, back)).not.toBeNull()
  story.say({ type: 'incident.reopen', incident: back, reason: '又吵了' })
  expect([open, unconfirmed, cancelled, wordless, back].map((id) => of(story, id))).toEqual([null, null, null, null, null])
})

test('[B80] moving its place or what a part brought along confirms nothing', () => {
  const story = boardBuilder()
  const [whole, part] = [story.report({ text: '楼上吵' }), story.report({ text: '煤气味很重', assessment: { kind: 'C30' } })]
  story.say({ type: 'incidents.merge', into: whole, incidents: [part] })
  close(story, whole)
  expect(of(story, whole)).toBeNull()
})

test('[B81] all callers of a merged matter teach the kind of the whole, and the part teaches nothing by itself', () => {
  const story = boardBuilder()
  const [whole, part] = [story.report({ text: '楼上吵' }), story.report({ text: '楼下放歌' })]
  confirm(story, part)
  story.say({ type: 'incidents.merge', into: whole, incidents: [part] })
  confirm(story, whole)
  close(story, whole)
  expect(of(story, part)).toBeNull()
  expect(of(story, whole)?.reports.map(({ text }) => text)).toEqual(['楼上吵', '楼下放歌'])
})

test('[B81] police are needed where the card said so or police were sent; a life was at risk where the urgency says so', () => {
  const [w1, w2] = [UnitId.parse('W1'), UnitId.parse('W2')]
  const story = boardBuilder().units({ id: w1, force: 'police' }, { id: w2, force: 'police' })
  const report = () => story.report({ text: '楼上吵' })
  const [quiet, sent, recalled, joint, grave] = [report(), report(), report(), report(), report()]
  for (const id of [quiet, sent, recalled]) confirm(story, id)
  amend(story, joint, { nature: 'joint' })
  amend(story, grave, { urgency: 'critical' })
  story.send(sent, w1)
  story.send(recalled, w2)
  const about = (id: IncidentId) => ({ incident: id, assignment: AssignmentId.parse(`${id}/1`) })
  for (const type of ['unit.accept', 'unit.arrive', 'unit.handle'] as const) story.say({ type, ...about(sent) } as Command)
  story.say({ type: 'unit.resolve', ...about(sent), result: '已劝离', photos: [] })
  story.say({ type: 'unit.recall', ...about(recalled), reason: '派错' })
  story.say({ type: 'incident.transfer', incident: joint, to: '110', town: null, reason: '涉警' })
  for (const id of [quiet, sent, recalled, grave]) close(story, id)
  expect([quiet, sent, recalled, joint, grave].map((id) => of(story, id)?.policeNeeded)).toEqual([false, true, false, true, false])
  expect([quiet, grave].map((id) => of(story, id)?.critical)).toEqual([false, true])
})
