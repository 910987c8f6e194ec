import { describe, expect, test } from 'vitest'
import { boardBuilder, liWei, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import type { Actor } from '../actor.ts'
import { incidentOf } from '../board/board.ts'
import { AccountId, IncidentId, ReportId } from '../ids.ts'
import { incidentState } from '../incident/incident.ts'

const zhaoMin: Actor & { kind: 'person' } = { kind: 'person', id: AccountId.parse('zhaomin'), name: '赵敏', role: 'operator' }
const zhou: Actor & { kind: 'person' } = { kind: 'person', id: AccountId.parse('zhou'), name: '周波', role: 'dispatcher' }
const unknown = IncidentId.parse('E-9')

describe('taking', () => {
  test('[I1] each report becomes an incident of its own, counted without gaps', () => {
    const story = boardBuilder()
    const [first, second] = [story.report(), story.report()]
    expect([first, second]).toEqual(['E-1001', 'E-1002'])
    const incident = incidentOf(story.board(), first)
    expect(incident?.reports).toHaveLength(1)
    expect(incident && incidentState(incident)).toBe('received')
  })

  test('[I2] an incident in one hand is refused to the next operator, with the name and since when', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.take', incident })
    const since = story.now()
    given(story.wait(5_000))
      .when({ type: 'incident.take', incident }, zhaoMin)
      .refused({ reason: 'taken-by-another', incident, name: '李伟', since })
    given(story).when({ type: 'incident.take', incident }).nothingHappens()
  })

  test('[I2] a supervisor or dispatcher may take it over; the clock of taking keeps its first instant', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.take', incident })
    const takenAt = story.now()
    given(story).when({ type: 'incident.take', incident }, zhou).then({ type: 'incident.taken', incident, name: '周波' })
    story.wait(60_000).say({ type: 'incident.take', incident }, wangFang)
    expect(incidentOf(story.board(), incident)).toMatchObject({ takenAt, holder: { id: 'wangfang' } })
  })

  test('[I2] only a person takes', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story).when({ type: 'incident.take', incident }, { kind: 'brain' }).refused({ reason: 'no-right' })
  })

  test('[I3] only its holder or a supervisor lets it go; then anybody may take it', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story).when({ type: 'incident.release', incident }).refused({ reason: 'not-yours', incident })
    story.say({ type: 'incident.take', incident })
    given(story).when({ type: 'incident.release', incident }, zhaoMin).refused({ reason: 'not-yours', incident })
    given(story).when({ type: 'incident.release', incident }, wangFang).then({ type: 'incident.released' })
    story.say({ type: 'incident.release', incident })
    given(story).when({ type: 'incident.take', incident }, zhaoMin).then({ type: 'incident.taken' })
  })

  test('[I4] a word about an incident that is not there, or has ended, is refused', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story).when({ type: 'incident.take', incident: unknown }).refused({ reason: 'unknown-incident', incident: unknown })
    story.say({ type: 'incident.cancel', incident, reason: '误报' })
    const ended = { reason: 'incident-has-ended', incident, how: 'cancelled', into: null } as const
    given(story).when({ type: 'incident.take', incident }).refused(ended)
    given(story).when({ type: 'incident.classify', incident }).refused(ended)
    given(story)
      .when({ type: 'incident.amend', incident, changes: { urgency: 'high' }, was: { urgency: 'low' } })
      .refused(ended)
    given(story).when({ type: 'units.assign', incident, orders: [] }).refused(ended)
  })

  test('[I5] a note may come after the end', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.cancel', incident, reason: '误报' })
    given(story).when({ type: 'incident.note', incident, text: '又来电致谢' }).then({ type: 'incident.noted', text: '又来电致谢' })
  })
})

describe('amending', () => {
  const noise = { kind: 'C02', nature: 'civil', urgency: 'low' } as const

  test('[I6] two people changing different fields both succeed', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.amend', incident, changes: { urgency: 'high' }, was: { urgency: 'low' } })
    story.say({ type: 'incident.amend', incident, changes: { nature: 'joint' }, was: { nature: 'civil' } }, zhaoMin)
    expect(incidentOf(story.board(), incident)).toMatchObject({ urgency: 'high', nature: 'joint', isConfirmed: true })
  })

  test('[I6] a field changed meanwhile by somebody else is refused, and stays', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.amend', incident, changes: { urgency: 'high' }, was: { urgency: 'low' } })
    given(story)
      .when({ type: 'incident.amend', incident, changes: { urgency: 'normal' }, was: { urgency: 'low' } }, zhaoMin)
      .refused({ reason: 'changed-meanwhile', incident, field: 'urgency' })
  })

  test('[I6] two people who mean the same are not at odds', () => {
    const story = boardBuilder()
    const incident = story.report()
    const command = { type: 'incident.amend', incident, changes: { urgency: 'high' }, was: { urgency: 'low' } } as const
    story.say(command)
    given(story).when(command, zhaoMin).nothingHappens()
  })

  test('[I68] a place outside China is refused, and the old one stays', () => {
    const story = boardBuilder()
    const incident = story.report()
    const { place } = incidentOf(story.board(), incident) ?? {}
    if (!place) throw new Error('A report has a place')
    for (const point of [
      [0, 0],
      [30.25, 120.2],
      [2.35, 48.85],
    ] as const)
      given(story)
        .when({ type: 'incident.amend', incident, changes: { place: { ...place, point } }, was: { place } })
        .refused({ reason: 'malformed', field: 'place', problem: 'outside-china' })
  })

  test('[I67] moving its place does not confirm what it is, a word about it does', () => {
    const story = boardBuilder()
    const incident = story.report({ assessment: { confidence: 0.2, reasons: ['unsure'] } })
    const { place } = incidentOf(story.board(), incident) ?? {}
    if (!place) throw new Error('A report has a place')
    story.say({ type: 'incident.amend', incident, changes: { place: { ...place, text: '江锦路口' } }, was: { place } })
    expect(incidentOf(story.board(), incident)).toMatchObject({ isConfirmed: false, place: { text: '江锦路口' } })
    story.say({ type: 'incident.amend', incident, changes: { urgency: 'high' }, was: { urgency: 'low' } })
    expect(incidentOf(story.board(), incident)?.isConfirmed).toBe(true)
  })

  test('[I7] a life that the words say is at risk stays so under a new kind, though the old kind was critical too', () => {
    const story = boardBuilder()
    const incident = story.report({ assessment: { kind: 'C30', urgency: 'critical', critical: true } })
    story.say({ type: 'incident.amend', incident, changes: { kind: 'C02' }, was: { kind: 'C30' } })
    expect(incidentOf(story.board(), incident)).toMatchObject({ kind: 'C02', urgency: 'critical', critical: true })
    story.say({ type: 'incident.amend', incident, changes: { urgency: 'low' }, was: { urgency: 'critical' } })
    expect(incidentOf(story.board(), incident)).toMatchObject({ urgency: 'low', critical: false })
  })

  test('[I8] taking the police off a card makes it civil, unless somebody has meanwhile changed what it is', () => {
    const story = boardBuilder()
    const incident = story.report({ assessment: { kind: 'P06' } })
    const amend = {
      type: 'incident.amend',
      incident,
      changes: { policeNeeded: false },
      was: { policeNeeded: true, nature: 'police' },
    } as const
    given(story)
      .when(amend)
      .then({ type: 'incident.amended', changes: { nature: 'civil', policeNeeded: false } })
    given(story)
      .when({ ...amend, was: { policeNeeded: true, nature: 'joint' } })
      .then({ type: 'incident.amended', changes: { policeNeeded: false } })
  })

  test('[I7] a new kind brings its nature and urgency, unless said otherwise in the same breath', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story)
      .when({ type: 'incident.amend', incident, changes: { kind: 'C30' }, was: { kind: 'C02' } })
      .then({ type: 'incident.amended', changes: { kind: 'C30', urgency: 'critical' } })
    given(story)
      .when({ type: 'incident.amend', incident, changes: { kind: 'C30', urgency: 'high' }, was: noise })
      .then({ type: 'incident.amended', changes: { kind: 'C30', urgency: 'high' } })
    given(story)
      .when({ type: 'incident.amend', incident, changes: { kind: 'Z99' }, was: noise })
      .refused({ reason: 'unknown-kind', kind: 'Z99' })
  })

  test('[I7] what somebody raised is not lowered by a new kind', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.amend', incident, changes: { urgency: 'critical', nature: 'police' }, was: noise })
    story.say({ type: 'incident.amend', incident, changes: { kind: 'C10' }, was: { kind: 'C02' } }, zhaoMin)
    expect(incidentOf(story.board(), incident)).toMatchObject({ kind: 'C10', urgency: 'critical', nature: 'police', critical: true })
  })

  test('[I8] a matter that becomes police or joint needs police; with police needed a civil kind stays joint', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story)
      .when({ type: 'incident.amend', incident, changes: { kind: 'P02' }, was: noise })
      .then({ type: 'incident.amended', changes: { kind: 'P02', nature: 'police', urgency: 'high', policeNeeded: true } })
    const theft = story.report({ assessment: { kind: 'P02' } })
    story.say({ type: 'incident.amend', incident: theft, changes: { kind: 'E01' }, was: { kind: 'P02' } })
    expect(incidentOf(story.board(), theft)).toMatchObject({ kind: 'E01', nature: 'joint', policeNeeded: true })
  })

  test('[I9] a person confirms the brain once; a second time changes nothing', () => {
    const story = boardBuilder()
    const incident = story.report()
    story.say({ type: 'incident.classify', incident })
    expect(incidentOf(story.board(), incident)).toMatchObject({ isConfirmed: true, classifiedAt: story.now() })
    given(story).when({ type: 'incident.classify', incident }, zhaoMin).nothingHappens()
  })
})

describe('phone numbers', () => {
  test('[I10] reading a number in clear is itself kept, with its purpose', () => {
    const story = boardBuilder()
    const incident = story.report()
    given(story)
      .when({ type: 'phone.reveal', incident, report: ReportId.parse('R-1'), purpose: '回拨核实' }, liWei)
      .then({ type: 'phone.revealed', incident, report: ReportId.parse('R-1'), purpose: '回拨核实' })
    given(story)
      .when({ type: 'phone.reveal', incident, report: ReportId.parse('R-7'), purpose: '' })
      .refused({ reason: 'unknown-report', report: 'R-7' })
  })
})
