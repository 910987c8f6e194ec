import type { BuildingKind } from '../../shared/domain/town/building.ts'
import type { Chance } from './chance.ts'
import type { Flat } from './frame.ts'

/** A house as drawn: corners in the town's own metres. */
export type House = { readonly ring: readonly Flat[]; readonly floors: number; readonly kind: BuildingKind }

/** The buildable ground of a block or of joined blocks, metres. */
export type Plot = { readonly u0: number; readonly u1: number; readonly v0: number; readonly v1: number }

export const box = (u: number, v: number, w: number, h: number): readonly Flat[] => [
  [u - w / 2, v - h / 2],
  [u + w / 2, v - h / 2],
  [u + w / 2, v + h / 2],
  [u - w / 2, v + h / 2],
]

/** A box with its corners cut off by `cut` metres. */
export const octagon = (u: number, v: number, w: number, h: number, cut: number): readonly Flat[] => {
  const [a, b] = [w / 2, h / 2]
  return [
    [u - a + cut, v - b],
    [u + a - cut, v - b],
    [u + a, v - b + cut],
    [u + a, v + b - cut],
    [u + a - cut, v + b],
    [u - a + cut, v + b],
    [u - a, v + b - cut],
    [u - a, v - b + cut],
  ]
}

/** An L: the box without its quarter up and right. */
export const angle = (u: number, v: number, w: number, h: number, wing: number): readonly Flat[] => [
  [u - w / 2, v - h / 2],
  [u + w / 2, v - h / 2],
  [u + w / 2, v - h / 2 + wing],
  [u - w / 2 + wing, v - h / 2 + wing],
  [u - w / 2 + wing, v + h / 2],
  [u - w / 2, v + h / 2],
]

/** A U that opens away from the water. */
export const horseshoe = (u: number, v: number, w: number, h: number, wing: number): readonly Flat[] => [
  [u - w / 2, v - h / 2],
  [u + w / 2, v - h / 2],
  [u + w / 2, v + h / 2],
  [u + w / 2 - wing, v + h / 2],
  [u + w / 2 - wing, v - h / 2 + wing],
  [u - w / 2 + wing, v - h / 2 + wing],
  [u - w / 2 + wing, v + h / 2],
  [u - w / 2, v + h / 2],
]

const twist = (ring: readonly Flat[], dice: Chance, most: number): readonly Flat[] => {
  const [cu, cv] = [ring.reduce((s, [u]) => s + u, 0) / ring.length, ring.reduce((s, [, v]) => s + v, 0) / ring.length]
  const turn = dice.between(-most, most)
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  return ring.map(([u, v]) => [cu + (u - cu) * cos - (v - cv) * sin, cv + (u - cu) * sin + (v - cv) * cos])
}

/** Two halves of a plot, left and right of the lane in its middle. */
const halves = ({ u0, u1 }: Plot): readonly (readonly [number, number])[] => {
  const lane = 9
  const mid = (u0 + u1) / 2
  return [
    [u0, mid - lane],
    [mid + lane, u1],
  ]
}

/** Slabs in rows facing the river, as built in the 1980s and 90s. */
const slabs = (plot: Plot, dice: Chance): readonly House[] => {
  const floors = dice.pick([6, 6, 7, 7, 11])
  const pitch = floors > 7 ? 44 : 33
  const depth = 12
  const count = Math.max(1, Math.floor((plot.v1 - plot.v0) / pitch))
  return halves(plot)
    .flatMap(([a, b]) =>
      Array.from({ length: count }, (_, n) => {
        const v = plot.v0 + ((n + 0.5) * (plot.v1 - plot.v0)) / count
        const shift = dice.between(-5, 5)
        const wide = Math.min(b - a, 74) - dice.between(2, 16)
        const mid = (a + b) / 2 + shift
        if (b - a < 96) return [box(mid, v, wide, depth)]
        const half = (b - a) / 2 - 6
        return [
          box((a + (a + b) / 2) / 2, v, half - dice.between(0, 12), depth),
          box((b + (a + b) / 2) / 2, v, half - dice.between(0, 12), depth),
        ]
      }).flat(),
    )
    .map((ring) => ({ ring, floors, kind: 'residential' as const }))
}

/** Point blocks of twenty-odd storeys around a court. */
const points = (plot: Plot, dice: Chance): readonly House[] => {
  const count = Math.max(1, Math.round((plot.v1 - plot.v0) / 68))
  return halves(plot).flatMap(([a, b]) =>
    Array.from({ length: count }, (_, n) => {
      const v = plot.v0 + ((n + 0.5) * (plot.v1 - plot.v0)) / count + dice.between(-6, 6)
      const ring =
        dice.next() < 0.5
          ? octagon((a + b) / 2 + dice.between(-12, 12), v, 34, 26, 6)
          : angle((a + b) / 2 + dice.between(-12, 12), v, 38, 30, 16)
      return { ring: twist(ring, dice, 0.16), floors: dice.whole(18, 32), kind: 'residential' as const }
    }),
  )
}

/** Low houses along lanes, never quite straight. */
const oldHouses = (plot: Plot, dice: Chance): readonly House[] => {
  const count = Math.max(1, Math.floor((plot.v1 - plot.v0) / 26))
  return halves(plot).flatMap(([a, b]) =>
    Array.from({ length: count }, (_, n) => {
      const v = plot.v0 + ((n + 0.5) * (plot.v1 - plot.v0)) / count
      const wide = (b - a) / 2 - 7
      return [0.25, 0.75].map((part) => {
        const u = a + (b - a) * part
        const ring =
          dice.next() < 0.3 ? angle(u, v, wide - dice.between(0, 14), 17, 8) : box(u, v, wide - dice.between(0, 18), dice.between(9, 13))
        return { ring: twist(ring, dice, 0.05), floors: dice.whole(2, 4), kind: 'residential' as const }
      })
    }).flat(),
  )
}

/** Towers of the new town: a pair on a square, a slab with a podium, or a tower over its courtyard block. */
const offices = (plot: Plot, dice: Chance): readonly House[] => {
  const [v, h] = [(plot.v0 + plot.v1) / 2, plot.v1 - plot.v0]
  const deep = Math.min(58, h * 0.42)
  return halves(plot).flatMap(([a, b], n) => {
    const u = (a + b) / 2 + dice.between(-5, 5)
    const wide = Math.min(66, (b - a) * dice.between(0.5, 0.7))
    const shift = ((n === 0 ? -1 : 1) * (h - deep)) / 2.6
    const floors = dice.whole(22, 48)
    const office = (ring: readonly Flat[], storeys: number): House => ({ ring, floors: storeys, kind: 'office' })
    switch (dice.whole(0, 3)) {
      case 0:
        return [office(octagon(u, v + shift, wide, deep, 9), floors), office(box(u, v - shift, wide * 0.8, deep * 0.66), dice.whole(4, 16))]
      case 1:
        return [
          office(box(u, v + shift * 0.9, (b - a) * 0.84, deep * 0.5), dice.whole(9, 18)),
          office(box(u, v - shift * 0.7, wide * 0.7, wide * 0.7), floors),
        ]
      case 2:
        return [office(horseshoe(u, v, (b - a) * 0.8, h * 0.62, Math.min(24, h * 0.2)), dice.whole(6, 12))]
      default:
        return [office(angle(u, v, (b - a) * 0.78, h * 0.66, Math.min(30, h * 0.26)), dice.whole(14, 28))]
    }
  })
}

export const patterns = { slabs, points, oldHouses, offices } as const
