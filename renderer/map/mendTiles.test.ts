import { expect, test } from 'vitest'
import { mendTiles } from './mendTiles.ts'

/** A map whose server is down until `backAt`, ms; tiles fail at once. */
const mapWith = (backAt: number) => {
  let now = 0
  const due: { at: number; act: () => void }[] = []
  const asked: { at: number; source: string; number: number }[] = []
  const failed = mendTiles({
    refresh: (source, tiles) => {
      asked.push({ at: now, source, number: tiles.length })
      if (now < backAt) for (const tile of tiles) failed(source, tile)
    },
    after: (ms, act) => void due.push({ at: now + ms, act }),
  })
  const run = () => {
    for (let next = due.shift(); next; next = due.sort((a, b) => a.at - b.at).shift()) {
      now = next.at
      next.act()
    }
  }
  return { failed, run, asked }
}

test('[M31] tiles that did not come are asked for again by themselves, once per source however many failed', () => {
  const { failed, run, asked } = mapWith(0)
  for (let tile = 0; tile < 20; tile++) failed('town', { z: 14, x: tile, y: 1 })
  failed('names', { z: 14, x: 1, y: 1 })
  run()
  expect(asked).toEqual([
    { at: 5_000, source: 'town', number: 20 },
    { at: 5_000, source: 'names', number: 1 },
  ])
})

test('[M31] a server that stays away is asked ever more rarely, and at once again when it fails later', () => {
  const { failed, run, asked } = mapWith(80_000)
  failed('town', { z: 14, x: 1, y: 1 })
  run()
  expect(asked.map((one) => one.at)).toEqual([5_000, 15_000, 35_000, 75_000, 135_000])
  const before = asked.length
  failed('town', { z: 14, x: 1, y: 1 })
  run()
  expect((asked[before]?.at ?? NaN) - (asked[before - 1]?.at ?? NaN)).toBe(10_000)
})
