import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  FieldOutbox,
  FieldPhoneAsk,
  FieldPositions,
  FieldReport,
  type FieldReceipt,
  type FieldReported,
  type FieldView,
} from '../../shared/contracts/field.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import { answerOf, bodyOf, cannotKeep, linkIsDead, malformed, photosLeftOut, refusedWith, tooOften } from './fieldErrors.ts'
import type { FieldNeeds, FieldPass } from './fieldNeeds.ts'
import { fieldViewOf } from './fieldView.ts'
import { linkLimit } from './linkLimit.ts'
import { doneAtByServer, doOutbox } from './outbox.ts'
import { photoRoutes, mostPhotoBytes } from './photoRoutes.ts'
import { revealPhone } from './revealPhone.ts'

/** 200 outbox items with 2,000 characters each. */
const mostJsonBytes = 2 * 1024 * 1024

const bearer = (request: FastifyRequest): string | null =>
  /^Bearer ([A-Za-z0-9_-]{16,128})$/.exec(request.headers.authorization ?? '')?.[1] ?? null

/** Links are held by their hash, so that no memory dump opens a door. */
const keyOf = (token: string) => createHash('sha256').update(token).digest('base64')

/**
 * The field phones' door under /api/field: `shared/contracts/field.ts` over HTTP. Every request carries its
 * link; an unknown, expired or revoked one is 401, too many of one link 429, a malformed body 400.
 */
export const fieldRoutes = (app: FastifyInstance, needs: FieldNeeds): void => {
  const passes = new WeakMap<FastifyRequest, FieldPass>()
  const mayPass = linkLimit()

  const passOf = (request: FastifyRequest): FieldPass => {
    const pass = passes.get(request)
    if (!pass) throw linkIsDead()
    return pass
  }

  const enter = async (request: FastifyRequest): Promise<void> => {
    const token = bearer(request)
    const pass = token === null ? null : await needs.unitOf(token)
    const isAlive = pass !== null && pass.expiresAt > needs.now()
    const limit = mayPass(isAlive && token !== null ? `link:${keyOf(token)}` : `address:${request.ip}`, needs.now())
    if (!limit.ok) throw tooOften(limit.afterSeconds)
    if (!isAlive) throw linkIsDead()
    passes.set(request, pass)
  }

  const viewFor = ({ unit, town, expiresAt }: FieldPass): FieldView => {
    const board = needs.board(town)
    const view = board && fieldViewOf(board, unit, needs.taxonomy(town), needs.now(), { ...needs.townNames(town), expiresAt })
    if (!view) throw linkIsDead()
    return view
  }

  const originOf = (request: FastifyRequest) => `field:${request.ip}`

  void app.register(async (field) => {
    if (!field.hasContentTypeParser('multipart/form-data')) {
      await field.register(multipart, { limits: { fileSize: mostPhotoBytes, files: 1, fields: 4, parts: 5 } })
    }
    field.addHook('onRequest', enter)
    field.setErrorHandler((error, _request, reply) => {
      const answer = answerOf(error)
      if (!answer) needs.onTrouble(error, 'field')
      const { status, body } = answer ?? cannotKeep()
      return reply.code(status).header('cache-control', 'no-store').send(body)
    })
    field.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    })

    field.get('/api/field/me', (request) => viewFor(passOf(request)))

    field.post('/api/field/do', { bodyLimit: mostJsonBytes }, async (request): Promise<FieldReceipt> => {
      const pass = passOf(request)
      const outbox = bodyOf(FieldOutbox, request.body)
      const answers = await doOutbox(needs, pass, outbox, originOf(request))
      return { answers, view: viewFor(pass) }
    })

    field.post('/api/field/positions', async (request) => {
      const { unit, town } = passOf(request)
      const { sentAt, fixes } = bodyOf(FieldPositions, request.body)
      const serverNow = needs.now()
      needs.fix(
        town,
        unit,
        fixes.map((fix) => ({ ...fix, at: doneAtByServer(serverNow, sentAt, fix.at) })),
      )
      return { now: serverNow }
    })

    field.post('/api/field/phone', (request) => revealPhone(needs, passOf(request), bodyOf(FieldPhoneAsk, request.body), originOf(request)))

    field.post('/api/field/report', async (request): Promise<FieldReported> => {
      const pass = passOf(request)
      const report = bodyOf(FieldReport, request.body)
      const isKept = await Promise.all(report.photos.map((photo) => needs.photos.has(photo, pass.town)))
      const photos = report.photos.filter((_, i) => isKept[i])
      const id = commandIdOf({ door: 'phone', unit: pass.unit }, report.id)
      const asking = { id, by: { kind: 'unit', id: pass.unit }, origin: originOf(request), mayBeOld: true } as const
      const brought = await needs.bringGrid(pass.town, pass.unit, { ...report, photos }, asking)
      if (brought.ok) return { incident: brought.incident, notes: photosLeftOut(report.photos.length - photos.length) }
      const { refusal } = brought
      if (refusal.reason === 'malformed') throw malformed(refusal.field, refusal.problem)
      throw refusal.reason === 'cannot-keep' ? cannotKeep() : refusedWith(refusal.reason)
    })

    photoRoutes(field, needs, passOf)
  })
}
