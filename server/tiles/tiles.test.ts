import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { smallTown } from '../../shared/testing/townFile.ts'
import { layerNames } from './townLayers.ts'
import { isTile, tilesOf } from './tiles.ts'

const town = smallTown()

/** The tile of the web's map square that holds a point. */
const tileAt = (lon: number, lat: number, z: number): readonly [number, number, number] => {
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)]
}

describe('tiles', () => {
  const tiles = tilesOf(town)
  const read = (...at: readonly [number, number, number]) => {
    const tile = tiles.tile(...at)
    if (!tile) throw new Error(`No tile ${at.join('/')}`)
    return new VectorTile(new PbfReader(gunzipSync(tile.gzipped)))
  }

  test('[T17] a tile over the middle of the town holds every layer the town has', () => {
    const tile = read(...tileAt(120.105, 30.303, 14))
    expect(Object.keys(tile.layers).toSorted()).toEqual(layerNames.filter((name) => name !== 'water').toSorted())
  })

  test('[T17] a thing lies where its coordinates say', () => {
    const at = tileAt(120.105, 30.303, 16)
    const crossing = read(...at).layers['place']?.feature(0)
    const [z, x, y] = at
    const { geometry, properties } = crossing?.toGeoJSON(x, y, z) ?? {}
    expect(properties).toMatchObject({ name: '小河路口', kind: 'crossing' })
    const [lon, lat] = geometry?.type === 'Point' ? geometry.coordinates : []
    expect(lon).toBeCloseTo(120.105, 5)
    expect(lat).toBeCloseTo(30.303, 5)
  })

  test('[T17] the same question has the same answer, and another town another version', () => {
    const at = tileAt(120.105, 30.303, 15)
    expect(tiles.tile(...at)).toBe(tiles.tile(...at))
    expect(tilesOf(town).tile(...at)?.etag).toBe(tiles.tile(...at)?.etag)
    expect(tilesOf(town).version).toBe(tiles.version)
    expect(tilesOf({ ...town, nameZh: '大河镇' }).version).not.toBe(tiles.version)
  })

  test('[T17] there is no tile beyond the served zooms or the edge of the map', () => {
    expect([isTile(10, 0, 0), isTile(18, 2 ** 18 - 1, 2 ** 18 - 1)]).toEqual([true, true])
    expect([isTile(9, 0, 0), isTile(19, 0, 0), isTile(10, 1024, 0), isTile(10, 0, -1)]).toEqual([false, false, false, false])
    expect(tiles.tile(9, 0, 0)).toBeNull()
    expect(tiles.tile(14, 1, 1)).toBeNull()
  })
})
