import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import type { RejectedForm } from '../../../shared/contracts/manage.ts'
import type { BrainState } from '../../../shared/contracts/teaching.ts'
import type { AccountRole } from '../../../shared/domain/actor.ts'
import { BuildingId, GridId, TownId } from '../../../shared/domain/ids.ts'
import { authRoutes } from '../../auth/authRoutes.ts'
import { openAuth } from '../../auth/auth.ts'
import { makeFirstAccounts } from '../../auth/firstAccounts.ts'
import { openGuard } from '../../auth/guard.ts'
import { readSecret } from '../../auth/secret.ts'
import { openKnex } from '../../journal/database.ts'
import { manageRoutes } from '../manageRoutes.ts'

export const town = TownId.parse('siji')
export const otherTown = TownId.parse('jiubao')
export const password = 'seven quiet rivers'

export const accountOfRole: Readonly<Record<AccountRole, string>> = {
  operator: 'operator1',
  dispatcher: 'dispatcher1',
  supervisor: 'supervisor1',
  leader: 'leader1',
  district: 'district1',
  admin: 'admin1',
}

const aReject: RejectedForm = {
  id: 1,
  at: 1,
  channel: '110',
  from: '10.0.0.9',
  reason: 'callTime',
  body: '{"caller":"13812345678"}',
  isSeen: false,
}

const aBrain: BrainState = {
  now: 1,
  examples: { incidents: 0, corrections: 0, since: null, heldBack: 0 },
  models: [],
  inForce: { number: 0, since: null, by: null },
  lost: null,
  comparison: null,
  training: { state: 'none' },
}

/** A whole managing door over a real database: example people in one town, one administrator in another. */
export const aManagedRoom = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'manage-'))
  const knex = openKnex(join(folder, 'people.db'))
  const clock = { at: 1_780_000_000_000 }
  const now = () => clock.at
  let turn = 0
  const random = (bytes: number) => createHash('sha512').update(`manage${turn++}`).digest().subarray(0, bytes)
  const auth = await openAuth({ knex, now, random, secret: await readSecret(join(folder, 'secret'), random) })
  const first = { knex, now, random, examplePassword: password }
  await makeFirstAccounts({ ...first, town, isExampleTown: true })
  const [stranger] = await makeFirstAccounts({ ...first, town: otherTown, isExampleTown: false })
  if (!stranger) throw new Error('The other town has no administrator')

  const guard = openGuard(auth.whoIs)
  const notes: { readonly by: string; readonly subject: string; readonly text: string }[] = []
  const seen: unknown[] = []
  const taught: unknown[] = []
  const didTeach = async (by: string, did: unknown) => {
    taught.push({ by, did })
    return { ok: true } as const
  }
  const app = fastify()
  authRoutes(app, { auth, guard, isSecure: true, townName: (id) => id })
  await manageRoutes(app, {
    ...auth,
    ...guard,
    wallName: (where, wall) => (where === town && wall === 'wall-1' ? '指挥大厅' : null),
    wallUrl: (base, token) => `${base}/wall/#${token}`,
    hasUnit: (where, unit) => where === town && unit === 'W12',
    buildings: (where) =>
      where === town ? [{ id: BuildingId.parse('B1'), name: '太和广场3幢', address: '钱江路58号', grid: GridId.parse('G1') }] : [],
    signBuilding: auth.seals.signBuilding,
    fieldUrl: (base, token) => `${base}/field/#${token}`,
    buildingUrl: (base, where, building, signature) => `${base}/report/#${where}.${building}.${signature}`,
    rejects: {
      list: (where) => Promise.resolve(where === town ? [aReject] : []),
      markSeen: async (where, id) => void seen.push({ where, id }),
    },
    brain: {
      state: () => Promise.resolve(aBrain),
      train: (by) => didTeach(by.id, 'train'),
      stop: (by) => didTeach(by.id, 'stop'),
      putInForce: (by, wish) => didTeach(by.id, wish),
    },
    noteAudit: async (by, subject, text) => void notes.push({ by: by.id, subject, text }),
  })

  const cookieOf = async (account: string, word = password) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-xiaonao': '1' },
      payload: { account, password: word },
    })
    return { status: answer.statusCode, cookie: String(answer.headers['set-cookie'] ?? ''), body: answer.json() as Record<string, unknown> }
  }
  const ask = async (cookie: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      headers: { cookie: cookie.split(';')[0] ?? '', 'x-xiaonao': '1' },
      ...(payload && { payload }),
    })
    return {
      status: answer.statusCode,
      text: answer.body,
      body: answer.body.startsWith('{') ? (answer.json() as Record<string, unknown>) : {},
    }
  }
  const close = async () => {
    await app.close()
    await knex.destroy()
    await rm(folder, { recursive: true })
  }
  return { app, auth, clock, knex, notes, seen, taught, stranger, cookieOf, ask, close }
}
