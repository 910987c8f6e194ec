import type { Point } from '../../shared/domain/geo/point.ts'

/**
 * The town's own axes in metres: `u` along the river downstream (north-east), `v` away from the water (north-west).
 *
 * Everything is drawn in them and bent once by `toPoint`, so streets, grids and houses follow the same curve of the bank.
 */
export type Flat = readonly [u: number, v: number]

/** Middle of the riverside, WGS-84. */
const origin: Point = [120.2262, 30.2448]
/** The bank runs from south-west to north-east, degrees above east. */
const bankAngle = (39 * Math.PI) / 180
/** Metres of one degree of latitude at 30° north (WGS-84). */
const latDegreeM = 110_850
/** Metres of one degree of longitude at 30.25° north (WGS-84). */
const lonDegreeM = 96_230

/** The bank bends like the outer side of a river's turn; the bend fades inland, where old field paths decide. */
const bend = ([u, v]: Flat): Flat => {
  const inland = Math.min(1, Math.max(0, v / 2200))
  const bank = 115 * Math.cos(u / 980) - 0.012 * u * Math.sin(u / 1500)
  const skew = 70 * Math.sin(v / 900 + u / 2600)
  return [u + skew * inland, v + bank * (1 - 0.55 * inland) + 30 * Math.sin(u / 520 + v / 700) * inland]
}

const sixDigits = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Six digits of a degree: 0.11 m. */
export const toPoint = (flat: Flat): Point => {
  const [u, v] = bend(flat)
  const east = u * Math.cos(bankAngle) - v * Math.sin(bankAngle)
  const north = u * Math.sin(bankAngle) + v * Math.cos(bankAngle)
  return [sixDigits(origin[0] + east / lonDegreeM), sixDigits(origin[1] + north / latDegreeM)]
}

export const middle = (points: readonly Flat[]): Flat => [
  points.reduce((sum, [u]) => sum + u, 0) / points.length,
  points.reduce((sum, [, v]) => sum + v, 0) / points.length,
]

export const apartM = (a: Flat, b: Flat): number => Math.hypot(a[0] - b[0], a[1] - b[1])
