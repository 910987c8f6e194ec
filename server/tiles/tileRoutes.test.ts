import Fastify from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { smallTown } from '../../shared/testing/townFile.ts'
import { loadStyles } from './style.ts'
import { tileRoutes } from './tileRoutes.ts'
import { tilesOf } from './tiles.ts'

const town = smallTown()
const { version } = tilesOf(town)
const server = Fastify()
/** The small town's middle at zoom 14. */
const path = '/tiles/14/13658/6743.mvt'

beforeAll(async () => {
  await server.register(tileRoutes({ town, styles: loadStyles('resources/map') }))
})

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers })

describe('the basemap over HTTP', () => {
  test('[T19] a tile comes compressed to whoever takes that, and plain to others', async () => {
    const packed = await get(path, { 'accept-encoding': 'gzip, br' })
    const plain = await get(path)
    expect(packed).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/vnd.mapbox-vector-tile', 'content-encoding': 'gzip' },
    })
    expect(packed.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.rawPayload.length).toBeGreaterThan(packed.rawPayload.length)
  })

  test('[T19] a tile of the current version may be kept for ever, another is asked for again', async () => {
    expect((await get(`${path}?v=${version}`)).headers['cache-control']).toContain('immutable')
    expect((await get(`${path}?v=old`)).headers['cache-control']).toBe('public, no-cache')
  })

  test('[T19] who has it already gets 304 and no bytes', async () => {
    const first = await get(path)
    const again = await get(path, { 'if-none-match': `"other", W/${String(first.headers['etag'])}` })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    const style = await get('/map/style-dark.json')
    expect((await get('/map/style-dark.json', { 'if-none-match': String(style.headers['etag']) })).statusCode).toBe(304)
  })

  test.each([
    ['/tiles/9/1/1.mvt', 404],
    ['/tiles/19/1/1.mvt', 404],
    ['/tiles/10/1024/1.mvt', 404],
    ['/tiles/14/1/1.mvt', 204],
    ['/tiles/14/-1/1.mvt', 400],
    ['/tiles/14/1.5/1.mvt', 400],
    ['/tiles/1e1/1/1.mvt', 400],
    ['/tiles/14/1/1.png', 400],
    ['/tiles/14/1/..%2F1.mvt', 400],
    ['/tiles/14/99999999999/1.mvt', 400],
    ['/map/style-blue.json', 404],
    ['/map/..%2Fstyle-dark.json', 404],
  ])('[T19] %s is answered %i', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status)
  })

  test('[T19] a style names tiles of wherever it is had from, and the current version', async () => {
    const style = await get('/map/style-light.json', { host: 'room.lan:8443' })
    expect(style.headers['content-type']).toContain('application/json')
    expect(style.body).toContain(`"/tiles/{z}/{x}/{y}.mvt?v=${version}"`)
  })
})
