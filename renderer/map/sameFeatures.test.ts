import fc from 'fast-check'
import type { Feature, FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { sameFeatures } from './sameFeatures.ts'

const place = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
const geometry = fc.oneof(
  place.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  fc.array(place).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc.array(place).map((ring) => ({ type: 'Polygon' as const, coordinates: [ring] })),
)
const properties = fc.dictionary(fc.constantFrom('id', 'icon', 'rank'), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
const feature = fc.record({ type: fc.constant('Feature' as const), geometry, properties }) as fc.Arbitrary<Feature>
const collection = (features: readonly Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features: [...features] })

test('[M30] a drawing made anew from the same things is the same', () => {
  fc.assert(fc.property(fc.array(feature), (all) => sameFeatures(collection(all), collection(structuredClone(all)))))
})

test('[M30] whatever differs in place, looks, number or order is another drawing', () => {
  fc.assert(
    fc.property(fc.array(feature, { minLength: 1 }), fc.nat(), fc.boolean(), (all, which, isMoved) => {
      const at = which % all.length
      const changed = structuredClone(all)
      const one = changed[at] as Feature
      if (isMoved) one.geometry = { type: 'Point', coordinates: [1_000, 1_000] }
      else one.properties = { ...one.properties, state: 'taken' }
      expect(sameFeatures(collection(all), collection(changed))).toBe(false)
      expect(sameFeatures(collection(all), collection(all.slice(1)))).toBe(false)
    }),
  )
})
