import Fastify, { type FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import { CitizenView } from '../../../shared/contracts/citizen.ts'
import { incidentOf } from '../../../shared/domain/board/board.ts'
import type { Command } from '../../../shared/domain/command.ts'
import { BuildingId, IncidentId, PhotoId, ReportId, TownId } from '../../../shared/domain/ids.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import { aMorning, boardBuilder, type BoardBuilder } from '../../../shared/testing/boardBuilder.ts'
import { commonChoices } from '../choices.ts'
import { cannotServe } from '../citizenErrors.ts'
import type { CitizenNeeds } from '../citizenNeeds.ts'
import { citizenRoutes } from '../citizenRoutes.ts'

export const town = TownId.parse('sijijiang')
const b12 = BuildingId.parse('B12')
const photo = PhotoId.parse('cd'.repeat(32))

/** What the page behind the code of a building sends. */
export const form = {
  building: 'B12',
  signature: 'good-signature',
  id: 'page-made-1',
  text: '楼道堆满纸箱，请联系13912345678',
  phone: null,
  photos: [],
}

type State = {
  story: BoardBuilder
  now: number
  isFull: boolean
  taken: unknown[]
  warnings: readonly { readonly reason: string }[]
}

const needsOf = (state: State): CitizenNeeds => {
  /** Ids of ratings that were kept: the desk answers the same one again as done. */
  const rated = new Set<string>()
  return {
    verifyBuilding: (building, signature) =>
      building === 'B12' && signature === 'good-signature'
        ? { town, building: b12, name: '太和广场3幢', address: '钱江路58号', point: [120.2, 30.25] }
        : null,
    townNames: () => ({ townName: '四季江街道', townNameEn: 'Sijijiang' }),
    choices: () => commonChoices(aTaxonomy),
    keepPhoto: async (bytes) => (bytes[0] === 0xff ? { ok: true, photo } : { ok: false, reason: 'not-a-picture' }),
    take: async (body) => {
      if (state.isFull) return { ok: false, no: cannotServe }
      state.taken.push(body)
      const incident = state.story.report({
        text: (body as { text: string }).text,
        report: { channel: 'citizen', building: b12, caller: { name: null, phone: '13800000018' } },
      })
      const report = incidentOf(state.story.board(), incident)?.reports[0]?.id ?? ReportId.parse('R-1')
      return { ok: true, receipt: { incident, report, receivedAt: state.story.now(), isNew: true, warnings: state.warnings } }
    },
    followToken: ({ town: where, incident, report, receivedAt }) => `${where}.${incident}.${report}.${receivedAt}.sealed`,
    readFollowToken: (token) => {
      const [where = '', incident = '', report = '', receivedAt, seal] = token.split('.')
      if (seal !== 'sealed') return null
      const ids = { town: TownId.parse(where), incident: IncidentId.parse(incident), report: ReportId.parse(report) }
      return { ...ids, receivedAt: Number(receivedAt) }
    },
    board: (where) => (where === town ? state.story.board() : null),
    callOf: async (_where, report) =>
      report === 'R-77' ? { at: aMorning, text: '旧事', how: 'closed', outcome: '已处置', ended_at: aMorning + 1, isMerged: false } : null,
    rate: async (_where, words, { id }) => {
      if (rated.has(id)) return { ok: true, position: state.story.board().position }
      try {
        state.story.say({ type: 'incident.rate', ...words } as Command, { kind: 'citizen', building: null })
        rated.add(id)
        return { ok: true, position: state.story.board().position }
      } catch (error) {
        const isRated = String(error).includes('rated-already')
        return {
          ok: false,
          refusal: isRated ? { reason: 'rated-already', incident: words.incident } : { reason: 'not-closed', incident: words.incident },
        }
      }
    },
    now: () => state.now,
    onTrouble: () => undefined,
  }
}

/** The citizens' doors over a town's story. */
export const aCitizenRoom = async () => {
  const state: State = { story: boardBuilder().units({ id: 'W12', name: '李伟' }), now: aMorning, isFull: false, taken: [], warnings: [] }
  const app: FastifyInstance = Fastify()
  await citizenRoutes(app, needsOf(state))
  const post = (url: string, payload: unknown, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload: Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    })
  return {
    app,
    state,
    post,
    follow: async (token: string): Promise<CitizenView> => {
      const answer = await app.inject(`/api/citizen/follow?t=${encodeURIComponent(token)}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toMatch(/李伟|W12|13912345678|13800000018/)
      return CitizenView.parse(answer.json())
    },
    /** A report; its token. */
    reported: async (): Promise<string> => (await post('/api/citizen/report', form)).json<{ follow: string }>().follow,
  }
}

export type CitizenRoom = Awaited<ReturnType<typeof aCitizenRoom>>
