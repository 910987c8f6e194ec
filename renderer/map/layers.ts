import type { FeatureCollection } from 'geojson'
import { urgencyColours } from '../ui/palette.ts'
import type { MapEngine, MapLayer } from './engine.ts'
import type { MapTheme } from './images.ts'
import type { LayerChoice } from './layerChoice.ts'
import type { TownDrawn } from './townFeatures.ts'

/** Sources that change while the room works; `mapPainter` fills them. */
export const liveSources = ['incidents', 'alerts', 'heat', 'units', 'lines', 'accuracy', 'circle'] as const
export type LiveSource = (typeof liveSources)[number]

/** The engine's name of a source or layer of ours, apart from the basemap's. */
export const own = (name: string): string => `xn-${name}`

/** Layers that answer a click, topmost first. */
export const clickable = ['incident', 'cluster', 'unit'].map(own)

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Farther out than this, incidents of a dense place stand together as one sign. */
const clusterUpToZoom = 15
const clusterRadiusPx = 38

const font = ['Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif']

const inks = {
  dark: { text: '#e8eef5', halo: '#0b1016', grid: '#5b7793', accent: '#6aa8ff', danger: '#ff6b6b', warn: '#ffb454' },
  light: { text: '#16202b', halo: '#ffffff', grid: '#5a7490', accent: '#1c5fc4', danger: '#c41e1e', warn: '#9a5b00' },
} as const

const label = (theme: MapTheme) => ({ 'text-color': inks[theme].text, 'text-halo-color': inks[theme].halo, 'text-halo-width': 1.6 })

const areaLayers = (theme: MapTheme): MapLayer[] => [
  { id: own('grid-chosen'), type: 'fill', source: own('areas'), filter: ['==', ['get', 'id'], ''], paint: { 'fill-color': inks[theme].accent, 'fill-opacity': 0.14 } },
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
        ? ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(0,0,0,0)', 0.12, '#2a6fb0', 0.35, '#2f9c8a', 0.65, '#f2c46d', 1, '#ff6b6b']
        : ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(255,255,255,0)', 0.2, '#bcd7f5', 0.45, '#7cc4a0', 0.7, '#f0b04a', 1, '#c41e1e'],
  },
})

const lineLayers = (theme: MapTheme): MapLayer[] => [
  {
    id: own('line'),
    type: 'line',
    source: own('lines'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': inks[theme].accent, 'line-width': ['match', ['get', 'kind'], 'sent', 3, 2], 'line-opacity': ['match', ['get', 'kind'], 'sent', 0.9, 0.7] },
  },
  {
    id: own('line-time'),
    type: 'symbol',
    source: own('lines'),
    layout: { 'symbol-placement': 'line-center', 'text-field': ['get', 'label'], 'text-font': font, 'text-size': 12, 'text-rotation-alignment': 'viewport', 'text-allow-overlap': true },
    paint: label(theme),
  },
]

const unitLayers = (theme: MapTheme): MapLayer[] => [
  { id: own('accuracy'), type: 'fill', source: own('accuracy'), paint: { 'fill-color': inks[theme].danger, 'fill-opacity': 0.18, 'fill-outline-color': inks[theme].danger } },
  {
    id: own('unit-ring'),
    type: 'circle',
    source: own('units'),
    filter: ['any', ['get', 'isSelected'], ['get', 'isPicked']],
    paint: {
      'circle-radius': 23,
      'circle-color': inks[theme].accent,
      'circle-opacity': ['case', ['get', 'isPicked'], 0.3, 0.12],
      'circle-stroke-color': inks[theme].accent,
      'circle-stroke-width': ['case', ['get', 'isSelected'], 3, 1.5],
    },
  },
  {
    id: own('unit'),
    type: 'symbol',
    source: own('units'),
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.42, 13.5, 0.68, 16, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'order'],
      'text-field': ['step', ['zoom'], ['case', ['get', 'isSelected'], ['get', 'label'], ''], 15.5, ['get', 'label']],
      'text-font': font,
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 1.5],
      'text-optional': true,
    },
    paint: { 'icon-opacity': ['get', 'opacity'], 'text-opacity': ['max', 0.7, ['get', 'opacity']], ...label(theme) },
  },
]

const incidentLayers = (theme: MapTheme): MapLayer[] => [
  {
    id: own('incident-ring'),
    type: 'circle',
    source: own('incidents'),
    filter: ['all', ['!', ['has', 'point_count']], ['get', 'isSelected']],
    paint: { 'circle-radius': 26, 'circle-opacity': 0, 'circle-stroke-color': inks[theme].text, 'circle-stroke-width': 3 },
  },
  {
    id: own('alert'),
    type: 'circle',
    source: own('alerts'),
    paint: { 'circle-radius': 24, 'circle-color': urgencyColours.critical[theme], 'circle-opacity': 0.25, 'circle-stroke-color': urgencyColours.critical[theme], 'circle-stroke-width': 3 },
  },
  {
    id: own('cluster'),
    type: 'symbol',
    source: own('incidents'),
    filter: ['has', 'point_count'],
    layout: {
      'icon-image': ['concat', 'cluster/', ['to-string', ['get', 'worst']]],
      'icon-allow-overlap': true,
      'text-field': ['concat', ['get', 'point_count_abbreviated'], ['match', ['get', 'worst'], 3, '‼', 2, '!', '']],
      'text-font': font,
      'text-size': 13,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': ['case', ['==', ['get', 'worst'], 3], inks[theme].halo, inks[theme].text] },
  },
  {
    id: own('incident'),
    type: 'symbol',
    source: own('incidents'),
    filter: ['!', ['has', 'point_count']],
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 14, 1],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['get', 'rank'],
      'text-field': ['step', ['zoom'], ['case', ['get', 'isSelected'], ['get', 'label'], ''], 14, ['get', 'label']],
      'text-font': font,
      'text-size': 12,
      'text-anchor': 'bottom',
      'text-offset': [0, -1.7],
      'text-optional': true,
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
  { id: own('circle-line'), type: 'line', source: own('circle'), paint: { 'line-color': inks[theme].accent, 'line-width': 2, 'line-dasharray': [2, 1] } },
]

/** Puts our sources and layers over a basemap that has just loaded. */
export const addLayers = (map: MapEngine, theme: MapTheme, town: TownDrawn): void => {
  map.addSource(own('areas'), { type: 'geojson', data: town.areas })
  map.addSource(own('names'), { type: 'geojson', data: town.names })
  for (const name of liveSources) {
    const clustered = { cluster: true, clusterMaxZoom: clusterUpToZoom, clusterRadius: clusterRadiusPx, clusterProperties: { worst: ['max', ['get', 'rank']] } }
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
