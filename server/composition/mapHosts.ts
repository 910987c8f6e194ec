const mapboxHosts: readonly string[] = ['https://api.mapbox.com', 'https://events.mapbox.com', 'https://*.tiles.mapbox.com']

/** Origins that the map engine speaks to besides this server: Mapbox GL fetches its styles and tiles from its vendor; only rooms that set a token let it. */
export const mapHostsOf = (mapboxToken: string | null): readonly string[] => (mapboxToken === null ? [] : mapboxHosts)
