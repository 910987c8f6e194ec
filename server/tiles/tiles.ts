import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import GeoJSONVT from 'geojson-vt'
import { fromGeojsonVt } from 'vt-pbf'
import type { Town } from '../../shared/domain/town/town.ts'
import { layerNames, townLayers, type LayerName } from './townLayers.ts'

/** Zooms that are served: 10 shows the district, 18 a courtyard. */
export const zooms = { least: 10, most: 18 } as const

/** Units across a tile; at zoom 16 one is 13 cm of Hangzhou. */
const extent = 4096
/** Units drawn beyond a tile's edge: the widest line and half a label. */
const buffer = 96

/** First zoom at which a layer is worth its bytes. */
const firstZoom: Readonly<Record<LayerName, number>> = {
  land: 10,
  water: 10,
  waterline: 12,
  green: 11,
  road: 10,
  building: 13,
  grid: 12,
  community: 11,
  boundary: 10,
  place: 13,
  label: 11,
}

export type Tile = { readonly gzipped: Buffer; readonly etag: string }

/** A tile of the town, gzip-compressed MVT; null where there is nothing, or no such tile. */
export type Tiles = {
  readonly tile: (z: number, x: number, y: number) => Tile | null
  /** Changes when the town's file does: part of the tile's address, so that a tile may be kept for ever. */
  readonly version: string
}

/** True for a tile that can exist at a zoom that is served. */
export const isTile = (z: number, x: number, y: number): boolean =>
  z >= zooms.least && z <= zooms.most && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z

const digest = (data: Buffer | string): string => createHash('sha256').update(data).digest('base64url').slice(0, 16)

/** Keeps what was asked for last; a `Map` remembers the order of its keys. */
const lastAsked = <T>(most: number) => {
  const kept = new Map<string, T>()
  return (key: string, make: () => T): T => {
    const value = kept.has(key) ? (kept.get(key) as T) : make()
    kept.delete(key)
    kept.set(key, value)
    const oldest = kept.keys().next().value
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return value
  }
}

/** Encoded tiles kept; a wall and a dozen consoles of one town look at fewer. About 10 kB each. */
const keptTiles = 1_000

/** Cuts a town into vector tiles, on demand. */
export const tilesOf = (town: Town): Tiles => {
  const layers = townLayers(town)
  const indexes = layerNames.map((name) => ({
    name,
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features: [...layers[name]] },
      { maxZoom: zooms.most, indexMaxZoom: 12, tolerance: 2, extent, buffer },
    ),
  }))
  const encoded = (z: number, x: number, y: number): Tile | null => {
    const found = indexes.flatMap(({ name, index }) => {
      const part = z >= firstZoom[name] ? index.getTile(z, x, y) : null
      return part && part.features.length > 0 ? [[name, part] as const] : []
    })
    if (found.length === 0) return null
    const gzipped = gzipSync(fromGeojsonVt(Object.fromEntries(found) as never, { version: 2, extent }))
    return { gzipped, etag: `"${digest(gzipped)}"` }
  }
  const keep = lastAsked<Tile | null>(keptTiles)
  return {
    tile: (z, x, y) => (isTile(z, x, y) ? keep(`${z}/${x}/${y}`, () => encoded(z, x, y)) : null),
    version: digest(JSON.stringify(layers)),
  }
}
