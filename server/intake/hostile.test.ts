import Fastify, { type FastifyInstance } from 'fastify'
import fc from 'fast-check'
import knex, { type Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TokenChannel } from '../../shared/contracts/manage.ts'
import type { Channel } from '../../shared/domain/actor.ts'
import { apiDocs } from './apiDocs.ts'
import { adapters, intakeRoutes } from './intakeRoutes.ts'
import { openRejects, type Rejects } from './rejects.ts'
import { doorRoom, siji, tokenOf } from './testing/doorRoom.ts'

let app: FastifyInstance
let db: Knex
let rejects: Rejects
let room: ReturnType<typeof doorRoom>

beforeAll(async () => {
  db = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } })
  rejects = await openRejects(db, { most: 50, dropEvery: 10 })
  room = doorRoom(rejects)
  app = Fastify()
  await apiDocs(app)
  await intakeRoutes(app, { ...room.needs, most: { max: 1_000_000, timeWindowMs: 60_000 } })
  await app.ready()
})

afterAll(async () => {
  await app.close()
  await db.destroy()
})

const send = (channel: Channel, payload: string | Buffer, type = 'application/json') =>
  app.inject({
    method: 'POST',
    url: `/api/intake/${channel}`,
    headers: { authorization: `Bearer ${tokenOf(channel)}`, 'content-type': type },
    payload,
  })

const exampleOf = (channel: Channel): Record<string, unknown> =>
  Object.values(adapters.find((one) => one.channel === channel)?.examples ?? {})[0]?.value as Record<string, unknown>

const channel = fc.constantFrom<Channel>('110', '12345', 'operator', 'citizen', 'camera', 'grid')
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const anything = fc.oneof(
  fc.anything(),
  fc.string({ unit }),
  fc.constantFrom('__proto__', '2026-11-22 09:31:55', '1e999', 120.2, -0, 1e308),
)

const jsonOf = (value: unknown): string => {
  try {
    return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? 'null'
  } catch {
    return '{}'
  }
}

const expectCivil = (answer: { statusCode: number; json: () => unknown }) => {
  expect(answer.statusCode).toBeLessThan(500)
  if (answer.statusCode >= 400)
    expect(answer.json()).toMatchObject({ zh: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string })
}

describe('hostile bodies', () => {
  test('[K7] no body, whatever it is, is answered with 500 or above, nor disturbs the room', async () => {
    await fc.assert(
      fc.asyncProperty(channel, anything, async (to, value) => expectCivil(await send(to, jsonOf(value)))),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(channel, fc.uint8Array({ maxLength: 200 }), async (to, bytes) => expectCivil(await send(to, Buffer.from(bytes)))),
      { numRuns: 150 },
    )
    expect(room.troubles).toEqual([])
  })

  test('[K7] a good form with any one field replaced by anything is taken or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(channel, fc.nat(20), anything, async (to, which, value) => {
        const form = exampleOf(to)
        const names = Object.keys(form)
        expectCivil(await send(to, jsonOf({ ...form, [names[which % names.length] ?? 'x']: value })))
      }),
      { numRuns: 400 },
    )
    expect(room.troubles).toEqual([])
  })

  test('[K7] a body nested fifty thousand deep is refused, not followed', async () => {
    expectCivil(await send('110', `${'['.repeat(50_000)}${']'.repeat(50_000)}`))
    expectCivil(await send('110', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`))
    expectCivil(
      await send('camera', jsonOf({ ...exampleOf('camera'), snapshot: JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown })),
    )
  })

  test('[K8] of the refused forms the newest are kept, bounded, counted until seen', async () => {
    for (let i = 0; i < 100; i++) await send('110', `{"n":${i}}`)
    const list = await rejects.list(siji, 1_000)
    expect(list.length).toBeLessThanOrEqual(60)
    expect(list[0]?.body).toBe('{"n":99}')
    expect(await rejects.unseen(siji)).toBe(list.length)
    await rejects.markSeen(siji, list[4]?.id ?? 0)
    expect(await rejects.unseen(siji)).toBe(4)
  })

  test('[K8] of a large refused body the first 64 kB are kept', async () => {
    await send('110', `{"bjnr":"${'吵'.repeat(70_000)}"}`)
    expect((await rejects.list(siji, 1))[0]?.body.length).toBe(65_536)
  })
})

const multipart = (fields: Record<string, string>, file: Buffer): Buffer => {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const head = Buffer.from('--xx\r\nContent-Disposition: form-data; name="snapshot"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n')
  return Buffer.concat([...parts, head, file, Buffer.from('\r\n--xx--\r\n')])
}

describe('a camera that sends multipart', () => {
  const fields = {
    alarmId: 'M-1',
    cameraId: 'C-1',
    type: 'helmet',
    confidence: '0.91',
    at: '2026-11-22 09:30:00',
    lon: '120.21',
    lat: '30.25',
  }
  const type = 'multipart/form-data; boundary=xx'

  test('[K14] fields and a file are taken like JSON with base64', async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)])
    const answer = await send('camera', multipart(fields, jpeg), type)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ warnings: [] })
    expect(room.brought.at(-1)).toMatchObject({ outsideId: 'M-1', point: [120.21, 30.25], photos: [expect.any(String)] })
  })

  test('[K14] a file above 2 MB is left out and told; the alarm is taken', async () => {
    const answer = await send('camera', multipart({ ...fields, alarmId: 'M-2' }, Buffer.alloc(2_200_000, 0xff)), type)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ warnings: [{ field: 'snapshot', reason: 'too-large' }] })
  })

  test('[K7] a multipart body that breaks off, has no boundary or goes to another channel is refused in words', async () => {
    expectCivil(await send('camera', multipart(fields, Buffer.alloc(50)).subarray(0, 300), type))
    expectCivil(await send('camera', 'xx', 'multipart/form-data'))
    expect((await send('110', multipart(fields, Buffer.alloc(5)), type)).statusCode).toBe(415)
    expectCivil(await send('camera', multipart({ ...fields, ['__proto__']: 'x', constructor: 'y' }, Buffer.alloc(5)), type))
  })
})

describe('the API page', () => {
  test('[K16] the OpenAPI text shows every channel that a token can be made for, with its example and its errors, and no other', async () => {
    const document = (await app.inject('/api/docs/json')).json<{
      info: { description: string }
      paths: Record<string, { post: { requestBody: { content: Record<string, { examples: object }> }; responses: object } }>
    }>()
    expect(Object.keys(document.paths).sort()).toEqual(TokenChannel.options.map((channel) => `/api/intake/${channel}`).sort())
    expect(document.info.description).toMatch(/二维码[\s\S]*QR code/)
    for (const name of TokenChannel.options) {
      const { post } = document.paths[`/api/intake/${name}`] ?? {}
      expect(Object.keys(post?.responses ?? {})).toEqual(['200', '201', '400', '401', '403', '413', '415', '422', '429', '503'])
      expect(Object.keys(post?.requestBody.content['application/json']?.examples ?? {})).not.toEqual([])
    }
  })

  test('[K16] the page names no other host and runs no inline script', async () => {
    const page = await app.inject('/api/docs')
    const html = (page.statusCode === 200 ? page : await app.inject(page.headers.location ?? '')).body
    expect(html).not.toMatch(/https?:\/\//)
    expect(html).not.toMatch(/<script(?![^>]*src=)/)
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  })
})
