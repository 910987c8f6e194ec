import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AssignmentId, IncidentId, type UnitId } from '../../shared/domain/ids.ts'
import { aMorning, boardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aCitizenRoom, town, type CitizenRoom } from './testing/aCitizenRoom.ts'

let room: CitizenRoom
beforeEach(async () => {
  room = await aCitizenRoom()
})
afterEach(() => room.app.close())

describe('following', () => {
  const assignment = (incident: string) => AssignmentId.parse(`${incident}/1`)
  const minute = 60_000

  test('[Z5] each step is told in order with its time, what comes next and by when, and nobody by name or number', async () => {
    const token = await room.reported()
    const incident = IncidentId.parse(token.split('.')[1])
    expect(await room.follow(token)).toMatchObject({
      step: 'received',
      text: '楼道堆满纸箱，请联系139****5678',
      next: { step: 'checked', by: aMorning + minute, isLate: false },
    })
    room.state.story.wait(20_000).say({ type: 'incident.take', incident })
    room.state.story.say({ type: 'incident.classify', incident })
    expect(await room.follow(token)).toMatchObject({ step: 'checked', next: { step: 'sent', by: aMorning + 3 * minute } })
    room.state.story.wait(10_000).send(incident, 'W12' as UnitId)
    expect(await room.follow(token)).toMatchObject({ step: 'sent', next: { step: 'coming' } })
    const about = { incident, assignment: assignment(incident) }
    room.state.story.say({ type: 'unit.accept', ...about })
    room.state.story.wait(10_000).say({ type: 'unit.depart', ...about })
    room.state.now = aMorning + 6 * minute
    expect(await room.follow(token)).toMatchObject({ step: 'coming', next: { step: 'onscene', by: aMorning + 5 * minute, isLate: true } })
    room.state.story.wait(60_000).say({ type: 'unit.arrive', ...about, point: null })
    room.state.story.say({ type: 'unit.handle', ...about })
    expect(await room.follow(token)).toMatchObject({ step: 'onscene', next: { step: 'handled', by: null } })
    room.state.story.say({ type: 'unit.resolve', ...about, result: '李伟已清理', photos: [] })
    expect(await room.follow(token)).toMatchObject({ step: 'handled', next: { step: 'closed' }, canRate: false })
    room.state.story.say({ type: 'incident.close', incident, outcome: '已清理', note: '联系人13912345678' })
    const last = await room.follow(token)
    expect(last).toMatchObject({ step: 'closed', next: null, outcome: '已清理', canRate: true })
    expect(last.steps.map((one) => one.step)).toEqual(['received', 'checked', 'sent', 'coming', 'onscene', 'handled', 'closed'])
    expect(last.steps.map((one) => one.at)).toEqual([...last.steps.map((one) => one.at)].sort((a, b) => a - b))
  })

  test('[Z6] a report that was merged follows the incident it became part of; one handed on says where', async () => {
    const main = room.state.story.report()
    const token = await room.reported()
    const own = IncidentId.parse(token.split('.')[1])
    room.state.story.say({ type: 'incidents.merge', into: main, incidents: [own] })
    expect(await room.follow(token)).toMatchObject({ isShared: true, step: 'received' })
    room.state.story.say({ type: 'incident.transfer', incident: main, to: '12345', town: null, reason: '咨询' })
    expect(await room.follow(token)).toMatchObject({ step: 'transferred', handedTo: '12345', next: null })
  })

  test('[Z6] after the board has forgotten it, what was the end is still told', async () => {
    expect(await room.follow(`${town}.E-9.R-77.${aMorning}.sealed`)).toMatchObject({ step: 'closed', outcome: '已处置', canRate: false })
  })

  test('[Z7] a token that the room did not make, or of nothing, follows nothing', async () => {
    await room.reported()
    for (const token of [
      `${town}.E-1001.R-1.1.forged`,
      '',
      `${town}.E-4.R-4.1.sealed`,
      `other-town.E-1001.R-1.${aMorning}.sealed`,
      'x'.repeat(5_000),
    ]) {
      expect((await room.app.inject(`/api/citizen/follow?t=${token}`)).statusCode).toBe(404)
    }
  })

  test('[Z15] after a backup was put in place, a token of before opens nobody else’s report under the same number', async () => {
    const token = await room.reported()
    const incident = IncidentId.parse(token.split('.')[1])
    const close = () => room.state.story.say({ type: 'incident.close', incident, outcome: '已处置', note: '' })
    close()
    room.state.story = boardBuilder(aMorning + minute)
    const other = await room.reported()
    close()
    expect(other.split('.').slice(0, 3)).toEqual(token.split('.').slice(0, 3))
    expect(await room.follow(other)).toMatchObject({ step: 'closed' })
    expect((await room.app.inject(`/api/citizen/follow?t=${token}`)).statusCode).toBe(404)
    expect((await room.post('/api/citizen/rate', { follow: token, stars: 1, comment: '' })).statusCode).toBe(404)
    expect((await room.app.inject(`/api/citizen/follow?t=${town}.E-9.R-77.${aMorning - 1}.sealed`)).statusCode).toBe(404)
  })

  test('[Z8] rated once, when closed, with one to five stars', async () => {
    const token = await room.reported()
    const rating = { follow: token, stars: 5, comment: '很快' }
    expect((await room.post('/api/citizen/rate', rating)).json()).toMatchObject({ error: 'not-closed' })
    room.state.story.say({ type: 'incident.close', incident: IncidentId.parse(token.split('.')[1]), outcome: '已处置', note: '' })
    for (const stars of [0, 6, 2.5, '5', null]) expect((await room.post('/api/citizen/rate', { ...rating, stars })).statusCode).toBe(400)
    expect((await room.post('/api/citizen/rate', rating)).statusCode).toBe(204)
    expect((await room.follow(token)).rating).toEqual({ stars: 5, comment: '很快' })
  })

  test('[Z14] the same rating again is answered alike; another is refused, says so in both languages, and changes nothing', async () => {
    const token = await room.reported()
    room.state.story.say({ type: 'incident.close', incident: IncidentId.parse(token.split('.')[1]), outcome: '已处置', note: '' })
    const rating = { follow: token, stars: 2, comment: '来得太慢' }
    for (let i = 0; i < 2; i++)
      expect((await room.post('/api/citizen/rate', { ...rating, comment: ` ${rating.comment}` })).statusCode).toBe(204)
    for (const other of [{ stars: 5 }, { comment: '很快' }]) {
      const answer = await room.post('/api/citizen/rate', { ...rating, ...other })
      expect([answer.statusCode, answer.json()]).toMatchObject([409, { error: 'rated-already' }])
      expect(answer.body).toMatch(/已评价过.*rated already/)
    }
    expect((await room.follow(token)).rating).toEqual({ stars: 2, comment: '来得太慢' })
  })
})
