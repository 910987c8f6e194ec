import type { Map } from 'maplibre-gl'
export type Crime = Map
