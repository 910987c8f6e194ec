import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Town } from '../../shared/domain/town/town.ts'
import { isTheme, styleFor, type Styles } from './style.ts'
import { isTile, tilesOf, type Tile, type Tiles } from './tiles.ts'

/** One year, the longest a cache is asked to keep anything. */
const forEverSeconds = 31_536_000

const whole = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,6})$/)
  .transform(Number)
const Address = z.object({
  z: whole,
  x: whole,
  y: z
    .string()
    .endsWith('.mvt')
    .transform((name) => name.slice(0, -4))
    .pipe(whole),
})

/** `If-None-Match` may bring several tags, and weak ones when a proxy compressed on the way. */
const hasAlready = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)

const sendTile = (request: FastifyRequest, reply: FastifyReply, tile: Tile, isVersioned: boolean) => {
  void reply
    .header('etag', tile.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', isVersioned ? `public, max-age=${forEverSeconds}, immutable` : 'public, no-cache')
  if (hasAlready(request, tile.etag)) return reply.code(304).send()
  void reply.type('application/vnd.mapbox-vector-tile')
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  return takesGzip ? reply.header('content-encoding', 'gzip').send(tile.gzipped) : reply.send(gunzipSync(tile.gzipped))
}

const serveTiles = (server: FastifyInstance, tiles: Tiles) =>
  server.get<{ Params: unknown; Querystring: { v?: string } }>('/tiles/:z/:x/:y', (request, reply) => {
    const address = Address.safeParse(request.params)
    if (!address.success) return reply.code(400).send({ refusal: 'malformed-tile' })
    const { z: zoom, x, y } = address.data
    if (!isTile(zoom, x, y)) return reply.code(404).send({ refusal: 'no-such-tile' })
    const tile = tiles.tile(zoom, x, y)
    if (tile) return sendTile(request, reply, tile, request.query.v === tiles.version)
    return reply.code(204).header('cache-control', 'public, no-cache').send()
  })

const serveStyles = (server: FastifyInstance, styles: Styles, version: string) =>
  server.get<{ Params: { name: string } }>('/map/:name', (request, reply) => {
    const theme = /^style-([a-z]+)\.json$/.exec(request.params.name)?.[1] ?? ''
    if (!isTheme(theme)) return reply.code(404).send({ refusal: 'no-such-style' })
    const text = styleFor(styles, theme, version)
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`
    void reply.header('etag', etag).header('cache-control', 'public, no-cache')
    return hasAlready(request, etag) ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(text)
  })

/**
 * The basemap of a town: `/tiles/:z/:x/:y.mvt` and `/map/style-dark.json`, `/map/style-light.json`.
 *
 * A tile asked for with the current `v` may be kept for ever; without it, and for styles, a cache asks again and
 * gets 304. Inside the served zooms a tile without content is 204, a tile that cannot be is 404, a bad address 400.
 */
export const tileRoutes =
  ({ town, styles }: { readonly town: Town; readonly styles: Styles }): FastifyPluginAsync =>
  async (server) => {
    const tiles = tilesOf(town)
    serveTiles(server, tiles)
    serveStyles(server, styles, tiles.version)
  }
