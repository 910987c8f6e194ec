import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BuildingId, PhotoId, TownId } from '../../shared/domain/ids.ts'
import { citizenRoutes } from './citizenRoutes.ts'

const photo = PhotoId.parse('cd'.repeat(32))
const building = { town: TownId.parse('sijijiang'), building: BuildingId.parse('B12'), name: '太和广场3幢', address: '钱江路58号' }

const notAsked = (): never => {
  throw new Error('A photo asks for nothing else')
}

let app: FastifyInstance

beforeEach(async () => {
  app = Fastify()
  await citizenRoutes(app, {
    verifyBuilding: (id, signature) => (id === 'B12' && signature === 'good-signature' ? { ...building, point: [120.2, 30.25] } : null),
    keepPhoto: async (bytes) => (bytes[0] === 0xff ? { ok: true, photo } : { ok: false, reason: 'not-a-picture' }),
    townNames: notAsked,
    choices: notAsked,
    take: notAsked,
    followToken: notAsked,
    readFollowToken: notAsked,
    board: notAsked,
    callOf: notAsked,
    rate: notAsked,
    now: () => 0,
    onTrouble: notAsked,
  })
})

afterEach(() => app.close())

const code = 'b=B12&s=good-signature'

const post = (query: string, payload: Readable | Buffer, type = 'image/jpeg') =>
  app.inject({ method: 'POST', url: `/api/citizen/photos?${query}`, headers: { 'content-type': type }, payload })

/** Three megabytes that tell how often somebody asked for more of them. */
const aHeavyPhoto = () => {
  let asked = 0
  const body = new Readable({
    read: () => {
      asked += 1
      body.push(asked > 48 ? null : Buffer.alloc(65_536, 0xff))
    },
  })
  return { body, asked: () => asked }
}

test('[Z4] a photo is kept under the building’s code; others, other types and too large ones are told apart', async () => {
  expect((await post(code, Buffer.from([0xff, 0xd8]))).json()).toEqual({ photo })
  expect((await post(code, Buffer.from('GIF89a'))).json()).toMatchObject({ error: 'not-a-picture' })
  expect((await post(code, Buffer.from('GIF89a'), 'image/gif')).statusCode).toBe(415)
  expect((await post(code, Buffer.alloc(3 * 1_024 * 1_024 + 1, 0xff))).statusCode).toBe(413)
  expect((await post('b=B12&s=forged-signature', Buffer.from([0xff]))).statusCode).toBe(403)
})

test.each(['b=B12&s=forged-signature', 'b=B13&s=good-signature', '', 'b=B12&s=x&s=y'])(
  '[Z12] with the code %o a photo is refused before one byte of it is read, whatever its type',
  async (wrong) => {
    for (const type of ['image/jpeg', 'image/gif']) {
      const { body, asked } = aHeavyPhoto()
      const answer = await post(wrong, body, type)
      expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([403, 'unknown-building'])
      expect(asked()).toBe(0)
    }
  },
)

test('[Z12] with the right code it is read; one that comes too often is not', async () => {
  const first = aHeavyPhoto()
  expect((await post(code, first.body)).statusCode).toBe(201)
  expect(first.asked()).toBeGreaterThan(40)
  for (let i = 1; i < 20; i++) expect((await post(code, Buffer.from([0xff]))).statusCode).toBe(201)
  const last = aHeavyPhoto()
  expect((await post(code, last.body)).statusCode).toBe(429)
  expect(last.asked()).toBe(0)
})
