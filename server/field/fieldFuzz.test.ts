import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../../shared/contracts/session.ts'
import { fieldTown, linkOfW1, linkOfW2, ownPhoto, strangersPhoto, w2 } from './testing/fieldTown.ts'

const nobodyIsLimited = { expiresAt: Number.MAX_SAFE_INTEGER }

/** A town whose clock moves a minute with every request, so that no link is ever told to wait. */
const patientTown = async () => {
  const town = await fieldTown()
  const { unitOf } = town.needs
  const app = await fieldTown({
    ...town.needs,
    unitOf: async (token) => {
      town.wait(1_000)
      const pass = await unitOf(token)
      return pass && { ...pass, ...nobodyIsLimited }
    },
  })
  return { ...town, post: app.post, app: app.app }
}

const nearly = fc.oneof(
  fc.constantFrom('E-1001', 'E-1002', 'E-1001/1', 'E-1002/1', 'W1', 'W2', 'R-1', ownPhoto, strangersPhoto, '', null, 0, -1, 1e300),
  fc.jsonValue({ maxDepth: 1 }),
)

const command = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom(
        'unit.accept',
        'unit.depart',
        'unit.arrive',
        'unit.handle',
        'unit.resolve',
        'unit.return',
        'unit.askHelp',
        'photo.add',
        'sos.raise',
        'incident.close',
        'units.assign',
        '__proto__',
      ),
      fc.string(),
    ),
    incident: nearly,
    assignment: nearly,
    unit: nearly,
    reason: fc.oneof(fc.string({ minLength: 1 }), nearly),
    result: fc.oneof(fc.string({ minLength: 1 }), nearly),
    photos: fc.oneof(fc.array(nearly), nearly),
    photo: nearly,
    point: fc.oneof(fc.tuple(fc.double(), fc.double()), nearly),
    takenAt: nearly,
    force: fc.oneof(fc.constantFrom('police', 'grid'), nearly),
    count: fc.oneof(fc.integer(), nearly),
  },
  { requiredKeys: [] },
)

const instant = fc.oneof(fc.double(), fc.integer(), nearly)
const outbox = fc.record(
  {
    sentAt: instant,
    items: fc.oneof(fc.array(fc.record({ id: fc.oneof(fc.uuid(), nearly), doneAt: instant, command }), { maxLength: 5 }), nearly),
  },
  { requiredKeys: [] },
)
const positions = fc.record(
  {
    sentAt: instant,
    fixes: fc.array(fc.record({ at: instant, point: fc.oneof(fc.tuple(fc.double(), fc.double()), nearly), accuracyM: instant }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
)
const phone = fc.record({ id: fc.oneof(fc.uuid(), nearly), incident: nearly, report: nearly }, { requiredKeys: [] })
const report = fc.record(
  { id: fc.oneof(fc.uuid(), nearly), text: nearly, point: nearly, photos: fc.oneof(fc.array(nearly), nearly) },
  { requiredKeys: [] },
)

const bodies = { do: outbox, positions, phone, report } as const

test.each(Object.keys(bodies) as (keyof typeof bodies)[])(
  '[F11] whatever is sent to %s, it is answered or refused with words, never 500',
  async (path) => {
    const town = await patientTown()
    await fc.assert(
      fc.asyncProperty(fc.oneof(bodies[path], fc.object()), async (body) => {
        const answer = await town.post(path, body, linkOfW1)
        expect([200, 400, 404, 409]).toContain(answer.statusCode)
        if (answer.statusCode !== 200) expect(ApiError.safeParse(answer.json()).success).toBe(true)
      }),
      { numRuns: 120 },
    )
  },
)

test.each([
  ['no json at all', 'application/json', '{"sentAt":'],
  ['another kind of body', 'text/plain', 'hello'],
  ['nothing', 'application/json', ''],
  ['a bare number', 'application/json', '7'],
  ['a poisoned object', 'application/json', '{"__proto__":{"x":1}}'],
])('[F11] %s is refused with words', async (_name, type, payload) => {
  const { app } = await fieldTown()
  for (const path of ['do', 'positions', 'phone', 'report', 'photos']) {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/field/${path}`,
      headers: { authorization: `Bearer ${linkOfW1}`, 'content-type': type },
      payload,
    })
    expect([400, 415]).toContain(answer.statusCode)
    expect(ApiError.safeParse(answer.json()).success).toBe(true)
  }
})

test('[F4] no outbox of one unit ever touches the other unit’s assignment or another town', async () => {
  const town = await patientTown()
  const before = JSON.stringify(town.board().incidents.shards)
  await fc.assert(
    fc.asyncProperty(outbox, async (body) => {
      await town.post('do', body, linkOfW2)
      expect(town.said.every(({ asking }) => asking.by.kind === 'unit' && asking.by.id === w2)).toBe(true)
      expect(town.said.every(({ command: one }) => !('assignment' in one) || one.incident === town.e2)).toBe(true)
    }),
    { numRuns: 150 },
  )
  const e1Before = JSON.parse(before) as Record<string, Record<string, unknown>>
  const e1Now = Object.values(town.board().incidents.shards).map((shard) => shard[town.e1])
  expect(e1Now).toContainEqual(Object.values(e1Before)[0]?.[town.e1])
})
