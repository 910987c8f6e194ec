import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside, type Point } from '../../shared/domain/geo/point.ts'
import { smallTown } from '../../shared/testing/townFile.ts'
import { labelPoint, labels } from './labels.ts'

test('[T16] a label stands inside its area, however the area bends', () => {
  const spokes = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 4, maxLength: 24 })
  fc.assert(
    fc.property(spokes, (lengths) => {
      const ring = lengths.map((r, i): Point => [
        120 + (r * Math.cos((i * 2 * Math.PI) / lengths.length)) / 100,
        30 + (r * Math.sin((i * 2 * Math.PI) / lengths.length)) / 100,
      ])
      return isInside(labelPoint(ring), ring)
    }),
  )
  const horseshoe: readonly Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 1],
    [2, 1],
    [2, 10],
    [0, 10],
  ]
  expect(isInside(labelPoint(horseshoe), horseshoe)).toBe(true)
})

test('[T16] houses of one compound share one name and keep their numbers', () => {
  const town = smallTown()
  const [house] = town.buildings
  if (!house) throw new Error('The small town has houses')
  const buildings = ['小河公寓1幢', '小河公寓2幢', '小河公寓12幢'].map((name) => ({ ...house, name }))
  const said = labels({ ...town, buildings }).map(({ properties }) => [properties?.['what'] as string, properties?.['name'] as string])
  expect(said.filter(([what]) => what === 'building')).toEqual([['building', '小河公寓']])
  expect(said.filter(([what]) => what === 'house').map(([, name]) => name)).toEqual(['1幢', '2幢', '12幢'])
  expect(said.filter(([what]) => what === 'grid').map(([, name]) => name)).toEqual(['小河1网格', '小河2网格'])
})
