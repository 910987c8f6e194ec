import maplibre from 'maplibre-gl'
export const engine = maplibre
