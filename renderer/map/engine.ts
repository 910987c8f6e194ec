import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Point } from '../../shared/domain/geo/point.ts'
import { fontFamily } from '../ui/theme.tsx'
import { mendTiles, type TileAt } from './mendTiles.ts'
import { wholeAddress } from './wholeAddress.ts'

/** What draws the map. Mapbox GL has the same methods for everything used here. */
export type MapEngine = MapLibreMap
export type MapSource = GeoJSONSource
export type MapLayer = LayerSpecification
export type MapClick = MapMouseEvent

export type MapWish = {
  readonly container: HTMLElement
  /** Address of the style on our own server. */
  readonly style: string
  readonly bounds: readonly [Point, Point]
}

/** A map in its box; `wear` draws it by another style. */
export type DrawnMap = { readonly map: MapEngine; readonly wear: (style: string) => void }

/** Metres are too few to matter below these, and a town is not seen from space. */
const zooms = { minZoom: 9, maxZoom: 19.5 }

export const hasWebGl = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

const box = ([southWest, northEast]: MapWish['bounds']): [[number, number], [number, number]] => [
  [southWest[0], southWest[1]],
  [northEast[0], northEast[1]],
]

/** What the engine says of trouble; with these two, of one tile. */
type TileTrouble = {
  readonly error: unknown
  readonly sourceId?: string
  readonly tile?: { readonly tileID: { readonly canonical: TileAt } }
}

/** Without a listener the engine writes every tile that did not come to the browser's log, and leaves the hole. */
const keepWhole = (map: MapLibreMap) => {
  let isRemoved = false
  map.on('remove', () => void (isRemoved = true))
  const failed = mendTiles({
    // By their numbers: without them the engine waits for ever for tiles that have already failed.
    refresh: (source, tiles) => void (!isRemoved && map.getSource(source) && map.refreshTiles(source, [...tiles])),
    after: (ms, act) => void setTimeout(act, ms),
  })
  map.on('error', (event) => {
    const { error, sourceId, tile } = event as TileTrouble
    if (sourceId && tile) failed(sourceId, tile.tileID.canonical)
    else console.error(error)
  })
}

export const openMapLibre = async ({ container, style, bounds }: MapWish): Promise<DrawnMap> => {
  const { Map, ScaleControl, setWorkerUrl } = await import('maplibre-gl')
  setWorkerUrl(workerUrl)
  const map = new Map({
    container,
    style,
    bounds: box(bounds),
    fitBoundsOptions: { padding: 24 },
    ...zooms,
    localIdeographFontFamily: fontFamily,
    transformRequest: (url) => ({ url: wholeAddress(url, window.location.href) }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  })
  keepWhole(map)
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right')
  return { map, wear: (next) => map.setStyle(next, { diff: false }) }
}

/** Every letter is drawn from the machine's own fonts. */
const letters = { localFontFamily: fontFamily, localIdeographFontFamily: fontFamily }

type OwnSources = { readonly town: { readonly tiles: readonly string[] } }

/** Mapbox GL wants an address for letters even where it draws them all from local fonts, and reads only whole ones of tiles. */
const readForMapbox = async (style: string) => {
  const answer = await fetch(style)
  const read = await answer.json()
  const { town } = read.sources as OwnSources
  const tiles = town.tiles.map((address) => wholeAddress(address, window.location.href))
  return { ...read, sources: { town: { ...town, tiles } }, glyphs: 'mapbox://fonts/mapbox/{fontstack}/{range}.pbf' }
}

export const openMapbox = async ({ container, style, bounds }: MapWish, token: string): Promise<DrawnMap> => {
  const [{ default: mapbox }, , whole] = await Promise.all([
    import('mapbox-gl'),
    import('mapbox-gl/dist/mapbox-gl.css'),
    readForMapbox(style),
  ])
  const map = new mapbox.Map({
    container,
    accessToken: token,
    style: whole,
    bounds: box(bounds),
    fitBoundsOptions: { padding: 24 },
    ...zooms,
    ...letters,
    dragRotate: false,
    pitchWithRotate: false,
    projection: 'mercator',
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new mapbox.ScaleControl({ maxWidth: 90 }), 'bottom-right')
  const wear = (next: string) => {
    // One that cannot be read leaves the map without its style, which is noticed by whoever waits for it.
    void readForMapbox(next).then(
      (read) => map.setStyle(read, { diff: false, ...letters }),
      () => undefined,
    )
  }
  return { map: map as unknown as MapEngine, wear }
}
