import { describe, expect, test } from 'vitest'
import { boardBuilder, wangFang } from '../../testing/boardBuilder.ts'
import { given } from '../../testing/spec.ts'
import { incidentOf } from '../board/board.ts'
import { AssignmentId, IncidentId, TownId, UnitId } from '../ids.ts'
import { incidentState } from '../incident/incident.ts'

const w1 = UnitId.parse('W1')
const close = (incident: IncidentId) => ({ type: 'incident.close', incident, outcome: '已处置', note: '' }) as const
const cancel = (incident: IncidentId) => ({ type: 'incident.cancel', incident, reason: '误拨' }) as const
const reopen = (incident: IncidentId) => ({ type: 'incident.reopen', incident, reason: '又响了' }) as const
const transfer = (incident: IncidentId) => ({ type: 'incident.transfer', incident, to: '12345', town: null, reason: '咨询' }) as const

const started = () => {
  const story = boardBuilder().units({ id: 'W1' }, { id: 'W2' })
  return { story, incident: story.report() }
}

describe('closing', () => {
  test('[I24] nothing ends while a unit is still on it; the units are named', () => {
    const { story, incident } = started()
    story.send(incident, w1)
    const refusal = { reason: 'units-still-active', incident, units: [w1] } as const
    for (const command of [close(incident), cancel(incident), transfer(incident)]) given(story).when(command).refused(refusal)
    story.say({ type: 'unit.recall', incident, assignment: AssignmentId.parse(`${incident}/1`), reason: '撤' })
    given(story).when(close(incident)).then({ type: 'incident.closed', outcome: '已处置' })
  })

  test('[I25] what has ended can come back, with its reason; what is open cannot', () => {
    const { story, incident } = started()
    given(story).when(reopen(incident)).refused({ reason: 'incident-is-open', incident })
    story.say(close(incident))
    story.wait(60_000).say(reopen(incident))
    expect(incidentOf(story.board(), incident)).toMatchObject({ end: null, reopenedAt: story.now() })
    given(story).when(cancel(incident)).then({ type: 'incident.cancelled', reason: '误拨' })
  })

  test('[I26] a citizen rates once, after it was closed', () => {
    const { story, incident } = started()
    const rate = { type: 'incident.rate', incident, stars: 5, comment: '很快' } as const
    given(story).when(rate).refused({ reason: 'not-closed', incident })
    story.say(close(incident))
    story.say(rate)
    expect(incidentOf(story.board(), incident)?.rating).toMatchObject({ stars: 5 })
    given(story)
      .when({ ...rate, stars: 1 })
      .refused({ reason: 'rated-already', incident })
  })

  test('[I26] a cancelled incident is not rated', () => {
    const { story, incident } = started()
    story.say(cancel(incident))
    given(story).when({ type: 'incident.rate', incident, stars: 1, comment: '' }).refused({ reason: 'not-closed' })
  })
})

describe('where police must come', () => {
  const p1 = UnitId.parse('P1')
  const fight = () => {
    const story = boardBuilder().units({ id: 'W1' }, { id: 'P1', force: 'police' })
    const incident = story.report({ assessment: { kind: 'C02', nature: 'joint', policeNeeded: true } })
    return { story, incident }
  }
  const settled = (story: ReturnType<typeof fight>['story'], incident: IncidentId, unit: UnitId, number: number) => {
    const about = { incident, assignment: AssignmentId.parse(`${incident}/${number}`) }
    story.send(incident, unit)
    story.say({ type: 'unit.accept', ...about })
    story.say({ type: 'unit.resolve', ...about, result: '平息', photos: [] })
  }

  test('[I57] it neither closes nor is cancelled before police were sent, though others settled it', () => {
    const { story, incident } = fight()
    const refusal = { reason: 'police-not-sent', incident } as const
    for (const command of [close(incident), cancel(incident)]) given(story).when(command).refused(refusal)
    settled(story, incident, w1, 1)
    for (const command of [close(incident), cancel(incident)]) given(story).when(command).refused(refusal)
    settled(story, incident, p1, 2)
    given(story).when(close(incident)).then({ type: 'incident.closed' })
  })

  test('[I57] police who gave it back or were taken off did not come', () => {
    const { story, incident } = fight()
    story.send(incident, p1)
    story.say({ type: 'unit.return', incident, assignment: AssignmentId.parse(`${incident}/1`), reason: '不属公安' })
    given(story).when(close(incident)).refused({ reason: 'police-not-sent', incident })
  })

  test('[I57] whoever knows that police are not needed says so on the card first, by name; to 110 it goes as it is', () => {
    const { story, incident } = fight()
    given(story)
      .when({ ...transfer(incident), to: '110' })
      .then({ type: 'incident.transferred', to: '110' })
    story.say({
      type: 'incident.amend',
      incident,
      changes: { nature: 'civil', policeNeeded: false },
      was: { nature: 'joint', policeNeeded: true },
    })
    given(story).when(close(incident)).then({ type: 'incident.closed' })
  })

  test('[I57] a matter that came back needs its police again', () => {
    const { story, incident } = fight()
    settled(story, incident, p1, 1)
    story.say(close(incident))
    story.wait(60_000).say(reopen(incident))
    given(story).when(close(incident)).refused({ reason: 'police-not-sent', incident })
  })
})

describe('transferring', () => {
  test('[I27] a police or joint matter, or one where police are needed, never leaves for 12345', () => {
    const { story } = started()
    const police = story.report({ assessment: { kind: 'P02' } })
    const backstop = story.report({ assessment: { kind: 'C02', policeNeeded: true } })
    const joint = story.report({ assessment: { kind: 'C47', policeNeeded: false } })
    for (const incident of [police, backstop, joint])
      given(story).when(transfer(incident)).refused({ reason: 'police-must-not-leave', incident })
    given(story)
      .when({ ...transfer(police), to: '110' })
      .then({ type: 'incident.transferred', to: '110' })
  })

  test('[I28] another town must be named', () => {
    const { story, incident } = started()
    const toTown = { ...transfer(incident), to: 'town' } as const
    given(story).when(toTown).refused({ reason: 'malformed', field: 'town' })
    given(story)
      .when({ ...toTown, town: TownId.parse('jiubao') })
      .then({ type: 'incident.transferred', town: TownId.parse('jiubao') })
  })

  test('[I29] the other side answers once; refused, the matter is back in the queue', () => {
    const { story, incident } = started()
    const answer = { type: 'transfer.answer', incident, accepted: false, note: '不属受理范围' } as const
    given(story).when(answer).refused({ reason: 'not-transferred', incident })
    story.say(transfer(incident))
    const away = incidentOf(story.board(), incident)
    expect(away && incidentState(away)).toBe('transferred')
    story.wait(60_000).say(answer)
    expect(incidentOf(story.board(), incident)).toMatchObject({ end: null, transfers: [{ answer: { accepted: false, at: story.now() } }] })
    given(story).when(answer).refused({ reason: 'answered-already', incident })
  })

  test('[I29] a matter that comes back is in nobody’s hand, whoever held it when it went', () => {
    for (const [goes, comesBack] of [
      [transfer, { type: 'transfer.answer', accepted: false, note: '' }],
      [close, { type: 'incident.reopen', reason: '又来了' }],
    ] as const) {
      const { story, incident } = started()
      story.say({ type: 'incident.take', incident })
      story.say(goes(incident))
      story.wait(60_000).say({ ...comesBack, incident }, wangFang)
      expect(incidentOf(story.board(), incident)).toMatchObject({ end: null, holder: null, takenAt: null })
    }
  })

  test('[I29] what units settled before a matter came back does not make it settled', () => {
    for (const [goes, comesBack] of [
      [transfer, { type: 'transfer.answer', accepted: false, note: '' }],
      [close, reopen(IncidentId.parse('E-1'))],
    ] as const) {
      const { story, incident } = started()
      const state = () => incidentOf(story.board(), incident) && incidentState(incidentOf(story.board(), incident)!)
      const about = { incident, assignment: AssignmentId.parse(`${incident}/1`) }
      story.send(incident, w1)
      story.say({ type: 'unit.accept', ...about })
      story.say({ type: 'unit.resolve', ...about, result: '已劝离', photos: [] })
      expect(state()).toBe('resolved')
      story.say(goes(incident))
      story.wait(60_000).say({ ...comesBack, incident })
      expect(state()).toBe('classified')
      story.send(incident, w1)
      expect(state()).toBe('dispatched')
    }
  })

  test('[I29] accepted, it stays away', () => {
    const { story, incident } = started()
    story.say(transfer(incident))
    story.say({ type: 'transfer.answer', incident, accepted: true, note: '' })
    expect(incidentOf(story.board(), incident)?.end?.how).toBe('transferred')
    given(story).when({ type: 'transfer.answer', incident, accepted: false, note: '' }).refused({ reason: 'answered-already' })
  })
})

describe('standing still', () => {
  test('[I30] a pause is one at a time, with its reason, and ends with the incident', () => {
    const { story, incident } = started()
    const pause = { type: 'incident.pause', incident, reason: '等待业主到场' } as const
    given(story).when({ type: 'incident.resume', incident }).refused({ reason: 'not-paused', incident })
    story.say(pause)
    given(story).when(pause).refused({ reason: 'paused-already', incident })
    given(story).when({ type: 'incident.resume', incident }).then({ type: 'incident.resumed' })
    for (const end of [close(incident), transfer(incident)]) {
      const other = started()
      other.story.say({ ...pause, incident: other.incident })
      other.story.wait(1_000).say({ ...end, incident: other.incident })
      expect(incidentOf(other.story.board(), other.incident)?.pauses).toMatchObject([{ to: other.story.now() }])
    }
  })
})

describe('the whistle', () => {
  const blow = (incident: IncidentId, ...departments: readonly string[]) =>
    ({ type: 'incident.whistle', incident, departments, matter: '路面塌陷，需联合处置' }) as const

  test('[I31] departments the town does not have cannot be called', () => {
    const { story, incident } = started()
    given(story).when(blow(incident, '市气象局')).refused({ reason: 'unknown-department', department: '市气象局' })
  })

  test('[I31] a whistle gives a limit; another is refused while somebody has not come', () => {
    const { story, incident } = started()
    const dueAt = story.now() + story.board().thresholds.whistleWithinMs
    given(story)
      .when(blow(incident, '区城管局', '区城管局'))
      .then({ type: 'incident.whistled', departments: ['区城管局'], dueAt })
    story.say(blow(incident, '区城管局', '区应急管理局'))
    given(story).when(blow(incident, '区城管局')).refused({ reason: 'whistled-already', incident })
  })

  test('[I32] each department reports in once, by name; others cannot', () => {
    const { story, incident } = started()
    const here = (department: string) => ({ type: 'department.reportIn', incident, department, person: '钱工' }) as const
    given(story).when(here('区城管局')).refused({ reason: 'not-whistled', incident })
    story.say(blow(incident, '区城管局'))
    given(story).when(here('区应急管理局')).refused({ reason: 'unknown-department', department: '区应急管理局' })
    story.say(here('区城管局'))
    given(story).when(here('区城管局')).nothingHappens()
    given(story).when(blow(incident, '区应急管理局')).then({ type: 'incident.whistled' })
  })
})
