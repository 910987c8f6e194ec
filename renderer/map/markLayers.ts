import { urgencyColours } from '../ui/palette.ts'
import type { MapLayer } from './engine.ts'
import type { MapTheme } from './images.ts'
import { font, inks, label, own } from './layerInk.ts'

/** Units, the ring around chosen ones, and how far an SOS may be off. */
export const unitLayers = (theme: MapTheme): MapLayer[] => [
  {
    id: own('accuracy'),
    type: 'fill',
    source: own('accuracy'),
    paint: { 'fill-color': inks[theme].danger, 'fill-opacity': 0.18, 'fill-outline-color': inks[theme].danger },
  },
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

/** Incidents, their clusters, and what nobody has taken yet. */
export const incidentLayers = (theme: MapTheme): MapLayer[] => [
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
    paint: {
      'circle-radius': 24,
      'circle-color': urgencyColours.critical[theme],
      'circle-opacity': 0.25,
      'circle-stroke-color': urgencyColours.critical[theme],
      'circle-stroke-width': 3,
      // It flashes on and off. Fading, which is the engine's way, would have it draw the whole map at every frame.
      'circle-stroke-opacity-transition': { duration: 0 },
    },
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
