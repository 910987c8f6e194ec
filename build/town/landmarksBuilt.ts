import { angle, box, horseshoe, octagon, type House, type Plot } from './footprints.ts'

const span = ({ u0, u1, v0, v1 }: Plot) => ({ u: (u0 + u1) / 2, v: (v0 + v1) / 2, w: u1 - u0, h: v1 - v0 })

/** The civic centre: six towers in a ring around a low round hall, as seen from far down the river. */
export const civic = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  const radius = Math.min(w, h) * 0.33
  const towers = Array.from({ length: 6 }, (_, n) => {
    const turn = (n * Math.PI) / 3
    return { ring: octagon(u + radius * Math.cos(turn), v + radius * Math.sin(turn), 42, 42, 12), floors: 26, kind: 'public' as const }
  })
  const hall = octagon(u, v, radius * 0.95, radius * 0.95, radius * 0.28)
  const wings = [-1, 1].map((side) => ({
    ring: octagon(u + side * w * 0.4, v - h * 0.22, w * 0.15, h * 0.3, 16),
    floors: 5,
    kind: 'public' as const,
  }))
  return [...towers, { ring: hall, floors: 3, kind: 'public' }, ...wings]
}

/** The terrace over the river: a deck that reaches out above the water. */
export const terrace = ({ u0, u1 }: Plot): readonly House[] => {
  const u = (u0 + u1) / 2
  const wide = (u1 - u0) * 0.52
  return [
    {
      ring: [
        [u - wide / 2, 62],
        [u - wide / 2, -6],
        [u - wide / 3, -34],
        [u + wide / 3, -34],
        [u + wide / 2, -6],
        [u + wide / 2, 62],
      ],
      floors: 2,
      kind: 'public',
    },
  ]
}

export const mall = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: octagon(u, v - h * 0.16, w * 0.92, h * 0.58, 18), floors: 6, kind: 'mall' },
    { ring: box(u - w * 0.26, v + h * 0.34, w * 0.3, h * 0.24), floors: 28, kind: 'office' },
    { ring: box(u + w * 0.26, v + h * 0.34, w * 0.3, h * 0.24), floors: 24, kind: 'office' },
  ]
}

/** Wholesale halls side by side, the largest roofs of the town. */
export const market = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  const wide = w / 2 - 14
  return [-1, 1].flatMap((side) => [
    { ring: octagon(u + (side * w) / 4, v - h * 0.2, wide, h * 0.5, 10), floors: 5, kind: 'market' as const },
    { ring: box(u + (side * w) / 4, v + h * 0.32, wide, h * 0.28), floors: 8, kind: 'market' as const },
  ])
}

export const hospital = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: horseshoe(u - w * 0.02, v - h * 0.28, w * 0.8, h * 0.26, 26), floors: 6, kind: 'hospital' },
    { ring: box(u - w * 0.2, v + h * 0.08, w * 0.36, h * 0.12), floors: 18, kind: 'hospital' },
    { ring: box(u + w * 0.26, v + h * 0.06, w * 0.28, h * 0.2), floors: 4, kind: 'hospital' },
    { ring: angle(u + w * 0.16, v + h * 0.36, w * 0.5, h * 0.2, 20), floors: 12, kind: 'hospital' },
    { ring: box(u - w * 0.3, v + h * 0.36, w * 0.2, h * 0.16), floors: 3, kind: 'hospital' },
  ]
}

export const school = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: horseshoe(u - w * 0.24, v, w * 0.42, h * 0.62, 14), floors: 5, kind: 'school' },
    { ring: box(u + w * 0.26, v - h * 0.4, w * 0.34, h * 0.14), floors: 3, kind: 'school' },
  ]
}

export const hotel = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: angle(u, v, w * 0.72, h * 0.7, Math.min(34, h * 0.3)), floors: 32, kind: 'hotel' },
    { ring: octagon(u + w * 0.2, v + h * 0.18, w * 0.24, h * 0.3, 8), floors: 3, kind: 'hotel' },
  ]
}

export const depot = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: box(u - w * 0.26, v - h * 0.2, w * 0.38, h * 0.36), floors: 2, kind: 'station' },
    { ring: box(u + w * 0.26, v - h * 0.2, w * 0.38, h * 0.36), floors: 2, kind: 'industrial' },
    { ring: box(u, v + h * 0.32, w * 0.86, h * 0.22), floors: 3, kind: 'industrial' },
  ]
}

export const service = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: angle(u - w * 0.26, v - h * 0.08, w * 0.38, h * 0.6, 20), floors: 6, kind: 'public' },
    { ring: box(u + w * 0.26, v - h * 0.22, w * 0.36, h * 0.28), floors: 4, kind: 'public' },
    { ring: box(u + w * 0.26, v + h * 0.26, w * 0.36, h * 0.24), floors: 5, kind: 'public' },
  ]
}

export const teahouse = (plot: Plot): readonly House[] => {
  const { u, v, w, h } = span(plot)
  return [
    { ring: octagon(u + w * 0.34, v - h * 0.38, 40, 26, 7), floors: 2, kind: 'public' },
    { ring: box(u - w * 0.38, v + h * 0.4, 34, 20), floors: 1, kind: 'public' },
  ]
}
