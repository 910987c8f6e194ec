import type { FeatureCollection } from 'geojson'
import type { MapEngine, MapLayer } from './engine.ts'
import type { MapTheme } from './images.ts'
import type { LayerChoice } from './layerChoice.ts'
import { font, inks, label, own } from './layerInk.ts'
import { incidentLayers, unitLayers } from './markLayers.ts'
import type { TownDrawn } from './townFeatures.ts'

/** Sources that change while the room works; `mapPainter` fills them. */
export const liveSources = ['incidents', 'alerts', 'heat', 'units', 'lines', 'accuracy', 'circle'] as const
export type LiveSource = (typeof liveSources)[number]

/** Layers that answer a click, topmost first. */
export const clickable = ['incident', 'cluster', 'unit'].map(own)

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Farther out than this, incidents of a dense place stand together as one sign. */
const clusterUpToZoom = 15
const clusterRadiusPx = 38

const areaLayers = (theme: MapTheme): MapLayer[] => [
  {
    id: own('grid-chosen'),
    type: 'fill',
    source: own('areas'),
    filter: ['==', ['get', 'id'], ''],
    paint: { 'fill-color': inks[theme].accent, 'fill-opacity': 0.14 },
  },
  {
    id: own('grid-line'),
    type: 'line',
    source: own('areas'),
    paint: {
      'line-color': inks[theme].grid,
      'line-width': ['match', ['get', 'kind'], 'community', 1.8, 0.8],
      'line-opacity': ['match', ['get', 'kind'], 'community', 0.9, 0.55],
      'line-dasharray': [3, 2],
    },
  },
]

const heatLayer = (theme: MapTheme): MapLayer => ({
  id: own('heat'),
  type: 'heatmap',
  source: own('heat'),
  paint: {
    'heatmap-weight': ['interpolate', ['linear'], ['get', 'weight'], 1, 0.35, 4, 1],
    'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 11, 1.4, 16, 2.6],
    'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 11, 22, 13.5, 46, 16, 90],
    'heatmap-opacity': 0.72,
    'heatmap-color':
      theme === 'dark'
        ? [
            'interpolate',
            ['linear'],
            ['heatmap-density'],
            0,
            'rgba(0,0,0,0)',
            0.12,
            '#2a6fb0',
            0.35,
            '#2f9c8a',
            0.65,
            '#f2c46d',
            1,
            '#ff6b6b',
          ]
        : [
            'interpolate',
            ['linear'],
            ['heatmap-density'],
            0,
            'rgba(255,255,255,0)',
            0.2,
            '#bcd7f5',
            0.45,
            '#7cc4a0',
            0.7,
            '#f0b04a',
            1,
            '#c41e1e',
          ],
  },
})

const lineLayers = (theme: MapTheme): MapLayer[] => [
  {
    id: own('line'),
    type: 'line',
    source: own('lines'),
    layout: { 'line-cap': 'round' },
    paint: {
      'line-color': inks[theme].accent,
      'line-width': ['match', ['get', 'kind'], 'sent', 3, 2],
      'line-opacity': ['match', ['get', 'kind'], 'sent', 0.9, 0.7],
    },
  },
  {
    id: own('line-time'),
    type: 'symbol',
    source: own('lines'),
    layout: {
      'symbol-placement': 'line-center',
      'text-field': ['get', 'label'],
      'text-font': font,
      'text-size': 12,
      'text-rotation-alignment': 'viewport',
      'text-allow-overlap': true,
    },
    paint: label(theme),
  },
]

const nameLayer = (theme: MapTheme): MapLayer => ({
  id: own('grid-name'),
  type: 'symbol',
  source: own('names'),
  // Nearer, the basemap says the names of its grids itself.
  maxzoom: 14.2,
  filter: ['==', ['get', 'kind'], 'grid'],
  minzoom: 13.2,
  layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 11 },
  paint: { ...label(theme), 'text-opacity': 0.75 },
})

const circleLayers = (theme: MapTheme): MapLayer[] => [
  { id: own('circle'), type: 'fill', source: own('circle'), paint: { 'fill-color': inks[theme].accent, 'fill-opacity': 0.12 } },
  {
    id: own('circle-line'),
    type: 'line',
    source: own('circle'),
    paint: { 'line-color': inks[theme].accent, 'line-width': 2, 'line-dasharray': [2, 1] },
  },
]

/** Puts our sources and layers over a basemap that has just loaded. */
export const addLayers = (map: MapEngine, theme: MapTheme, town: TownDrawn): void => {
  map.addSource(own('areas'), { type: 'geojson', data: town.areas })
  map.addSource(own('names'), { type: 'geojson', data: town.names })
  for (const name of liveSources) {
    const clustered = {
      cluster: true,
      clusterMaxZoom: clusterUpToZoom,
      clusterRadius: clusterRadiusPx,
      clusterProperties: { worst: ['max', ['get', 'rank']] },
    }
    map.addSource(own(name), { type: 'geojson', data: empty, ...(name === 'incidents' && clustered) })
  }
  const layers = [
    ...areaLayers(theme),
    heatLayer(theme),
    nameLayer(theme),
    ...circleLayers(theme),
    ...lineLayers(theme),
    ...unitLayers(theme),
    ...incidentLayers(theme),
  ]
  for (const layer of layers) map.addLayer(layer)
}

const gridLayers = [own('grid-line'), own('grid-name'), own('grid-chosen'), 'grid-line', 'grid-label', 'community-line', 'community-label']
const buildingLayers = ['building', 'building-edge', 'building-label', 'house-label']

/** Layers that are only shown or hidden; the others are hidden by leaving their features out. */
export const showLayers = (map: MapEngine, { grids, buildings }: LayerChoice): void => {
  const show = (ids: readonly string[], isOn: boolean) => {
    for (const id of ids) if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', isOn ? 'visible' : 'none')
  }
  show(gridLayers, grids)
  show(buildingLayers, buildings)
}
