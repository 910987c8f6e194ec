import Fastify, { type FastifyInstance } from 'fastify'
import knex, { type Knex } from 'knex'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { intakeRoutes, type IntakeNeeds } from './intakeRoutes.ts'
import { openRejects, type Rejects } from './rejects.ts'
import { doorRoom, otherTokenOf, roomNow, siji, tokenOf } from './testing/doorRoom.ts'

const form = { jjdbh: 'JJ-1', bjsj: '2026-11-22 09:31:55', bjnr: '楼上装修太吵', sfdz: '钱江路58号' }

let app: FastifyInstance
let db: Knex
let rejects: Rejects
let room: ReturnType<typeof doorRoom>

const open = async (changes: Partial<IntakeNeeds> = {}) => {
  app = Fastify()
  await intakeRoutes(app, { ...room.needs, ...changes })
}

beforeEach(async () => {
  db = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } })
  rejects = await openRejects(db)
  room = doorRoom(rejects)
  await open()
})

afterEach(async () => {
  await app.close()
  await db.destroy()
})

const send = (body: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/intake/110',
    headers: { authorization: `Bearer ${tokenOf('110')}`, 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })

describe('who may push', () => {
  test('[K1] no token, a wrong token and a token of another channel are refused before the form is read', async () => {
    expect((await send('not even json', { authorization: '' })).statusCode).toBe(401)
    expect((await send(form, { authorization: 'Bearer nobodys-token' })).statusCode).toBe(401)
    expect((await send(form, { authorization: `Bearer ${tokenOf('12345')}` })).json()).toMatchObject({ error: 'wrong-channel' })
    expect(room.brought).toEqual([])
  })

  test('[K2] one token that sends too often is told when to send again, and nothing else of it is taken', async () => {
    await app.close()
    await open({ most: { max: 2, timeWindowMs: 60_000 } })
    const answers = []
    for (const jjdbh of ['A', 'B', 'C']) answers.push(await send({ ...form, jjdbh }))
    expect(answers.map((one) => one.statusCode)).toEqual([201, 201, 429])
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[2]?.json()).toMatchObject({ error: 'too-many', problems: [] })
    expect(room.brought).toHaveLength(2)
    const other = await app.inject({
      method: 'POST',
      url: '/api/intake/12345',
      headers: { authorization: `Bearer ${tokenOf('12345')}` },
      payload: { gdbh: 'G1', slsj: '2026-11-22 09:00:00', nr: '咨询' },
    })
    expect(other.statusCode).toBe(201)
  })
})

describe('what is answered', () => {
  test('[K3] a new report is 201; the same number again is 200 with the same answer, and one report', async () => {
    const first = await send(form)
    const second = await send({ ...form, bjnr: '重发，文字略有不同' })
    expect(first.statusCode).toBe(201)
    expect(second.statusCode).toBe(200)
    expect(second.json()).toEqual({ ...first.json<object>(), isNew: false })
    expect(room.brought).toHaveLength(1)
  })

  test('[K9] two systems of one channel that use the same number bring two reports, and each hears of its own', async () => {
    const other = { authorization: `Bearer ${otherTokenOf('110')}` }
    const [first, second] = [await send(form), await send(form, other)]
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(room.brought).toHaveLength(2)
    expect((await send(form, other)).json()).toEqual({ ...second.json<object>(), isNew: false })
    expect((await send(form)).json()).toEqual({ ...first.json<object>(), isNew: false })
  })

  test('[K4] a journal that cannot keep is 503 with words and a time to come back, never a false yes', async () => {
    room.answerNext({ ok: false, refusal: { reason: 'cannot-keep' } })
    const answer = await send(form)
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.json<{ zh: string }>().zh).toContain('未受理')
    room.answerNext('throws')
    expect((await send(form)).statusCode).toBe(503)
    expect(await rejects.unseen(siji)).toBe(0)
  })

  test('[K5] a wrong form is 400 with every field, its reason in both languages, and is kept aside as it came', async () => {
    const answer = await send({ jjdbh: '', bjsj: '昨天', bjnr: 7 })
    expect(answer.statusCode).toBe(400)
    const { problems } = answer.json<{ problems: { field: string; zh: string; en: string }[] }>()
    expect(problems.map((one) => one.field)).toEqual(['jjdbh', 'bjsj', 'bjnr'])
    expect(problems.every((one) => one.zh.length > 0 && one.en.length > 0)).toBe(true)
    const [kept] = await rejects.list(siji, 10)
    expect(kept).toMatchObject({ channel: '110', at: roomNow, from: '110:测试系统@127.0.0.1', isSeen: false })
    expect(kept?.body).toBe(JSON.stringify({ jjdbh: '', bjsj: '昨天', bjnr: 7 }))
  })

  test('[K5] a refusal of the room is 422 and kept aside too', async () => {
    room.answerNext({ ok: false, refusal: { reason: 'unknown-kind', kind: 'X99' } })
    expect((await send(form)).json()).toMatchObject({ error: 'unknown-kind' })
    expect(await rejects.unseen(siji)).toBe(1)
  })

  test('[K6] too large is 413, another content type 415, GBK and broken JSON 400', async () => {
    expect((await send({ ...form, bjnr: '吵'.repeat(100_000) })).statusCode).toBe(413)
    expect((await send('jjdbh=1', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415)
    expect((await send(Buffer.from([0x7b, 0x22, 0xd6, 0xd0, 0x22, 0x7d]))).json()).toMatchObject({ error: 'not-utf-8' })
    expect((await send('{"jjdbh": "1"')).json()).toMatchObject({ error: 'not-json' })
    expect((await send('')).statusCode).toBe(400)
  })
})
