import type { Feature, FeatureCollection } from 'geojson'

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, at) => (Array.isArray(value) ? isSameList(value, b[at] as readonly unknown[]) : value === b[at]))

const isSameProperties = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => {
  for (const key in a) if (a[key] !== b[key]) return false
  for (const key in b) if (!(key in a)) return false
  return true
}

const placesOf = ({ geometry }: Feature): readonly unknown[] => ('coordinates' in geometry ? geometry.coordinates : geometry.geometries)

const isSameFeature = (a: Feature, b: Feature): boolean =>
  a === b ||
  (a.geometry.type === b.geometry.type &&
    isSameProperties(a.properties ?? {}, b.properties ?? {}) &&
    (a.geometry === b.geometry || isSameList(placesOf(a), placesOf(b))))

/** True when both draw the same: comparing them costs a hundredth of giving them to the map engine. Properties are plain values. */
export const sameFeatures = (a: FeatureCollection, b: FeatureCollection): boolean =>
  a.features.length === b.features.length && a.features.every((feature, at) => isSameFeature(feature, b.features[at] as Feature))
