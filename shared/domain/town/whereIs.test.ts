import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallTown } from '../../testing/townFile.ts'
import { edgeLengthM } from './roads.ts'
import { communityAt, gridAt } from './whereIs.ts'

const town = smallTown()

test('[T10] a point inside the town is in the grid and the community that hold it', () => {
  expect(gridAt(town, [120.102, 30.302])?.id).toBe('G1')
  expect(gridAt(town, [120.108, 30.302])?.id).toBe('G2')
  expect(communityAt(town, [120.108, 30.302])?.id).toBe('C1')
})

test('[T10] a point outside the town is in none', () => {
  expect(gridAt(town, [121, 30.302])).toBeUndefined()
  expect(communityAt(town, [120.105, 30.31])).toBeUndefined()
})

test('[T10] whoever is in a grid is in its community', () => {
  const lon = fc.double({ min: 120.099, max: 120.111, noNaN: true })
  const lat = fc.double({ min: 30.2995, max: 30.3065, noNaN: true })
  fc.assert(
    fc.property(lon, lat, (x, y) => {
      const grid = gridAt(town, [x, y])
      return grid === undefined || communityAt(town, [x, y])?.id === grid.community
    }),
  )
})

test('[T9] an edge is as long as the way between its nodes, and endless when one is missing', () => {
  const [edge] = town.roads.edges
  if (!edge) throw new Error('The small town has roads')
  // 0.005° of longitude at 30.303° north: 6 371 008.8 m × π/180 × 0.005 × cos 30.303°.
  expect(edgeLengthM(town.roads, edge)).toBeCloseTo(480, 0)
  expect(edgeLengthM(town.roads, { ...edge, b: 77 })).toBe(Number.POSITIVE_INFINITY)
})
