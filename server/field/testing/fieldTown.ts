import Fastify, { type FastifyInstance } from 'fastify'
import { foldBoard } from '../../../shared/domain/board/fold.ts'
import type { Command } from '../../../shared/domain/command.ts'
import { decide } from '../../../shared/domain/decide/decide.ts'
import type { RecordedEvent } from '../../../shared/domain/event.ts'
import { PhotoId, TownId, UnitId, type IncidentId } from '../../../shared/domain/ids.ts'
import type { Answer } from '../../../shared/domain/refusal.ts'
import { aTaxonomy } from '../../../shared/testing/aTaxonomy.ts'
import { boardBuilder } from '../../../shared/testing/boardBuilder.ts'
import type { FieldFix, FieldNeeds, FieldPass } from '../fieldNeeds.ts'
import { fieldRoutes } from '../fieldRoutes.ts'

export const w1 = UnitId.parse('W1')
export const w2 = UnitId.parse('W2')
export const jiangbin = TownId.parse('sijijiang')
export const linkOfW1 = 'link-of-w1-0123456789'
export const linkOfW2 = 'link-of-w2-0123456789'
export const deadLink = 'link-that-is-over-0123456789'
export const ownPhoto = PhotoId.parse('a'.repeat(64))
export const strangersPhoto = PhotoId.parse('b'.repeat(64))

export type Said = { readonly command: Command; readonly asking: Parameters<FieldNeeds['do']>[2]; readonly answer: Answer }

/** A town with two units on two incidents, behind the real routes and the real `decide`. */
export const fieldTown = async (wish: Partial<FieldNeeds> = {}) => {
  const story = boardBuilder()
  story.units({ id: 'W1' }, { id: 'W2' })
  const e1: IncidentId = story.report({
    text: '有人拿着菜刀砍人，电话13812345678',
    report: { caller: { name: '陈女士', phone: '13812345678' }, photos: [ownPhoto] },
  })
  const e2: IncidentId = story.report({ text: '隔壁太吵' })
  story.send(e1, w1)
  story.send(e2, w2)
  let board = story.board()
  let now = story.now()
  const said: Said[] = []
  const fixes: { readonly unit: UnitId; readonly fixes: readonly FieldFix[] }[] = []
  const brought: unknown[] = []
  const kept: RecordedEvent[] = []
  const done = new Map<string, Answer>()
  const passes: Record<string, FieldPass> = {
    [linkOfW1]: { unit: w1, town: jiangbin, expiresAt: now + 3_600_000 },
    [linkOfW2]: { unit: w2, town: jiangbin, expiresAt: now + 3_600_000 },
    [deadLink]: { unit: w1, town: jiangbin, expiresAt: now - 1 },
  }

  const say: FieldNeeds['do'] = async (_town, command, asking) => {
    const known = done.get(asking.id)
    if (known) return known
    const ruling = decide({ board, now, by: asking.by, taxonomy: aTaxonomy, departments: [] }, command)
    const events = ruling.ok ? ruling.events : []
    const recorded = events.map((event, i): RecordedEvent => ({
      town: board.town,
      position: board.position + i + 1,
      at: now,
      by: asking.by,
      origin: '',
      commandId: asking.id,
      event,
    }))
    board = foldBoard(board, recorded)
    kept.push(...recorded)
    const answer: Answer = ruling.ok ? { ok: true, position: board.position } : ruling
    if (ruling.ok) done.set(asking.id, answer)
    said.push({ command, asking, answer })
    return answer
  }

  const needs: FieldNeeds = {
    now: () => now,
    unitOf: (token) => passes[token] ?? null,
    board: (town) => (town === jiangbin ? board : undefined),
    townNames: () => ({ townName: '四季江街道', townNameEn: 'Sijijiang' }),
    taxonomy: () => aTaxonomy,
    do: say,
    eventAt: async (_town, position) => kept.find((one) => one.position === position),
    fix: (_town, unit, list) => void fixes.push({ unit, fixes: list }),
    photos: {
      keep: async (bytes) =>
        bytes.length > 3 ? { ok: true, photo: ownPhoto, point: null, takenAt: null } : { ok: false, problem: 'not-a-picture' },
      read: async (photo) => (photo === ownPhoto ? Buffer.from('jpeg') : null),
      has: async (photo) => photo === ownPhoto,
    },
    bringGrid: async (...all) => {
      brought.push(all)
      return { ok: true, incident: e1 }
    },
    onTrouble: (error) => {
      throw error
    },
    ...wish,
  }
  const app: FastifyInstance = Fastify()
  fieldRoutes(app, needs)
  await app.ready()
  return {
    app,
    needs,
    e1,
    e2,
    said,
    fixes,
    brought,
    board: () => board,
    story,
    wait: (ms: number) => void (now += ms),
    now: () => now,
    post: (path: string, payload: object, link = linkOfW1) =>
      app.inject({ method: 'POST', url: `/api/field/${path}`, headers: { authorization: `Bearer ${link}` }, payload }),
    get: (path: string, link = linkOfW1) =>
      app.inject({ method: 'GET', url: `/api/field/${path}`, headers: { authorization: `Bearer ${link}` } }),
  }
}
