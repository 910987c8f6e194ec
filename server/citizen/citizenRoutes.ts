import { createHash } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  BuildingCode,
  CitizenRating,
  type CitizenBuilding,
  type CitizenPhoto,
  type CitizenReceipt,
  type CitizenView,
} from '../../shared/contracts/citizen.ts'
import { commandIdOf } from '../../shared/domain/commandIdOf.ts'
import * as say from './citizenErrors.ts'
import type { No } from './citizenErrors.ts'
import type { CitizenNeeds, VerifiedBuilding } from './citizenNeeds.ts'
import { followedOn, followedView } from './followed.ts'
import { limiter, type Limiter } from './limiter.ts'

const minuteMs = 60_000

/** A photo straight from a phone that did not make it smaller, bytes. */
const photoLimit = 3 * 1_024 * 1_024

const answerNo = (reply: FastifyReply, { status, body, retryAfterS }: No): FastifyReply => {
  if (retryAfterS !== undefined) void reply.header('retry-after', String(retryAfterS))
  return reply.code(status).send(body)
}

const errorNo = (error: FastifyError): No => {
  if (error.statusCode === 413) return say.tooLarge
  if (error.statusCode === 415) return say.wrongType
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? say.malformed(null) : say.cannotServe
}

const limitsOf = (now: () => number) => ({
  look: limiter(120, minuteMs, now),
  reportHere: limiter(5, minuteMs, now),
  reportAtAll: limiter(60, minuteMs, now),
  photo: limiter(20, minuteMs, now),
  followOne: limiter(30, minuteMs, now),
  follow: limiter(600, minuteMs, now),
  rate: limiter(10, minuteMs, now),
})

/** The wait of the first limit that says no; every limit before it has counted. */
const waitOf = (...asked: readonly (readonly [Limiter, string])[]): number | null => {
  for (const [limit, key] of asked) {
    const waitMs = limit(key)
    if (waitMs !== null) return waitMs
  }
  return null
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

type Asked = FastifyRequest<{ Querystring: Readonly<Record<string, unknown>> }>

/** `/api/citizen`: report from a building's QR code, follow, rate. No account; the signature of the code and the follow token let in. */
export const citizenRoutes = async (app: FastifyInstance, needs: CitizenNeeds): Promise<void> => {
  const { now } = needs
  const limits = limitsOf(now)
  const senders = new WeakMap<FastifyRequest, VerifiedBuilding>()

  const buildingOf = async (code: unknown): Promise<VerifiedBuilding | null> => {
    const parsed = BuildingCode.safeParse(code)
    return parsed.success ? needs.verifyBuilding(parsed.data.building, parsed.data.signature) : null
  }

  const building = async (request: Asked, reply: FastifyReply) => {
    const waitMs = waitOf([limits.look, request.ip])
    if (waitMs !== null) return answerNo(reply, say.tooMany(waitMs))
    const found = await buildingOf({ building: request.query['b'], signature: request.query['s'] })
    if (!found) return answerNo(reply, say.unknownBuilding)
    const { town, name, address } = found
    return reply.send({ ...needs.townNames(town), name, address, choices: needs.choices(town) } satisfies CitizenBuilding)
  }

  /** Stands before the body of a photo, which only a building of the room may send, and not too often. */
  const beforePhoto = async (request: Asked, reply: FastifyReply) => {
    const found = await buildingOf({ building: request.query['b'], signature: request.query['s'] })
    if (!found) return answerNo(reply, say.unknownBuilding)
    const waitMs = waitOf([limits.photo, `${found.building} ${request.ip}`])
    if (waitMs !== null) return answerNo(reply, say.tooMany(waitMs))
    senders.set(request, found)
    return undefined
  }

  const photo = async (request: Asked, reply: FastifyReply) => {
    const found = senders.get(request)
    if (!found) return answerNo(reply, say.unknownBuilding)
    if (!(request.body instanceof Uint8Array) || request.body.byteLength === 0) return answerNo(reply, say.wrongType)
    const kept = await needs.keepPhoto(request.body, found.town)
    if (!kept.ok) return answerNo(reply, kept.reason === 'cannot-keep' ? say.cannotServe : say.notAPicture)
    return reply.code(201).send({ photo: kept.photo } satisfies CitizenPhoto)
  }

  const report = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await buildingOf(request.body)
    if (!found) return answerNo(reply, say.unknownBuilding)
    const waitMs = waitOf([limits.reportHere, `${found.building} ${request.ip}`], [limits.reportAtAll, `${found.town} ${found.building}`])
    if (waitMs !== null) return answerNo(reply, say.tooMany(waitMs))
    const taken = await needs.take(request.body, { building: found, address: request.ip })
    if (!taken.ok) return answerNo(reply, taken.no)
    const { incident, report: id, receivedAt, isNew, warnings } = taken.receipt
    const notes = say.photosLeftOut(warnings.filter(({ reason }) => reason === 'unknown-photo').length)
    const follow = needs.followToken({ town: found.town, incident, report: id, receivedAt })
    return reply.code(isNew ? 201 : 200).send({ follow, notes } satisfies CitizenReceipt)
  }

  const follow = async (request: Asked, reply: FastifyReply) => {
    const token = textOf(request.query['t'])
    const asked = needs.readFollowToken(token)
    const waitMs = waitOf([limits.follow, request.ip], [limits.followOne, asked ? token : request.ip])
    if (waitMs !== null) return answerNo(reply, say.tooMany(waitMs))
    const board = asked && needs.board(asked.town)
    const view: CitizenView | null = board ? await followedView(asked, board, (id) => needs.callOf(asked.town, id), now()) : null
    return view ? reply.header('cache-control', 'no-store').send(view) : answerNo(reply, say.unknownReport)
  }

  const rate = async (request: FastifyRequest, reply: FastifyReply) => {
    const waitMs = waitOf([limits.rate, request.ip])
    if (waitMs !== null) return answerNo(reply, say.tooMany(waitMs))
    const rating = CitizenRating.safeParse(request.body)
    if (!rating.success) return answerNo(reply, say.malformed(String(rating.error.issues[0]?.path[0] ?? 'stars')))
    const asked = needs.readFollowToken(rating.data.follow)
    const board = asked && needs.board(asked.town)
    const found = board && followedOn(asked, board)
    if (!found) return answerNo(reply, say.unknownReport)
    const words = { incident: found.incident.id, stars: rating.data.stars, comment: rating.data.comment.trim() }
    // The same rating is the same command; another one is judged, and refused.
    const hash = createHash('sha256')
      .update(JSON.stringify([asked.town, asked.report, words]))
      .digest('hex')
      .slice(0, 40)
    const answer = await needs.rate(asked.town, words, {
      id: commandIdOf({ door: 'rate' }, hash),
      origin: `citizen@${request.ip}`,
      mayBeOld: true,
    })
    if (answer.ok) return reply.code(204).send()
    const why = answer.refusal.reason
    return answerNo(reply, why === 'rated-already' ? say.ratedAlready : why === 'not-closed' ? say.notClosed : say.cannotServe)
  }

  await app.register(async (scope) => {
    scope.addContentTypeParser(/^image\/(jpeg|png|webp)$/, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      const no = errorNo(error)
      if (no.status >= 500) needs.onTrouble(error)
      return answerNo(reply, no)
    })
    scope.get('/api/citizen/building', building)
    scope.post('/api/citizen/photos', { bodyLimit: photoLimit, onRequest: beforePhoto }, photo)
    scope.post('/api/citizen/report', report)
    scope.get('/api/citizen/follow', follow)
    scope.post('/api/citizen/rate', rate)
  })
}
