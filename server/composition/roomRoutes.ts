import type { FastifyInstance } from 'fastify'
import type { ApiError } from '../../shared/contracts/session.ts'
import type { Health } from '../../shared/contracts/health.ts'
import { protocolVersion } from '../../shared/contracts/version.ts'
import { PhotoId } from '../../shared/domain/ids.ts'
import { mayAsk } from '../../shared/domain/room/rights.ts'
import type { Shared } from './doorNeeds.ts'
import { mapHostsOf } from './mapHosts.ts'

const noPhoto: ApiError = { error: 'not-found', field: null, zh: '没有这张照片', en: 'There is no such photo' }

/** What every page of a signed-in person reads once: the town, its taxonomy, settings; and photos. */
export const roomRoutes = (app: FastifyInstance, { guard, towns, photos, settings, time }: Shared): void => {
  const signedIn = { preHandler: guard.requirePerson() }
  const roomOf = (request: Parameters<typeof guard.personOf>[0]) => {
    const { town } = guard.personOf(request)
    const room = towns.get(town)
    if (!room) throw new Error(`The town ${town} is not open on this server`)
    return room
  }

  app.get(
    '/api/health',
    { config: { rateLimit: false } },
    () =>
      ({
        ok: true,
        now: time.now(),
        product: 'xiaonao',
        protocol: protocolVersion,
        mapHosts: mapHostsOf(settings.mapboxToken),
      }) satisfies Health,
  )
  app.get('/api/settings', signedIn, () => ({
    mapboxToken: settings.mapboxToken,
    demo: settings.demo,
    hasSecondOpinion: settings.opinionUrl !== null,
  }))
  app.get('/api/taxonomy', signedIn, (request) => roomOf(request).taxonomy)
  app.get('/api/town', signedIn, (request) => {
    // Units come over the board, where the roster in force is; roads only the recommender needs.
    const { units: _units, roads: _roads, ...shown } = roomOf(request).town
    return shown
  })
  app.get<{ Params: { photo: string }; Querystring: { size?: string } }>('/api/photos/:photo', signedIn, async (request, reply) => {
    const { town, role } = guard.personOf(request)
    const photo = PhotoId.safeParse(request.params.photo)
    const size = request.query.size === 'thumb' ? 'thumb' : 'full'
    const bytes = photo.success && mayAsk(role) ? await photos.read(photo.data, town, size) : null
    if (!bytes) return reply.code(404).send(noPhoto)
    return reply.type('image/jpeg').header('cache-control', 'private, max-age=31536000, immutable').send(bytes)
  })
}
