import Fastify, { type FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CitizenView } from '../../shared/contracts/citizen.ts'
import type { Command } from '../../shared/domain/command.ts'
import { incidentOf } from '../../shared/domain/board/board.ts'
import { AssignmentId, BuildingId, IncidentId, PhotoId, ReportId, TownId, type UnitId } from '../../shared/domain/ids.ts'
import { aMorning, boardBuilder, type BoardBuilder } from '../../shared/testing/boardBuilder.ts'
import { aTaxonomy } from '../../shared/testing/aTaxonomy.ts'
import { commonChoices } from './choices.ts'
import { cannotServe } from './citizenErrors.ts'
import type { CitizenNeeds } from './citizenNeeds.ts'
import { citizenRoutes } from './citizenRoutes.ts'

const town = TownId.parse('sijijiang')
const b12 = BuildingId.parse('B12')
const photo = PhotoId.parse('cd'.repeat(32))
const code = { building: 'B12', signature: 'good-signature' }

let story: BoardBuilder
let app: FastifyInstance
let now: number
let isFull: boolean
let taken: unknown[]
/** Ids of ratings that were kept: the desk answers the same one again as done. */
let rated: Set<string>
let warnings: readonly { readonly reason: string }[]

const needs = (): CitizenNeeds => ({
  verifyBuilding: (building, signature) =>
    building === 'B12' && signature === 'good-signature'
      ? { town, building: b12, name: '太和广场3幢', address: '钱江路58号', point: [120.2, 30.25] }
      : null,
  townName: () => '四季江街道',
  choices: () => commonChoices(aTaxonomy),
  keepPhoto: async (bytes) => (bytes[0] === 0xff ? { ok: true, photo } : { ok: false, reason: 'not-a-picture' }),
  take: async (body) => {
    if (isFull) return { ok: false, no: cannotServe }
    taken.push(body)
    const incident = story.report({
      text: (body as { text: string }).text,
      report: { channel: 'citizen', building: b12, caller: { name: null, phone: '13800000018' } },
    })
    const report = incidentOf(story.board(), incident)?.reports[0]?.id ?? ReportId.parse('R-1')
    return { ok: true, receipt: { incident, report, isNew: true, warnings } }
  },
  followToken: (where, incident, report) => `${where}.${incident}.${report}.sealed`,
  readFollowToken: (token) => {
    const [where = '', incident = '', report = '', seal] = token.split('.')
    return seal === 'sealed' ? { town: TownId.parse(where), incident: IncidentId.parse(incident), report: ReportId.parse(report) } : null
  },
  board: (where) => (where === town ? story.board() : null),
  callOf: async (_where, report) =>
    report === 'R-77' ? { at: aMorning, text: '旧事', how: 'closed', outcome: '已处置', ended_at: aMorning + 1, isMerged: false } : null,
  rate: async (_where, words, { id }) => {
    if (rated.has(id)) return { ok: true, position: story.board().position }
    try {
      story.say({ type: 'incident.rate', ...words } as Command, { kind: 'citizen', building: null })
      rated.add(id)
      return { ok: true, position: story.board().position }
    } catch (error) {
      const isRated = String(error).includes('rated-already')
      return {
        ok: false,
        refusal: isRated ? { reason: 'rated-already', incident: words.incident } : { reason: 'not-closed', incident: words.incident },
      }
    }
  },
  now: () => now,
  onTrouble: () => undefined,
})

beforeEach(async () => {
  story = boardBuilder().units({ id: 'W12', name: '李伟' })
  now = aMorning
  isFull = false
  taken = []
  rated = new Set()
  warnings = []
  app = Fastify()
  await citizenRoutes(app, needs())
})

afterEach(() => app.close())

const post = (url: string, payload: unknown, type = 'application/json') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': type },
    payload: Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  })

const form = { ...code, id: 'page-made-1', text: '楼道堆满纸箱，请联系13912345678', phone: null, photos: [] }

const follow = async (token: string): Promise<CitizenView> => {
  const answer = await app.inject(`/api/citizen/follow?t=${encodeURIComponent(token)}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).not.toMatch(/李伟|W12|13912345678|13800000018/)
  return CitizenView.parse(answer.json())
}

const reported = async (): Promise<string> => (await post('/api/citizen/report', form)).json<{ follow: string }>().follow

describe('reporting', () => {
  test('[Z1] the code of a building opens the page with its place and common matters; a forged one does not', async () => {
    const answer = await app.inject('/api/citizen/building?b=B12&s=good-signature')
    expect(answer.json()).toMatchObject({ townName: '四季江街道', name: '太和广场3幢', choices: [{ zh: '邻居太吵' }, { zh: '有燃气味' }] })
    for (const query of ['b=B12&s=forged-signature', 'b=B13&s=good-signature', '', 'b=B12&s=x&s=y', 'b[]=B12']) {
      const no = await app.inject(`/api/citizen/building?${query}`)
      expect(no.statusCode).toBe(403)
      expect(no.json()).toMatchObject({ error: 'unknown-building' })
    }
  })

  test('[Z2] a report answers with a token to follow, and only when it is kept', async () => {
    const answer = await post('/api/citizen/report', form)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ follow: expect.stringContaining('.sealed') as string, notes: [] })
    isFull = true
    const no = await post('/api/citizen/report', { ...form, id: 'page-made-2' })
    expect(no.statusCode).toBe(503)
    expect(no.json<{ zh: string }>().zh).toContain('110')
    expect(no.headers['retry-after']).toBe('5')
  })

  test('[Z13] what was left out of a report is told to the citizen in both languages, beside the token', async () => {
    warnings = [{ reason: 'unknown-photo' }, { reason: 'unknown-photo' }, { reason: 'something-else' }]
    const answer = await post('/api/citizen/report', form)
    expect(answer.statusCode).toBe(201)
    const notes = [{ zh: expect.stringContaining('2 张照片') as string, en: expect.stringContaining('2 photos') as string }]
    expect(answer.json()).toEqual({ follow: expect.stringContaining('.sealed') as string, notes })
  })

  test('[Z3] from one address and building five a minute; the sixth is told when, and the next minute is free', async () => {
    for (let i = 0; i < 5; i++) expect((await post('/api/citizen/report', { ...form, id: `page-made-${i}` })).statusCode).toBe(201)
    const sixth = await post('/api/citizen/report', form)
    expect(sixth.statusCode).toBe(429)
    expect(sixth.headers['retry-after']).toBe('60')
    expect(taken).toHaveLength(5)
    now += 60_000
    expect((await post('/api/citizen/report', form)).statusCode).toBe(201)
  })
})

describe('following', () => {
  const assignment = (incident: string) => AssignmentId.parse(`${incident}/1`)
  const minute = 60_000

  test('[Z5] each step is told in order with its time, what comes next and by when, and nobody by name or number', async () => {
    const token = await reported()
    const incident = IncidentId.parse(token.split('.')[1])
    expect(await follow(token)).toMatchObject({
      step: 'received',
      text: '楼道堆满纸箱，请联系139****5678',
      next: { step: 'checked', by: aMorning + minute, isLate: false },
    })
    story.wait(20_000).say({ type: 'incident.take', incident })
    story.say({ type: 'incident.classify', incident })
    expect(await follow(token)).toMatchObject({ step: 'checked', next: { step: 'sent', by: aMorning + 3 * minute } })
    story.wait(10_000).send(incident, 'W12' as UnitId)
    expect(await follow(token)).toMatchObject({ step: 'sent', next: { step: 'coming' } })
    const about = { incident, assignment: assignment(incident) }
    story.say({ type: 'unit.accept', ...about })
    story.wait(10_000).say({ type: 'unit.depart', ...about })
    now = aMorning + 6 * minute
    expect(await follow(token)).toMatchObject({ step: 'coming', next: { step: 'onscene', by: aMorning + 5 * minute, isLate: true } })
    story.wait(60_000).say({ type: 'unit.arrive', ...about, point: null })
    story.say({ type: 'unit.handle', ...about })
    expect(await follow(token)).toMatchObject({ step: 'onscene', next: { step: 'handled', by: null } })
    story.say({ type: 'unit.resolve', ...about, result: '李伟已清理', photos: [] })
    expect(await follow(token)).toMatchObject({ step: 'handled', next: { step: 'closed' }, canRate: false })
    story.say({ type: 'incident.close', incident, outcome: '已清理', note: '联系人13912345678' })
    const last = await follow(token)
    expect(last).toMatchObject({ step: 'closed', next: null, outcome: '已清理', canRate: true })
    expect(last.steps.map((one) => one.step)).toEqual(['received', 'checked', 'sent', 'coming', 'onscene', 'handled', 'closed'])
    expect(last.steps.map((one) => one.at)).toEqual([...last.steps.map((one) => one.at)].sort((a, b) => a - b))
  })

  test('[Z6] a report that was merged follows the incident it became part of; one handed on says where', async () => {
    const main = story.report()
    const token = await reported()
    const own = IncidentId.parse(token.split('.')[1])
    story.say({ type: 'incidents.merge', into: main, incidents: [own] })
    expect(await follow(token)).toMatchObject({ isShared: true, step: 'received' })
    story.say({ type: 'incident.transfer', incident: main, to: '12345', town: null, reason: '咨询' })
    expect(await follow(token)).toMatchObject({ step: 'transferred', handedTo: '12345', next: null })
  })

  test('[Z6] after the board has forgotten it, what was the end is still told', async () => {
    expect(await follow(`${town}.E-9.R-77.sealed`)).toMatchObject({ step: 'closed', outcome: '已处置', canRate: false })
  })

  test('[Z7] a token that the room did not make, or of nothing, follows nothing', async () => {
    await reported()
    for (const token of [`${town}.E-1001.R-1.forged`, '', `${town}.E-4.R-4.sealed`, 'other-town.E-1001.R-1.sealed', 'x'.repeat(5_000)]) {
      expect((await app.inject(`/api/citizen/follow?t=${token}`)).statusCode).toBe(404)
    }
  })

  test('[Z8] rated once, when closed, with one to five stars', async () => {
    const token = await reported()
    const rating = { follow: token, stars: 5, comment: '很快' }
    expect((await post('/api/citizen/rate', rating)).json()).toMatchObject({ error: 'not-closed' })
    story.say({ type: 'incident.close', incident: IncidentId.parse(token.split('.')[1]), outcome: '已处置', note: '' })
    for (const stars of [0, 6, 2.5, '5', null]) expect((await post('/api/citizen/rate', { ...rating, stars })).statusCode).toBe(400)
    expect((await post('/api/citizen/rate', rating)).statusCode).toBe(204)
    expect((await follow(token)).rating).toEqual({ stars: 5, comment: '很快' })
  })

  test('[Z14] the same rating again is answered alike; another is refused, says so in both languages, and changes nothing', async () => {
    const token = await reported()
    story.say({ type: 'incident.close', incident: IncidentId.parse(token.split('.')[1]), outcome: '已处置', note: '' })
    const rating = { follow: token, stars: 2, comment: '来得太慢' }
    for (let i = 0; i < 2; i++) expect((await post('/api/citizen/rate', { ...rating, comment: ` ${rating.comment}` })).statusCode).toBe(204)
    for (const other of [{ stars: 5 }, { comment: '很快' }]) {
      const answer = await post('/api/citizen/rate', { ...rating, ...other })
      expect([answer.statusCode, answer.json()]).toMatchObject([409, { error: 'rated-already' }])
      expect(answer.body).toMatch(/已评价过.*rated already/)
    }
    expect((await follow(token)).rating).toEqual({ stars: 2, comment: '来得太慢' })
  })
})

describe('hostile input', () => {
  test('[Z9] no body and no query is answered with 500 or above', async () => {
    const url = fc.constantFrom('/api/citizen/report', '/api/citizen/rate', '/api/citizen/photos?b=B12&s=good-signature')
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record(Object.fromEntries(Object.keys(form).map((name) => [name, fc.anything()])))
        .map((one) => JSON.stringify(one, (_k, v: unknown) => (typeof v === 'bigint' ? 1 : v)) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(url, body, fc.constantFrom('application/json', 'image/jpeg', 'text/plain', 'x'), async (to, payload, type) => {
        const answer = await app.inject({ method: 'POST', url: to, headers: { 'content-type': type }, payload })
        expect(answer.statusCode).toBeLessThan(500)
        now += 60_000
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.webQueryParameters(), async (query) => {
        expect((await app.inject(`/api/citizen/follow?t=${query}`)).statusCode).toBeLessThan(500)
        expect((await app.inject(`/api/citizen/building?${query}`)).statusCode).toBeLessThan(500)
        now += 60_000
      }),
    )
  })
})
